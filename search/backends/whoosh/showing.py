"""A page's hits, on their way from numbers to what is shown: each is read once, and all are marked together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from search.identity import Identified
from search.query.nodes import And, Or, Query
from search.query.nodes import Statement as StatementNode
from search.query.request import Collection
from search.results import Copy
from search.snippets import Marked


class Document:
    """One article, or one statement, by its number in a segment; read when it is asked for."""

    def __init__(self, evaluator: Evaluator, directory: SpeakerDirectory, number: int, collection: Collection) -> None:
        self.evaluator, self.segment = evaluator, evaluator.segment
        self._directory = directory
        self.statement_number = number if collection == "statements" else None
        self.article = int(self.segment.statement_articles[number]) if collection == "statements" else number

    @cached_property
    def _identified(self) -> Mapping[str, Identified]:
        return self.segment.identified(self.article, self._directory)

    @cached_property
    def card(self) -> Card:
        """What is shown of the article."""
        return read_card(self.segment.texts.cards[self.article], self._identified)

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return read_text(self.segment.texts.texts[self.article])

    def statement(self, number: int) -> Statement:
        """Give a statement of the article, by its number in the segment."""
        row = self.segment.texts.statements[number]
        return read_statement(row, self.card.id, self.card.headline, self.text, self._identified)

    @cached_property
    def own_statement(self) -> Statement:
        """The statement that was found."""
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
        self._documents = [self._document(one.segment, one.document) for one in ranked]

    def _document(self, segment: int, number: int) -> Document:
        return Document(self._evaluators[segment], self._directory, number, self._collection)

    def matches(self, others: Others | None) -> Iterator[Match]:
        """Give the hits in their order; ``others`` knows the copies that they stand for."""
        for at, (ranked, document) in enumerate(zip(self._ranked, self._documents, strict=True)):
            copies = others.of(ranked.segment, ranked.document) if others else ()
            yield Match(
                partial(getattr, document, "card"),
                partial(self._one_marked, at),
                ranked.score,
                partial(getattr, document, "own_statement") if self._collection == "statements" else None,
                tuple(self._document(*copy).as_copy for copy in copies),
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
                page = [self._shown(evaluator, self._documents[at]) for at in own]
                marked.update(zip(own, mark_all(evaluator, self._tree, page), strict=True))
        return [marked[at] for at in range(len(self._ranked))]

    def _shown(self, evaluator: Evaluator, document: Document) -> Shown:
        is_one = self._collection == "statements"
        asked = (document.own_statement,) if is_one else tuple(self._asked(evaluator, document))
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
