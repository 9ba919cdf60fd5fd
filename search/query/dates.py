"""Dates as people ask for them: "2017", "2017-02", "2017-02-10", "10 Feb 2017", "el mes pasado" -> days.

Only strings that a pattern recognises as a date go to dateutil, never free text: it would fill in what
is missing from today.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from search.days import days_of
from search.errors import BadParameter
from search.sentences import Sentence, beginning

_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WRITTEN = re.compile(
    rf"(?P<day>\d{{1,2}} {_MONTH_NAME},? \d{{4}}|{_MONTH_NAME} \d{{1,2}},? \d{{4}})|(?P<month>{_MONTH_NAME},? \d{{4}})",
    re.IGNORECASE,
)
_SPANISH = (
    "enero=january febrero=february marzo=march abril=april mayo=may junio=june julio=july agosto=august "
    "septiembre=september setiembre=september octubre=october noviembre=november diciembre=december "
    "ene=jan abr=apr ago=aug set=sep dic=dec el= de= del="
)
_ENGLISH_OF = dict(pair.split("=") for pair in _SPANISH.split())
"""Words of a Spanish date ("10 de febrero de 2017"), each with what stands there in English."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?")
_DIGIT = re.compile(r"\d")
"""A digit of any script: addresses have one for each."""
_HINT = Sentence("Write a date as 2017, 2017-02, 2017-02-10 or “last month”.")


@dataclass(frozen=True, slots=True)
class DateRange:
    """From the first day of ``since`` to the last of ``until``: ISO dates of any precision, or None for an open end."""

    since: str | None = None
    until: str | None = None

    @property
    def first(self) -> datetime.date | None:
        """The first day that belongs to the range."""
        return days_of(self.since)[0] if self.since else None

    @property
    def last(self) -> datetime.date | None:
        """The last day that belongs to the range."""
        return days_of(self.until)[1] if self.until else None

    @property
    def is_open(self) -> bool:
        """Whether the range has no end on either side."""
        return self.since is None and self.until is None

    def __str__(self) -> str:
        return self.since or "" if self.since == self.until else f"{self.since or ''}..{self.until or ''}"


def read_date(text: str, today: datetime.date, parameter: str) -> str:
    """Give the ISO form of a date that a person wrote, as precise as it was written.

    A period named from today ("last month", "this year", "yesterday") becomes that period's date, so that the
    address made from it stays true. Raises BadParameter, naming ``parameter``, if it cannot be read.
    """
    plain = _DIGIT.sub(lambda digit: str(int(digit[0])), " ".join(text.split()).lower())
    named = _named_period(plain, today)
    if named:
        return named
    plain = " ".join(_LETTERS.sub(lambda word: _ENGLISH_OF.get(word[0], word[0]), plain).split())
    written = _WRITTEN.fullmatch(plain)
    try:
        if _ISO.fullmatch(plain):
            iso = "-".join(part.zfill(2) for part in plain.split("-"))
        elif written:
            iso = _iso_of(plain, "%Y-%m-%d" if written["day"] else "%Y-%m")
        else:
            raise BadParameter(
                parameter,
                Sentence("“{text}” is not a date this archive can read. {hint}", text=beginning(text), hint=_HINT),
                text,
            )
        first, _ = days_of(iso)
    except (ValueError, OverflowError):
        suggestion = plain[:7] if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain) and _is_month(plain[:7]) else None
        raise BadParameter(
            parameter,
            Sentence("There is no such day as “{text}”. {hint}", text=beginning(text), hint=_HINT),
            text,
            suggestion,
        ) from None
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        raise BadParameter(
            parameter,
            Sentence(
                "“{text}” is outside the years {first} to {last} that can be searched.",
                text=beginning(text),
                first=str(_FIRST_YEAR),
                last=str(_LAST_YEAR),
            ),
            text,
        )
    return iso


def _iso_of(written: str, form: str) -> str:
    # To load dateutil takes as long as a page, and few searches have a date in words.
    from dateutil import parser as dateutil_parser

    return dateutil_parser.parse(written, default=datetime.datetime(2000, 1, 1)).strftime(form)


def _is_month(text: str) -> bool:
    try:
        days_of(text)
    except ValueError:
        return False
    return True


def _named_period(plain: str, today: datetime.date) -> str | None:
    one_day = datetime.timedelta(days=1)
    month_before = today.replace(day=1) - one_day
    named = {
        ("today", "hoy"): today.isoformat(),
        ("yesterday", "ayer"): (today - one_day).isoformat(),
        ("this month", "este mes"): today.strftime("%Y-%m"),
        ("last month", "mes pasado"): month_before.strftime("%Y-%m"),
        ("this year", "este año"): f"{today.year:04d}",
        ("last year", "año pasado"): f"{today.year - 1:04d}",
    }
    asked = plain.removeprefix("el ")
    return next((date for names, date in named.items() if asked in names), None)


def check_range(dates: DateRange) -> None:
    """Refuse a range whose ends are swapped; raises BadParameter naming ``from``."""
    if dates.first and dates.last and dates.first > dates.last:
        raise BadParameter(
            "from",
            Sentence(
                "The range ends ({until}) before it begins ({since}).", until=dates.until or "", since=dates.since or ""
            ),
            dates.since or "",
            suggestion=f"{dates.until}..{dates.since}",
        )
