"""Facets: how many of the documents that match have each value of a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from search.analysis import begin_words, forms
from search.backends.whoosh.arrays import NOTHING, Ints, counted, tallied
from search.backends.whoosh.chosen import Chosen, found_at
from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.grouping import Copies
from search.backends.whoosh.segment import Segment
from search.backends.whoosh.values import Values
from search.documents import KINDS
from search.query.request import Collection
from search.results import Facet, FacetField, FacetValue

SAID: tuple[FacetField, ...] = ("speaker", "role", "kind")
"""The fields of statements: an article has the values of those of its statements that are shown."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Of one segment: the documents that match; and, of articles, the statements whose values count.

    Without ``statements``, those that are usually shown count: for speakers and kinds, these are known.
    """

    segment: Segment
    found: Chosen
    statements: Chosen | None = None

    @property
    def documents(self) -> Ints:
        """The documents' numbers, in order."""
        return self.found.rows


class Facets:
    """Counts values over the segments of a generation."""

    def __init__(
        self,
        segments: Sequence[Segment],
        copies: Mapping[Collection, Sequence[Copies]],
        directory: SpeakerDirectory,
    ) -> None:
        """Take the segments, what has copies in them, and who speaks in them."""
        self._segments, self._copies, self._directory = segments, copies, directory
        self._known: dict[FacetField, Values] = {}

    def count(
        self,
        field: FacetField,
        selections: Sequence[Selection],
        collection: Collection,
        limit: int,
        is_grouped: bool,
        offset: int,
        beginning: str,
    ) -> Facet:
        """Count the values of a field; if ``is_grouped``, a group of copies once for each value that any of it has."""
        own = self._own(field, selections, collection)
        counts = self._by_value(field, selections, collection, own)
        copied = self._copied(selections, collection) if is_grouped else []
        if copied:
            counts -= self._by_value(field, copied, collection, self._own(field, copied, collection))
            counts += self._of_groups(field, copied, collection)
        if field == "speaker":
            return self._speakers(counts, limit, offset, beginning)
        values = self._values(field).printed(counts, own)
        if field in ("month", "year"):
            return Facet(field, tuple(values), len(values))
        if beginning:
            wanted = forms(beginning)
            values = [value for value in values if begin_words(wanted, (value.label,))]
        values.sort(key=lambda value: (-value.count, value.label, value.value))
        return Facet(field, tuple(values[offset : offset + limit]), len(values))

    def _values(self, field: FacetField) -> Values:
        if field not in self._known:
            self._known[field] = Values(field, self._segments)
        return self._known[field]

    def _copied(self, selections: Sequence[Selection], collection: Collection) -> list[Selection]:
        """Give the part of each selection that has copies; nothing at all if none has."""
        rows = [known.among(one.found) for one, known in zip(selections, self._copies[collection], strict=True)]
        if not any(map(len, rows)):
            return []
        return [
            replace(one, found=Chosen(known.size, known.numbers.take(own)))
            for one, known, own in zip(selections, self._copies[collection], rows, strict=True)
        ]

    def _speakers(self, counts: Ints, limit: int, offset: int, beginning: str) -> Facet:
        """Give the speakers who are heard most: only those that are shown are looked at one by one."""
        found = np.flatnonzero(counts != 0)
        if beginning:
            found = np.intersect1d(found, np.array(self._directory.beginning(beginning), np.int64))
        end = offset + limit
        # More heard comes first, and of those heard as often whose name does.
        order = self._directory.places_by_name.take(found) - counts.take(found) * counts.size
        chosen = order.argpartition(end - 1)[:end] if found.size > end > 0 else np.arange(min(found.size, end))
        shown = found.take(chosen.take(order.take(chosen).argsort())[offset:])
        values = [
            FacetValue(self._directory.id(at), self._directory.name(at), many)
            for at, many in zip(shown.tolist(), counts.take(shown).tolist(), strict=True)
        ]
        return Facet("speaker", tuple(values), int(found.size))

    def _own(self, field: FacetField, selections: Sequence[Selection], collection: Collection) -> list[Ints]:
        """Count the documents of each segment that have each of its labels; of speakers, each speaker."""
        if field == "speaker":
            many = len(self._directory.ids)
            return [_count(field, one, collection, many) for one in selections]
        values = self._values(field)
        return [_count(field, one, collection, values.own(at)) for at, one in enumerate(selections)]

    def _by_value(
        self, field: FacetField, selections: Sequence[Selection], collection: Collection, own: Sequence[Ints]
    ) -> Ints:
        """Count the documents that have each value, from those that have each label of it."""
        if field == "speaker":
            some = [one for one in own if one.size]
            return np.add.reduce(some) if len(some) > 1 else some[0] if some else np.zeros(0, np.int64)
        values = self._values(field)
        several = any(one.segment.together_speakers.size for one in selections)
        if field != "role" or (collection == "statements" and not several):
            return values.counts_within(values.counts(own))
        counts = np.zeros(len(values), np.int64)
        for at, selected in enumerate(selections):
            owners, labels = _pairs(field, selected, collection)
            counts += _distinct(owners, values.numbers(at, labels), len(values) + 1)[:-1]
        return counts

    def _of_groups(self, field: FacetField, copied: Sequence[Selection], collection: Collection) -> Ints:
        """Count the groups of copies of which any has each value."""
        groups, numbers = [], []
        for at, (one, known) in enumerate(zip(copied, self._copies[collection], strict=True)):
            owners, own = _pairs(field, one, collection)
            owners = known.groups[np.searchsorted(known.numbers, owners)]
            if field != "speaker":
                owners, own = self._values(field).pairs_within(owners, self._values(field).numbers(at, own))
            groups.append(owners)
            numbers.append(own)
        every = len(self._directory.ids) if field == "speaker" else len(self._values(field))
        return _distinct(np.concatenate(groups), np.concatenate(numbers), every + 1)[:-1]


def _count(field: FacetField, selected: Selection, collection: Collection, many: int) -> Ints:
    """Count, by the segment's own numbers, the documents that have each of ``many`` labels; nothing for none."""
    if not selected.documents.size:
        return NOTHING  # as in most of the small segments that updates leave
    if collection == "articles" and field in SAID:
        heard = selected.segment.heard
        if selected.statements is not None:
            return _distinct(*_pairs(field, selected, collection), many)
        if field == "speaker":
            return heard.count(selected.documents, many)
        kinds = heard.kinds.take(selected.documents)
        return np.array([np.count_nonzero(kinds & (1 << kind)) for kind in range(many)])
    return tallied(_pairs(field, selected, collection)[1], many)


def _pairs(field: FacetField, selected: Selection, collection: Collection) -> tuple[Ints, Ints]:
    """Give documents with the segment's own numbers of what they have; a pair may come twice if statements have it."""
    segment, documents = selected.segment, selected.documents
    if field not in SAID:
        articles = segment.statement_articles.take(documents) if collection == "statements" else documents
        return documents, segment.columns.article["month" if field == "year" else field].take(articles)
    if collection == "articles" and selected.statements is None:
        if field == "speaker":
            return segment.heard.pairs(documents)
        own = [documents[segment.heard.kinds[documents] & (1 << kind) != 0] for kind in range(len(KINDS))]
        return np.concatenate(own), np.repeat(np.arange(len(KINDS)), list(map(len, own)))
    if selected.statements is not None:
        statements = selected.statements.rows
        owners = segment.statement_articles.take(statements)
        is_found = selected.found.holds(owners)
        statements, owners = statements.compress(is_found), owners.compress(is_found)
    else:
        statements = owners = documents
    numbers = (segment.statement_speakers if field == "speaker" else segment.columns.statement[field])[statements]
    has_any = numbers >= 0
    pairs = owners[has_any], numbers[has_any]
    return pairs if field == "kind" else _with_together(field, segment, pairs, statements, owners)


def _with_together(
    field: FacetField, segment: Segment, pairs: tuple[Ints, Ints], statements: Ints, owners: Ints
) -> tuple[Ints, Ints]:
    """Give also what those have who make a statement together with its first speaker; then each pair comes once."""
    together = segment.columns.together
    if not together["statement"].size:
        return pairs
    numbers = segment.together_speakers if field == "speaker" else together[field].astype(np.int64)
    at, is_chosen = found_at(statements, together["statement"].astype(np.int64))
    is_chosen &= numbers >= 0
    if not is_chosen.any():
        return pairs
    every = (
        np.concatenate((pairs[0], owners.take(at[is_chosen]))),
        np.concatenate((pairs[1], numbers[is_chosen])),
    )
    distinct = np.unique(np.stack(every), axis=1)
    return distinct[0], distinct[1]


def _distinct(owners: Ints, numbers: Ints, most: int) -> Ints:
    """Count for each of ``most`` numbers the owners that have it; one that has it twice once."""
    if not owners.size:
        return np.zeros(most, np.int64)
    many = int(owners.max()) + 1
    pairs = numbers.astype(np.int64) * many + owners
    if most > owners.size or many * most > _FLAGS:
        return np.bincount(counted(np.sort(pairs))[0] // many, minlength=most)
    flags = np.zeros((most, many), np.bool_)
    flags.reshape(-1)[pairs] = True
    # Asked row by row, numpy counts a hundred times as fast as along an axis.
    return np.array([np.count_nonzero(row) for row in flags])


_FLAGS = 1 << 22
"""Bytes of flags up to which it is faster to raise them than to sort, where there are not more numbers than pairs."""
