"""What a librarian knows better: ``overrides.toml`` in the corpus, path pattern -> date, outlet, headline.

["ledger/**"]
outlet = "The Ellery Ledger"

["ledger/1926/flood*.txt"]
date = 1926-09-14
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.files import SourcePath
from indexer.tables import read_tables
from indexer.written_dates import read_date

FILE_NAME = "overrides.toml"
_KEYS = ("date", "outlet", "headline")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d.*)?)?)?")


@dataclass(frozen=True, slots=True)
class Override:
    """What is to stand in place of what a file says, where it is not None."""

    date: str | None = None
    outlet: str | None = None
    headline: str | None = None


NOTHING = Override()


@dataclass(frozen=True, slots=True)
class _Rule:
    root: Path
    key: str
    pattern: re.Pattern[str]
    override: Override


@dataclass(frozen=True, slots=True)
class Overrides:
    """The rules of an archive in the order in which they are written: the last that matches counts."""

    rules: tuple[_Rule, ...] = ()

    def unmatched(self, files: Iterable[SourcePath]) -> Iterator[str]:
        """Give the patterns that match none of the files; of one with ``#``, whether its file is there."""
        listed = list(files)
        for rule in self.rules:
            whole, _, part = rule.key.partition("#")
            pattern = path_pattern(whole) if part else rule.pattern
            if not any(rule.root == file.root and pattern.fullmatch(file.path) for file in listed):
                yield f"{rule.root / FILE_NAME}: no file is called like “{rule.key}”"

    def find(self, root: Path, path: str, part: str | None = None) -> Override:
        """Give what is known of a file, or of one article of many in it, which is named ``path#part``."""
        names = (path, f"{path}#{part}") if part else (path,)
        found = NOTHING
        for rule in self.rules:
            if rule.root == root and any(rule.pattern.fullmatch(name) for name in names):
                given = rule.override
                found = Override(
                    given.date or found.date, given.outlet or found.outlet, given.headline or found.headline
                )
        return found


def load_overrides(roots: Iterable[Path]) -> Overrides:
    """Read the ``overrides.toml`` of each corpus folder that has one; raises ValueError for a bad one.

    Its patterns are of paths within that folder: ``*`` stands for what has no slash, ``**`` for any folders.
    """
    rules: list[_Rule] = []
    for table, entries in read_tables(roots, FILE_NAME):
        rules += [
            _Rule(table.parent, key, path_pattern(key), _override(table, key, entry)) for key, entry in entries.items()
        ]
    return Overrides(tuple(rules))


def path_pattern(glob: str) -> re.Pattern[str]:
    """Give the pattern of the paths that are meant: ``*`` is anything without a slash, ``**`` any folders."""
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    meanings = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(meanings.get(piece) or re.escape(piece) for piece in pieces), re.S)


def _override(table: Path, key: str, entry: object) -> Override:
    if not isinstance(entry, dict) or not entry:
        raise ValueError(f"{table}: “{key}” gives no {_listed(_KEYS)}")
    for name, value in entry.items():
        if name not in _KEYS:
            raise ValueError(f"{table}: “{key}” has “{name}”, which is none of {_listed(_KEYS)}")
        if name != "date" and not (isinstance(value, str) and value.strip()):
            raise ValueError(f"{table}: “{key}” has no text for “{name}”")
    date = _date(table, key, entry["date"]) if "date" in entry else None
    return Override(date, entry.get("outlet"), entry.get("headline"))


def _date(table: Path, key: str, value: object) -> str:
    text = value.isoformat() if isinstance(value, datetime.date) else str(value)
    if not (_ISO.fullmatch(text) and read_date(text)):
        raise ValueError(f"{table}: “{key}” has a date that cannot be one, “{text}”; write 2017, 2017-02 or 2017-02-10")
    return text


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
