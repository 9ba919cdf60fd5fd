"""The dates seen in a file as clues: which of them can be true, and in what order they are believed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from indexer.parsing.parsed import ParsedArticle, SeenDate
from indexer.path_dates import date_in_path, date_in_url, years_in_path
from indexer.written_dates import WrittenDate, read_date, read_month_and_day

# Evidence in the order in which it is believed, with the share of right answers when it stands alone.
CONFIDENCE = {
    "override": 1.0,
    "wordpress": 0.95,
    "nitf": 0.95,
    "newsml": 0.95,
    "wire": 0.95,
    "json": 0.95,
    "front matter": 0.95,
    "database": 0.95,
    "feed": 0.94,
    "json-ld": 0.95,
    "meta": 0.94,
    "microdata": 0.95,
    "time": 0.93,
    "label": 0.95,
    "inline": 0.95,
    "mail": 0.85,
    "dateline": 0.85,
    "line": 0.85,
    "path": 0.8,
    "url": 0.8,
    "page data": 0.8,
    "dateline without year": 0.6,
    "htmldate": 0.5,
}
OVERRIDE = "override"
FIRST_DAY = datetime.date(1690, 1, 1)
NEAR = datetime.timedelta(days=3)
_ORDER = {evidence: rank for rank, evidence in enumerate(CONFIDENCE)}
_GOOD = 0.85
_MOST = 50
_ONE_DAY = datetime.timedelta(days=1)
_NEVER = frozenset({datetime.date(1970, 1, 1), datetime.date(1900, 1, 1), datetime.date(1969, 12, 31)})


@dataclass(frozen=True, slots=True)
class Clue:
    """A date that was seen, and what it says."""

    seen: SeenDate
    date: WrittenDate


@dataclass(frozen=True, slots=True)
class Refused:
    """A date that was seen and is no clue, and why."""

    seen: SeenDate
    reason: str


def clues_of(
    parsed: ParsedArticle, path: str, today: datetime.date, override: str | None = None
) -> tuple[list[Clue], list[Refused]]:
    """Read every date that was seen in an article, and in its path and address; ``today`` is the last plausible day.

    ``override`` is the date that the archive's own table gives it.
    """
    years = years_in_path(path) or years_in_path(urlsplit(parsed.url or "").path)
    clues: list[Clue] = []
    refused: list[Refused] = []
    for seen in tuple(dict.fromkeys(_all_seen(parsed, path, override)))[:_MOST]:
        found = _clue(seen, years, today)
        if isinstance(found, Clue):
            clues.append(found)
        else:
            refused.append(Refused(seen, found))
    return clues, refused


def ranked(clues: list[Clue]) -> list[Clue]:
    """Put the best evidence first, unless two other good witnesses agree on another day."""
    days = Counter(clue.date.date for clue in clues)
    clues = [_turned(clue) if days[_turned(clue).date.date] else clue for clue in clues]
    found = sorted(clues, key=_rank)
    witnesses: dict[datetime.date, set[str]] = {}
    for clue in found:
        if clue.date.date and CONFIDENCE[clue.seen.evidence] >= _GOOD:
            witnesses.setdefault(clue.date.date, set()).add(clue.seen.evidence)
    found.sort(key=lambda clue: clue.seen.evidence == "line" and _is_masthead(clue, clues))
    first = found[0].date.date if found and found[0].seen.evidence != OVERRIDE else None
    if first and len(witnesses.get(first, ())) == 1:
        for day, kinds in witnesses.items():
            if abs(day - first) > NEAR and len(kinds) >= 2:
                return sorted(found, key=lambda clue: clue.date.date != day)
    return found


def _all_seen(parsed: ParsedArticle, path: str, override: str | None) -> Iterable[SeenDate]:
    if override:
        yield SeenDate(override, OVERRIDE)
    yield from parsed.dates
    found = date_in_path(path)
    if found:
        yield SeenDate(found[0], "path")
    found = date_in_url(parsed.url) if parsed.url else None
    if found:
        yield SeenDate(found[0], "url")


def _clue(seen: SeenDate, years: tuple[int, ...], today: datetime.date) -> Clue | str:
    date = read_date(seen.text)
    if date is None and seen.evidence == "dateline":
        day = read_month_and_day(seen.text, years[-1]) if years else None
        if day is None:
            return "a day without a year"
        seen = SeenDate(seen.text, "dateline without year", seen.role)
        date = WrittenDate("day", day.year, day.month, day.day)
    if date is None:
        return "not a date"
    plausible = seen.evidence == OVERRIDE or _is_plausible(date, today)
    return Clue(seen, date) if plausible else "not a day on which it can have been published"


def _is_plausible(date: WrittenDate, today: datetime.date) -> bool:
    first = datetime.date(date.year, date.month or 1, date.day or 1)
    return FIRST_DAY <= first <= today + _ONE_DAY and first not in _NEVER


def _rank(clue: Clue) -> tuple[int, int]:
    """Better evidence first; a weekday that is not that day's, and dates without a day, behind the other evidence."""
    if clue.seen.evidence == OVERRIDE:
        return (-1, 0)
    worse = len(_ORDER) if clue.date.false_weekday else 0
    coarse = 2 * len(_ORDER) if clue.date.precision in ("month", "year") else 0
    return (_ORDER[clue.seen.evidence] + worse + coarse, 0 if clue.date.instant else 1)


def _is_masthead(line: Clue, clues: list[Clue]) -> bool:
    """A bare date line later than the file's own name says is the day on which the page was saved."""
    return any(
        clue.seen.evidence == "path" and clue.date.date and line.date.date and line.date.date - clue.date.date > NEAR
        for clue in clues
    )


def _turned(clue: Clue) -> Clue:
    """Read 02/10/2017 the other way round."""
    if not clue.date.ambiguous or not clue.date.month or not clue.date.day:
        return clue
    return replace(clue, date=replace(clue.date, month=clue.date.day, day=clue.date.month, ambiguous=False))
