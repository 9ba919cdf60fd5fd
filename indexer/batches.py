"""One file -> its finished articles in batches, and an account of all that was left out of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace

from indexer.articles import find_articles
from indexer.files import SourcePath, digest, read_bytes
from indexer.outcomes import THE_REST, Limits, Outcome, ReadingSettings
from indexer.parsing.parsed import LeftOut, reason_of
from search.builds import SkippedPart
from search.documents import Article

_BATCH_ARTICLES = 50
_BATCH_CHARACTERS = 1_000_000
# A sign of life well before the deadline, also from a file in which there is little to find.
_BATCH_SECONDS = 5.0
_MOST_NAMED = 1000


def read_one(source: SourcePath, settings: ReadingSettings, limits: Limits) -> Outcome:
    """Read a file in this process, all at once. No fault of the file's is raised: each becomes an ``error``."""
    outcomes = tuple(read_file(source, settings, limits))
    return replace(
        outcomes[-1],
        articles=tuple(article for outcome in outcomes for article in outcome.articles),
        parts=tuple(part for outcome in outcomes for part in outcome.parts),
    )


def read_file(source: SourcePath, settings: ReadingSettings, limits: Limits) -> Iterator[Outcome]:
    """Read a file in this process and give its articles batch by batch; as ``read_one``, nothing is raised."""
    reading = _Reading(source)
    fault = yield from _read(reading, settings, limits)
    if fault and reading.given:
        reading.lose(LeftOut(THE_REST, fault))
        fault = None
    elif fault and [part.part for part in reading.parts] == [THE_REST]:
        reading.parts.clear()  # the same thing, told of the whole file
    yield reading.batch(error=fault, last=True)


def _read(reading: _Reading, settings: ReadingSettings, limits: Limits) -> Generator[Outcome, None, str | None]:
    """Give all batches but the last; return what went wrong, if anything did."""
    try:
        data = read_bytes(reading.source, limits.file_bytes)
        reading.digest = digest(data)
        for found in find_articles(reading.source, data, settings):
            if isinstance(found, LeftOut):
                reading.lose(found)
            else:
                reading.take(found)
            if reading.is_full:
                yield reading.batch()
    except Exception as error:  # a fault of ours in one file must not stop a build of 100,000; the report names it
        return reason_of(error)
    return None


@dataclass(slots=True)
class _Reading:
    """How far a file has been read, and what has not been handed over yet."""

    source: SourcePath
    digest: str = ""
    given: int = 0
    named: int = 0
    articles: list[Article] = field(default_factory=list)
    parts: list[SkippedPart] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)
    unnamed: Counter[str] = field(default_factory=Counter)
    printed: set[tuple[str, int]] = field(default_factory=set)
    characters: int = 0
    since: float = field(default_factory=time.monotonic)

    def take(self, article: Article) -> None:
        """Take an article, unless the very same stood in the file before."""
        mark = (article.id, hash((article.headline, article.text, article.published, article.updated)))
        if mark in self.printed:
            return
        self.printed.add(mark)
        self.articles.append(article)
        self.given += 1
        self.characters += len(article.text)

    def lose(self, left_out: LeftOut) -> None:
        """Name what was left out; only count what nobody would look for, and what follows a thousand names."""
        if left_out.expected:
            self.counted[left_out.reason] += 1
        elif self.named >= _MOST_NAMED:
            self.unnamed[left_out.reason] += 1
        else:
            self.named += 1
            self.parts.append(SkippedPart(self.source.path, left_out.part or THE_REST, left_out.reason))

    @property
    def is_full(self) -> bool:
        return (
            len(self.articles) >= _BATCH_ARTICLES
            or self.characters >= _BATCH_CHARACTERS
            or time.monotonic() - self.since >= _BATCH_SECONDS
        )

    def batch(self, error: str | None = None, last: bool = False) -> Outcome:
        """Hand over what there is."""
        if last:
            path = self.source.path
            self.parts += [SkippedPart(path, "others", reason, count) for reason, count in sorted(self.unnamed.items())]
            self.parts += [SkippedPart(path, None, reason, count) for reason, count in sorted(self.counted.items())]
        outcome = Outcome(self.source, self.digest, tuple(self.articles), error, tuple(self.parts), last)
        self.articles, self.parts, self.characters, self.since = [], [], 0, time.monotonic()
        return outcome
