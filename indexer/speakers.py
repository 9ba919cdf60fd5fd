"""What a librarian knows of speakers: ``speakers.toml`` in the corpus, one table a speaker, named by its id.

["robert-kessler"]
also = ["Bob Kessler"]

["john-smith.harrow"]
name = "John Smith, mayor of Harrow"
outlet = "The Harrow Weekly"
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from indexer.overrides import path_pattern
from search.ids import slug
from search.speakers.table import SpeakerRule, SpeakerTable

FILE_NAME = "speakers.toml"
_KEYS = ("name", "type", "also", "outlet", "from", "to", "path")
_TYPES = ("person", "organisation", "group")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def load_speakers(roots: Iterable[Path]) -> SpeakerTable:
    """Read the ``speakers.toml`` of each corpus folder that has one; raises ValueError for a bad one.

    It is bad if it cannot be read, or says something that nobody can mean, or contradicts itself.
    """
    rules: list[SpeakerRule] = []
    for root in roots:
        file = root / FILE_NAME
        if not file.is_file():
            continue
        try:
            text = file.read_text(encoding="utf-8-sig")
            entries = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"{file}: {error}") from error
        rules += [_rule(id, entry, f"{file}, {_place(text, id)}") for id, entry in entries.items()]
    return SpeakerTable.of(rules)


def _place(text: str, id: str) -> str:
    """Give the line on which a table begins, and its name."""
    head = re.compile(rf"""\s*\[\s*(["']?){re.escape(id)}\1\s*\]""")
    lines = (number for number, line in enumerate(text.splitlines(), start=1) if head.match(line))
    line = next(lines, None)
    return f"line {line} [{id}]" if line else f"[{id}]"


def _rule(id: str, entry: object, where: str) -> SpeakerRule:
    if any(slug(part) != part or not part for part in id.split(".")):
        plain = ".".join(filter(None, map(slug, id.split("."))))
        raise ValueError(f'{where} is no id of a speaker; write ["{plain or "first-last"}"], and give the name inside')
    if not isinstance(entry, dict) or not entry:
        raise ValueError(f"{where} says nothing of the speaker; it may say {', '.join(_KEYS)}")
    for key, value in entry.items():
        if isinstance(value, dict):
            raise ValueError(f'{where} has a table inside; because of the dot, write ["{id}.{key}"], with the marks')
        if key not in _KEYS:
            raise ValueError(f"{where} has “{key}”, which is none of {', '.join(_KEYS)}")
    kind = _text(entry, "type", where)
    if kind is not None and kind not in _TYPES:
        raise ValueError(f"{where} has the type “{kind}”; it is {', '.join(_TYPES[:-1])} or {_TYPES[-1]}")
    path = _text(entry, "path", where)
    return SpeakerRule(
        id=id,
        where=where,
        name=_text(entry, "name", where),
        type=kind,  # type: ignore[arg-type]
        also=tuple(_alias(alias) for alias in _texts(entry, "also", where)),
        outlets=tuple(slug(outlet) for outlet in _texts(entry, "outlet", where)),
        since=_day(entry, "from", where),
        until=_day(entry, "to", where),
        path=path_pattern(path) if path else None,
    )


def _alias(alias: str) -> str:
    """Give a name as in addresses; an id of a speaker told apart, which has a dot and no blank, stays as it is."""
    return alias if re.fullmatch(r"[\w-]+\.[\w.-]+", alias) and alias == alias.lower() else slug(alias)


def _text(entry: dict[str, Any], key: str, where: str) -> str | None:
    value = entry.get(key)
    if key in entry and not (isinstance(value, str) and value.strip()):
        raise ValueError(f"{where} has no text for “{key}”")
    return " ".join(value.split()) if isinstance(value, str) else None


def _texts(entry: dict[str, Any], key: str, where: str) -> list[str]:
    value = entry.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) and slug(one) for one in values):
        raise ValueError(f"{where} has no name, and no list of names, for “{key}”")
    return values


def _day(entry: dict[str, Any], key: str, where: str) -> str | None:
    """Read a day; a year or month alone begins with its first day, or ends with its last."""
    if key not in entry:
        return None
    value = entry[key]
    text = value.isoformat()[:10] if isinstance(value, datetime.date) else str(value)
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        datetime.date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        raise ValueError(f"{where} has a day for “{key}” that cannot be one, “{text}”; write 2017-02-10") from None
    return text if key == "from" or len(text) == 10 else f"{text}-12-31"[:10] if len(text) == 4 else f"{text}-31"
