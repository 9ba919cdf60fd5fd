"""What an update has changed in the evidence of who speaks: articles that came, went or moved to another segment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.backends.whoosh.arrays import Ints
from search.backends.whoosh.evidence import Evidence
from search.speakers.kin import acronym_key, speaker_keys
from search.speakers.records import Record

_MOST = 0.5
"""With a larger share of the archive's articles new or moved, all is worked out anew: to compare would cost more."""

Move = tuple[str, slice, str, slice]
"""Appearances of an article that only moved: segment and place before, segment and place now."""


@dataclass(frozen=True, slots=True)
class Change:
    """The records that came or went, and the articles that moved as they were."""

    records: Sequence[Record]
    moves: Sequence[Move]

    def keys(self) -> Iterator[str]:
        """Give the keys of all that has changed."""
        for record in self.records:
            for acronym, _ in record.expansions:
                yield acronym_key(acronym)
            for heard in record.speakers:
                yield from speaker_keys(heard.speaker.name, heard.speaker.type)


def find_change(then: Mapping[str, Evidence], now: Mapping[str, Evidence]) -> Change | None:
    """Compare the articles of two generations, by segment; None if too much has changed to be worth it."""
    lost, won = _only_in(then, now), _only_in(now, then)
    if any(won[name].size for name in then if name in now):
        return None
    total = sum(len(one.articles) for one in now.values())
    if sum(map(len, [*lost.values(), *won.values()])) > _MOST * total:
        return None
    gone = {record.article_id: (name, number, record) for name, number, record in _records(then, lost)}
    moves, changed = [], []
    for name, number, record in _records(now, won):
        before = gone.pop(record.article_id, None)
        if before and before[2] == record:
            moves.append((before[0], then[before[0]].place(before[1]), name, now[name].place(number)))
        else:
            changed += [record, before[2]] if before else [record]
    return Change(changed + [record for _, _, record in gone.values()], moves)


def _only_in(these: Mapping[str, Evidence], those: Mapping[str, Evidence]) -> dict[str, Ints]:
    """Give the articles that live in one generation and not in the other."""
    return {
        name: np.flatnonzero(one.live & ~those[name].live) if name in those else one.articles
        for name, one in these.items()
    }


def _records(every: Mapping[str, Evidence], articles: Mapping[str, Ints]) -> Iterator[tuple[str, int, Record]]:
    for name, numbers in articles.items():
        one = every[name]
        for number, record in zip(numbers.tolist(), one.records(one.of_articles(numbers), numbers, {}), strict=True):
            yield name, number, record
