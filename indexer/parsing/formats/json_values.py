"""JSON as exports have it: one value, one a line, or a long list, read value by value as far as it is whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from indexer.parsing.parsed import Unreadable

CUT_OFF = "cut off before its end"
_DECODER = json.JSONDecoder(strict=False)
_GOES_ON = tuple("{[,:")
_MOST_BROKEN = 1000
_BETWEEN = re.compile(r"[\s,]*")
_LINE = re.compile(r"[^\n]*")
# The list that an object is wrapped around: {"count": 812, "articles": [
_LIST_INSIDE = re.compile(
    r'\s*\{(?:\s*"[^"\\]{1,60}"\s*:\s*(?:"[^"\\]{0,200}"|[-\d.eE+]+|true|false|null)\s*,){0,20}\s*"\w{1,40}"\s*:\s*(?=\[)'
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A place where there should be a value: what it is called, and what is wrong there."""

    place: str
    reason: str


def values(text: str) -> Iterator[Any]:
    """Give the values of a file, the elements of its one list singly; ``Broken`` for what is none.

    After a broken line the next is read; after a broken element of a list, nothing more can be.
    """
    start = _BETWEEN.match(text)
    at = start.end() if start else 0
    if text.startswith("[", at):
        yield from _elements(text, at)
        return
    value, end = _value(text, at)
    if isinstance(value, Broken):
        inside = _LIST_INSIDE.match(text, at)
        if inside and not _is_lines(text, at):
            yield from _elements(text, inside.end())
            return
    elif not text[end:].strip():
        yield value
        return
    yield from _lines(text, at)


def _elements(text: str, at: int) -> Iterator[Any]:
    at, count = _skip(text, at + 1), 0
    while not text.startswith("]", at):
        value, at = _value(text, at)
        if isinstance(value, Broken):
            yield Broken(f"after {count} elements", value.reason)
            return
        yield value
        at, count = _skip(text, at), count + 1


def _lines(text: str, at: int) -> Iterator[Any]:
    """Values one after the other, each beginning on a line of its own."""
    number, broken = text.count("\n", 0, at) + 1, 0
    while at < len(text):
        value, end = _line(text, at)
        if isinstance(value, Broken):
            broken += 1
            if broken > _MOST_BROKEN:
                raise Unreadable(f"more than {_MOST_BROKEN:,} lines are not JSON")
            yield Broken(f"line {number}", value.reason)
        else:
            yield value
        following = _skip(text, end)
        number += text.count("\n", at, following)
        at = following


def _line(text: str, at: int) -> tuple[Any, int]:
    """The value of a line, or of as many lines as it goes on for."""
    match = _LINE.match(text, at)
    line = match[0] if match else ""
    value, end = _value(line, 0)
    if not isinstance(value, Broken):
        return value, at + end
    if line.rstrip()[-1:] in _GOES_ON and at + len(line) < len(text):
        longer, longer_end = _value(text, at)
        if not isinstance(longer, Broken):
            return longer, longer_end
    return value, at + len(line)


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        raise Unreadable("JSON nested too deeply") from None
    except ValueError as error:
        return Broken("", CUT_OFF if _is_at_the_end(error, text) else "not JSON"), at


def _is_at_the_end(error: ValueError, text: str) -> bool:
    if not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated") or not text[error.pos + 1 : error.pos + 100].strip()


def _is_lines(text: str, at: int) -> bool:
    """Say whether another object begins on the second line."""
    return bool(re.match(r"[^\n]*\}\s*\n\s*\{", text[at:]))


def _skip(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at
