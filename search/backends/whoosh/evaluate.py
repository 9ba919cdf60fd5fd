"""A tree -> the articles, or statements, of one segment that match: ``matching.matches``, for all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeGuard

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import NOTHING, Array, Ints, Strings, counted, narrow, type_for
from search.backends.whoosh.cache import Cache
from search.backends.whoosh.chosen import ALL, Chosen, Column, Part, Rows, without
from search.backends.whoosh.conditions import Conditions
from search.backends.whoosh.forms import Lexicon
from search.backends.whoosh.held import Held
from search.backends.whoosh.holding import Holding
from search.backends.whoosh.layout import STATEMENT_FIELDS
from search.backends.whoosh.nearby import Said, count_windows
from search.backends.whoosh.occurrences import Places, by_stem, find_places, held_forms
from search.backends.whoosh.plans import plan
from search.backends.whoosh.segment import Segment
from search.deadline import check_time
from search.occurrences import WORD_LEAVES, WordLeaf
from search.query.leaves import ABOUT_A_STATEMENT, Forms, Phrase, Word
from search.query.nodes import Everything, InField, Query, Statement
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
        speaker_ids: Strings,
        generations: Sequence[FirstSeen],
        cache: Cache,
        places: Cache,
    ) -> None:
        """Take the segment, what its generation knows as ``Conditions`` does, and where to keep what is found.

        Places are kept by themselves.
        """
        self.segment = segment
        self._lexicon, self._cache, self._places = lexicon, cache, places
        self._conditions = Conditions(segment, speaker_ids, generations)

    def matching(self, tree: Query, collection: Collection) -> Chosen:
        """Give the documents that match an expanded tree. Raises OutOfTime."""
        if collection == "articles":
            size, dead = self.segment.columns.articles, self.segment.dead
            part = plan(tree, self._of_articles, size)
        else:
            size, dead = self.segment.columns.statements, self.segment.dead_statements
            part = plan(tree, self._of_statements, size)
        found = part.numbers
        return Chosen(size, found if part.is_live else without(dead, found)[0])

    def said(self, tree: Query) -> Chosen:
        """Give the statements that satisfy a condition on statements."""
        return self._cache.get(
            (self.segment.name, "satisfying", tree), lambda: self.matching(tree, "statements"), _bytes
        )

    def holding(self, leaf: WordLeaf, scope: str) -> Holding:
        """Give the articles that hold a leaf in headline or text ("any"), or in one field only."""

        if scope == "any" and _is_near(leaf):
            return self._near(leaf, scope)

        def find() -> Holding:
            fields = [
                (name, FIELD_WEIGHTS.get(name, 1.0), self._held(leaf, name)) for name in _FIELDS.get(scope, (scope,))
            ]
            return Holding(self.segment.columns.articles, fields)

        return self._cache.get((self.segment.name, scope, leaf), find, _bytes)

    def holding_said(self, leaf: WordLeaf) -> Holding:
        """Give the statements that hold a leaf in their words."""
        if _is_near(leaf):
            return self._near(leaf, "said")

        def find() -> Holding:
            size = self.segment.columns.statements
            # A statement stands in one field.
            found = [one for field in STATEMENT_FIELDS for one in self._said(leaf, field)]
            return Holding(size, [("statement", 1.0, Held(size, found))], self.segment.dead_statements)

        return self._cache.get((self.segment.name, "said", leaf), find, _bytes)

    def _near(self, leaf: Phrase, wanted: str) -> Holding:
        """Give the articles ("any"), or the statements ("said"), that hold words near each other.

        A page counts both, and both are found with hardly more work than one.
        """
        columns = self.segment.columns

        def find() -> Holding:
            articles, statements = [], []
            for name in STATEMENT_FIELDS:
                said = Said(self.segment.statement_articles, self.segment.said[name], columns.ranges[name])
                printed, spoken = count_windows(leaf, self.segment.fields[name], said)
                articles.append((name, FIELD_WEIGHTS[name], Held(columns.articles, [printed], self.segment.dead)))
                statements.append(spoken)
            one = ("statement", 1.0, Held(columns.statements, statements))
            found = {
                "any": Holding(columns.articles, articles),
                "said": Holding(columns.statements, [one], self.segment.dead_statements),
            }
            for name, holding in found.items():
                self._cache.put((self.segment.name, name, leaf), holding, holding.bytes)
            return found[wanted]

        return self._cache.get((self.segment.name, wanted, leaf), find, _bytes)

    def places(self, leaf: Word | Phrase, field: str) -> Places:
        """Give where a leaf matches in a field of all articles."""
        return self._places.get(
            (self.segment.name, field, leaf),
            lambda: find_places(leaf, self.segment.fields[field], self._lexicon),
            lambda places: places.size,
        )

    def lines(self, leaf: Forms, field: str) -> list[tuple[Array, Array, list[int] | None]]:
        """Give the places of each stem of some forms, their marks, and the numbers of its own forms, if not of all."""
        postings = self.segment.fields[field]
        return [
            (postings.line(at), postings.marks(at), numbers)
            for at, numbers in by_stem(leaf.forms, postings, self._lexicon)
        ]

    def _held(self, leaf: WordLeaf, field: str) -> Held:
        postings = self.segment.fields[field]
        found: list[tuple[Array, Array]]
        if isinstance(leaf, Word) and not leaf.capital:
            at = postings.number(stem(leaf.form))
            found = [postings.articles(at)] if at is not None else []
        elif isinstance(leaf, Forms):
            found = [
                postings.articles(at) if at is not None else counted(postings.article_at(places))
                for at, places in held_forms(leaf.forms, postings, self._lexicon)
            ]
        elif _is_near(leaf):
            found = [count_windows(leaf, postings)[0]]
        else:
            found = [_counted(postings.article_at(self.places(leaf, field).first), self.segment.columns.articles)]
        return Held(self.segment.columns.articles, found, self.segment.dead)

    def _said(self, leaf: WordLeaf, field: str) -> Iterator[tuple[Array, Array]]:
        """Give the statements of a field that hold a leaf, and how often each does; it may give several lists."""
        postings, said = self.segment.fields[field], self.segment.said[field]
        if isinstance(leaf, Word) and not leaf.capital:
            at = postings.number(stem(leaf.form))
            if at is not None:
                yield said.statements(at)
        elif isinstance(leaf, Forms):
            for at, places in held_forms(leaf.forms, postings, self._lexicon):
                yield said.statements(at) if at is not None else self._said_at(field, places, places)
        else:
            runs = self.places(leaf, field)
            yield self._said_at(field, runs.first, runs.last)

    def _said_at(self, field: str, first: Ints, last: Ints) -> tuple[Array, Array]:
        columns = self.segment.columns
        return _counted(np.sort(columns.ranges[field].statements_at(first, last)), columns.statements)

    def _of_articles(self, node: Query) -> Part:
        if isinstance(node, WORD_LEAVES):
            return self.holding(node, "any")
        if isinstance(node, Statement):
            key = (self.segment.name, "with", node.child)
            return self._cache.get(key, lambda: self.segment.gather(self.said(node.child)), _bytes)
        size = self.segment.columns.articles
        if isinstance(node, Everything):
            return Chosen(size, mask=self.segment.live)
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
            return Chosen(size, mask=self.segment.live_statements)
        printed, owners = self._of_articles(node), self.segment.statement_articles

        def test(rows: Rows) -> Array:
            return printed.holds(ALL).take(owners) if isinstance(rows, slice) else printed.holds(owners.take(rows))

        return Column(printed.bound * size // max(articles, 1), test)

    def _in_field(self, field: str, node: Query) -> Part:
        check_time()
        assert isinstance(node, WORD_LEAVES), f"within a field stand words only, not {node!r}"
        return self.holding(node, field)


def _is_near(leaf: WordLeaf) -> TypeGuard[Phrase]:
    return isinstance(leaf, Phrase) and leaf.near is not None


def _counted(documents: Ints, size: int) -> tuple[Array, Array]:
    """Give the documents, of ``size``, of a row in order, and how often each is there: in a third of the bytes."""
    found, counts = counted(documents)
    return found.astype(type_for(size)), narrow(counts)


def _bytes(found: Chosen | Holding) -> int:
    return found.bytes
