"""Ids of the archive's persons: the name alone where nobody else bears it, else with what tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from search.speakers.names import full_name, name_slug
from search.speakers.person import Person

_LONGEST_MARK = 6
"""Words of a role that stand in an id."""


def ids_of(persons: Iterable[Person], bodies: Container[str]) -> dict[int, str]:
    """Give each person, by ``id()``, its id in the archive. ``bodies`` are names that bodies bear too."""
    known = [(_main_name(person), person) for person in persons if not person.is_unclear]
    bearers: Counter[str] = Counter()
    for person in persons:
        bearers.update({name_slug(one.name) for one in person.sightings})
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for name, person in sorted(known, key=lambda pair: (pair[0], min(one.order for one in pair[1].sightings))):
        plain = name_slug(name)
        options = [plain] if bearers[plain] < 2 and plain not in bodies else []
        options += [f"{plain}.{mark}" for mark in _marks(person)]
        chosen = person.label or next((option for option in options if option not in taken), "")
        number = 1
        while not chosen:  # two who were printed in one role in one outlet, and are not one
            number += 1
            option = f"{options[-1]}-{number}"
            chosen = option if option not in taken else ""
        taken.add(chosen)
        ids[id(person)] = chosen
    return ids


def _main_name(person: Person) -> str:
    """Give the full name printed most, the longer of two."""
    stories: Counter[str] = Counter()
    for one in person.sightings:
        stories[one.name] += one.stories
    return min(stories, key=lambda name: (full_name(name) is None, -stories[name], -len(name), name))


def _marks(person: Person) -> Iterator[str]:
    """Give what may tell a person from others of the name: the first office or role, then the outlet."""
    ordered = sorted(person.sightings, key=lambda one: one.order)
    for wanted in ("is_office", "is_telling"):
        for one in ordered:
            role = one.read
            if one.role and role and getattr(role, wanted):
                words = name_slug(one.role).split("-")
                yield "-".join(words[:_LONGEST_MARK])
                break
    yield next((one.home for one in ordered if one.home), "person") or "person"
