"""A segment's articles and statements as columns, opened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np

from search.analysis import forms
from search.backends.whoosh.arrays import (
    Array,
    encoded,
    stand,
)
from search.backends.whoosh.layout import STATEMENT_FIELDS
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.ranges import Ranges
from search.ids import slug


class Labels:
    """A column's distinct values by number, and the words in them."""

    def __init__(self, values: Sequence[str]) -> None:
        """Take the values."""
        self.values = tuple(values)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The values as they stand in addresses."""
        return tuple(map(slug, self.values))

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(forms(value)) for value in self.values)

    def holding(self, words: Sequence[str]) -> Array:
        """Say of each value whether it holds all the words."""
        wanted = frozenset(words)
        return np.fromiter((wanted <= held for held in self._words), np.bool_, len(self.values))

    def called(self, slugs: Sequence[str]) -> Array:
        """Say of each value whether it is one of these in addresses; one that is empty is none."""
        pairs = zip(self.values, self.slugs, strict=True)
        return np.fromiter((value != "" and name in slugs for value, name in pairs), np.bool_, len(self.values))


_KEPT = 4096
"""So many ids are kept at hand as they are read."""


class _Tables(dict[str, Labels]):
    """Labels by the name of their table, each of which is read when it is first asked for."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed

    def __missing__(self, name: str) -> Labels:
        found = self[name] = Labels([value or "" for value in self._packed.json(f"table.{name}")])
        return found


class Columns:
    """A segment's columns, opened. ``speaker_id`` gives the id that articles have for a speaker, by number."""

    def __init__(self, packed: Packed) -> None:
        """Open what ``columns_builder.ColumnsBuilder`` wrote."""
        self.packed = packed
        self.ids, self.statement_ids = packed.strings("ids"), packed.strings("statement_ids")
        self.article, self.statement = packed.rows("article"), packed.rows("statement")
        self.appearance, self.expansion = packed.rows("appearance"), packed.rows("expansion")
        self.together = packed.rows("together")
        self.ranges = {field: Ranges(packed, field) for field in STATEMENT_FIELDS}
        self._paragraph_marks = packed.array("paragraph.marks")
        self._paragraph_articles = packed.array("paragraph.articles")
        self.speaker_id = lru_cache(maxsize=_KEPT)(packed.strings("speaker_ids").__getitem__)
        self.tables = _Tables(packed)

    @cached_property
    def speakers(self) -> list[tuple[str, str, str | None, str]]:
        """The id, name, role and type of each speaker."""
        return [tuple(row) for row in self.packed.json("table.speakers")]

    @cached_property
    def expansions(self) -> list[tuple[str, str]]:
        """The acronyms that are spelt out, with their full names."""
        return [tuple(row) for row in self.packed.json("table.expansions")]

    @cached_property
    def sketches(self) -> Array:
        """The articles' sketches, a row each."""
        return self.packed.array("sketches")

    def sharing(self, marks: Sequence[int]) -> set[int]:
        """Give the articles, live or not, that have a paragraph with any of these marks."""
        wanted = np.array(sorted(marks), np.int64)
        begins = stand(self._paragraph_marks, wanted - 1)
        ends = stand(self._paragraph_marks, wanted)
        pairs = zip(begins.tolist(), ends.tolist(), strict=True)
        return {number for begin, end in pairs for number in self._paragraph_articles[begin:end].tolist()}

    @property
    def articles(self) -> int:
        """How many articles there are, live or not."""
        return len(self.ids)

    @property
    def statements(self) -> int:
        """How many statements there are, live or not."""
        return len(self.statement_ids)

    def find(self, id: str) -> int | None:
        """Give the last article added under an id."""
        order = self.article["by_id"]
        at = self.ids.place(id, order)
        found = None
        while at < len(order) and self.ids.raw(int(order[at])) == encoded(id):
            found = max(found if found is not None else -1, int(order[at]))
            at += 1
        return found
