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
    number = text.count("\n", 0, at) + 1
    while at < len(text):
        value, end = _value(text, at)
        if isinstance(value, Broken):
            line = _LINE.match(text, at)
            end = line.end() if line else len(text)
            yield Broken(f"line {number}", value.reason)
        else:
            yield value
        following = _skip(text, end)
        number += text.count("\n", at, following)
        at = following


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        raise Unreadable("JSON nested too deeply") from None
    except ValueError as error:
        is_cut_off = isinstance(error, json.JSONDecodeError) and error.pos >= len(text.rstrip()) - 1
        return Broken("", CUT_OFF if is_cut_off or "Unterminated" in str(error) else "not JSON"), at


def _is_lines(text: str, at: int) -> bool:
    """Say whether another object begins on the second line."""
    return bool(re.match(r"[^\n]*\}\s*\n\s*\{", text[at:]))


def _skip(text: str, at: int) -> int:
    match = _BETWEEN.match(text, at)
    return match.end() if match else at
