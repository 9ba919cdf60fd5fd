"""The speakers of a generation, as a reader opens them: tables, JSON, and two columns for each segment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any

from search.analysis import forms
from search.backends.whoosh.arrays import Array
from search.backends.whoosh.packed import Packed
from search.documents import RoleHeld, SpeakerEntry
from search.identity import Identified, by_statements

DIRECTORY, IDS, NAMES, PLACES = "directory", "directory.ids", "directory.names", "directory.places"
LINKS = "links"
"""All that is known of the speakers, as JSON; what most pages print of them, and the place of each among all by their
names, then by their ids; and why somebody is meant."""


_KEPT = 4096
"""So many ids and names are kept at hand as they are read: some stand on every page."""


def read_speakers(shared: Packed, name: str) -> tuple[Array, Array]:
    """Give the columns that ``directory_draft`` wrote for a segment: who each appearance is, and why."""
    return shared.array(f"{name}.speakers"), shared.array(f"{name}.links")


class SpeakerDirectory:
    """The directory, opened. ``id`` and ``name`` give those of a speaker, by number."""

    def __init__(self, shared: Packed) -> None:
        """Read what ``directory_draft`` wrote."""
        self.ids, self.links = shared.strings(IDS), shared.strings(LINKS)
        self._shared = shared
        # A method would close a circle with what it is kept for, and what stands in one outlives its generation.
        self.id = lru_cache(maxsize=_KEPT)(self.ids.__getitem__)
        self.name = lru_cache(maxsize=_KEPT)(shared.strings(NAMES).__getitem__)
        self.places_by_name = shared.array(PLACES)

    @cached_property
    def _rows(self) -> list[list[Any]]:
        rows: list[list[Any]] = self._shared.json(DIRECTORY)
        return rows

    @cached_property
    def _aliases(self) -> dict[str, list[int]]:
        aliases: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            for alias in row[7]:
                aliases.setdefault(alias, []).append(number)
        return aliases

    def identified(self, heard: Mapping[str, tuple[int, int]]) -> dict[str, Identified]:
        """Give who an article's speakers are, from their numbers here and those of the reasons why."""
        return {own: Identified(self.id(speaker), self.links[link]) for own, (speaker, link) in heard.items()}

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
        if not prefix:
            return self._by_statements
        wanted = forms(prefix)
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
