"""Whom a last name alone means in another article: only somebody in that role, in that outlet, at that time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from search.speakers.names import folded, last_name_of
from search.speakers.person import Person
from search.speakers.roles import Role, agree, read_role
from search.speakers.sightings import Sighting, is_of_time, was_before

_OFTEN = 3
"""Stories from which on a name and a role in an outlet are no slip."""
_FAR_MORE = 5
"""Times as many stories as the next of that last name and role has: the other one is a slip."""


@dataclass(frozen=True, slots=True)
class LoneNames:
    """The persons of the archive by last name and outlet."""

    known: dict[tuple[str, str], list[tuple[Person, Sighting]]]
    widely: dict[str, list[tuple[Person, Sighting]]]

    @classmethod
    def of(cls, persons: Iterable[Person]) -> LoneNames:
        """Take the persons whose full names are known."""
        known: dict[tuple[str, str], list[tuple[Person, Sighting]]] = defaultdict(list)
        widely: dict[str, list[tuple[Person, Sighting]]] = defaultdict(list)
        for person in persons:
            for one in person.sightings:
                role = one.read
                if role is not None and role.tells_last_names:
                    last = last_name_of(one.name)
                    known[last, one.home].append((person, one))
                    if role.is_wide:
                        widely[last].append((person, one))
        return cls(dict(known), dict(widely))

    def who(self, name: str, role: str | None, home: str, day: str | None) -> tuple[Person, str] | None:
        """Give the one person who is meant, and the evidence in words; None if nobody or several may be.

        Somebody who had the role at another time may be meant too, unless far fewer stories say so: a slip. A former
        chief was chief at any time before. And a senator or president who is hardly known in an outlet may be another
        one, who is better known elsewhere.
        """
        read = read_role(role) if role else None
        if read is None or not read.tells_last_names:
            return None
        fitting: dict[int, tuple[Person, list[Sighting]]] = {}
        for person, one in self.known.get((folded(name), home), ()):
            if one.read is not None and agree(read, one.read):
                fitting.setdefault(id(person), (person, []))[1].append(one)
        ranked = sorted(fitting.values(), key=lambda pair: -_stories(pair[1]))
        if not ranked or (len(ranked) > 1 and _stories(ranked[0][1]) < _FAR_MORE * _stories(ranked[1][1])):
            return None
        person, sightings = ranked[0]
        if read.is_wide and _stories(sightings) < _OFTEN and self._is_other_better_known(folded(name), read, person):
            return None
        of_time = [one for one in sightings if (is_of_time if read.is_held else was_before)(one, day)]
        if not of_time:
            return None
        one = min(of_time, key=lambda one: one.order)
        when = f"{one.first} to {one.last}" if one.first != one.last else str(one.first)
        where = f" in {home}" if home else ""
        return person, f"{role} {name} ← {one.role} {one.name}{where}, {when}; nobody else there fits"

    def _is_other_better_known(self, last: str, role: Role, person: Person) -> bool:
        others: Counter[int] = Counter()
        for other, one in self.widely.get(last, ()):
            if one.read is not None and agree(role, one.read):
                others[id(other)] += one.stories
        own = others.pop(id(person), 0)
        return any(stories >= own for stories in others.values())


def _stories(sightings: list[Sighting]) -> int:
    return sum(one.stories for one in sightings)
