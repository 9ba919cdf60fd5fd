"""The words that the tagger knows, and what it sees of every other word."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

UNKNOWN, SENTENCE, PARAGRAPH, QUOTATION, PERSON, ORGANISATION = range(6)
FIRST_WORD = 7
"""The row before it stands in the trained table and is nobody's."""
SUFFIXES = 1024
_SUFFIX_LENGTH = 3


class Vocabulary:
    """Gives words their row in the tagger's table of words, and their endings a row in that of suffixes."""

    def __init__(self, words: Sequence[str]) -> None:
        """``words``: in the order of their rows."""
        self._rows = {word: row for row, word in enumerate(words, FIRST_WORD)}

    def __len__(self) -> int:
        """Count the rows of the table of words."""
        return len(self._rows) + FIRST_WORD

    def rows(self, word: str) -> tuple[int, int]:
        """Give the rows of a word in lower case: of itself and of its suffix."""
        suffix = zlib.crc32(word[-_SUFFIX_LENGTH:].encode()) % SUFFIXES
        return self._rows.get(spelling(word), UNKNOWN), suffix


def spelling(word: str) -> str:
    """Give the spelling by which a word in lower case is known: all numbers are one word."""
    return "0" if word[0].isdigit() else word
