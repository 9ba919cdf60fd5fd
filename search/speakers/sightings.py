"""A name in a role in an outlet, seen so often and between such days: what persons are put together from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import lru_cache

from search.speakers.homes import Near, are_near
from search.speakers.roles import Role, agree, is_elsewhere, read_role

SLACK = 400
"""Days by which two printings may lie apart and still be of one time."""

_OFTEN = 2
"""Stories from which on a role in one area is no slip of the pen."""

_FAR_MORE = 20
"""Times as many stories in which an office is of one place as in which it is of another: the other one is a slip."""

Key = tuple[str, str | None, str, str]
"""A name, a role as printed, a home, and the table's own id for them, mostly empty."""


@dataclass(frozen=True, slots=True)
class Times:
    """In how many stories something stands, and the first and last day of those that have one."""

    stories: int
    first: str | None
    last: str | None

    @classmethod
    def once(cls, day: str | None) -> Times:
        """Give one story's."""
        return cls(1, day, day)


@dataclass(slots=True)
class Sighting:
    """One name in one role in one home: in how many stories, and the first and last day of them."""

    name: str
    role: str | None
    home: str
    label: str = ""
    stories: int = 0
    first: str | None = None
    last: str | None = None
    read: Role | None = field(init=False, default=None, compare=False)

    def __post_init__(self) -> None:
        """Take the role apart, once."""
        self.read = read_role(self.role) if self.role else None

    def see(self, when: Times) -> None:
        """Count more stories."""
        self.stories += when.stories
        if when.first and when.last:
            self.first = min(self.first or when.first, when.first)
            self.last = max(self.last or when.last, when.last)

    @property
    def order(self) -> tuple[str, int, str, str, str]:
        """The earliest first; all that is left equal is told apart by its words."""
        return self.first or "9999", -self.stories, self.role or "", self.name, self.home


def contradict(one: Sighting, other: Sighting, near: Near) -> bool:
    """Say whether two sightings of one name cannot be one person: two offices that nobody holds together.

    In one area that takes two places at one time, since people change their offices, and not two
    senators or governors; far apart, two local offices.
    """
    mine, theirs = one.read, other.read
    if mine is None or theirs is None or not (mine.is_office and theirs.is_office):
        return False
    if are_near(one.home, other.home, near):
        if mine.head == theirs.head and mine.is_of_state:
            return False  # "Recently Sen. Reid": what looks like another place is oftener none than another senator
        fewer, more = sorted((one.stories, other.stories))
        is_slip = fewer < _OFTEN or (mine.head == theirs.head and more >= _FAR_MORE * fewer)
        return not is_slip and is_elsewhere(mine, theirs) and overlap(one, other)
    return are_other_offices(mine, theirs)


def are_other_offices(mine: Role, theirs: Role) -> bool:
    """Say whether two offices are held by two, as far as roles alone can tell."""
    if mine.places & theirs.places:
        return False
    return is_elsewhere(mine, theirs) or (mine.head != theirs.head and not (mine.is_wide or theirs.is_wide))


def share_role(one: Sighting, other: Sighting, near: Near) -> bool:
    """Say whether two sightings show one role, so that one full name is one person.

    Far apart, what is no office must share a word beside its head: there are many directors.
    """
    mine, theirs = one.read, other.read
    if mine is None or theirs is None or not (mine.is_telling and theirs.is_telling and agree(mine, theirs)):
        return False
    return mine.is_office or are_near(one.home, other.home, near) or bool(mine.words & theirs.words)


def overlap(one: Sighting, other: Sighting) -> bool:
    """Say whether two sightings are of one time; the undated are of none."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.last and other.first <= one.last


def is_of_time(one: Sighting, day: str | None) -> bool:
    """Say whether a day lies in a sighting's time, give or take a year."""
    if not (day and one.first and one.last):
        return False
    return _number(one.first) - SLACK <= _number(day) <= _number(one.last) + SLACK


def was_before(one: Sighting, day: str | None) -> bool:
    """Say whether a sighting is of a time before a day."""
    return day is not None and one.first is not None and one.first < day


@lru_cache(maxsize=1 << 15)
def _number(day: str) -> int:
    return datetime.date.fromisoformat(day[:10]).toordinal()
