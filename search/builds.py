"""What an index says of itself: which articles it holds, and what became of every file when it was built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that gave no article, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedPart:
    """A part of a file that gave no article, and why; or ``count`` parts without a name.

    ``part`` is its path or id within the file. It is None for parts of a kind that nobody would look for, such as the
    images of a web archive: these are only counted.
    """

    path: str
    part: str | None
    reason: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did with every file: ``found == read + unchanged + len(skipped)``.

    ``parts`` were left out of files that hold several articles, whether the file gave others or was skipped.

    ``read`` counts files that gave articles in this build; ``removed`` files that were there before and are gone.
    ``reader`` is the version of the reader that read them: one of another version must read everything again.
    ``speaker_table`` is the digest of the table of speakers that was applied, ``speaker_notes`` what in it met nobody.
    ``taken_out`` are the ids of articles that are not to be held, each with the reason for readers.
    ``undated``, ``without_speakers`` and ``excerpts`` count live articles; ``dated_by`` counts them by the evidence of
    their date.
    """

    found: int = 0
    read: int = 0
    unchanged: int = 0
    removed: int = 0
    skipped: tuple[SkippedFile, ...] = ()
    parts: tuple[SkippedPart, ...] = ()
    articles: int = 0
    statements: int = 0
    undated: int = 0
    without_speakers: int = 0
    excerpts: int = 0
    dated_by: Mapping[str, int] | None = None
    seconds: float = 0.0
    reader: int = 0
    speaker_table: str = ""
    speaker_notes: tuple[str, ...] = ()
    taken_out: Mapping[str, str] | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing was skipped that somebody may miss."""
        return not self.skipped and not any(part.part for part in self.parts)


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What an index says of itself. ``built_at`` is an instant in UTC, ISO 8601; ``size`` is in bytes."""

    generation: str
    built_at: str
    schema_version: int
    articles: int
    statements: int
    speakers: int
    undated: int
    first_day: str | None
    last_day: str | None
    size: int
    corpus_digest: str
    report: BuildReport
