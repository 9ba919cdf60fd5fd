"""Which outlets print the news of one area: they share a dateline, or several persons in their offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from search.speakers.roles import Role, agree

_SHARED_PERSONS = 3
_FEW_HOMES = 30  # who is known in more is no sign that two of them are neighbours

Pair = tuple[str, str]
"""Two homes, in the order of the alphabet."""
Near = frozenset[Pair]
"""Pairs of homes that are near each other."""


def find_near(datelines: Iterable[Pair], shared: Mapping[Pair, int]) -> Near:
    """Give the homes that are near each other.

    ``datelines`` are homes, each with a place that it prints news from; ``shared`` is of ``shared_persons``.
    """
    printing: dict[str, set[str]] = defaultdict(set)
    for home, place in datelines:
        printing[place].add(home)
    near = {pair for homes in printing.values() for pair in combinations(sorted(homes), 2)}
    near.update(pair for pair, count in shared.items() if count >= _SHARED_PERSONS)
    return frozenset(near)


def shared_persons(persons: Iterable[Mapping[str, Iterable[Role]]]) -> Counter[Pair]:
    """Count the persons whom two homes know in one role. ``persons`` has for each full name its roles by home."""
    shared: Counter[Pair] = Counter()
    for roles in persons:
        if 1 < len(roles) <= _FEW_HOMES:
            for one, other in combinations(sorted(roles), 2):
                telling = [role for role in roles[other] if role.is_telling]
                if any(agree(mine, theirs) for mine in roles[one] if mine.is_telling for theirs in telling):
                    shared[one, other] += 1
    return shared


def are_near(one: str, other: str, near: Near) -> bool:
    """Say whether two homes are one, or near each other."""
    return one == other or (min(one, other), max(one, other)) in near
