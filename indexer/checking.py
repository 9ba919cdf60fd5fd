"""Whether an index still says what its corpus holds: every source file against its entry and digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.files import SourcePath, digest_of
from indexer.parsing.parsed import Unreadable


@dataclass(frozen=True, slots=True)
class Differences:
    """Files that the index lacks, that it has and the corpus lacks, and whose bytes are others than were indexed."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    stale: tuple[str, ...]


def compare(sources: Iterable[SourcePath], known: Mapping[str, tuple[str, tuple[str, ...]]]) -> Differences:
    """Compare a corpus with the files that an index knows: path -> (digest, ids)."""
    by_path = {source.path: source for source in sources}
    return Differences(
        missing=tuple(path for path in sorted(by_path) if path not in known),
        extra=tuple(path for path in sorted(known) if path not in by_path),
        stale=tuple(path for path in sorted(by_path) if path in known and _differs(by_path[path], known[path][0])),
    )


def _differs(source: SourcePath, indexed: str) -> bool:
    try:
        return bool(indexed) and digest_of(source) != indexed
    except Unreadable:
        return True
