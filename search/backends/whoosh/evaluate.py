"""A tree -> the articles, or statements, of one segment that match: ``matching.matches``, for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import NOTHING, Array, counted
from search.backends.whoosh.cache import Cache
from search.backends.whoosh.chosen import ALL, Chosen, Column, Part, Rows, found_at, plan
from search.backends.whoosh.conditions import Conditions
from search.backends.whoosh.forms import Lexicon
from search.backends.whoosh.holding import Held, Holding
from search.backends.whoosh.layout import STATEMENT_FIELDS
from search.backends.whoosh.occurrences import Places, find_places
from search.backends.whoosh.segment import Segment
from search.deadline import check_time
from search.matching import WORD_LEAVES, WordLeaf
from search.query.nodes import ABOUT_A_STATEMENT, Everything, InField, Query, Statement, Word
from search.query.request import Collection
from search.results import FirstSeen
from search.scoring import FIELD_WEIGHTS

_FIELDS = {"any": ("headline", "text"), "headline": ("headline",)}
"""The fields that a scope of words means."""


class Evaluator:
    """Evaluates trees over one segment."""

    def __init__(
        self,
        segment: Segment,
        lexicon: Lexicon,
        speaker_ids: Sequence[str],
        generations: Sequence[FirstSeen],
        cache: Cache,
    ) -> None:
        """Take the segment, what its generation knows as ``Conditions`` does, and where to keep what is found."""
        self.segment = segment
        self._lexicon, self._cache = lexicon, cache
        self._conditions = Conditions(segment, speaker_ids, generations)

    def matching(self, tree: Query, collection: Collection) -> Chosen:
        """Give the live documents that match an expanded tree. Raises OutOfTime."""
        segment = self.segment
        if collection == "articles":
            found = plan(tree, self._of_articles, segment.columns.articles).numbers
            live, dead, size = segment.live, segment.dead, segment.columns.articles
        else:
            found = plan(tree, self._of_statements, segment.columns.statements).numbers
            live, dead, size = segment.live_statements, segment.dead_statements, segment.columns.statements
        if dead.size and dead.size * _FEW < found.size:
            at, is_there = found_at(found, dead)
            found = np.delete(found, at[is_there]) if is_there.any() else found
        elif dead.size:
            found = found.compress(live.take(found))
        return Chosen(size, found.astype(np.int64, copy=False))

    def said(self, tree: Query) -> Chosen:
        """Give the statements, live or not, that satisfy a condition on statements."""

        def find() -> Chosen:
            size = self.segment.columns.statements
            return Chosen(size, plan(tree, self._of_statements, size).numbers)

        return self._cache.get((self.segment.name, "satisfying", tree), find, _bytes)

    def holding(self, leaf: WordLeaf, scope: str) -> Holding:
        """Give the articles that hold a leaf in headline or text ("any"), or in one field only."""

        def find() -> Holding:
            fields = [
                (name, FIELD_WEIGHTS.get(name, 1.0), self._held(leaf, name)) for name in _FIELDS.get(scope, (scope,))
            ]
            return Holding(self.segment.columns.articles, fields)

        return self._cache.get((self.segment.name, scope, leaf), find, _bytes)

    def holding_said(self, leaf: WordLeaf) -> Holding:
        """Give the statements that hold a leaf in their words."""

        def find() -> Holding:
            if isinstance(leaf, Word) and not leaf.capital:
                found = self._said_words(stem(leaf.form))
            else:
                found = self._said_places(leaf)
            size = self.segment.columns.statements
            return Holding(size, [("statement", 1.0, Held(size, *found))])

        return self._cache.get((self.segment.name, "said", leaf), find, _bytes)

    def places(self, leaf: WordLeaf, field: str) -> Places:
        """Give where a leaf matches in a field of all articles."""
        key = (self.segment.name, "places", field, leaf)
        return self._cache.get(
            key, lambda: find_places(leaf, self.segment.fields[field], self._lexicon), lambda places: places.size
        )

    def _held(self, leaf: WordLeaf, field: str) -> Held:
        size, postings = self.segment.columns.articles, self.segment.fields[field]
        if isinstance(leaf, Word) and not leaf.capital:
            at = postings.number(stem(leaf.form))
            return Held(size, *(postings.articles(at) if at is not None else (NOTHING, NOTHING)))
        return Held(size, *counted(postings.article_at(self.places(leaf, field).first)))

    def _said_words(self, stemmed: str) -> tuple[Array, Array]:
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

    def _said_places(self, leaf: WordLeaf) -> tuple[Array, Array]:
        found = []
        for field in STATEMENT_FIELDS:
            places = self.places(leaf, field)
            found.append(self.segment.columns.ranges[field].statements_at(places.first, places.last))
        return counted(np.sort(np.concatenate(found)))

    def _of_articles(self, node: Query) -> Part:
        if isinstance(node, WORD_LEAVES):
            return self.holding(node, "any")
        if isinstance(node, Statement):
            key = (self.segment.name, "with", node.child)
            return self._cache.get(key, lambda: self.segment.gather(self.said(node.child)), _bytes)
        size = self.segment.columns.articles
        if isinstance(node, InField):
            return plan(node.child, partial(self._in_field, node.field), size)
        if isinstance(node, ABOUT_A_STATEMENT):
            return Chosen(size, NOTHING)
        return self._conditions.on_articles(node)

    def _of_statements(self, node: Query) -> Part:
        if isinstance(node, WORD_LEAVES):
            return self.holding_said(node)
        if isinstance(node, ABOUT_A_STATEMENT):
            return self._conditions.on_statements(node)
        size, articles = self.segment.columns.statements, self.segment.columns.articles
        if isinstance(node, Everything):
            return Chosen(size, mask=np.ones(size, np.bool_))
        printed, owners = self._of_articles(node), self.segment.statement_articles

        def test(rows: Rows) -> Array:
            return printed.holds(ALL).take(owners) if isinstance(rows, slice) else printed.holds(owners.take(rows))

        return Column(printed.bound * size // max(articles, 1), test)

    def _in_field(self, field: str, node: Query) -> Part:
        check_time()
        assert isinstance(node, WORD_LEAVES), f"within a field stand words only, not {node!r}"
        return self.holding(node, field)


def _bytes(found: Chosen | Holding) -> int:
    return found.bytes


_FEW = 16
"""So many times fewer dead documents are looked for among those that were found."""
