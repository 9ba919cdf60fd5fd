"""Whom a last name alone means in another article: only somebody in that role, in that outlet, at that time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from search.speakers.names import folded, last_name_of
from search.speakers.persons import Person
from search.speakers.roles import agree, read_role
from search.speakers.sightings import Sighting, is_of_time


@dataclass(frozen=True, slots=True)
class LoneNames:
    """The persons of the archive by last name and outlet."""

    known: dict[tuple[str, str], list[tuple[Person, Sighting]]]

    @classmethod
    def of(cls, persons: Iterable[Person]) -> LoneNames:
        """Take the persons whose full names are known."""
        known: dict[tuple[str, str], list[tuple[Person, Sighting]]] = defaultdict(list)
        for person in persons:
            for one in person.sightings:
                role = one.read
                if role is not None and role.tells_last_names:
                    known[last_name_of(one.name), one.home].append((person, one))
        return cls(dict(known))

    def who(self, name: str, role: str | None, home: str, day: str | None) -> tuple[Person, str] | None:
        """Give the one person who is meant, and the evidence in words; None if nobody or several may be."""
        read = read_role(role) if role else None
        if read is None or not read.tells_last_names:
            return None
        fitting: dict[int, tuple[Person, Sighting]] = {}
        for person, one in self.known.get((folded(name), home), ()):
            theirs = one.read
            if theirs is not None and agree(read, theirs) and is_of_time(one, day):
                best = fitting.get(id(person))
                if best is None or one.order < best[1].order:
                    fitting[id(person)] = (person, one)
        if len(fitting) != 1:
            return None
        ((person, one),) = fitting.values()
        when = f"{one.first} to {one.last}" if one.first != one.last else str(one.first)
        where = f" in {home}" if home else ""
        return person, f"{role} {name} ← {one.role} {one.name}{where}, {when}; nobody else there fits"
