"""The forms of an archive as a writer keeps them: each stem's forms, by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from search.analysis import Token, stem
from search.backends.whoosh.arrays import encoded, save, starts, write_strings
from search.backends.whoosh.forms import Lexicon
from search.backends.whoosh.layout import NUMBERS
from search.backends.whoosh.schema import Posting, pack_places


class GrowingForms:
    """Numbers are given in the order of first sight and never change their meaning."""

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
