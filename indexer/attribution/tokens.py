"""Words and marks with their places in the text."""

from __future__ import annotations

import re

from indexer.attribution.parts import Token

_TOKEN = re.compile(
    r"[^\W_]+(?:(?:[.'’&@/_-]|(?<=\d),(?=\d))[^\W_]+)*"  # Adler's, U.S, AT&T, 51,000, twenty-one
    r"|\.{2,}|[—–―-]+|['‘’]+|\S"
)
WORD = re.compile(r"\w[\w'’]*")


def tokens_in(text: str, start: int, end: int) -> list[Token]:
    """Give the tokens of ``text[start:end]``."""
    tokens = []
    for found in _TOKEN.finditer(text, start, end):
        word = found.group()
        lower = word.lower()
        tokens.append(Token(word, lower.replace("’", "'") if "’" in lower else lower, *found.span()))
    return tokens


def words_in(text: str) -> list[str]:
    """Give the words and marks of a text in lower case, with straight apostrophes."""
    return [word.replace("’", "'") for word in _TOKEN.findall(text.lower())]
