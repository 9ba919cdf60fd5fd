"""tantivy, by its Python package: one index of headline and text, facets as aggregations over fast fields."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

import tantivy
from tantivy import FieldType, Occur, Query

from benchmarks.engines import SHOWN, SPEAKERS
from benchmarks.questions import Question
from search.documents import Article
from search.hits import speakers_of
from search.scoring import FIELD_WEIGHTS

_FACETS = {
    "speakers": {"terms": {"field": "speakers", "size": SPEAKERS}},
    "outlets": {"terms": {"field": "outlet", "size": SPEAKERS}},
    "months": {"histogram": {"field": "month", "interval": 1}},
}


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("headline", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("outlet", stored=True, fast=True, tokenizer_name="raw")
    builder.add_text_field("speakers", fast=True, tokenizer_name="raw")
    builder.add_integer_field("day", stored=True, indexed=True, fast=True)
    builder.add_integer_field("month", fast=True)
    return builder.build()


_SCHEMA = _schema()


def _document(article: Article) -> tantivy.Document:
    day = datetime.date.fromisoformat(article.published_day or "")
    made = tantivy.Document()
    made.add_text("id", article.id)
    made.add_text("headline", article.headline)
    made.add_text("text", article.text)
    made.add_text("outlet", article.outlet or "")
    made.add_integer("day", day.toordinal())
    made.add_integer("month", day.year * 12 + day.month)
    for speaker in speakers_of(article):
        made.add_text("speakers", speaker.name)
    return made


class _Opened:
    def __init__(self, index: tantivy.Index) -> None:
        self._searcher = index.searcher()

    def top(self, question: Question) -> int:
        return int(self._find(question, _query(question)).count)

    def page(self, question: Question) -> int:
        query = _query(question)
        found = self._find(question, query)
        self._searcher.aggregate(query, _FACETS)
        extracts = tantivy.SnippetGenerator.create(self._searcher, query, _SCHEMA, "text")
        for _, address in found.hits:
            extracts.snippet_from_doc(self._searcher.doc(address)).highlighted()
        return int(found.count)

    def _find(self, question: Question, query: Query) -> tantivy.SearchResult:
        if question.newest:
            return self._searcher.search(query, SHOWN, order_by_field="day")
        return self._searcher.search(query, SHOWN)


def _query(question: Question) -> Query:
    if question.how in ("all", "any"):
        occur = Occur.Must if question.how == "all" else Occur.Should
        query = Query.boolean_query(
            [(occur, _either(lambda field, w=word: _term(field, w))) for word in question.words]
        )
    elif question.how == "phrase":
        query = _either(lambda field: Query.phrase_query(_SCHEMA, field, list(question.words)))
    elif question.how == "star":
        query = _either(lambda field: Query.regex_query(_SCHEMA, field, f"{question.words[0]}.*"))
    else:
        query = _either(
            lambda field: Query.fuzzy_term_query(
                _SCHEMA, field, question.words[0], distance=1, transposition_cost_one=False
            )
        )
    parts = [(Occur.Must, query)]
    if question.days:
        first, last = (datetime.date.fromisoformat(day).toordinal() for day in question.days)
        days = Query.range_query(_SCHEMA, "day", FieldType.Integer, first, last)
        parts.append((Occur.Must, Query.const_score_query(days, 0.0)))
    if question.speaker:
        parts.append((Occur.Must, Query.const_score_query(_term("speakers", question.speaker), 0.0)))
    return Query.boolean_query(parts) if len(parts) > 1 else query


def _term(field: str, word: str) -> Query:
    return Query.term_query(_SCHEMA, field, word)


def _either(make: Callable[[str], Query]) -> Query:
    return Query.boolean_query(
        [(Occur.Should, Query.boost_query(make(field), weight)) for field, weight in FIELD_WEIGHTS.items()]
    )


class _Engine:
    def build(self, folder: Path, batches: Iterable[Callable[[], list[Article]]]) -> None:
        writer = tantivy.Index(_SCHEMA, path=str(folder)).writer(heap_size=128_000_000, num_threads=1)
        for batch in batches:
            for article in batch():
                writer.add_document(_document(article))
        writer.commit()
        writer.wait_merging_threads()

    def update(self, folder: Path, changed: list[Article]) -> None:
        writer = tantivy.Index(_SCHEMA, path=str(folder)).writer(heap_size=32_000_000, num_threads=1)
        for article in changed:
            writer.delete_documents("id", article.id)
            writer.add_document(_document(article))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> _Opened:
        return _Opened(tantivy.Index(_SCHEMA, path=str(folder)))


ENGINE = _Engine()
