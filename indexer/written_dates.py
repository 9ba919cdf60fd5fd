"""A date string that a pattern has cut out -> what it says, and no more than it says."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil import parser, tz

from search.documents import Precision

_HOUR = 3600
_OFFSETS = {
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "AKST": -9,
    "AKDT": -8,
    "HST": -10,
    "BST": 1,
}
_ZONES: dict[str, datetime.tzinfo] = {
    **{name: tz.tzoffset(name, hours * _HOUR) for name, hours in _OFFSETS.items()},
    **dict.fromkeys(("UTC", "GMT", "Z"), datetime.UTC),
    # "ET" leaves it to the season.
    "ET": ZoneInfo("America/New_York"),
    "CT": ZoneInfo("America/Chicago"),
    "MT": ZoneInfo("America/Denver"),
    "PT": ZoneInfo("America/Los_Angeles"),
}
# Two defaults that differ in every part: what differs in the two answers was not in the string.
_DEFAULTS = (datetime.datetime(2000, 1, 1, 1, 1), datetime.datetime(2004, 3, 2, 2, 2))
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?(?![a-z])", re.I)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(
    r"(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
    re.I,
)
_SEPARATORS = re.compile(r"\s*[|•·@–—]\s*|\s+/\s+|\s+-\s+|\bat\b|\bof\b|\bon\b", re.I)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_ZERO_OFFSET = re.compile(r"(?<=\d)\s*Z$")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as far as it was written: an instant only with a zone, a ``clock`` time also without one.

    ``ambiguous`` is true of 02/10/2017, ``false_weekday`` of a weekday that the date did not fall on.
    """

    precision: Precision
    year: int
    month: int | None = None
    day: int | None = None
    clock: datetime.datetime | None = None
    ambiguous: bool = False
    false_weekday: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The day as written, if one was."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def instant(self) -> datetime.datetime | None:
        """The moment, if a time of day and its zone were written."""
        return self.clock if self.clock and self.clock.tzinfo else None

    @property
    def value(self) -> str:
        """The date in ISO, with as many parts as are known."""
        if self.instant:
            return self.instant.isoformat(timespec="seconds")
        if self.month is None:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


@lru_cache(maxsize=4096)
def read_date(text: str) -> WrittenDate | None:
    """Read a date string; None for what is no date, or says no year. Nothing is filled in."""
    text = text.strip().strip("()[].,;")
    if _EPOCH.fullmatch(text):
        return _of_clock(datetime.datetime.fromtimestamp(int(text[:10]), datetime.UTC))
    plainly = _read_iso(text) or _read_words(text)
    if plainly:
        return plainly
    plain = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", text, flags=re.I)
    weekday = _WEEKDAY.search(plain)
    plain = _WEEKDAY.sub(" ", plain)
    plain = re.sub(r"\bsept\b\.?", "Sep", _SEPARATORS.sub(" ", plain), flags=re.I)
    plain = re.sub(r"\bnoon\b", "12:00 pm", re.sub(r"\bmidnight\b", "12:00 am", plain, flags=re.I), flags=re.I)
    plain = plain.replace("(", " ").replace(")", " ").strip(" ,.")
    if not re.search(r"\d{4}|\d[/.]\d\d?[/.]\d\d", plain):
        return None
    found = _parse_twice(plain)
    if found is None or weekday is None or found.date is None:
        return found
    told = _WEEKDAYS.index(weekday[1].lower())
    return WrittenDate(
        found.precision, found.year, found.month, found.day, found.clock, found.ambiguous, told != found.date.weekday()
    )


def read_month_and_day(text: str, year: int) -> datetime.date | None:
    """Read "Nov. 22" as a day of ``year``."""
    found = read_date(f"{text.strip(' .,')} {year}")
    return found.date if found else None


def _read_iso(text: str) -> WrittenDate | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        try:
            return _of_day(datetime.date.fromisoformat(text))
        except ValueError:
            return None
    if not re.match(r"\d{4}-?\d\d-?\d\d[T ]", text):
        return None
    try:
        moment = datetime.datetime.fromisoformat(_ZERO_OFFSET.sub("+00:00", text))
    except ValueError:
        return None
    return _of_clock(moment)


def _read_words(text: str) -> WrittenDate | None:
    """Read the commonest form, "Monday, May 3, 2021", in a tenth of the time that a parser of all forms takes."""
    match = _IN_WORDS.fullmatch(text)
    if not match:
        return None
    try:
        day = datetime.date(int(match["year"]), _MONTHS.index(match["month"][:3].lower()) + 1, int(match["day"]))
    except ValueError:
        return None
    weekday = match["weekday"]
    is_false = bool(weekday) and _WEEKDAYS.index(weekday[:3].lower()) != day.weekday()
    return WrittenDate("day", day.year, day.month, day.day, false_weekday=is_false)


def _parse_twice(plain: str) -> WrittenDate | None:
    try:
        # 02/10/2017 is an American October's February; with full stops, the day comes first wherever it is written.
        dotted = bool(re.match(r"\d{1,2}\.\d{1,2}\.\d", plain))
        one, other = (parser.parse(plain, default=default, dayfirst=dotted, tzinfos=_zone) for default in _DEFAULTS)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    if one.year != other.year:
        return None
    year = _two_digits(one.year, plain)
    if one.month != other.month:
        return WrittenDate("year", year)
    if one.day != other.day:
        return WrittenDate("month", year, one.month)
    numbers = re.search(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b", plain)
    ambiguous = bool(numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12 and numbers[1] != numbers[2])
    has_time = (one.hour, one.minute) == (other.hour, other.minute)
    moment = one.replace(year=year)
    clock = moment if has_time else None
    return WrittenDate("minute" if clock and clock.tzinfo else "day", year, one.month, one.day, clock, ambiguous)


def _zone(name: str | None, offset: int | None) -> datetime.tzinfo | None:
    """Give the zone of a name or of seconds east; None, and so no instant, for a name that is not known."""
    return tz.tzoffset(name, offset) if offset is not None else _ZONES.get(name or "")


def _two_digits(year: int, plain: str) -> int:
    """dateutil reads 27 as 2027; a newspaper's two digits are of the nearest year that is past."""
    if re.search(r"\d{4}", plain) or year <= datetime.datetime.now(datetime.UTC).year:
        return year
    return year - 100


def _of_day(day: datetime.date) -> WrittenDate:
    return WrittenDate("day", day.year, day.month, day.day)


def _of_clock(clock: datetime.datetime) -> WrittenDate:
    return WrittenDate("minute" if clock.tzinfo else "day", clock.year, clock.month, clock.day, clock)
