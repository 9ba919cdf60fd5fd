"""A page's hits, on their way from numbers to what is shown: each is read once, and all are marked together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

import numpy as np

from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.encoding import read_cards, read_statement, read_text
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.grouping import Others
from search.backends.whoosh.marking import Shown, mark_all
from search.backends.whoosh.ranking import Ranked
from search.backends.whoosh.segment import Segment
from search.documents import Statement
from search.hits import Card, Match, copy_of
from search.identity import Identified
from search.marks import Marked
from search.query.nodes import And, Or, Query
from search.query.nodes import Statement as StatementNode
from search.query.request import Collection
from search.results import Copy


class Document:
    """One article, or one statement, by its number in a segment. ``card`` is what is shown of the article."""

    def __init__(
        self,
        segment: Segment,
        directory: SpeakerDirectory,
        article: int,
        statement: int | None,
        heard: Mapping[str, tuple[int, int]],
        card: Card,
        text: bytes,
    ) -> None:
        """Take what ``read_documents`` read; ``heard`` has the article's speakers by their ids there."""
        self.segment, self.article, self.statement_number, self.card = segment, article, statement, card
        self._directory, self._heard, self._bytes = directory, heard, text
        self._text: str | None = None

    @cached_property
    def _identified(self) -> dict[str, Identified]:
        return self._directory.identified(self._heard)

    @property
    def text(self) -> str:
        """The article's text."""
        if self._text is None:
            self._text = read_text(self._bytes)
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


def read_documents(
    segment: Segment, directory: SpeakerDirectory, numbers: Sequence[int], collection: Collection
) -> list[Document]:
    """Read articles, or statements, of one segment together."""
    is_statement = collection == "statements"
    articles = segment.columns.statement["article"][numbers].tolist() if is_statement else numbers
    heard = segment.heard_in(articles)
    cards = read_cards(segment.texts.cards.of(articles), heard, directory.id)
    texts = segment.texts.texts.of(articles)
    return [
        Document(segment, directory, article, number if is_statement else None, known, card, text)
        for number, article, known, card, text in zip(numbers, articles, heard, cards, texts, strict=True)
    ]


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

    def _read(self, segment: int, numbers: Sequence[int]) -> list[Document]:
        return read_documents(self._evaluators[segment].segment, self._directory, numbers, self._collection)

    def _by_segment(self) -> Iterator[tuple[int, list[int]]]:
        """Give the segments that have hits, with the hits' places on the page."""
        for number in range(len(self._evaluators)):
            own = [at for at, ranked in enumerate(self._ranked) if ranked.segment == number]
            if own:
                yield number, own

    @cached_property
    def _documents(self) -> list[Document]:
        found: dict[int, Document] = {}
        for number, own in self._by_segment():
            found.update(zip(own, self._read(number, [self._ranked[at].document for at in own]), strict=True))
        return [found[at] for at in range(len(self._ranked))]

    def _card(self, at: int) -> Card:
        return self._documents[at].card

    def _statement(self, at: int) -> Statement:
        return self._documents[at].own_statement()

    def _copy(self, segment: int, number: int) -> Copy:
        return self._read(segment, [number])[0].as_copy()

    def matches(self, others: Others | None) -> Iterator[Match]:
        """Give the hits in their order; ``others`` knows the copies that they stand for."""
        for at, ranked in enumerate(self._ranked):
            copies = others.of(ranked.segment, ranked.document) if others else ()
            yield Match(
                partial(self._card, at),
                partial(self._one_marked, at),
                ranked.score,
                partial(self._statement, at) if self._collection == "statements" else None,
                tuple([partial(self._copy, *copy) for copy in copies]),
            )

    def _one_marked(self, at: int) -> Marked:
        return self._marked[at]

    @cached_property
    def _marked(self) -> list[Marked]:
        """The hits with what matches in them, found for all those of a segment at once."""
        marked: dict[int, Marked] = {}
        nodes = tuple(_statement_nodes(self._tree))
        for number, own in self._by_segment():
            evaluator = self._evaluators[number]
            page = [self._shown(evaluator, self._documents[at], nodes) for at in own]
            marked.update(zip(own, mark_all(evaluator, self._tree, page), strict=True))
        return [marked[at] for at in range(len(self._ranked))]

    def _shown(self, evaluator: Evaluator, document: Document, nodes: Sequence[StatementNode]) -> Shown:
        is_one = self._collection == "statements"
        asked = (document.own_statement(),) if is_one else tuple(_asked(evaluator, document, nodes))
        return Shown(document.article, document.card.headline, document.text, asked, is_one)


def _asked(evaluator: Evaluator, document: Document, nodes: Sequence[StatementNode]) -> Iterator[Statement]:
    """Give the statements of an article by which it satisfies the conditions on statements."""
    if not nodes:
        return
    segment = evaluator.segment
    numbers = segment.statements_of(document.article)
    rows = np.arange(numbers.start, numbers.stop)
    found = np.logical_or.reduce([evaluator.said(node.child).holds(rows) for node in nodes])
    found &= segment.columns.statement["length"][numbers.start : numbers.stop] > 0
    yield from (document.statement(numbers.start + at) for at in np.flatnonzero(found).tolist())


def _statement_nodes(node: Query) -> Iterator[StatementNode]:
    if isinstance(node, StatementNode):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _statement_nodes(child)
