"""A tree -> the articles, or statements, of one segment that match: ``matching.matches``, for all of them at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask, counted
from search.backends.whoosh.cache import Cache
from search.backends.whoosh.forms import Lexicon
from search.backends.whoosh.layout import STATEMENT_FIELDS
from search.backends.whoosh.occurrences import Places, find_places
from search.backends.whoosh.segment import Segment
from search.deadline import check_time
from search.documents import ATTRIBUTIONS, CUE_CLASSES, KINDS
from search.matching import WORD_LEAVES, WordLeaf
from search.ordering import UNDATED_DAY
from search.query.nodes import (
    ABOUT_A_STATEMENT,
    Added,
    And,
    Attributed,
    CuedBy,
    DatedAt,
    Everything,
    InField,
    Not,
    OfKind,
    Or,
    OutletNamed,
    PrintedIn,
    Published,
    Query,
    SaidAs,
    SaidBy,
    SpeakerNamed,
    Statement,
    Word,
)
from search.query.request import Collection
from search.results import FirstSeen

_FEW = 4
"""Up to so many speakers are looked for one by one."""
Counts = tuple[Array, Array]
"""Numbers of documents, in order, and how often a leaf matches in each."""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Evaluates trees over one segment.

    ``speaker_ids`` are the directory's, in order; ``generations`` those that articles came in, earliest first.
    """

    segment: Segment
    lexicon: Lexicon
    speaker_ids: Sequence[str]
    generations: Sequence[FirstSeen]
    cache: Cache

    def matching(self, tree: Query, collection: Collection) -> Mask:
        """Give the live documents that match an expanded tree."""
        if collection == "articles":
            return self._articles(tree) & self.segment.live
        return self._statements(tree) & self.segment.live_statements

    def said(self, tree: Query) -> Mask:
        """Give the statements, live or not, that satisfy a condition on statements."""
        key = (self.segment.name, "satisfying", tree)
        return self.cache.get(key, lambda: self._statements(tree), lambda found: found.nbytes)

    def counts(self, leaf: WordLeaf, field: str) -> Counts:
        """Give the articles in whose field a leaf matches, and how often."""
        if isinstance(leaf, Word) and not leaf.capital:
            postings = self.segment.fields[field]
            at = postings.number(stem(leaf.form))
            return postings.articles(at) if at is not None else (NOTHING, NOTHING)
        key = (self.segment.name, field, leaf)
        return self.cache.get(key, lambda: self._counts(leaf, field), _size)

    def counts_said(self, leaf: WordLeaf) -> Counts:
        """Give the statements in whose words a leaf matches, and how often."""
        if isinstance(leaf, Word) and not leaf.capital:
            return self._said_words(stem(leaf.form))
        key = (self.segment.name, "said", leaf)
        return self.cache.get(key, lambda: self._counts_said(leaf), _size)

    def _counts(self, leaf: WordLeaf, field: str) -> Counts:
        return counted(self.segment.fields[field].article_at(self.places(leaf, field).first))

    def _said_words(self, stemmed: str) -> Counts:
        found = []
        for field in STATEMENT_FIELDS:
            at = self.segment.fields[field].number(stemmed)
            if at is not None:
                found.append(self.segment.said[field].statements(at))
        held = [one for one in found if one[0].size]
        if len(held) < 2:
            return held[0] if held else (NOTHING, NOTHING)
        numbers, counts = (np.concatenate(parts) for parts in zip(*held, strict=True))
        order = np.argsort(numbers)
        return numbers[order], counts[order]

    def _counts_said(self, leaf: WordLeaf) -> Counts:
        found = []
        for field in STATEMENT_FIELDS:
            places = self.places(leaf, field)
            found.append(self.segment.columns.ranges[field].statements_at(places.first, places.last))
        return counted(np.sort(np.concatenate(found)))

    def places(self, leaf: WordLeaf, field: str) -> Places:
        """Give where a leaf matches in a field of all articles."""
        key = (self.segment.name, "places", field, leaf)
        return self.cache.get(
            key, lambda: find_places(leaf, self.segment.fields[field], self.lexicon), lambda places: places.size
        )

    def _articles(self, node: Query) -> Mask:
        check_time()
        size = self.segment.columns.articles
        if isinstance(node, And):
            return _all([self._articles(child) for child in node.children])
        if isinstance(node, Or):
            return _any([self._articles(child) for child in node.children], size)
        if isinstance(node, Not):
            return ~self._articles(node.child)
        if isinstance(node, Statement):
            key = (self.segment.name, "with", node.child)
            gathered: Mask = self.cache.get(
                key, lambda: self.segment.gather(self.said(node.child)), lambda found: found.nbytes
            )
            return gathered
        if isinstance(node, InField):
            return self._in_field(node.child, node.field)
        if isinstance(node, WORD_LEAVES):
            return self._in_field(node, "headline") | self._in_field(node, "text")
        if isinstance(node, ABOUT_A_STATEMENT):
            return np.zeros(size, np.bool_)
        return self._printed(node)

    def _statements(self, node: Query) -> Mask:
        check_time()
        size = self.segment.columns.statements
        if isinstance(node, And):
            return _all([self._statements(child) for child in node.children])
        if isinstance(node, Or):
            return _any([self._statements(child) for child in node.children], size)
        if isinstance(node, Not):
            return ~self._statements(node.child)
        if isinstance(node, WORD_LEAVES):
            return _mask(self.counts_said(node)[0], size)
        if isinstance(node, ABOUT_A_STATEMENT):
            return self._said(node)
        if isinstance(node, Everything):
            return np.ones(size, np.bool_)
        found: Mask = self.segment.spread(self._articles(node))
        return found

    def _in_field(self, node: Query, field: str) -> Mask:
        check_time()
        size = self.segment.columns.articles
        if isinstance(node, And):
            return _all([self._in_field(child, field) for child in node.children])
        if isinstance(node, Or):
            return _any([self._in_field(child, field) for child in node.children], size)
        if isinstance(node, Not):
            return ~self._in_field(node.child, field)
        assert isinstance(node, WORD_LEAVES), f"within a field stand words only, not {node!r}"
        return _mask(self.counts(node, field)[0], size)

    def _said(self, node: Query) -> Mask:
        columns = self.segment.columns
        if isinstance(node, OfKind):
            return _one_of(columns.statement["kind"], [KINDS.index(kind) for kind in node.kinds])
        if isinstance(node, Attributed):
            wanted = [ATTRIBUTIONS.index(attribution) for attribution in node.attributions]
            return _one_of(columns.statement["attribution"], wanted)
        if isinstance(node, CuedBy):
            return _one_of(columns.statement["cue_class"], [CUE_CLASSES.index(cue) for cue in node.cue_classes])
        if isinstance(node, SaidBy):
            wanted_speakers, speakers = self._called(node.speakers), self.segment.statement_speakers
            asked = np.flatnonzero(wanted_speakers).tolist()
            if len(asked) > _FEW:
                return wanted_speakers[speakers]
            return _any([speakers == number for number in asked], speakers.size)
        assert isinstance(node, SaidAs | SpeakerNamed)
        column, table = ("role", "roles") if isinstance(node, SaidAs) else ("name", "names")
        holding = np.append(columns.tables[table].holding(node.words), False)
        return holding[columns.statement[column]]

    def _called(self, asked: Sequence[str]) -> Mask:
        """Say of each speaker, and last of none, whether one of the ids means them."""
        found = np.zeros(len(self.speaker_ids) + 1, np.bool_)
        for id in asked:
            at = bisect_left(self.speaker_ids, id)
            found[at : at + 1] |= at < len(self.speaker_ids) and self.speaker_ids[at] == id
            found[bisect_left(self.speaker_ids, f"{id}.") : bisect_left(self.speaker_ids, f"{id}/")] = True
        found[-1] = False
        return found

    def _printed(self, node: Query) -> Mask:
        columns = self.segment.columns
        if isinstance(node, Everything):
            return np.ones(columns.articles, np.bool_)
        if isinstance(node, PrintedIn):
            return columns.tables["outlets"].called(node.outlets)[columns.article["outlet"]]
        if isinstance(node, OutletNamed):
            return columns.tables["outlets"].holding(node.words)[columns.article["outlet"]]
        if isinstance(node, DatedAt):
            return columns.tables["places"].holding(node.words)[columns.article["place"]]
        if isinstance(node, Added):
            later = np.array([known.generation > node.bound for known in self.generations], np.bool_)
            return later[self.segment.seen] if later.size else np.zeros(columns.articles, np.bool_)
        assert isinstance(node, Published), f"{node!r} is not expanded"
        first, last = columns.article["first"], columns.article["last"]
        undated: Mask = first == UNDATED_DAY
        if node.undated == "only":
            return undated
        found: Mask = ~undated
        if node.dates.last:
            found &= first <= node.dates.last.toordinal()
        if node.dates.first:
            found &= last >= node.dates.first.toordinal()
        return found | undated if node.undated == "with" else found


def _all(masks: list[Mask]) -> Mask:
    found: Mask = np.logical_and.reduce(masks)
    return found


def _any(masks: list[Mask], size: int) -> Mask:
    found: Mask = np.logical_or.reduce(masks) if masks else np.zeros(size, np.bool_)
    return found


def _mask(numbers: Ints, size: int) -> Mask:
    found = np.zeros(size, np.bool_)
    found[numbers] = True
    return found


def _one_of(values: Array, wanted: list[int]) -> Mask:
    """Say of each value whether it is one of those wanted."""
    if len(wanted) == 1:
        found: Mask = values == wanted[0]
        return found
    return np.isin(values, wanted)


def _size(counts: Counts) -> int:
    return counts[0].nbytes + counts[1].nbytes
