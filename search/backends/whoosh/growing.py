"""The forms of an archive as a writer keeps them: each stem's forms, by number."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import numpy as np

from search.analysis import fold_word
from search.backends.whoosh.arrays import Array, Ints, encoded, starts
from search.backends.whoosh.layout import NUMBERS
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.copies import Values, word_value
from search.stemming import stem_form

_WORDS_KNOWN = 1 << 18
"""Words as printed whose codes are kept at hand."""


class _Codes(dict[str, int]):
    """The codes of words as printed; those that came before are known, but never more than so many."""

    def __init__(self, make: Callable[[str], int]) -> None:
        self._make = make

    def __missing__(self, word: str) -> int:
        if len(self) >= _WORDS_KNOWN:
            self.clear()
        code = self[word] = self._make(word)
        return code


class GrowingForms:
    """Numbers, of stems, of forms and of each stem's forms, are given in the order of first sight and never change."""

    def __init__(self) -> None:
        """Begin empty."""
        self._stems: list[bytes] = []
        self._stem_numbers: dict[bytes, int] = {}
        self._siblings = array("i")
        self._forms: list[str] = []
        self._form_numbers: dict[str, int] = {}
        self._stem_of, self._place, self._values = array("I"), array("H"), array("Q")
        self.code_of = _Codes(self._code).__getitem__

    @classmethod
    def read(cls, shared: Packed) -> GrowingForms:
        """Continue a table that was written."""
        table = cls()
        table._stems = shared.strings("stems").all_raw()
        table._stem_numbers = {stem: number for number, stem in enumerate(table._stems)}
        table._forms = [form.decode("utf-8", "surrogatepass") for form in shared.strings("forms").all_raw()]
        table._form_numbers = {form: number for number, form in enumerate(table._forms)}
        first = shared.array("stems.forms").astype(np.int64)
        siblings = np.diff(first)
        table._siblings = array("i", siblings.astype(np.int32).tobytes())
        table._stem_of = array("I", np.repeat(np.arange(len(siblings), dtype=np.uint32), siblings).tobytes())
        places = np.arange(len(table._forms)) - np.repeat(first[:-1], siblings)
        table._place = array("H", places.astype(np.uint16).tobytes())
        table._values = array("Q", bytes(8 * len(table._forms)))
        return table

    def stem_number(self, stemmed: bytes) -> int:
        """Give a stem's number."""
        number = self._stem_numbers.setdefault(stemmed, len(self._stems))
        if number == len(self._stems):
            self._stems.append(stemmed)
            self._siblings.append(0)
        return number

    def stem(self, number: int) -> bytes:
        """Give the stem that has a number."""
        return self._stems[number]

    def _code(self, word: str) -> int:
        form, capital = fold_word(word)
        number = self._form_numbers.get(form)
        if number is None:
            number = self._learn(form)
        # Of a table that was read, the values are those of forms that were met since.
        self._values[number] = word_value(form)
        return number << 1 | capital

    def _learn(self, form: str) -> int:
        stem = self.stem_number(encoded(stem_form(form)))
        number = self._form_numbers[form] = len(self._forms)
        assert self._siblings[stem] < NUMBERS
        self._forms.append(form)
        self._stem_of.append(stem)
        self._place.append(self._siblings[stem])
        self._values.append(0)
        self._siblings[stem] += 1
        return number

    def forms(self, codes: Array) -> list[str]:
        """Give the forms of words that have codes."""
        return [self._forms[number] for number in (codes >> 1).tolist()]

    def values(self, codes: Array) -> Values:
        """Give the values by which words that have codes count in shingles."""
        values: Values = np.frombuffer(self._values, np.uint64)[codes >> 1] if codes.size else np.empty(0, np.uint64)
        return values

    def marked(self, codes: Array) -> tuple[Array, Array]:
        """Give of words that have codes the numbers of their stems, and their marks as in ``layout.PLACE``."""
        numbers = codes >> 1
        marks = np.array(self._place, np.uint16)[numbers] << np.uint16(1) | (codes & 1).astype(np.uint16)
        return np.array(self._stem_of, np.uint32)[numbers], marks

    def siblings(self, stems: Array) -> Ints:
        """Give how many forms each of some stems has."""
        return np.array(self._siblings, np.int64)[stems]

    def called(self, stems: Array, places: Array) -> list[str]:
        """Give the forms that have these numbers among the forms of these stems."""
        keys = np.array(self._stem_of, np.int64) * NUMBERS + np.array(self._place, np.int64)
        order = np.argsort(keys)
        wanted = np.unique(stems.astype(np.int64) * NUMBERS + places)
        found = order[np.searchsorted(keys, wanted, sorter=order)]
        return [self._forms[number] for number in found.tolist()]

    def write(self, shared: Packing) -> None:
        """Write the table."""
        order = np.array(sorted(range(len(self._stems)), key=self._stems.__getitem__), np.int64)
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        by_stem = np.lexsort((np.array(self._place), ranks[np.array(self._stem_of, np.int64)]))
        shared.save_strings("stems", (self._stems[number] for number in order.tolist()))
        shared.save("stems.forms", starts(np.array(self._siblings, np.int64)[order]))
        shared.save_strings("forms", (encoded(self._forms[number]) for number in by_stem.tolist()))
