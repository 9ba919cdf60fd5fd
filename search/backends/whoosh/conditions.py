"""Conditions on articles and on statements that their columns tell: ``matching``'s, for any rows of a segment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from search.backends.whoosh.arrays import Array, Mask, Strings, counted
from search.backends.whoosh.chosen import Column, Rows, at, found_at
from search.backends.whoosh.segment import Segment
from search.documents import ATTRIBUTIONS, CUE_CLASSES, KINDS
from search.ordering import UNDATED_DAY
from search.query.leaves import (
    Added,
    Attributed,
    CuedBy,
    DatedAt,
    OfKind,
    OutletNamed,
    PrintedIn,
    Published,
    SaidAs,
    SaidBy,
    SpeakerNamed,
)
from search.query.nodes import Query
from search.results import FirstSeen

Test = Callable[[Rows], Mask]
_FEW = 4
"""Up to so many speakers are looked for one by one."""
_ONE_OF = 64
"""About one in so many statements is of somebody who is asked for."""


class Conditions:
    """The conditions on one segment's rows.

    ``speaker_ids`` are the directory's, in order; ``generations`` those that articles came in, earliest first.
    """

    def __init__(self, segment: Segment, speaker_ids: Strings, generations: Sequence[FirstSeen]) -> None:
        """Take the segment, and what its generation knows."""
        self._segment, self._speaker_ids, self._generations = segment, speaker_ids, generations

    def on_statements(self, node: Query) -> Column:
        """Give a condition on statements."""
        columns = self._segment.columns
        size = columns.statements
        if isinstance(node, OfKind):
            return Column(size, partial(_one_of, columns.statement["kind"], [KINDS.index(one) for one in node.kinds]))
        if isinstance(node, Attributed):
            wanted = [ATTRIBUTIONS.index(attribution) for attribution in node.attributions]
            return Column(size, partial(_one_of, columns.statement["attribution"], wanted))
        if isinstance(node, CuedBy):
            wanted = [CUE_CLASSES.index(cue) for cue in node.cue_classes]
            return Column(size, partial(_one_of, columns.statement["cue_class"], wanted))
        if isinstance(node, SaidBy):
            called = self._called(node.speakers)
            asked, speakers = np.flatnonzero(called).tolist(), self._segment.statement_speakers
            is_few = len(asked) <= _FEW
            first = partial(_one_of, speakers, asked) if is_few else partial(_looked_up, called, speakers)
            return Column(size // _ONE_OF, self._or_together(first, called, self._segment.together_speakers))
        assert isinstance(node, SaidAs | SpeakerNamed)
        column, table = ("role", "roles") if isinstance(node, SaidAs) else ("name", "names")
        holding = np.append(columns.tables[table].holding(node.words), False)
        first = partial(_looked_up, holding, columns.statement[column])
        return Column(size // _ONE_OF, self._or_together(first, holding, columns.together[column]))

    def _or_together(self, first: Test, wanted: Mask, others: Array) -> Test:
        """Give what tells of each statement whether its first speaker is wanted, or any of the ``others``."""
        if not others.size:
            return first
        together = self._segment.columns.together["statement"].astype(np.int64)
        statements = counted(together.compress(wanted.take(others)))[0]
        return partial(_or_among, first, statements) if statements.size else first

    def _called(self, asked: Sequence[str]) -> Mask:
        """Say of each speaker, and last of none, whether one of the ids means them."""
        ids = self._speaker_ids
        found = np.zeros(len(ids) + 1, np.bool_)
        for id in asked:
            place = bisect_left(ids, id)
            found[place : place + 1] |= place < len(ids) and ids[place] == id
            found[bisect_left(ids, f"{id}.") : bisect_left(ids, f"{id}/")] = True
        found[-1] = False
        return found

    def on_articles(self, node: Query) -> Column:
        """Give a condition on articles."""
        return Column(self._segment.columns.articles, self._on_articles(node))

    def _on_articles(self, node: Query) -> Callable[[Rows], Mask]:
        columns = self._segment.columns
        if isinstance(node, PrintedIn):
            return partial(_looked_up, columns.tables["outlets"].called(node.outlets), columns.article["outlet"])
        if isinstance(node, OutletNamed):
            return partial(_looked_up, columns.tables["outlets"].holding(node.words), columns.article["outlet"])
        if isinstance(node, DatedAt):
            return partial(_looked_up, columns.tables["places"].holding(node.words), columns.article["place"])
        if isinstance(node, Added):
            later = np.array([known.generation > node.bound for known in self._generations], np.bool_)
            return partial(_looked_up, later if later.size else np.zeros(1, np.bool_), self._segment.seen)
        assert isinstance(node, Published), f"{node!r} is not expanded"
        return partial(_published, node, columns.article["first"], columns.article["last"])


def _published(node: Published, first: Array, last: Array, rows: Rows) -> Mask:
    first = at(first, rows)
    undated: Mask = first == UNDATED_DAY
    if node.undated == "only":
        return undated
    found: Mask = ~undated
    if node.dates.last:
        found &= first <= node.dates.last.toordinal()
    if node.dates.first:
        found &= at(last, rows) >= node.dates.first.toordinal()
    return found | undated if node.undated == "with" else found


def _one_of(values: Array, wanted: list[int], rows: Rows) -> Mask:
    """Say of each value whether it is one of those wanted."""
    asked = at(values, rows)
    if len(wanted) > _FEW:
        return np.isin(asked, wanted)
    found = asked == wanted[0] if wanted else np.zeros(asked.size, np.bool_)
    for one in wanted[1:]:
        found |= asked == one
    return found


def _or_among(first: Test, numbers: Array, rows: Rows) -> Mask:
    found = first(rows)
    if isinstance(rows, np.ndarray):
        return found | found_at(numbers, rows)[1]
    found[numbers] = True
    return found


def _looked_up(wanted: Mask, values: Array, rows: Rows) -> Mask:
    return wanted.take(at(values, rows))
