"""Files read one after the other and printed, in the order in which they were named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from indexer.files import SourcePath
from indexer.outcomes import Limits, Outcome, ReadingSettings
from indexer.show import error_to_wire
from indexer.workers import read_all
from search.wire import article_to_wire


def lines_of(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Give what is printed of a file: its articles, and what of it could not be read."""
    if outcome.error is not None:
        yield error_to_wire(outcome.source.path, outcome.error)
    yield from map(article_to_wire, outcome.articles)
    for part in outcome.parts:
        if part.part:
            yield error_to_wire(f"{part.path}!{part.part}", part.reason)


def read_in_order(sources: tuple[SourcePath, ...], reading: ReadingSettings, jobs: int) -> Iterator[Outcome]:
    """Give the outcomes in the order of the files, however many processes read them."""
    if jobs == 1:
        from indexer.batches import read_file  # parsers are loaded where files are read

        for source in sources:
            yield from read_file(source, reading, Limits())
        return
    early: dict[str, list[Outcome]] = defaultdict(list)
    order = iter(source.path for source in sources)
    expected = next(order, "")
    for outcome in read_all(sources, reading, Limits(), jobs):
        early[outcome.source.path].append(outcome)
        while expected in early:
            given = early.pop(expected)
            yield from given
            if not given[-1].last:
                break
            expected = next(order, "")
