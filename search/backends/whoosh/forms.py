"""The forms of an archive as a reader opens them: each stem's forms by number, and the forms of live articles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache, partial

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import Array, Ints, Strings, encoded
from search.backends.whoosh.packed import Packed
from search.slips import MOST_DOUBLED


class Lexicon:
    """Each stem's forms, memory-mapped."""

    def __init__(self, shared: Packed) -> None:
        """Open what ``growing.GrowingForms.write`` wrote."""
        stems, forms = shared.strings("stems"), shared.strings("forms")
        # A method would close a circle with what it is kept for, and what stands in one outlives its generation.
        self.number = lru_cache(maxsize=65_536)(partial(_number, stems, forms, shared.array("stems.forms")))


def _number(stems: Strings, forms: Strings, starts: Array, form: str) -> tuple[str, int | None, int]:
    """Give a form's stem, its number among the stem's forms, or None if no article ever held it, and their count."""
    stemmed = stem(form)
    found = stems.find(stemmed)
    if found is None:
        return stemmed, None, 0
    own = range(int(starts[found]), int(starts[found + 1]))
    return stemmed, next((number for number, at in enumerate(own) if forms[at] == form), None), len(own)


class LiveForms:
    """The vocabulary: the forms in headlines and texts of live articles, in order, memory-mapped."""

    def __init__(self, shared: Packed) -> None:
        """Open the table."""
        self._forms = shared.strings("vocabulary")

    def beginning(self, prefix: str) -> Iterator[str]:
        """Give every form that begins so."""
        yield from self._forms.beginning(prefix)

    def similar(self, form: str) -> Iterator[str]:
        """Give every form that is at most one edit away, or doubles other letters, and few others.

        An edit changes two letters of the set, a letter typed twice none.
        """
        own_length, own_letters = len(encoded(form)), _letters(encoded(form))
        lengths, letters = self._shapes
        changed = np.bitwise_count(letters ^ own_letters)
        foreign = (own_letters | letters) & _FOREIGN != 0
        like = np.flatnonzero((changed <= 2) | foreign)
        apart, bytes_each = np.abs(lengths[like] - own_length), np.where(foreign[like], _WIDEST, 1)
        most = np.where(changed[like] == 0, MOST_DOUBLED, 1) * bytes_each
        for number in like[apart <= most]:
            yield self._forms[int(number)]

    @cached_property
    def _shapes(self) -> tuple[Ints, Array]:
        """The forms' lengths in bytes, and the letters that each is made of, as a set of bits."""
        letters = np.zeros(len(self._forms), np.uint64)
        bits, first = self._forms.joined()
        filled = np.flatnonzero(np.diff(first))
        if filled.size:
            letters[filled] = np.bitwise_or.reduceat(_LETTERS[bits], first[filled])
        return self._forms.lengths, letters


_WIDEST = 4
"""Bytes that a character takes at most."""
_FOREIGN = 1 << 63
"""The bit of every byte that is not ASCII's."""
_LETTERS = np.array([_FOREIGN if byte > 127 else 1 << byte % 63 for byte in range(256)], np.uint64)


def _letters(form: bytes) -> int:
    return int(np.bitwise_or.reduce(_LETTERS[np.frombuffer(form, np.uint8)]))
