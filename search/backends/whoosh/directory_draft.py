"""The directory of speakers in the making: as the generation before has it, and as the next one's is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from search.backends.whoosh.arrays import Array, encoded
from search.backends.whoosh.directory import DIRECTORY, IDS, LINKS, NAMES, PLACES, read_speakers
from search.backends.whoosh.evidence import Evidence
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.documents import SpeakerEntry
from search.speakers.homes import Near, Pair

_HOMES = "homes"
_NOBODY = -1

Row = list[Any]
"""What is known of a speaker, as ``SpeakerDirectory.entry`` reads it; empty for a number that nobody has any more."""


@dataclass(slots=True)
class Draft:
    """The directory in the making: rows by number, and each segment's appearances, with reasons, by number."""

    rows: list[Row] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    speakers: dict[str, Array] = field(default_factory=dict)
    links: dict[str, Array] = field(default_factory=dict)
    near: Near = frozenset()
    shared: Counter[Pair] = field(default_factory=Counter)

    @classmethod
    def read(cls, shared: Packed, segments: Iterable[str]) -> Draft:
        """Read what ``write`` wrote."""
        rows, homes = shared.json(DIRECTORY), shared.json(_HOMES)
        found = {name: read_speakers(shared, name) for name in segments}
        return cls(
            rows,
            [*shared.strings(LINKS)],
            {name: speakers for name, (speakers, _) in found.items()},
            {name: links for name, (_, links) in found.items()},
            frozenset((one, other) for one, other in homes["near"]),
            Counter({(one, other): count for one, other, count in homes["shared"]}),
        )

    def carry(self, now: Mapping[str, Evidence], moves: Iterable[tuple[str, slice, str, slice]]) -> None:
        """Take over into the segments of now what is known of their appearances from before."""
        speakers, links = {}, {}
        for name, one in now.items():
            size = len(one.columns.appearance["article"])
            speakers[name] = np.array(self.speakers.get(name, np.full(size, _NOBODY, np.int32)))
            links[name] = np.array(self.links.get(name, np.zeros(size, np.int32)))
        for old, place, new, place_now in moves:
            speakers[new][place_now] = self.speakers[old][place]
            links[new][place_now] = self.links[old][place]
        self.speakers, self.links = speakers, links

    def write(self, shared: Packing, now: Mapping[str, Evidence]) -> list[Row]:
        """Write it all, speakers in the order of their ids, and reasons in that of their words; give the rows."""
        known = [number for _, number in sorted((row[0], number) for number, row in enumerate(self.rows) if row)]
        self._write_appearances(shared, now, known)
        rows = [self.rows[number] for number in known]
        shared.save_json(DIRECTORY, rows)
        for name, at in ((IDS, 0), (NAMES, 1)):
            shared.save_strings(name, (encoded(row[at]) for row in rows))
        places = np.empty(len(rows), np.int32)
        places[sorted(range(len(rows)), key=lambda at: (rows[at][1], rows[at][0]))] = np.arange(len(rows))
        shared.save(PLACES, places)
        common = [[*pair, count] for pair, count in sorted(self.shared.items())]
        shared.save_json(_HOMES, {"near": sorted(self.near), "shared": common})
        return rows

    def _write_appearances(self, shared: Packing, now: Mapping[str, Evidence], known: list[int]) -> None:
        """Write who each living appearance is and why, by the places of the numbers of those who are ``known``."""
        place = np.full(len(self.rows) + 1, _NOBODY, np.int32)
        place[known] = np.arange(len(known))
        given = {name: self.links[name][one.appearances] for name, one in now.items()}
        used = {number for links in given.values() for number in np.unique(links).tolist()}
        reasons = sorted((self.reasons[number], number) for number in used)
        reason = np.zeros(len(self.reasons), np.int32)
        reason[[number for _, number in reasons]] = np.arange(len(reasons))
        for name, one in now.items():
            speakers, links = np.full_like(self.speakers[name], _NOBODY), np.zeros_like(self.links[name])
            speakers[one.appearances] = place[self.speakers[name][one.appearances]]
            links[one.appearances] = reason[given[name]]
            shared.save(f"{name}.speakers", speakers)
            shared.save(f"{name}.links", links)
        shared.save_strings(LINKS, map(encoded, [why for why, _ in reasons] or [""]))


def row_of(entry: SpeakerEntry) -> Row:
    """Give a speaker as a row."""
    roles = [[held.role, held.first, held.last, held.count] for held in entry.roles]
    return [entry.id, entry.name, entry.type, entry.statements, entry.articles, entry.names, roles, entry.aliases]
