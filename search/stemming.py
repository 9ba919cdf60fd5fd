"""The stem of a word: the Snowball English stemmer, its tables of beginnings and endings looked up, not searched.

The library goes through them letter by letter, which takes it most of its time; the stems are the same.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import NamedTuple

from snowballstemmer.among import Among
from snowballstemmer.english_stemmer import EnglishStemmer


class _Table(NamedTuple):
    """Numbers of beginnings, or of endings, by their outermost letter and by length, the longest first.

    ``none`` is the number of what has no letter.
    """

    by_letter: dict[str, list[tuple[int, dict[str, int]]]]
    none: int


class _Stemmer(EnglishStemmer):
    """The library's stemmer, but for how it finds which of some beginnings or endings a word has."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        # A table is known by the list that it is made of, which the library keeps for good.
        self._tables: dict[int, _Table] = {}

    def find_among(self, known: Sequence[Among]) -> int:
        """Pass the longest of some strings that begins at the cursor; give its number, or 0 if none does."""
        table = self._tables.get(id(known)) or self._add_table(known, 0)
        at, end, word = self.cursor, self.limit, self.current
        for size, numbers in table.by_letter.get(word[at : at + 1], ()):
            number = numbers.get(word[at : at + size])
            if number is not None and at + size <= end:
                self.cursor = at + size
                return number
        return table.none

    def find_among_b(self, known: Sequence[Among]) -> int:
        """The same backwards, with what ends at the cursor."""
        table = self._tables.get(id(known)) or self._add_table(known, -1)
        at, begin, word = self.cursor, self.limit_backward, self.current
        if at > begin:
            for size, numbers in table.by_letter.get(word[at - 1], ()):
                if at - size >= begin:
                    number = numbers.get(word[at - size : at])
                    if number is not None:
                        self.cursor = at - size
                        return number
        return table.none

    def _add_table(self, known: Sequence[Among], outermost: int) -> _Table:
        sizes: dict[str, dict[int, dict[str, int]]] = {}
        for one in known:
            if one.s:
                sizes.setdefault(one.s[outermost], {}).setdefault(len(one.s), {})[one.s] = one.result
        none = next((one.result for one in known if not one.s), 0)
        table = _Table({letter: sorted(found.items(), reverse=True) for letter, found in sizes.items()}, none)
        self._tables[id(known)] = table
        return table


class _Own(threading.local):
    """What each thread has for itself: a stemmer keeps the word that it is at."""

    def __init__(self) -> None:
        self.stem_word: Callable[[str], str] = _Stemmer().stemWord


_own = _Own()


def stem_form(form: str) -> str:
    """Give what all forms of a word share, by the Snowball English stemmer: "raids", "raided" -> "raid"."""
    return _own.stem_word(form)
