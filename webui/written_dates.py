"""Dates as the site writes them: "14 May 2024", "June 2024", "1 – 30 Apr 2024". Never a day that is not known."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from search.query.dates import DateRange
from webui import messages
from webui.languages import current_language
from webui.message import Message

_GAP = "\N{NO-BREAK SPACE}"


class WrittenDate(NamedTuple):
    """A date for a reader: its words, its machine form ("" if there is none), and how precisely it is known."""

    text: str
    iso: str = ""
    precision: str = ""

    @property
    def is_coarse(self) -> bool:
        """Whether the day is not known."""
        return self.precision in ("month", "year")


def write_published(published: str | None, day: str | None, precision: str | None, short: bool = True) -> WrittenDate:
    """Write an article's date as precisely as it is known. ``short`` months are for lists."""
    return _published(published, day, precision, short, current_language())


@lru_cache(4_096)
def _published(
    published: str | None, day: str | None, precision: str | None, short: bool, _language: str
) -> WrittenDate:
    if not published:
        return WrittenDate(messages.UNDATED())
    if precision == "year":
        return WrittenDate(published[:4], published[:4], "year")
    if precision == "month":
        return WrittenDate(write_month(published[:7]), published[:7], "month")
    iso = day or published[:10]
    return WrittenDate(write_day(datetime.date.fromisoformat(iso), short), iso, "day")


def write_day(day: datetime.date, short: bool = True) -> str:
    """Write a day: "14 May 2024", "20 Aug 2024" (or "20 August 2024")."""
    return _day(day, short, current_language())


def write_iso_day(iso: str | None, short: bool = True) -> str:
    """Write an ISO day; "" for none."""
    return write_day(datetime.date.fromisoformat(iso[:10]), short) if iso else ""


def write_month(iso: str) -> str:
    """Write a month: "2024-06" -> "June 2024"."""
    return _month_of_year(iso, current_language())


def write_any(value: str) -> str:
    """Write an ISO date of any precision; an instant by its day; what is none as it stands."""
    try:
        if len(value) == 4:
            return value
        return write_month(value) if len(value) == 7 else write_day(datetime.date.fromisoformat(value[:10]), False)
    except (ValueError, IndexError):
        return value


def write_range(dates: DateRange) -> str:
    """Write a range with both its days, saying nothing twice: "1 – 30 Apr 2024", "since 1 Jan 2023"."""
    first, last = dates.first, dates.last
    if first is None:
        return messages.UNTIL(day=write_day(last)) if last else ""
    if last is None:
        return messages.SINCE(day=write_day(first))
    if first == last:
        return write_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return messages.FROM_DAY_TO_DAY(first=first.day, last=write_day(last))
    if first.year == last.year:
        day = _in_place(messages.DAY_OF_MONTH, day=first.day, short_month=_month(first.month, True))
        return messages.FROM_DAY_TO_DAY(first=day, last=write_day(last))
    return messages.FROM_DAY_TO_DAY(first=write_day(first), last=write_day(last))


def write_instant(iso: str) -> str:
    """Write an instant: "2 September 2024, 06:10 UTC"."""
    return _instant(iso, current_language())


@lru_cache(256)
def _instant(iso: str, _language: str) -> str:
    moment = datetime.datetime.fromisoformat(iso)
    zone = "UTC" if moment.utcoffset() == datetime.timedelta(0) else (moment.tzname() or "")
    time = f"{moment:%H:%M}{_GAP}{zone}".rstrip()
    return messages.MOMENT(day=write_day(moment.date(), False), time=time)


@lru_cache(4_096)
def _day(day: datetime.date, short: bool, _language: str) -> str:
    month = {"short_month" if short else "month": _month(day.month, short)}
    return _in_place(messages.DAY[short], day=day.day, year=day.year, **month)


@lru_cache(4_096)
def _month_of_year(iso: str, _language: str) -> str:
    return _in_place(messages.MONTH_OF_YEAR, month=_month(int(iso[5:7]), False), year=iso[:4])


def _month(number: int, short: bool) -> str:
    return messages.MONTHS[short]().split()[number - 1]


def _in_place(message: Message, **values: object) -> str:
    """Fill a message whose words are not to be parted at the end of a line."""
    return message(**values).replace(" ", _GAP)
