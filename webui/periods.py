"""Months, quarters, years and decades: which of them a chart shows, and what falls on each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from search.query.dates import DateRange
from webui import messages
from webui.languages import current_language
from webui.written_dates import write_month

Unit = Literal["month", "quarter", "year", "decade"]
_MOST_MONTHS, _MOST_QUARTERS, _MOST_YEARS = 48, 48, 60
_MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_AROUND = 4
"""Months that are drawn before and after short dates."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter, year or decade: its name, and its first and last part as an address writes it."""

    name: str
    dates: DateRange
    first: datetime.date
    last: datetime.date


def overlaps(period: Period, chosen: DateRange) -> bool:
    """Say whether a period touches a range."""
    return touches(period.dates, chosen)


def touches(one: DateRange, other: DateRange) -> bool:
    """Say whether two ranges have a day in common."""
    starts_in_time = one.first is None or other.last is None or one.first <= other.last
    return starts_in_time and (one.last is None or other.first is None or one.last >= other.first)


def count_on(periods: Sequence[Period], counts: Mapping[str, int], unit: Unit) -> list[int]:
    """Count what falls on each of periods without a gap; known to the year alone, it falls on no month or quarter."""
    values = [0] * len(periods)
    if not periods:
        return values
    months = _MONTHS_IN[unit]
    begin = periods[0].first.year * 12 + periods[0].first.month - 1
    for key, count in counts.items():
        if len(key) == 4 and months < 12:
            continue
        at = (ordinal(key if len(key) > 4 else f"{key}-01") - begin) // months
        if 0 <= at < len(values):
            values[at] += count
    return values


def periods_of(counts: Mapping[str, int], chosen: DateRange) -> tuple[Unit, tuple[Period, ...], dict[str, int]]:
    """Choose the unit by how long a time the counts cover, and give its periods without a gap."""
    months = sorted(key for key in counts if len(key) == 7)
    coarse = {key: count for key, count in sorted(counts.items()) if len(key) == 4}
    if months:
        first, last = _window(ordinal(months[0]), ordinal(months[-1]), chosen)
        if last - first < _MOST_MONTHS:
            return "month", _run("month", first, last, current_language()), coarse
        if last // 3 - first // 3 < _MOST_QUARTERS:
            return "quarter", _run("quarter", first // 3, last // 3, current_language()), coarse
    years = sorted({int(key[:4]) for key in counts})
    if not years:
        return "year", (), {}
    if years[-1] - years[0] < _MOST_YEARS:
        return "year", _run("year", years[0], years[-1], current_language()), {}
    return "decade", _run("decade", years[0] // 10, years[-1] // 10, current_language()), {}


@lru_cache(256)
def _run(unit: Unit, first: int, last: int, _language: str) -> tuple[Period, ...]:
    """Give the periods from one to another, each by how many of them have gone before since the year 0."""
    return tuple(map(_PERIODS[unit], range(first, last + 1)))


def is_short(chosen: DateRange) -> bool:
    """Say whether both ends of a range are known and it can be shown in months, with some on either side."""
    if chosen.first is None or chosen.last is None:
        return False
    return _months_between(chosen.first, chosen.last) + 2 * _AROUND <= _MOST_MONTHS


def _window(first: int, last: int, chosen: DateRange) -> tuple[int, int]:
    """Give the months to draw: all that are counted, or, where those are too many, those around short dates."""
    if last - first < _MOST_MONTHS or not is_short(chosen):
        return first, last
    assert chosen.first is not None
    assert chosen.last is not None
    since = chosen.first.year * 12 + chosen.first.month - 1
    until = chosen.last.year * 12 + chosen.last.month - 1
    return max(since - _AROUND, min(first, since)), min(until + _AROUND, max(last, until))


def _months_between(first: datetime.date, last: datetime.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def ordinal(month: str) -> int:
    """Number a month ("2024-05"), so that the next one is one more."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def written(number: int) -> str:
    """Write a numbered month: "2024-05"."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _month(at: int) -> Period:
    return _period(write_month(written(at)), DateRange(written(at), written(at)))


def _quarter(at: int) -> Period:
    name = messages.QUARTERS[at % 4](year=at // 4)
    return _period(name, DateRange(written(at * 3), written(at * 3 + 2)))


def _year(at: int) -> Period:
    return _period(str(at), DateRange(f"{at:04d}", f"{at:04d}"))


def _decade(at: int) -> Period:
    return _period(messages.DECADE(first=at * 10), DateRange(f"{at * 10:04d}", f"{at * 10 + 9:04d}"))


def _period(name: str, dates: DateRange) -> Period:
    assert dates.first is not None
    assert dates.last is not None
    return Period(name, dates, dates.first, dates.last)


_PERIODS: dict[Unit, Callable[[int], Period]] = {
    "month": _month,
    "quarter": _quarter,
    "year": _year,
    "decade": _decade,
}
