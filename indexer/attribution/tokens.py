"""Words and marks with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.attribution.mentions import Mention
    from indexer.attribution.quotations import Quotation

_TOKEN = re.compile(
    r"[^\W_]+(?:(?:[.'’&@/_-]|(?<=\d),(?=\d))[^\W_]+)*"  # Adler's, U.S, AT&T, 51,000, twenty-one
    r"|\.{2,}|[—–―-]+|['‘’]+|\S"
)
WORD = re.compile(r"\w[\w'’]*")


@dataclass(slots=True, eq=False)
class Token:
    """A word, a mark, or a whole quotation.

    ``lower`` has straight apostrophes. ``kind`` is what the linear models see: the word, or what it stands for
    ("<person>"), so that they learn nothing about particular names.
    """

    word: str
    lower: str
    start: int
    end: int
    quotation: Quotation | None = None
    mention: Mention | None = None
    kind: str = ""

    @property
    def is_possessive(self) -> bool:
        """Tell whether the word ends in an apostrophe and an s."""
        return self.lower.endswith("'s")


def tokens_in(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]``."""
    for found in _TOKEN.finditer(text, start, end):
        word = found.group()
        yield Token(word, word.lower().replace("’", "'"), found.start(), found.end())
