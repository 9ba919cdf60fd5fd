"""Which outlets print the news of one area: they share a dateline, or several persons in their offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from search.speakers.roles import Role, agree

_SHARED_PERSONS = 3
_FEW_HOMES = 30  # who is known in more is no sign that two of them are neighbours

Near = frozenset[tuple[str, str]]
"""Pairs of homes that are near each other, each in the order of the alphabet."""


def find_near(places: Mapping[str, Iterable[str]], persons: Iterable[Mapping[str, Iterable[Role]]]) -> Near:
    """Give the homes that are near each other.

    ``places`` are the datelines of each home; ``persons`` has for each full name its roles by home.
    """
    printing: dict[str, set[str]] = defaultdict(set)
    for home, names in places.items():
        for place in names:
            printing[place].add(home)
    near = {pair for homes in printing.values() for pair in combinations(sorted(homes), 2)}
    shared: Counter[tuple[str, str]] = Counter()
    for roles in persons:
        if 1 < len(roles) <= _FEW_HOMES:
            for one, other in combinations(sorted(roles), 2):
                telling = [role for role in roles[other] if role.is_telling]
                if any(agree(mine, theirs) for mine in roles[one] if mine.is_telling for theirs in telling):
                    shared[one, other] += 1
    near.update(pair for pair, count in shared.items() if count >= _SHARED_PERSONS)
    return frozenset(near)


def are_near(one: str, other: str, near: Near) -> bool:
    """Say whether two homes are one, or near each other."""
    return one == other or (min(one, other), max(one, other)) in near
