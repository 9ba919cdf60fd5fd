"""The forms of an archive: each stem's forms by number, and the forms that live articles hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from search.analysis import Token, stem
from search.backends.whoosh.arrays import Array, Ints, Strings, encoded, load, save, starts, write_strings
from search.backends.whoosh.schema import NUMBERS, Posting, pack_places


class GrowingForms:
    """The table as a writer keeps it. Numbers are given in the order of first sight and never change their meaning."""

    def __init__(self) -> None:
        """Begin empty."""
        self._known: dict[str, tuple[bytes, int]] = {}
        self._by_stem: dict[bytes, list[str]] = {}

    @classmethod
    def read(cls, folder: Path) -> GrowingForms:
        """Continue a table that was written."""
        table = cls()
        lexicon = Lexicon(folder)
        for number in range(len(lexicon.stems)):
            stemmed = lexicon.stems.raw(number)
            table._by_stem[stemmed] = list(lexicon.forms_of(number))
            table._known.update({form: (stemmed, at) for at, form in enumerate(table._by_stem[stemmed])})
        return table

    def number(self, form: str) -> tuple[bytes, int]:
        """Give a form's stem, and its number among the stem's forms."""
        found = self._known.get(form)
        if found is None:
            stemmed = encoded(stem(form))
            siblings = self._by_stem.setdefault(stemmed, [])
            assert len(siblings) < NUMBERS
            found = self._known[form] = (stemmed, len(siblings))
            siblings.append(form)
        return found

    def of(self, stemmed: bytes, numbers: Iterable[int]) -> Iterator[str]:
        """Give the forms of a stem that have these numbers."""
        siblings = self._by_stem[stemmed]
        return (siblings[number] for number in numbers)

    def postings(self, tokens: Iterable[Token]) -> Iterator[Posting]:
        """Give the postings of a field's tokens."""
        places: dict[bytes, list[int]] = {}
        for token in tokens:
            stemmed, number = self._known.get(token.form) or self.number(token.form)
            flat = places.get(stemmed)
            if flat is None:
                flat = places[stemmed] = []
            flat += token.position, number << 1 | token.capital
        return ((stemmed, len(flat) // 2, pack_places(flat)) for stemmed, flat in places.items())

    def write(self, folder: Path) -> None:
        """Write the table."""
        ordered = sorted(self._by_stem)
        write_strings(folder, "stems", ordered)
        save(folder / "stems.forms.npy", starts(len(self._by_stem[stemmed]) for stemmed in ordered))
        write_strings(folder, "forms", (encoded(form) for stemmed in ordered for form in self._by_stem[stemmed]))


class Lexicon:
    """The table as a reader opens it, memory-mapped."""

    def __init__(self, folder: Path) -> None:
        """Open what ``GrowingForms.write`` wrote."""
        self.stems = Strings(folder, "stems")
        self._forms = Strings(folder, "forms")
        self._starts = load(folder / "stems.forms.npy")
        self.number = lru_cache(maxsize=65_536)(self._number)

    def forms_of(self, stem_number: int) -> Iterator[str]:
        """Give a stem's forms, by their numbers."""
        return (self._forms[at] for at in range(int(self._starts[stem_number]), int(self._starts[stem_number + 1])))

    def _number(self, form: str) -> tuple[str, int | None]:
        """Give a form's stem, and its number among the stem's forms or None if no article ever held it."""
        stemmed = stem(form)
        found = self.stems.find(stemmed)
        if found is None:
            return stemmed, None
        return stemmed, next((at for at, known in enumerate(self.forms_of(found)) if known == form), None)


class LiveForms:
    """The vocabulary: the forms in headlines and texts of live articles, in order, memory-mapped."""

    def __init__(self, folder: Path) -> None:
        """Open the table."""
        self._forms = Strings(folder, "vocabulary")

    def beginning(self, prefix: str) -> Iterator[str]:
        """Give every form that begins so."""
        for number in range(self._forms.place(prefix), len(self._forms)):
            form = self._forms[number]
            if not form.startswith(prefix):
                return
            yield form

    def similar(self, form: str) -> Iterator[str]:
        """Give every form that is at most one edit away, and few others: an edit changes two letters of the set."""
        own_length, own_letters = len(encoded(form)), _letters(encoded(form))
        lengths, letters = self._shapes
        changed = np.bitwise_count(letters ^ own_letters)
        plain = (np.abs(lengths - own_length) <= 1) & (changed <= 2)
        foreign = (own_letters | letters) & _FOREIGN != 0
        for number in np.flatnonzero(plain & ~foreign | foreign & (np.abs(lengths - own_length) <= _WIDEST)):
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
