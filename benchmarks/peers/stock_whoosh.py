"""Whoosh as it comes: its own writer, its own search. Filters go into ``filter=``; joined by And, totals are wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whoosh import query
from whoosh.analysis import StemmingAnalyzer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.index import FileIndex, create_in, open_dir
from whoosh.sorting import Facets

from benchmarks.engines import SHOWN
from benchmarks.questions import Question
from search.analysis import stem
from search.documents import Article
from search.hits import speakers_of
from search.ids import slug

_WORDS = StemmingAnalyzer(stoplist=None, minsize=1, stemfn=stem, cachesize=200_000)
_SCHEMA = Schema(
    id=ID(stored=True, unique=True),
    headline=TEXT(stored=True, analyzer=_WORDS, field_boost=2.0),
    text=TEXT(stored=True, analyzer=_WORDS),
    outlet=ID(stored=True, sortable=True),
    speakers=KEYWORD(),
    day=NUMERIC(sortable=True),
    month=NUMERIC(sortable=True),
)


class _Opened:
    def __init__(self, index: FileIndex) -> None:
        self._searcher = index.searcher()

    def top(self, question: Question) -> int:
        tree, narrowing = _query(question)
        sorting: dict[str, Any] = {"sortedby": "day", "reverse": True} if question.newest else {}
        return len(self._searcher.search(tree, limit=SHOWN, filter=narrowing, **sorting))

    def page(self, question: Question) -> int:
        tree, narrowing = _query(question)
        groups = Facets().add_field("speakers", allow_overlap=True).add_field("outlet").add_field("month")
        sorting: dict[str, Any] = {"sortedby": "day", "reverse": True} if question.newest else {}
        found = self._searcher.search(tree, limit=SHOWN, filter=narrowing, groupedby=groups, **sorting)
        for name in groups.names():
            {value: len(numbers) for value, numbers in found.groups(name).items()}
        for hit in found[:SHOWN]:
            hit.highlights("text", top=2)
        return len(found)


def _query(question: Question) -> tuple[query.Query, query.Query | None]:
    if question.how in ("all", "any"):
        kind = query.And if question.how == "all" else query.Or
        tree = kind([_either(lambda field, w=word: query.Term(field, w)) for word in question.words])
    elif question.how == "phrase":
        tree = _either(lambda field: query.Phrase(field, list(question.words)))
    elif question.how == "star":
        tree = _either(lambda field: query.Prefix(field, question.words[0]))
    else:
        tree = _either(lambda field: query.FuzzyTerm(field, question.words[0], maxdist=1))
    narrowing: list[query.Query] = []
    if question.days:
        first, last = (datetime.date.fromisoformat(day).toordinal() for day in question.days)
        narrowing.append(query.NumericRange("day", first, last))
    if question.speaker:
        narrowing.append(query.Term("speakers", slug(question.speaker)))
    return tree, query.And(narrowing) if narrowing else None


def _either(make: Callable[[str], query.Query]) -> query.Query:
    return query.Or([make("headline"), make("text")])


class _Engine:
    def build(self, folder: Path, batches: Iterable[Callable[[], list[Article]]]) -> None:
        writer = create_in(str(folder), _SCHEMA).writer(limitmb=128)
        for batch in batches:
            for article in batch():
                writer.add_document(**_fields(article))
        writer.commit()

    def update(self, folder: Path, changed: list[Article]) -> None:
        writer = open_dir(str(folder)).writer()
        for article in changed:
            writer.update_document(**_fields(article))
        writer.commit()

    def open(self, folder: Path) -> _Opened:
        return _Opened(open_dir(str(folder)))


def _fields(article: Article) -> dict[str, Any]:
    day = datetime.date.fromisoformat(article.published_day or "")
    return {
        "id": article.id,
        "headline": article.headline,
        "text": article.text,
        "outlet": article.outlet,
        "speakers": " ".join(slug(speaker.name) for speaker in speakers_of(article)),
        "day": day.toordinal(),
        "month": day.year * 12 + day.month,
    }


ENGINE = _Engine()
