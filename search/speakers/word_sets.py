"""Sets of words, written as text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Give the words of a text, parted by blanks."""
    return frozenset(words.split())
