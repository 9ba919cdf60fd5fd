"""The speakers of a generation: identified at publish from every live article's own, kept as JSON and a column."""

from __future__ import annotations

import datetime
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from search.analysis import forms
from search.backends.whoosh.arrays import Array, load, save
from search.backends.whoosh.columns import Columns
from search.documents import RoleHeld, Speaker, SpeakerEntry
from search.identity import Appearance, archive_id, by_statements, identify

_FILE = "directory.json"

Members = Sequence[tuple[str, Columns, Array]]
"""Of each segment: its name, its columns, and which of its articles live."""


def write_directory(folder: Path, members: Members) -> int:
    """Identify the speakers of all live articles; give how many of them say something that is shown by default."""
    directory = identify(appearance for _, columns, live in members for appearance in _appearances(columns, live))
    numbers = {id: number for number, id in enumerate(directory.entries)}
    for name, columns, live in members:
        save(folder / f"{name}.speakers.npy", _speakers(columns, live, numbers))
    rows = [
        [
            entry.id,
            entry.name,
            entry.type,
            entry.statements,
            entry.articles,
            entry.names,
            [[held.role, held.first, held.last, held.count] for held in entry.roles],
        ]
        for entry in directory.entries.values()
    ]
    (folder / _FILE).write_text(json.dumps(rows, separators=(",", ":")), encoding="ascii")
    return sum(1 for entry in directory.entries.values() if entry.statements)


def _appearances(columns: Columns, live: Array) -> Iterator[Appearance]:
    speakers = [Speaker(id, name, role, type) for id, name, role, type in columns.speakers]  # type: ignore[arg-type]
    days = columns.article["day"]
    article, id, day = -1, "", None
    for number, speaker, statements in zip(
        *(columns.appearance[name].tolist() for name in ("article", "speaker", "statements")), strict=True
    ):
        if live[number]:
            if number != article:
                article, id = number, columns.ids[number]
                day = datetime.date.fromordinal(int(days[number])).isoformat() if days[number] else None
            yield Appearance(id, day, speakers[speaker], statements)


def _speakers(columns: Columns, live: Array, numbers: dict[str, int]) -> Array:
    """Give each appearance's speaker, by number in the directory; -1 where the article is deleted."""
    speakers = [Speaker(id, name, role, type) for id, name, role, type in columns.speakers]  # type: ignore[arg-type]
    found = np.full(len(columns.appearance["article"]), -1, np.int32)
    pairs = zip(columns.appearance["article"].tolist(), columns.appearance["speaker"].tolist(), strict=True)
    for at, (number, speaker) in enumerate(pairs):
        if live[number]:
            found[at] = numbers[archive_id(columns.ids[number], speakers[speaker])]
    return found


def read_speakers(folder: Path, name: str) -> Array:
    """Give the column that ``write_directory`` wrote for a segment."""
    return load(folder / f"{name}.speakers.npy")


class SpeakerDirectory:
    """The directory, opened."""

    def __init__(self, folder: Path) -> None:
        """Read what ``write_directory`` wrote."""
        rows = json.loads((folder / _FILE).read_text(encoding="ascii"))
        self.ids: list[str] = [row[0] for row in rows]
        self._rows = rows

    def name(self, number: int) -> str:
        """Give a speaker's name."""
        name: str = self._rows[number][1]
        return name

    def entry(self, number: int) -> SpeakerEntry:
        """Give a speaker."""
        id, name, type, statements, articles, names, roles = self._rows[number]
        held = tuple(RoleHeld(*role) for role in roles)
        return SpeakerEntry(id, name, type, statements, articles, tuple(names), held)

    def called(self, asked: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means, most statements first."""
        at = bisect_left(self.ids, asked)
        found = [at] if at < len(self.ids) and self.ids[at] == asked else []
        found += range(bisect_left(self.ids, f"{asked}."), bisect_left(self.ids, f"{asked}/"))
        return tuple(sorted(map(self.entry, found), key=by_statements))

    def beginning(self, prefix: str) -> list[int]:
        """Give the speakers whose name has, for each word of ``prefix``, a word that begins so; in their order."""
        wanted = forms(prefix)
        if not wanted:
            return self._by_statements
        chosen: set[int] | None = None
        for part in wanted:
            words = self._words
            low = bisect_left(words, (part, -1))
            found = set()
            for word, number in words[low:]:
                if not word.startswith(part):
                    break
                found.add(number)
            chosen = found if chosen is None else chosen & found
        return sorted(chosen or (), key=self._place.__getitem__)

    @cached_property
    def _by_statements(self) -> list[int]:
        return sorted(range(len(self._rows)), key=lambda at: (-self._rows[at][3], self._rows[at][1], self.ids[at]))

    @cached_property
    def _place(self) -> list[int]:
        places = [0] * len(self._rows)
        for place, number in enumerate(self._by_statements):
            places[number] = place
        return places

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """Every word of every name, in order, with whose it is."""
        return sorted({(word, number) for number, row in enumerate(self._rows) for word in forms(row[1])})
