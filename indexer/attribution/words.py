"""Word lists as they are written in the code: one string, words parted by blanks."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a string."""
    return frozenset(text.split())
