"""How much is read in a second of CPU: files of the sample archive, and who said what in articles of 2.5 kB."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from indexer.articles import read_articles
from indexer.attribution import attribute
from indexer.batches import read_one
from indexer.files import find_files, read_bytes
from indexer.outcomes import Limits, ReadingSettings
from indexer.outlets import load_outlets
from search.documents import Article

CORPUS = Path(__file__).parent.parent / "corpus"
_KINDS = {"plain text": ".txt", "saved pages": ".html"}
_SIZE = 2_500
_RUNS = 3


def reading_rates() -> dict[str, float]:
    """Give, by kind of file, files per second of CPU; and articles per second of which only statements are sought."""
    settings = ReadingSettings(outlets=load_outlets([CORPUS]))
    sources = find_files([CORPUS])
    rates = {}
    for kind, suffix in _KINDS.items():
        chosen = [source for source in sources if source.path.endswith(suffix)]
        read_one(chosen[0], settings, Limits())  # which loads what is loaded on first use
        began = time.process_time()
        for source in chosen:
            read_one(source, settings, Limits())
        rates[kind] = len(chosen) / (time.process_time() - began)
    rates["statements alone, articles of 2.5 kB"] = attribution_rate([*articles_of_a_size()])
    return rates


def articles_of_a_size(size: int = _SIZE) -> Iterator[Article]:
    """Give articles of about so many characters: paragraphs of the sample archive's stories, one after the other."""
    paragraphs: list[str] = []
    for source in find_files([CORPUS]):
        if source.path.endswith(_KINDS["plain text"]):
            for one in read_articles(source, read_bytes(source), ReadingSettings(), attribute=lambda article: ()):
                paragraphs += one.text.split("\n\n")
                if sum(map(len, paragraphs)) >= size:
                    yield Article(one.id, one.key, (), one.headline, _cut("\n\n".join(paragraphs), size))
                    paragraphs = []


def attribution_rate(articles: list[Article], runs: int = _RUNS) -> float:
    """Give how many articles a second of CPU are searched for statements, each at its best of several runs."""
    attribute(articles[0])
    return len(articles) / sum(min(_seconds(article) for _ in range(runs)) for article in articles)


def _seconds(article: Article) -> float:
    began = time.process_time()
    attribute(article)
    return time.process_time() - began


def _cut(text: str, size: int) -> str:
    """Give the beginning of a text, to the end of a word, of at most so many characters."""
    return text[: text.rfind(" ", 0, size)] if len(text) > size else text
