"""How fast files are read and dated, without looking for what is said in them: the pages and plain texts of a folder.

    python -m benchmarks.reading_alone [FOLDER] [FILES]

Rates are of files per second of this process's own CPU, each file at its best of three: a machine that has other work
slows a single reading down by as much as a half. At most FILES of a kind are read, evenly spread over the folder.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.reading import CORPUS
from indexer.articles import read_articles
from indexer.files import SourcePath, find_files, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.parsing import Unreadable

FILES, RUNS = 200, 3
_KINDS = (
    ("plain text", (".txt",), False),
    ("saved pages", (".html", ".htm"), False),
    ("saved pages, --fast", (".html", ".htm"), True),
)


def rates(folder: Path, most: int = FILES) -> Iterator[tuple[str, int, float]]:
    """Give the kinds of files there are in a folder, how many of them were read, and how many a second."""
    sources = find_files([folder])
    for kind, names, fast in _KINDS:
        chosen = [source for source in sources if source.path.endswith(names)]
        chosen = chosen[:: max(1, -(-len(chosen) // most))]
        if chosen:
            yield kind, len(chosen), len(chosen) / _seconds(chosen, ReadingSettings(fast=fast))


def _seconds(sources: Sequence[SourcePath], settings: ReadingSettings) -> float:
    files = [(source, read_bytes(source)) for source in sources]
    _read(*files[0], settings)  # which loads what is loaded on first use
    return sum(min(_read(source, data, settings) for _ in range(RUNS)) for source, data in files)


def _read(source: SourcePath, data: bytes, settings: ReadingSettings) -> float:
    began = time.process_time()
    with contextlib.suppress(Unreadable):  # what cannot be read takes its time as well
        read_articles(source, data, settings, attribute=lambda article: ())
    return time.process_time() - began


def main(folder: Path, most: int) -> None:
    """Measure and print."""
    for kind, count, rate in rates(folder, most):
        print(f"read and date {kind:20} {rate:8.1f} files per CPU second (of {count})")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS, int(sys.argv[2]) if len(sys.argv) > 2 else FILES)
