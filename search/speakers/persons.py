"""Persons of the archive, put together from sightings of full names: one name may be two persons, two names one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from search.speakers.homes import Near, are_near
from search.speakers.names import FullName, full_name, name_slug
from search.speakers.person import Person, are_apart, weight_of
from search.speakers.roles import OFFICES
from search.speakers.sightings import Sighting, contradict, share_role
from search.speakers.variants import with_variants

_KNOWN_WIDELY = 3
"""Outlets from which on somebody is taken to be the one who is meant in another outlet."""

_Test = Callable[[Person, Person, Near], str]
"""Gives the evidence that two are one, in words, or nothing."""


def find_persons(sightings: Iterable[Sighting], near: Near) -> list[Person]:
    """Give the persons whose full names these are, in no particular order."""
    by_name: dict[FullName, list[Sighting]] = defaultdict(list)
    labelled: dict[str, Person] = {}
    ordered = sorted(sightings, key=lambda one: one.order)
    known = _names(ordered)
    for sighting in ordered:
        if sighting.label:
            labelled.setdefault(sighting.label, Person([], label=sighting.label)).sightings.append(sighting)
        elif name_slug(sighting.name) in known:
            by_name[known[name_slug(sighting.name)]].append(sighting)
    named: list[tuple[FullName, Person]] = []
    unclear: list[Person] = []
    for name, found in by_name.items():
        for person in _of_one_name(found, near):
            if person.is_unclear:
                unclear.append(person)
            else:
                named.append((name, person))
    return [*labelled.values(), *with_variants(named, near), *unclear]


def _names(sightings: Iterable[Sighting]) -> dict[str, FullName]:
    """Give the full names by what stands in addresses: "Ann Hale Jones" is "Ann Hale-Jones" where that is printed."""
    known: dict[str, FullName] = {}
    for one in sightings:
        name = full_name(one.name)
        if name is not None:
            plain = name_slug(one.name)
            known[plain] = max(known.get(plain, name), name, key=lambda name: (len(name.last), name))
    return known


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
    for person in sorted(persons, key=weight_of):
        fitting = [(other, why) for other in united if (why := test(other, person, near))]
        fitting = [(other, why) for other, why in fitting if not are_apart(other, person, near)]
        if not fitting or any(
            are_apart(one, other, near) for at, (one, _) in enumerate(fitting) for other, _ in fitting[at + 1 :]
        ):
            united.append(person)
            continue
        chosen, why = fitting[0]
        chosen.take(person, why)
        for other, reason in fitting[1:]:
            chosen.take(other, reason)
            united.remove(other)
    return united


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
    if _is_somebody_else(one, other):
        return ""
    return f"the name is known in {homes} outlets" if homes >= _KNOWN_WIDELY else ""


def _is_somebody_else(one: Person, other: Person) -> bool:
    """Say whether somebody has roles, none of them an office, that have no word in common with one who has offices."""
    theirs = [sighting.read for sighting in other.sightings]
    if not one.offices or not all(role and role.is_telling and role.head not in OFFICES for role in theirs):
        return False
    mine = {word for sighting in one.sightings if (role := sighting.read) for word in (role.head, *role.words)}
    return not any(mine & {role.head, *role.words} for role in theirs if role)


def _only_in_office(one: Person, other: Person, near: Near) -> str:
    """Take someone of no certain role to be the one who has an office, where only one of the name has."""
    if not any(role.is_office for mine in one.sightings if (role := mine.read)):
        return ""
    if any(role.is_telling for theirs in other.sightings if (role := theirs.read)):
        return ""
    held = next(mine for mine in one.sightings if (role := mine.read) and role.is_office)
    return f"only one of this name is known in an office: {held.role} in {held.home}"
