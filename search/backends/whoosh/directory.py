"""The speakers of a generation: identified at publish from every live article's own, kept as JSON and two columns."""

from __future__ import annotations

import datetime
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

import numpy as np

from search.analysis import forms
from search.backends.whoosh.arrays import Array, load, save
from search.backends.whoosh.columns import Columns
from search.documents import RoleHeld, Speaker, SpeakerEntry
from search.identity import Directory, Identified, by_statements, identify
from search.speakers.records import Heard, Record
from search.speakers.table import SpeakerTable

_FILE, _LINKS = "directory.json", "links.json"

Members = Sequence[tuple[str, Columns, Array]]
"""Of each segment: its name, its columns, and which of its articles live."""


def write_directory(folder: Path, members: Members, table: SpeakerTable, paths: Mapping[str, str]) -> Directory:
    """Identify the speakers of all live articles, and write who each of them is and why.

    ``paths`` has the file of each article, if the table looks at them.
    """
    numbers: dict[str, int] = {}
    links: dict[str, int] = {}
    found: list[int] = []

    def note(_: Record, identified: Sequence[Identified]) -> None:
        for who in identified:
            found.append(numbers.setdefault(who.id, len(numbers)))
            found.append(links.setdefault(who.why, len(links)))

    def records() -> Iterator[Record]:
        for _, columns, live in members:
            yield from _records(columns, live, paths)

    directory = identify(records, table, note)
    place = np.empty(len(numbers), np.int32)
    for at, id in enumerate(directory.entries):
        place[numbers[id]] = at
    pairs = np.array(found, np.int32).reshape(-1, 2)
    start = 0
    for name, columns, live in members:
        alive = live[columns.appearance["article"]]
        own = pairs[start : start + int(alive.sum())]
        start += len(own)
        speakers = np.full(len(alive), -1, np.int32)
        speakers[alive] = place[own[:, 0]]
        reasons = np.zeros(len(alive), np.int32)
        reasons[alive] = own[:, 1]
        save(folder / f"{name}.speakers.npy", speakers)
        save(folder / f"{name}.links.npy", reasons)
    _write_json(folder / _LINKS, list(links) or [""])
    _write_json(folder / _FILE, [_row(entry) for entry in directory.entries.values()])
    return directory


def _row(entry: SpeakerEntry) -> list[object]:
    roles = [[held.role, held.first, held.last, held.count] for held in entry.roles]
    return [entry.id, entry.name, entry.type, entry.statements, entry.articles, entry.names, roles, entry.aliases]


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, separators=(",", ":")), encoding="ascii")


def _records(columns: Columns, live: Array, paths: Mapping[str, str]) -> Iterator[Record]:
    """Give the record of every live article, from the columns alone."""
    speakers = [Speaker(id, name, role, type) for id, name, role, type in columns.speakers]  # type: ignore[arg-type]
    homes, places = columns.tables["homes"].values, columns.tables["places"].values
    heard = zip(columns.appearance["speaker"].tolist(), columns.appearance["statements"].tolist(), strict=True)
    spelt = (columns.expansions[pair] for pair in columns.expansion["pair"].tolist())
    counts = np.bincount(columns.appearance["article"], minlength=columns.articles).tolist()
    pairs = np.bincount(columns.expansion["article"], minlength=columns.articles).tolist()
    days, home, place = (columns.article[name].tolist() for name in ("day", "home", "place"))
    for number, alive in enumerate(live.tolist()):
        own = tuple(Heard(speakers[speaker], said) for speaker, said in islice(heard, counts[number]))
        expansions = tuple(islice(spelt, pairs[number]))
        if alive:
            id = columns.ids[number]
            day = datetime.date.fromordinal(days[number]).isoformat() if days[number] else None
            yield Record(id, day, homes[home[number]], places[place[number]], own, expansions, paths.get(id, ""))


def read_speakers(folder: Path, name: str) -> tuple[Array, Array]:
    """Give the columns that ``write_directory`` wrote for a segment: who each appearance is, and why."""
    return load(folder / f"{name}.speakers.npy"), load(folder / f"{name}.links.npy")


class SpeakerDirectory:
    """The directory, opened."""

    def __init__(self, folder: Path) -> None:
        """Read what ``write_directory`` wrote."""
        rows = json.loads((folder / _FILE).read_text(encoding="ascii"))
        self.ids: list[str] = [row[0] for row in rows]
        self.links: list[str] = json.loads((folder / _LINKS).read_text(encoding="ascii"))
        self._rows = rows
        self._aliases: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            for alias in row[7]:
                self._aliases.setdefault(alias, []).append(number)

    def name(self, number: int) -> str:
        """Give a speaker's name."""
        name: str = self._rows[number][1]
        return name

    def entry(self, number: int) -> SpeakerEntry:
        """Give a speaker."""
        id, name, type, statements, articles, names, roles, aliases = self._rows[number]
        held = tuple(RoleHeld(*role) for role in roles)
        return SpeakerEntry(id, name, type, statements, articles, tuple(names), held, tuple(aliases))

    def called(self, asked: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means, most statements first."""
        return tuple(sorted(map(self.entry, self._numbers_called(asked)), key=by_statements))

    def ids_called(self, asked: str) -> tuple[str, ...]:
        """Give the ids of everyone whom an id means, in order."""
        return tuple(self.ids[number] for number in sorted(self._numbers_called(asked)))

    def _numbers_called(self, asked: str) -> set[int]:
        """Give everyone whom an id means: whose id it is, and who bears it as a name."""
        at = bisect_left(self.ids, asked)
        found = {at} if at < len(self.ids) and self.ids[at] == asked else set()
        found.update(range(bisect_left(self.ids, f"{asked}."), bisect_left(self.ids, f"{asked}/")))
        found.update(self._aliases.get(asked, ()))
        return found

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
        named = ((number, {row[1], *row[5]}) for number, row in enumerate(self._rows))
        return sorted({(word, number) for number, names in named for name in names for word in forms(name)})
