"""The forms of an archive as a writer keeps them: each stem's forms, by number."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from search.analysis import Token, stem
from search.backends.whoosh.arrays import encoded, save, starts, write_strings
from search.backends.whoosh.forms import Lexicon
from search.backends.whoosh.layout import NUMBERS


class GrowingForms:
    """Numbers, of stems and of each stem's forms, are given in the order of first sight and never change."""

    def __init__(self) -> None:
        """Begin empty."""
        self._known: dict[str, tuple[int, int]] = {}
        self._numbers: dict[bytes, int] = {}
        self._stems: list[bytes] = []
        self._forms: list[list[str]] = []

    @classmethod
    def read(cls, folder: Path) -> GrowingForms:
        """Continue a table that was written."""
        table = cls()
        lexicon = Lexicon(folder)
        for number in range(len(lexicon.stems)):
            known = table.stem_number(lexicon.stems.raw(number))
            for form in lexicon.forms_of(number):
                table._learn(form, known)
        return table

    def stem_number(self, stemmed: bytes) -> int:
        """Give a stem's number."""
        number = self._numbers.setdefault(stemmed, len(self._stems))
        if number == len(self._stems):
            self._stems.append(stemmed)
            self._forms.append([])
        return number

    def stem(self, number: int) -> bytes:
        """Give the stem that has a number."""
        return self._stems[number]

    def of(self, stemmed: bytes, numbers: Iterable[int]) -> Iterator[str]:
        """Give the forms of a stem that have these numbers."""
        siblings = self._forms[self._numbers[stemmed]]
        return (siblings[number] for number in numbers)

    def encode(self, tokens: Iterable[Token], stems: array[int], positions: array[int], marks: array[int]) -> None:
        """Append of each token its stem's number, its position, and twice its form's number plus 1 for capitals."""
        known = self._known
        for _, _, position, form, capital in tokens:
            found = known.get(form)
            number, mark = found if found is not None else self._learn(form, self.stem_number(encoded(stem(form))))
            stems.append(number)
            positions.append(position)
            marks.append(mark | capital)

    def _learn(self, form: str, number: int) -> tuple[int, int]:
        siblings = self._forms[number]
        assert len(siblings) < NUMBERS
        found = self._known[form] = (number, len(siblings) << 1)
        siblings.append(form)
        return found

    def write(self, folder: Path) -> None:
        """Write the table."""
        ordered = sorted(self._stems)
        forms = [self._forms[self._numbers[stemmed]] for stemmed in ordered]
        write_strings(folder, "stems", ordered)
        save(folder / "stems.forms.npy", starts(map(len, forms)))
        write_strings(folder, "forms", (encoded(form) for siblings in forms for form in siblings))
