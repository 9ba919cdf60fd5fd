"""Dates of any precision as intervals of days: "2017", "2017-02", "2017-02-10", an instant."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?")


@lru_cache(maxsize=4096)
def days_of(value: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day of a date written in ISO, of any precision.

    Raises ValueError if it is not one, or names a day that does not exist.
    """
    match = _ISO.fullmatch(value)
    if not match:
        raise ValueError(f"not an ISO date: {value!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if day is None:
        return datetime.date(year, month, 1), datetime.date(year, month, _last_day(year, month))
    date = datetime.date(year, month, day)
    return date, date


def _last_day(year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise ValueError(f"month {month} is not in 1..12")
    return calendar.monthrange(year, month)[1]
