"""The values of a field over all segments of a generation: their numbers, and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import repeat

import numpy as np

from search.analysis import plain_words
from search.backends.whoosh.arrays import Ints
from search.backends.whoosh.segment import Segment
from search.documents import KINDS
from search.ids import slug
from search.results import FacetField, FacetValue

_TABLES = {"outlet": "outlets", "place": "places", "month": "months", "year": "months", "role": "roles"}
_BY_TIME, _IN_ADDRESSES = ("month", "year"), ("outlet", "role")


class Values:
    """A field's distinct values by number. Several labels may be printed for one: "The Sun", "THE SUN".

    What has a place has every place whose words are all in it, as a search finds it: "Austin, Texas" is in Austin too.
    """

    def __init__(self, field: FacetField, segments: Sequence[Segment]) -> None:
        """Take the labels of all segments; an empty one is a value only where it stands for no date."""
        own = [KINDS if field == "kind" else one.columns.tables[_TABLES[field]].values for one in segments]
        if field == "year":
            own = [tuple(label[:4] for label in labels) for labels in own]
        self._labels = sorted({label for labels in own for label in labels})
        asked = slug if field in _IN_ADDRESSES else plain_words if field == "place" else str
        value_of = {label: asked(label) for label in self._labels if label or field in _BY_TIME}
        if field == "place":
            value_of = {label: value for label, value in value_of.items() if value}
        self._values = sorted(set(value_of.values()), key=lambda value: (value == "", value))
        place = {value: at for at, value in enumerate(self._values)}
        places = [place[value_of[label]] if label in value_of else len(place) for label in self._labels]
        self._value_of = np.array(places, np.int64)
        self._printed: list[list[int]] = [[] for _ in (*self._values, None)]
        for at, number in enumerate(places):
            self._printed[number].append(at)
        self._only_label = [self._labels[own[0]] if len(own) == 1 else "" for own in self._printed]
        numbers = {label: at for at, label in enumerate(self._labels)}
        self._label_of = [np.array([numbers[label] for label in labels], np.int64) for labels in own]
        self._own_value_of = [self._value_of.take(labels) for labels in self._label_of]
        self._within = _held_in(self._values) if field == "place" else None

    def __len__(self) -> int:
        return len(self._values)

    def own(self, segment: int) -> int:
        """Give how many labels a segment has."""
        return len(self._label_of[segment])

    def numbers(self, segment: int, own: Ints) -> Ints:
        """Give the numbers of values for those of a segment's labels; for what is no value, one more than the last."""
        found: Ints = self._own_value_of[segment].take(own)
        return found

    def counts(self, own: Sequence[Ints]) -> Ints:
        """Give how often each value stands, from how often each segment's own labels do."""
        return _summed(len(self) + 1, self._own_value_of, own)[:-1]

    def counts_within(self, counts: Ints) -> Ints:
        """Give how often each value stands by itself or within another, from how often each stands by itself."""
        if self._within is None:
            return counts
        total = np.zeros_like(counts)
        np.add.at(total, self._within[1], counts.take(self._within[0]))
        return total

    def pairs_within(self, owners: Ints, numbers: Ints) -> tuple[Ints, Ints]:
        """Give owners with the numbers of the values that they have, and of those that stand within these."""
        if self._within is None:
            return owners, numbers
        outer, inner = self._within
        first, last = np.searchsorted(outer, numbers), np.searchsorted(outer, numbers, "right")
        many = last - first
        behind = np.repeat(np.cumsum(many) - many, many)
        at = np.arange(behind.size) - behind + np.repeat(first, many)
        return np.repeat(owners, many), inner.take(at)

    def printed(self, counts: Ints, own: Sequence[Ints]) -> list[FacetValue]:
        """Give the values that stand somewhere by themselves, in their order, each as it is printed most often."""
        found = np.flatnonzero(counts if self._within is None else self.counts(own))
        numbers, only = found.tolist(), self._only_label
        labels = [only[at] for at in numbers]
        if not all(labels):
            by_label = _summed(len(self._labels), self._label_of, own).tolist()
            labels = [known or self._label(at, by_label) for at, known in zip(numbers, labels, strict=True)]
        values = [self._values[at] for at in numbers]
        # Months are many: made so, tuples with names take a third of the time that calls of their class do.
        return list(map(_value, zip(values, labels, counts.take(found).tolist(), repeat(False), repeat(""))))

    def _label(self, value: int, by_label: Sequence[int]) -> str:
        return max([(by_label[at], self._labels[at]) for at in self._printed[value]])[1]


_value = partial(tuple.__new__, FacetValue)


def _held_in(values: Sequence[str]) -> tuple[Ints, Ints]:
    """Give pairs of values by number, in order: one, and another (or itself) all of whose words are in it."""
    words = [frozenset(value.split()) for value in values]
    by_word: dict[str, set[int]] = {}
    for at, held in enumerate(words):
        for word in held:
            by_word.setdefault(word, set()).add(at)
    holding = (set.intersection(*[by_word[word] for word in held]) for held in words)
    pairs = sorted((outer, at) for at, found in enumerate(holding) for outer in found)
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _summed(size: int, numbers: Sequence[Ints], counts: Sequence[Ints]) -> Ints:
    """Sum counts of several segments under their numbers, of which one may come several times; some have none."""
    total = np.zeros(size, np.int64)
    for own, many in zip(numbers, counts, strict=True):
        if many.size:
            np.add.at(total, own, many)
    return total
