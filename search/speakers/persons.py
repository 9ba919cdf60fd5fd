"""Persons of the archive, put together from sightings of full names: one name may be two persons, two names one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations

from search.speakers.homes import Near, are_near
from search.speakers.names import FullName, first_names, full_name, may_be_one
from search.speakers.roles import Role
from search.speakers.sightings import Sighting, are_other_offices, contradict, is_of_time, share_role

_KNOWN_WIDELY = 3
"""Outlets from which on somebody is taken to be the one who is meant in another outlet."""

_Test = Callable[["Person", "Person", Near], str]
"""Gives the evidence that two are one, in words, or nothing."""


@dataclass(slots=True, eq=False)
class Person:
    """Sightings that are one person's, and why those that came later belong here.

    ``unclear`` are sightings of a name that several persons have in one outlet.
    """

    sightings: list[Sighting]
    why: dict[int, str] = field(default_factory=dict)
    label: str = ""
    is_unclear: bool = False
    offices: dict[Role, list[Sighting]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Note which offices the sightings are of."""
        self._note(self.sightings)

    def _note(self, sightings: Iterable[Sighting]) -> None:
        for one in sightings:
            if one.read is not None and one.read.is_office:
                self.offices[one.read].append(one)

    @property
    def homes(self) -> set[str]:
        """Where the person was printed."""
        return {one.home for one in self.sightings}

    @property
    def stories(self) -> int:
        """In how many stories the person speaks."""
        return sum(one.stories for one in self.sightings)

    def take(self, other: Person, why: str) -> None:
        """Make another one's sightings this one's."""
        self.sightings += other.sightings
        self._note(other.sightings)
        self.why |= other.why
        for one in other.sightings:
            self.why.setdefault(id(one), why)


def find_persons(sightings: Iterable[Sighting], near: Near) -> list[Person]:
    """Give the persons whose full names these are, in no particular order."""
    by_name: dict[FullName, list[Sighting]] = defaultdict(list)
    labelled: dict[str, Person] = {}
    for sighting in sorted(sightings, key=lambda one: one.order):
        name = full_name(sighting.name)
        if sighting.label:
            labelled.setdefault(sighting.label, Person([], label=sighting.label)).sightings.append(sighting)
        elif name is not None:
            by_name[name].append(sighting)
    by_last: dict[str, list[tuple[FullName, Person]]] = defaultdict(list)
    unclear: list[Person] = []
    for name, found in by_name.items():
        for person in _of_one_name(found, near):
            if person.is_unclear:
                unclear.append(person)
            else:
                by_last[name.last].append((name, person))
    persons = [person for named in by_last.values() for person in _with_variants(named, near)]
    return [*labelled.values(), *persons, *unclear]


# -- one name ------------------------------------------------------------------


def _of_one_name(sightings: list[Sighting], near: Near) -> list[Person]:
    by_home: dict[str, list[Sighting]] = defaultdict(list)
    for one in sightings:
        by_home[one.home].append(one)
    clear: list[Person] = []
    unclear: list[Person] = []
    for home in sorted(by_home):
        for person in _of_one_home(by_home[home], near):
            (unclear if person.is_unclear else clear).append(person)
    for test in (_same_role, _one_area, _known_widely, _only_in_office):
        if len(clear) > 1:
            clear = _united(clear, test, near)
    return clear + unclear


def _of_one_home(sightings: list[Sighting], near: Near) -> list[Person]:
    """Give the persons of one name in one outlet: one, but where two offices in two places say otherwise."""
    known: list[list[Sighting]] = []
    rest: list[Sighting] = []
    for one in sightings:
        role = one.read
        if role is None or not (role.is_office and role.places):
            rest.append(one)
            continue
        fitting = [found for found in known if not any(contradict(one, other, near) for other in found)]
        if fitting:
            fitting[0].append(one)
        else:
            known.append([one])
    if len(known) < 2:
        return [Person(sightings)]
    unclear: list[Sighting] = []
    in_office = [tuple(found) for found in known]
    for one in rest:
        at = [number for number, found in enumerate(in_office) if any(share_role(one, other, near) for other in found)]
        (known[at[0]] if len(at) == 1 else unclear).append(one)
    persons = [Person(found) for found in known]
    return [*persons, Person(unclear, is_unclear=True)] if unclear else persons


def _united(persons: list[Person], test: _Test, near: Near) -> list[Person]:
    """Unite those whom a test finds to be one; who fits two that cannot be one stays alone."""
    united: list[Person] = []
    for person in sorted(persons, key=_weight):
        fitting = [(other, why) for other in united if (why := test(other, person, near))]
        fitting = [(other, why) for other, why in fitting if not _apart(other, person, near)]
        if not fitting or any(
            _apart(one, other, near) for at, (one, _) in enumerate(fitting) for other, _ in fitting[at + 1 :]
        ):
            united.append(person)
            continue
        chosen, why = fitting[0]
        chosen.take(person, why)
        for other, reason in fitting[1:]:
            chosen.take(other, reason)
            united.remove(other)
    return united


def _weight(person: Person) -> tuple[bool, bool, int, tuple[str, int, str, str, str]]:
    """Those in office first, then those with any role, then by stories."""
    roles = [role for one in person.sightings if (role := one.read)]
    first = min(one.order for one in person.sightings)
    return not any(role.is_office for role in roles), not roles, -person.stories, first


def _apart(one: Person, other: Person, near: Near) -> bool:
    return any(
        are_other_offices(role, their_role)
        and any(contradict(mine, theirs, near) for mine in held for theirs in their_held)
        for role, held in one.offices.items()
        for their_role, their_held in other.offices.items()
    )


def _same_role(one: Person, other: Person, near: Near) -> str:
    for mine in one.sightings:
        for theirs in other.sightings:
            if share_role(mine, theirs, near):
                return f"{theirs.role} in {theirs.home}, {mine.role} in {mine.home}"
    return ""


def _one_area(one: Person, other: Person, near: Near) -> str:
    pairs = ((mine, theirs) for mine in sorted(one.homes) for theirs in sorted(other.homes))
    found = next(((mine, theirs) for mine, theirs in pairs if are_near(mine, theirs, near)), None)
    return f"{found[1]} and {found[0]} print the news of one area" if found else ""


def _known_widely(one: Person, other: Person, near: Near) -> str:
    homes = max(len(one.homes), len(other.homes))
    return f"the name is known in {homes} outlets" if homes >= _KNOWN_WIDELY else ""


def _only_in_office(one: Person, other: Person, near: Near) -> str:
    """Take someone of no certain role to be the one who has an office, where only one of the name has."""
    if not any(role.is_office for mine in one.sightings if (role := mine.read)):
        return ""
    if any(role.is_telling for theirs in other.sightings if (role := theirs.read)):
        return ""
    held = next(mine for mine in one.sightings if (role := mine.read) and role.is_office)
    return f"only one of this name is known in an office: {held.role} in {held.home}"


# -- two names -----------------------------------------------------------------


def _with_variants(named: list[tuple[FullName, Person]], near: Near) -> list[Person]:
    """Unite persons of one last name whose first and middle names differ in a way that one person's may."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, (name, _) in enumerate(named):
        for first in first_names(name):
            alike[first].append(at)
    links: dict[int, dict[int, str]] = defaultdict(dict)
    for at, to in sorted({pair for found in alike.values() for pair in combinations(found, 2)}):
        (name, person), (other_name, other) = named[at], named[to]
        if name != other_name and may_be_one(name, other_name) and not _apart(person, other, near):
            why = _evidence(name, person, other_name, other, near)
            if why:
                links[at][to] = links[to][at] = why
    persons = [person for _, person in named]
    for at, found in sorted(links.items()):
        if not all(may_be_one(named[one][0], named[other][0]) for one, other in combinations(found, 2)):
            for to in found:  # John Smith, where there are a John Smith Jr. and a John Smith Sr.
                links[to] = {back: why for back, why in links[to].items() if back != at}
            links[at] = {}
    for at, found in sorted(links.items()):
        for to, why in found.items():
            kept, gone = sorted((persons[at], persons[to]), key=_weight)
            if kept is not gone:
                kept.take(gone, why)
                persons = [kept if person is gone else person for person in persons]
    return list({id(person): person for person in persons}.values())


def _evidence(name: FullName, one: Person, other_name: FullName, other: Person, near: Near) -> str:
    """Give what says that two names are one person's: the same role, or the same outlet in the same year."""
    has_one_first = name.first == other_name.first
    told = [False, False]
    for mine in one.sightings:
        for theirs in other.sightings:
            role, others = mine.read, theirs.read
            told[0] |= role is not None and role.is_telling
            told[1] |= others is not None and others.is_telling
            here = mine.home == theirs.home
            if share_role(mine, theirs, near) and (here or has_one_first or (role is not None and role.is_wide)):
                return f"“{theirs.name}” is {theirs.role} in {theirs.home}, “{mine.name}” {mine.role} in {mine.home}"
    if all(told) or not has_one_first:
        return ""
    for mine in one.sightings:
        for theirs in other.sightings:
            if mine.home == theirs.home and (is_of_time(mine, theirs.first) or is_of_time(mine, theirs.last)):
                return f"“{theirs.name}” and “{mine.name}” in {mine.home} at one time"
    return ""
