"""What the benchmark asks of an engine: to take articles, and to answer a question in two depths."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from benchmarks.questions import Question
from search.documents import Article

SHOWN, SPEAKERS = 10, 12
"""Hits on a page, and speakers in its facet."""


@dataclass(frozen=True, slots=True)
class Unanswerable(Exception):
    """An engine has no means to answer such a question."""

    question: Question


class Opened(Protocol):
    """An index opened for questions."""

    def top(self, question: Question) -> int:
        """Find the ten best and the exact total; give the total. Raises Unanswerable."""
        ...

    def page(self, question: Question) -> int:
        """Find also the facets of speakers, outlets and months, and cut an extract of each hit; give the total."""
        ...


class Engine(Protocol):
    """An engine and the folder where its index lies."""

    def build(self, folder: Path, batches: Iterable[Callable[[], list[Article]]]) -> None:
        """Index articles. Each batch is made when it is called for, which is not the engine's time."""
        ...

    def update(self, folder: Path, changed: list[Article]) -> None:
        """Replace articles that are there by others of the same id, and make them searchable."""
        ...

    def open(self, folder: Path) -> Opened:
        """Open the index."""
        ...


ENGINES = {
    "On the Record": "benchmarks.peers.ours",
    "tantivy": "benchmarks.peers.tantivy_engine",
    "SQLite FTS5": "benchmarks.peers.fts5",
    "Xapian": "benchmarks.peers.xapian_engine",
    "stock Whoosh": "benchmarks.peers.stock_whoosh",
}
"""By name, the module of each engine; ours first, to which the others are compared."""


def load_engine(name: str) -> Engine:
    """Give an engine. Raises ImportError if it is not installed."""
    engine: Engine = import_module(ENGINES[name]).ENGINE
    return engine
