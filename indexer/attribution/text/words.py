"""Word lists as they are written in the code (one string, words parted by blanks), and what is told of each word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Told = TypeVar("Told")

MOST_WORDS = 1 << 15


def word_set(text: str) -> frozenset[str]:
    """Give the words of a string."""
    return frozenset(text.split())


class Without:
    """The words of a set but a few; a copy of the thousands that are usual would take longer than to ask twice."""

    __slots__ = ("left_out", "words")

    def __init__(self, words: frozenset[str], left_out: frozenset[str]) -> None:
        """``left_out``: the few."""
        self.words, self.left_out = words, left_out

    def __contains__(self, word: object) -> bool:
        """Tell whether a word is in the set and not left out."""
        return word in self.words and word not in self.left_out


class PerWord(dict[str, Told]):
    """What a function tells of each word, found out once: for what is asked of every word of every text.

    To look it up takes half the time of a call, cached or not. It begins anew when it has grown large.
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        """``tell``: the function."""
        super().__init__()
        self.tell = tell

    def __missing__(self, word: str) -> Told:
        """Find out what is told of a word that has not been met."""
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = self.tell(word)
        return found
