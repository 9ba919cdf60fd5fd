"""Ranges of dates to choose with one press: those that touch what the archive holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache

from search.query.dates import DateRange
from webui import messages
from webui.languages import current_language
from webui.periods import touches

_YEARS = 3
"""How many years back from the newest story a range may begin, beside the first."""


Preset = tuple[str, DateRange]
"""A range and its name."""


def date_presets(first_day: str | None, last_day: str | None, today: datetime.date) -> tuple[Preset, ...]:
    """Give ranges with their names, any date first; none for an archive without dates."""
    return _date_presets(first_day, last_day, today, current_language())


@lru_cache(16)
def _date_presets(
    first_day: str | None, last_day: str | None, today: datetime.date, _language: str
) -> tuple[Preset, ...]:
    return tuple(_presets(first_day, last_day, today))


def _presets(first_day: str | None, last_day: str | None, today: datetime.date) -> Iterator[Preset]:
    if not first_day or not last_day:
        return
    held = DateRange(first_day, last_day)
    month_before = (today.replace(day=1) - datetime.timedelta(days=1)).strftime("%Y-%m")
    year_before = today.replace(year=today.year - 1, day=min(today.day, 28)).isoformat()
    named = {
        "": DateRange(),
        "month": DateRange(month_before, month_before),
        "12 months": DateRange(year_before, None),
        "year": DateRange(f"{today.year}", f"{today.year}"),
    }
    yield from ((messages.DATE_PRESETS[name](), dates) for name, dates in named.items() if touches(dates, held))
    newest, oldest = int(last_day[:4]), int(first_day[:4])
    for year in range(newest, max(oldest, newest - _YEARS), -1):
        if year == today.year:
            continue  # which is this year
        yield messages.SINCE_YEAR(year=year), DateRange(str(year), None)
