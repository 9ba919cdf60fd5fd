"""A person of the archive: sightings that are one person's, and the offices that they show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from search.speakers.homes import Near
from search.speakers.roles import Role
from search.speakers.sightings import Sighting, are_other_offices, contradict


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


def weight_of(person: Person) -> tuple[bool, bool, int, tuple[str, int, str, str, str]]:
    """Order those in office first, then those with any role, then by stories."""
    roles = [role for one in person.sightings if (role := one.read)]
    first = min(one.order for one in person.sightings)
    return not any(role.is_office for role in roles), not roles, -person.stories, first


def are_apart(one: Person, other: Person, near: Near) -> bool:
    """Say whether two persons hold offices that nobody holds together."""
    return any(
        are_other_offices(role, their_role)
        and any(contradict(mine, theirs, near) for mine in held for theirs in their_held)
        for role, held in one.offices.items()
        for their_role, their_held in other.offices.items()
    )
