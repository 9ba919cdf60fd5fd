"""Small archives for the tests of generations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from search.backends.base import Searcher
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport, IndexStatus
from search.documents import Article
from search.query.nodes import Everything
from tests.builders import article

FILLER = "The council met on the levee and talked of the river, the bridge and the roads at length. " * 12


def stories(numbers: Iterable[int]) -> list[Article]:
    return [
        article(
            f"“Number {number} it is,” said Ann Poe of story{number}.\n\n{FILLER}",
            headline=f"Story {number}",
            key=f"{number}.txt",
            published="2020-01-01",
            says=[("Ann Poe", f"Number {number} it is,")],
        )
        for number in numbers
    ]


def build(index: Path, numbers: Iterable[int], fresh: bool = False) -> IndexStatus:
    with WhooshWriter(index, fresh) as writer:
        for story in stories(numbers):
            writer.add(story)
        return writer.publish(BuildReport(), "digest")


def opened(index: Path) -> Searcher:
    return LiveReader(index).current()


def total(searcher: Searcher) -> int:
    return searcher.count(Everything(), "articles")


def current(index: Path) -> Path:
    return index / (index / "CURRENT").read_text().strip()


def names(index: Path) -> set[str]:
    return {path.name for path in index.iterdir() if path.is_dir()}
