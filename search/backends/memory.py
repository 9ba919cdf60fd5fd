"""The reference engine: an index in memory, and its writer. Every other engine must answer as it does."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import TracebackType

from search.backends.memory_searcher import MemorySearcher
from search.builds import BuildReport, IndexStatus
from search.documents import Article, SourceFile
from search.fields import SCHEMA_VERSION
from search.hits import speakers_of, with_archive_speakers
from search.identity import Directory, Identified, identify
from search.moving import Files, moved_articles
from search.results import FirstSeen
from search.speakers.records import Record, record_of
from search.speakers.table import NO_TABLE, SpeakerTable


class MemoryIndex:
    """An archive that lives as long as the process: one live generation, made by one writer at a time."""

    def __init__(self) -> None:
        """Begin empty."""
        self.articles: dict[str, Article] = {}
        self.count = 0
        self.known_files: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.ledger: dict[str, FirstSeen] = {}
        self.files_before: Files = {}
        status = _status(_name(0), (), BuildReport(), "", Directory({}))
        self.searcher = MemorySearcher((), status, Directory({}), self.ledger)

    def note(self, articles: Iterable[Article], now: FirstSeen, moved: Mapping[str, str]) -> None:
        """Keep when articles were first seen: now, or when what was moved was."""
        new = [article.id for article in articles if article.id not in self.ledger]
        self.ledger = {id: self.ledger.get(moved.get(id, ""), now) for id in new} | self.ledger

    def writer(self) -> MemoryWriter:
        """Give a writer of the next generation, which begins with what is there."""
        return MemoryWriter(self)


class MemoryWriter:
    """Takes articles; ``publish`` makes them live."""

    def __init__(self, index: MemoryIndex) -> None:
        """Begin with what the index holds."""
        self._index = index
        self._articles, self._files = dict(index.articles), dict(index.known_files)

    def files(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Give every file that the index knows."""
        return dict(self._files)

    def article(self, id: str) -> Article | None:
        """Give an article as it stands in the index before this build."""
        return self._index.articles.get(id)

    def add(self, article: Article) -> None:
        """Take an article; one of the same id is replaced."""
        self._articles[article.id] = article

    def remove(self, id: str) -> None:
        """Take an article out."""
        self._articles.pop(id, None)

    def note_file(self, file: SourceFile, articles: tuple[str, ...]) -> None:
        """Keep a file's digest and the ids of its articles."""
        self._files[file.path] = (file.digest, articles)

    def forget_file(self, path: str) -> None:
        """Drop a file that is no longer there."""
        self._files.pop(path, None)

    def publish(self, report: BuildReport, corpus_digest: str, table: SpeakerTable = NO_TABLE) -> IndexStatus:
        """Make what was taken live."""
        records = [record_of(article) for article in self._articles.values()]
        identified: dict[str, dict[str, Identified]] = {}

        def note(record: Record, found: Sequence[Identified]) -> None:
            pairs = zip(record.speakers, found, strict=True)
            identified[record.article_id] = {heard.speaker.id: who for heard, who in pairs}

        directory = identify(lambda: records, table, note)
        report = replace(report, speaker_notes=directory.unmatched, speaker_table=table.digest)
        articles = [with_archive_speakers(article, identified[article.id]) for article in self._articles.values()]
        generation = _name(self._index.count + 1)
        status = _status(generation, articles, report, corpus_digest, directory)
        now = FirstSeen(generation, status.built_at)
        self._index.note(articles, now, moved_articles(self._index.files_before, self._files))
        self._index.articles, self._index.known_files = self._articles, self._files
        self._index.searcher = MemorySearcher(articles, status, directory, self._index.ledger)
        self._index.count += 1
        self._index.files_before = self._files
        return status

    def discard(self) -> None:
        """Drop all that was taken."""
        self._articles, self._files = dict(self._index.articles), dict(self._index.known_files)

    def __enter__(self) -> MemoryWriter:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End; whatever is not published is gone with the writer."""


def _name(number: int) -> str:
    """Give a generation's name: they are in order, and begin with a time as those on the disk do."""
    moment = datetime.datetime(2000, 1, 1) + datetime.timedelta(days=number)
    return f"{moment:%Y%m%dT%H%M%SZ}-0000"


def _status(
    generation: str, articles: Iterable[Article], report: BuildReport, digest: str, directory: Directory
) -> IndexStatus:
    live = list(articles)
    days = [days for article in live if (days := article.days)]
    dated_by = Counter(article.dated_by for article in live if article.dated_by)
    counts = replace(
        report,
        articles=len(live),
        statements=sum(len(article.statements) for article in live),
        undated=len(live) - len(days),
        without_speakers=sum(1 for article in live if not speakers_of(article)),
        excerpts=sum(article.is_excerpt for article in live),
        dated_by=dict(sorted(dated_by.items())),
    )
    return IndexStatus(
        generation=generation,
        built_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        schema_version=SCHEMA_VERSION,
        articles=counts.articles,
        statements=counts.statements,
        speakers=sum(1 for entry in directory.entries.values() if entry.statements),
        undated=counts.undated,
        first_day=min(first for first, _ in days).isoformat() if days else None,
        last_day=max(last for _, last in days).isoformat() if days else None,
        size=0,
        corpus_digest=digest,
        report=counts,
    )
