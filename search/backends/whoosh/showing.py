"""A page's hits, on their way from numbers to what is shown: each is read once, and all are marked together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial

import numpy as np

from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.encoding import read_card, read_statement, read_text
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.grouping import Others
from search.backends.whoosh.marking import Shown, mark_all
from search.backends.whoosh.ranking import Ranked
from search.documents import Statement
from search.hits import Card, Match, copy_of
from search.marks import Marked
from search.query.nodes import And, Or, Query
from search.query.nodes import Statement as StatementNode
from search.query.request import Collection
from search.results import Copy


class Document:
    """One article, or one statement, by its number in a segment. ``card`` is what is shown of the article."""

    def __init__(self, evaluator: Evaluator, directory: SpeakerDirectory, number: int, collection: Collection) -> None:
        """Read what is shown of it."""
        self.evaluator, self.segment = evaluator, evaluator.segment
        self.statement_number = number if collection == "statements" else None
        self.article = int(self.segment.statement_articles[number]) if collection == "statements" else number
        self._identified = self.segment.identified(self.article, directory)
        self.card = read_card(self.segment.texts.cards[self.article], self._identified)
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The article's text."""
        if self._text is None:
            self._text = read_text(self.segment.texts.texts[self.article])
        return self._text

    def statement(self, number: int) -> Statement:
        """Give a statement of the article, by its number in the segment."""
        row = self.segment.texts.statements[number]
        return read_statement(row, self.card.id, self.card.headline, self.text, self._identified)

    def own_statement(self) -> Statement:
        """Give the statement that was found."""
        assert self.statement_number is not None
        return self.statement(self.statement_number)

    def as_copy(self) -> Copy:
        """Give it as a copy of another."""
        number = self.statement_number
        return copy_of(self.card, self.segment.columns.statement_ids[number] if number is not None else None)


class Showing:
    """The hits of one page."""

    def __init__(
        self,
        evaluators: Sequence[Evaluator],
        directory: SpeakerDirectory,
        tree: Query,
        collection: Collection,
        ranked: Sequence[Ranked],
    ) -> None:
        """Take the expanded tree that was searched, and what comes first."""
        self._evaluators, self._directory = evaluators, directory
        self._tree, self._collection, self._ranked = tree, collection, ranked
        self._documents: dict[int, Document] = {}

    def _read(self, segment: int, number: int) -> Document:
        return Document(self._evaluators[segment], self._directory, number, self._collection)

    def _document(self, at: int) -> Document:
        if at not in self._documents:
            self._documents[at] = self._read(self._ranked[at].segment, self._ranked[at].document)
        return self._documents[at]

    def _card(self, at: int) -> Card:
        return self._document(at).card

    def _statement(self, at: int) -> Statement:
        return self._document(at).own_statement()

    def _copy(self, segment: int, number: int) -> Copy:
        return self._read(segment, number).as_copy()

    def matches(self, others: Others | None) -> Iterator[Match]:
        """Give the hits in their order; ``others`` knows the copies that they stand for."""
        for at, ranked in enumerate(self._ranked):
            copies = others.of(ranked.segment, ranked.document) if others else ()
            yield Match(
                partial(self._card, at),
                partial(self._one_marked, at),
                ranked.score,
                partial(self._statement, at) if self._collection == "statements" else None,
                tuple(partial(self._copy, *copy) for copy in copies),
            )

    def _one_marked(self, at: int) -> Marked:
        return self._marked[at]

    @cached_property
    def _marked(self) -> list[Marked]:
        """The hits with what matches in them, found for all those of a segment at once."""
        marked: dict[int, Marked] = {}
        for number, evaluator in enumerate(self._evaluators):
            own = [at for at, ranked in enumerate(self._ranked) if ranked.segment == number]
            if own:
                page = [self._shown(evaluator, self._document(at)) for at in own]
                marked.update(zip(own, mark_all(evaluator, self._tree, page), strict=True))
        return [marked[at] for at in range(len(self._ranked))]

    def _shown(self, evaluator: Evaluator, document: Document) -> Shown:
        is_one = self._collection == "statements"
        asked = (document.own_statement(),) if is_one else tuple(self._asked(evaluator, document))
        return Shown(document.article, document.card.headline, document.text, asked, is_one)

    def _asked(self, evaluator: Evaluator, document: Document) -> Iterator[Statement]:
        """Give the statements of an article by which it satisfies the conditions on statements."""
        nodes = tuple(_statement_nodes(self._tree))
        if not nodes:
            return
        segment = evaluator.segment
        numbers = segment.statements_of(document.article)
        found = np.logical_or.reduce([evaluator.said(node.child)[numbers.start : numbers.stop] for node in nodes])
        found &= segment.columns.statement["length"][numbers.start : numbers.stop] > 0
        yield from (document.statement(numbers.start + at) for at in np.flatnonzero(found).tolist())


def _statement_nodes(node: Query) -> Iterator[StatementNode]:
    if isinstance(node, StatementNode):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _statement_nodes(child)
