"""What stands along a chart's axis and where: the places of bars, and the years under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from search.query.dates import DateRange
from webui import messages
from webui.periods import Period, Unit

_BAR_SHARE = 0.72
_LABEL_GAP, _WIDE_GAP = 15.0, 7.0
"""Percent that a year's label needs at 320 pixels, and where there are twice as many."""


class Place(NamedTuple):
    """Where a bar stands, in percent of the picture's width, and what belongs to it for whoever points at it."""

    left: str
    width: str
    hit_left: str
    hit_width: str
    middle: str


class Tick(NamedTuple):
    """A year under the axis; ``is_far`` if a narrow window has no room for it."""

    x: str
    name: str
    label: str
    url: str
    is_first: bool
    is_far: bool = False


@lru_cache(256)
def places_of(count: int, width: float) -> tuple[Place, ...]:
    """Give the places of so many bars beside each other, which take so much of the picture."""
    step = width / count
    return tuple(place_of(index * step, step, _BAR_SHARE) for index in range(count))


def place_of(left: float, step: float, share: float) -> Place:
    """Give the place of a bar that takes a share of a step."""
    return Place(
        left=percent(left + step * (1 - share) / 2),
        width=percent(step * share),
        hit_left=percent(left),
        hit_width=percent(step),
        middle=percent(left + step / 2),
    )


def percent(value: float) -> str:
    """Write a place or a width for a picture that stretches."""
    return f"{value:.2f}%"


def ticks_of(
    periods: Sequence[Period], unit: Unit, step: float, has_undated: bool, link: Callable[[DateRange], str]
) -> Iterable[Tick]:
    """Give the years under the axis, as many as there is room for."""
    last_x = last_near = -_LABEL_GAP
    near, far = (70.0, 84.0) if has_undated else (88.0, 96.0)
    for index, (before, period) in enumerate(pairwise([None, *periods])):
        assert period is not None
        x = index * step
        starts = before is None or before.last.year != period.first.year
        if not starts or x - last_x < _WIDE_GAP or (x > far and index):
            continue
        if unit == "decade":
            name, dates = period.name, period.dates
        else:
            name = str(period.first.year)
            dates = DateRange(name, name)
        is_far = x > near or x - last_near < _LABEL_GAP
        yield Tick(percent(x), name, messages.ONLY_YEAR(year=name), link(dates), index == 0, is_far)
        last_x, last_near = x, last_near if is_far else x
