"""Query string -> lexemes: where each word, mark and field name stands. The parser reads these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LexemeKind = Literal["open", "close", "or", "and", "not", "field", "phrase", "word"]

QUOTES = '"“”„«»'
_LEXEME = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | [{QUOTES}](?P<phrase>[^{QUOTES}]*)(?:[{QUOTES}](?:~(?P<near>\d+))?|$)
    | (?P<field>[^\W\d_]+):(?=[^\s:/)])
    | (?P<minus>[-–−](?=[^\s)\-–−]))
    | (?P<word>[^\s(){QUOTES}:]+|:)
    """,
    re.VERBOSE,
)
_OPERATORS: dict[str, LexemeKind] = {"OR": "or", "AND": "and", "NOT": "not"}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query: its kind, its text, where it begins (characters from 0), and a phrase's ``near``."""

    kind: LexemeKind
    text: str
    position: int
    near: int | None = None


def scan(text: str) -> tuple[Lexeme, ...]:
    """Give the lexemes of a query. Every string can be scanned; a quotation mark left open closes at the end."""
    lexemes: list[Lexeme] = []
    position = 0
    after_space = True
    while position < len(text):
        match = _LEXEME.match(text, position)
        assert match is not None, "the alternatives of the pattern cover every character"
        if not match["space"]:
            lexeme = _lexeme(match, after_space)
            if lexeme:
                lexemes.append(lexeme)
        after_space = bool(match["space"] or match["open"] or match["field"] or match["minus"])
        position = match.end()
    return tuple(lexemes)


def _lexeme(match: re.Match[str], after_space: bool) -> Lexeme | None:
    position = match.start()
    if match["phrase"] is not None:
        return Lexeme("phrase", match["phrase"], position, int(match["near"]) if match["near"] else None)
    if match["open"] or match["close"]:
        return Lexeme("open" if match["open"] else "close", match.group(), position)
    if match["field"]:
        return Lexeme("field", match["field"], position)
    if match["minus"]:
        # A hyphen within a run of characters ('"a"-b') joins; only one that opens a word takes it away.
        return Lexeme("not", "-", position) if after_space else None
    word = match["word"]
    return Lexeme(_OPERATORS.get(word, "word"), word, position)
