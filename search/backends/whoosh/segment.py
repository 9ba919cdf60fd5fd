"""One segment of one generation, opened: its columns, which of its articles live, and who its speakers are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, counted, laid_out, runs_of
from search.backends.whoosh.chosen import Chosen
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.directory import SpeakerDirectory, read_speakers
from search.backends.whoosh.encoding import read_article
from search.backends.whoosh.heard import Heard
from search.backends.whoosh.layout import STATEMENT_FIELDS, WORD_FIELDS
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.postings import Postings
from search.backends.whoosh.said_words import SaidWords
from search.backends.whoosh.texts import Texts
from search.backends.whoosh.token_places import TokenPlaces
from search.documents import Article
from search.query.request import Collection

DateOrder = Literal["newest", "oldest"]


class Segment:
    """Articles by number, from 0, and statements by number, in the order of their articles."""

    def __init__(self, name: str, packed: Packed, shared: Packed, dead: Array) -> None:
        """Open a segment, and what its generation knows of it in ``shared``; ``dead`` lists deleted articles."""
        self.name = name
        self.columns = Columns(packed)
        self.fields = {field: Postings(packed, field) for field in WORD_FIELDS}
        self.said = {field: SaidWords(packed, field) for field in STATEMENT_FIELDS}
        self.texts = Texts(packed)
        self.token_places = TokenPlaces(packed, self.columns.article["text_length"])
        self.appearance_speakers, self.appearance_links = read_speakers(shared, name)
        self.heard = Heard(shared, name)
        self.seen = shared.array(f"{name}.seen")
        self.live: Mask = np.ones(self.columns.articles, np.bool_)
        self.live[dead] = False
        self.dead = np.sort(dead)
        self._in_order: dict[tuple[Collection, DateOrder], Array] = {}

    @cached_property
    def live_statements(self) -> Mask:
        """Which statements are of articles that live."""
        return self.spread(self.live) if self.dead.size else np.ones(self.columns.statements, np.bool_)

    @cached_property
    def dead_statements(self) -> Ints:
        """The statements of deleted articles, in order."""
        starts = self.columns.article["statements"].astype(np.int64)
        first, many = starts[self.dead], np.diff(starts)[self.dead]
        return laid_out(first, many)

    @cached_property
    def statement_articles(self) -> Ints:
        """Each statement's article."""
        return self.columns.statement["article"].astype(np.int64)

    @cached_property
    def statement_speakers(self) -> Array:
        """Each statement's speaker, the first of several, by number in the directory; -1 for none."""
        return self._padded_speakers[self.columns.statement["appearance"]]

    @cached_property
    def together_speakers(self) -> Array:
        """The speaker of each row of ``columns.together``, by number in the directory."""
        return self._padded_speakers[self.columns.together["appearance"]]

    @property
    def _padded_speakers(self) -> Array:
        return np.append(self.appearance_speakers, -1).astype(np.int32)

    def ranks(self, collection: Collection, by: DateOrder) -> Array:
        """Give the place of each article, or statement, among all of the segment by their dates."""
        columns = self.columns
        return (columns.article if collection == "articles" else columns.statement)[by]

    def in_order(self, collection: Collection, by: DateOrder) -> Array:
        """Give the articles, or statements, by their dates."""
        key = collection, by
        if key not in self._in_order:
            ranks = self.ranks(collection, by)
            order = np.empty_like(ranks)
            order[ranks] = np.arange(len(ranks), dtype=ranks.dtype)
            self._in_order[key] = order
        return self._in_order[key]

    def spread(self, articles: Array) -> Array:
        """Give each statement the value of its article."""
        return articles.take(self.statement_articles)

    def seen_of(self, collection: Collection, documents: Ints) -> Ints:
        """Give the numbers of the generations that articles, or those of statements, entered the archive with."""
        articles = documents if collection == "articles" else self.statement_articles[documents]
        seen: Ints = self.seen[articles].astype(np.int64)
        return seen

    def gather(self, statements: Chosen) -> Chosen:
        """Give the articles that have any of the statements."""
        return Chosen(self.columns.articles, counted(self.statement_articles.take(statements.numbers))[0])

    def length(self, scope: str) -> Array:
        """Give the lengths in words of a field's articles, or of statements."""
        columns = self.columns
        return columns.statement["length"] if scope == "statement" else columns.article[f"{scope}_length"]

    def find(self, id: str) -> int | None:
        """Give the number of a live article."""
        number = self.columns.find(id)
        return number if number is not None and self.live[number] else None

    def statements_of(self, article: int) -> range:
        """Give the numbers of an article's statements."""
        return range(*self._own(article))

    def _own(self, article: int) -> tuple[int, int]:
        starts = self.columns.article["statements"]
        return int(starts[article]), int(starts[article + 1])

    def printed(self, number: int) -> Article:
        """Give an article as it was added, its speakers' ids its own."""
        return read_article(self.texts.parts(number, self.statements_of(number)))

    def article(self, number: int, directory: SpeakerDirectory) -> Article:
        """Give an article, its speakers' ids those of the directory."""
        parts = self.texts.parts(number, self.statements_of(number))
        return read_article(parts, directory.identified(self.heard_in([number])[0]))

    def heard_in(self, articles: Sequence[int]) -> list[dict[str, tuple[int, int]]]:
        """Give, for each of some articles, its speakers by their ids there: their numbers in the directory, and why."""
        owners, own = self.columns.appearance["article"], self.columns.appearance["speaker"]
        wanted = np.array(articles, np.int64)
        firsts, ends = runs_of(owners, wanted)
        many = ends - firsts
        rows = laid_out(firsts, many)
        id_of = self.columns.speaker_id
        speakers, links = self.appearance_speakers.take(rows).tolist(), self.appearance_links.take(rows).tolist()
        known = zip(speakers, links, strict=True)
        heard = list(zip(map(id_of, own.take(rows).tolist()), known, strict=True))
        cuts = [0, *many.cumsum().tolist()]
        return [dict(heard[first:end]) for first, end in pairwise(cuts)]
