"""Dates in file names and addresses: 2020-04-11-slug.txt, ledger/2020/04/11/, 10Jun2007akaka84.txt, /2019/11/07/."""

from __future__ import annotations

import datetime
import re
from urllib.parse import urlsplit

from indexer.parsing.datestrings import YEAR

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = "|".join(_MONTHS)
_DAY_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?<!\d)(?P<y>{YEAR})(?P<sep>[-_.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\d)(?P<y>{YEAR})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{{4,6}})?(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})[-_]?(?P<name>{_NAMES})[a-z]*[-_]?(?P<y>{YEAR})(?!\d)",
        rf"(?<![a-z])(?P<name>{_NAMES})[a-z]*[-_](?P<d>\d{{1,2}})[-_](?P<y>{YEAR})(?!\d)",
        rf"(?:^|/)(?P<y>{YEAR})/(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?=/|$)",
        rf"(?:^|/)(?P<y>{YEAR})/(?P<name>{_NAMES})[a-z]*/(?P<d>\d{{1,2}})(?=/|$)",
    )
)
_MONTH_FORMS = (
    re.compile(rf"(?:^|/)(?P<y>{YEAR})/(?P<m>0[1-9]|1[0-2])(?=/)"),
    re.compile(rf"(?:^|/)(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])(?=/)"),
)


def date_in_path(path: str) -> tuple[str, str] | None:
    """Give the date in a file's path as (ISO value, words): the name's before its folders', a day before a month."""
    name = path.rsplit("/", 1)[-1]
    return _first_day(name) or _first_day(path) or _month(path)


def date_in_url(url: str) -> tuple[str, str] | None:
    """Give the date in an address's path as (ISO value, words)."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    return _first_day(path) or _month(path)


def years_in_path(path: str) -> tuple[int, ...]:
    """Give the years that stand as parts of a path: weekly/2021/grange.txt."""
    return tuple(int(part) for part in re.findall(rf"(?:^|/)({YEAR})(?=/)", path))


def _first_day(text: str) -> tuple[str, str] | None:
    for form in _DAY_FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = _MONTHS.index(parts["name"].lower()) + 1 if parts.get("name") else int(parts["m"])
            try:
                day = datetime.date(int(parts["y"]), month, int(parts["d"]))
            except ValueError:
                continue
            return day.isoformat(), match[0].strip("/")
    return None


def _month(text: str) -> tuple[str, str] | None:
    for form in _MONTH_FORMS:
        match = form.search(text)
        if match:
            return f"{match['y']}-{match['m']}", match[0].strip("/")
    return None
