"""Two names that are one person's: with a middle name, a Jr., initials, a nickname, or a name taken in marriage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from search.speakers.homes import Near
from search.speakers.names import FullName, ends_of, first_names, may_be_one
from search.speakers.person import Person, are_apart, weight_of
from search.speakers.sightings import is_of_time, share_role


def with_variants(named: Sequence[tuple[FullName, Person]], near: Near) -> list[Person]:
    """Unite persons whose names differ in a way that one person's may."""
    links: dict[int, dict[int, str]] = defaultdict(dict)
    for at, to in sorted(_alike([name for name, _ in named])):
        (name, person), (other_name, other) = named[at], named[to]
        if name != other_name and may_be_one(name, other_name) and not are_apart(person, other, near):
            why = _evidence(name, person, other_name, other, near)
            if why:
                links[at][to] = links[to][at] = why
    for at, found in sorted(links.items()):
        names = [_as_borne(named[to][0], named[at][0]) for to in found]
        if not all(may_be_one(one, other) for one, other in combinations(names, 2)):
            for to in found:  # John Smith, where there are a John Smith Jr. and a John Smith Sr.
                links[to] = {back: why for back, why in links[to].items() if back != at}
            links[at] = {}
    taken_by: dict[int, Person] = {}

    def who(at: int) -> Person:
        person = named[at][1]
        while id(person) in taken_by:
            person = taken_by[id(person)]
        return person

    for at, found in sorted(links.items()):
        for to, why in found.items():
            kept, gone = sorted((who(at), who(to)), key=weight_of)
            if kept is not gone:
                kept.take(gone, why)
                taken_by[id(gone)] = kept
    return [person for _, person in named if id(person) not in taken_by]


def _alike(names: Sequence[FullName]) -> set[tuple[int, int]]:
    """Give the pairs of names, by their numbers, that have a form of the first name and a last name in common."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_initial: dict[tuple[str, str], list[int]] = defaultdict(list)
    initials: list[int] = []
    for at, name in enumerate(names):
        if len(name.first) == 1:
            initials.append(at)
        for last in ends_of(name.last):
            by_initial[name.first[0], last].append(at)
            for first in first_names(name):
                alike[first, last].append(at)
    pairs = {pair for found in alike.values() for pair in combinations(found, 2)}
    for at in initials:
        for last in ends_of(names[at].last):
            pairs.update((min(at, to), max(at, to)) for to in by_initial[names[at].first, last] if to != at)
    return pairs


def _as_borne(name: FullName, both: FullName) -> FullName:
    """Give a name with the two last names of someone who bore it: Ann Hale and Ann Roy are Ann Hale-Roy's."""
    return replace(name, last=both.last) if name.last in ends_of(both.last) else name


def _evidence(name: FullName, one: Person, other_name: FullName, other: Person, near: Near) -> str:
    """Give what says that two names are one person's: the same role, or the same outlet in the same year."""
    has_one_first, has_one_last = name.first == other_name.first, name.last == other_name.last
    is_initial = not has_one_first and 1 in (len(name.first), len(other_name.first))
    told = [False, False]
    for mine in one.sightings:
        for theirs in other.sightings:
            role, others = mine.read, theirs.read
            told[0] |= role is not None and role.is_telling
            told[1] |= others is not None and others.is_telling
            if role is None or not share_role(mine, theirs, near) or (is_initial and not role.tells_last_names):
                continue
            if mine.home == theirs.home or (has_one_last and (has_one_first or role.is_wide)):
                return f"“{theirs.name}” is {theirs.role} in {theirs.home}, “{mine.name}” {mine.role} in {mine.home}"
    if all(told) or not (has_one_first and has_one_last):
        return ""
    for mine in one.sightings:
        for theirs in other.sightings:
            if mine.home == theirs.home and (is_of_time(mine, theirs.first) or is_of_time(mine, theirs.last)):
                return f"“{theirs.name}” and “{mine.name}” in {mine.home} at one time"
    return ""
