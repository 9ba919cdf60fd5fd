"""A segment's articles and statements as columns, opened."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from search.analysis import forms
from search.backends.whoosh.arrays import (
    Array,
    Strings,
    encoded,
    load,
    stand,
)
from search.backends.whoosh.layout import STATEMENT_FIELDS
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


class Columns:
    """A segment's columns, opened."""

    def __init__(self, folder: Path) -> None:
        """Open what ``columns_builder.ColumnsBuilder`` wrote."""
        self.folder = folder
        names = sorted(os.listdir(folder))
        self.ids = Strings(folder, "ids")
        self.statement_ids = Strings(folder, "statement_ids")
        self.article = _rows(folder, names, "article")
        self.statement = _rows(folder, names, "statement")
        self.appearance = _rows(folder, names, "appearance")
        self.ranges = {field: Ranges(folder, field) for field in STATEMENT_FIELDS}
        self._paragraph_marks = load(folder / "paragraph.marks.npy")
        self._paragraph_articles = load(folder / "paragraph.articles.npy")
        tables = json.loads((folder / "tables.json").read_text(encoding="ascii"))
        self.speakers: list[tuple[str, str, str | None, str]] = [tuple(row) for row in tables.pop("speakers")]
        self.expansions: list[tuple[str, str]] = [tuple(row) for row in tables.pop("expansions")]
        self.expansion = _rows(folder, names, "expansion")
        self.tables = {name: Labels([value or "" for value in values]) for name, values in tables.items()}

    @cached_property
    def sketches(self) -> Array:
        """The articles' sketches, a row each."""
        return load(self.folder / "sketches.npy")

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


def _rows(folder: Path, names: Sequence[str], what: str) -> dict[str, Array]:
    """Give the columns that have one row for each article, statement and so on, by name."""
    parts = (name.split(".") for name in names if name.startswith(f"{what}.") and name.endswith(".npy"))
    return {own[1]: load(folder / ".".join(own)) for own in parts}
