"""The engines, behind one door, for the tests that define what an engine is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from search.backends.base import Searcher, Writer
from search.backends.memory import MemoryIndex
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport, IndexStatus
from search.documents import Article


class Engine(Protocol):
    """An index that can be written and asked."""

    def writer(self, fresh: bool = False) -> Writer: ...

    def searcher(self) -> Searcher: ...


class MemoryEngine:
    """The reference."""

    def __init__(self) -> None:
        self._index = MemoryIndex()

    def writer(self, fresh: bool = False) -> Writer:
        if not fresh:
            return self._index.writer()
        before, self._index = self._index, MemoryIndex()
        self._index.searcher, self._index.count = before.searcher, before.count
        self._index.ledger, self._index.files_before = before.ledger, before.files_before
        return self._index.writer()

    def searcher(self) -> Searcher:
        return self._index.searcher


class WhooshEngine:
    """The engine that is served."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._reader = LiveReader(folder, verify=False)

    def writer(self, fresh: bool = False) -> WhooshWriter:
        return WhooshWriter(self.folder, fresh)

    def searcher(self) -> Searcher:
        return self._reader.current()


def publish(
    engine: Engine, articles: Iterable[Article], fresh: bool = False, removed: Iterable[str] = ()
) -> IndexStatus:
    """Add articles, remove others, and make them live."""
    with engine.writer(fresh) as writer:
        for article in articles:
            writer.add(article)
        for id in removed:
            writer.remove(id)
        return writer.publish(BuildReport(), "digest")
