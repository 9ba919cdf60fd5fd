"""On the Record's own engine, through the two protocols that the product uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.engines import SHOWN, SPEAKERS
from benchmarks.questions import Question
from search.backends.base import Searcher
from search.backends.opening import open_reader, open_writer
from search.backends.whoosh import live  # noqa: F401  (what opening loads: part of the engine's code)
from search.backends.whoosh.searcher import WhooshSearcher
from search.builds import BuildReport
from search.documents import Article
from search.ids import slug
from search.query.build import build_query, visible
from search.query.dates import DateRange
from search.query.request import Collection, SearchRequest
from search.settings import Settings

_OPERATORS = {"all": " ", "any": " OR "}


class _Opened:
    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

    def top(self, question: Question) -> int:
        request = as_request(question)
        assert isinstance(self._searcher, WhooshSearcher)
        return self._searcher.top(build_query(request), request.collection, request.sort, 0, SHOWN).total

    def page(self, question: Question, collection: Collection = "articles") -> int:
        request = replace(as_request(question), collection=collection)
        query, shown = build_query(request), visible(request)
        found = self._searcher.search(query, request.collection, request.sort, 0, SHOWN)
        for field in ("speaker", "outlet", "month"):
            self._searcher.facet(query, request.collection, field, shown, SPEAKERS)
        return found.total


class _Engine:
    def build(self, folder: Path, batches: Iterable[Callable[[], list[Article]]]) -> None:
        with open_writer(_settings(folder), fresh=True) as writer:
            for batch in batches:
                for article in batch():
                    writer.add(article)
            writer.publish(BuildReport(), "")

    def update(self, folder: Path, changed: list[Article]) -> None:
        with open_writer(_settings(folder), fresh=False) as writer:
            for article in changed:
                writer.add(article)
            writer.publish(BuildReport(), "")

    def open(self, folder: Path) -> _Opened:
        return _Opened(open_reader(_settings(folder)).current())


def _settings(folder: Path) -> Settings:
    return replace(Settings.from_environment({}), index=folder)


def as_request(question: Question) -> SearchRequest:
    """Give the search that a person would make of a question."""
    if question.how == "phrase":
        text = f'"{" ".join(question.words)}"'
    elif question.how == "star":
        text = f"{question.words[0]}*"
    elif question.how == "fuzzy":
        text = f"{question.words[0]}~"
    else:
        text = _OPERATORS[question.how].join(question.words)
    return SearchRequest(
        text,
        dates=DateRange(*question.days) if question.days else DateRange(),
        speakers=(slug(question.speaker),) if question.speaker else (),
        sort="newest" if question.newest else "relevance",
    )


ENGINE = _Engine()
