"""Front matter: what stands in YAML, TOML or JSON above a text, every value as it is written."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_YAML = re.compile(r"\s*---[ \t]*\n(?P<matter>.{0,60000}?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<matter>.{0,60000}?)(?:^|\n)\+\+\+[ \t]*(?:\n|\Z)", re.S)
# The loader calls itself for each level, without a limit of its own.
_DEEP = re.compile(r"(?:[\[{]\s*){50}|(?:[-?]\s+){50}|^ {200}", re.M)
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w -]{0,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"\s*-[ \t]+(?P<value>.+)$")


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Give the fields above a text, none if there are none, and the text below."""
    match = _YAML.match(text)
    if match:
        return _from_yaml(match["matter"]), text[match.end() :]
    match = _TOML.match(text)
    if match:
        return _from_toml(match["matter"]), text[match.end() :]
    return {}, text


def _from_yaml(matter: str) -> dict[str, Any]:
    if _DEEP.search(matter):
        return _from_lines(matter)
    import yaml

    # The base loader knows strings, lists and maps alone: a date stays as it is written, and no object is ever made.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        found = yaml.load(matter, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return _from_lines(matter)
    return found if isinstance(found, dict) else {}


def _from_toml(matter: str) -> dict[str, Any]:
    try:
        found = tomllib.loads(matter)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    # Dates are typed in TOML; written down again, they are as they were.
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in found.items()}


def _from_lines(matter: str) -> dict[str, Any]:
    """The fields of what is nearly YAML: a title with a colon in it is the commonest fault of all."""
    found: dict[str, Any] = {}
    name = ""
    for line in matter.split("\n"):
        match = _FIELD.match(line)
        item = _ITEM.match(line)
        if match:
            name = match["name"]
            found.setdefault(name, (match["value"] or "").strip().strip("\"'"))
        elif item and name and (isinstance(found[name], list) or not found[name]):
            found[name] = [*(found[name] or []), item["value"].strip().strip("\"'")]
    return found
