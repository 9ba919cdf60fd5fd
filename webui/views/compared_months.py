"""What each of those who are compared said, month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import Hit, Page
from webui import messages
from webui.charts import Counts
from webui.links import Links, Months
from webui.periods import touches
from webui.views.hits import StatementRow, statement_rows
from webui.wording import so_far
from webui.written_dates import write_month

_SHOWN_MONTHS = 8
"""Months on a page."""
_SHOWN_STATEMENTS = 2
"""Statements of each speaker that are shown in a month."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of those who are compared: the search for what they said, how much that is, and when."""

    id: str
    name: str
    role: str
    is_known: bool
    request: SearchRequest
    total: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Cell:
    """What one of them said in one month: the newest, and how much more there is."""

    name: str
    colour: str
    rows: tuple[StatementRow, ...]
    more: str
    more_url: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month, and what each of them said in it."""

    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ChosenMonths:
    """The months that a page shows, and how many are left behind them.

    ``both`` counts the months in which two of those compared spoke, ``all`` those in which anybody did. ``is_both``:
    the months are the former.
    """

    both: int
    all: int
    is_both: bool
    shown: Sequence[str]
    left: int


def choose_months(request: SearchRequest, scope: Months, sides: Sequence[Side]) -> ChosenMonths:
    """Give the months of a page, in the order that is asked for."""
    both = _months_of(sides, request.dates, 2)
    every = _months_of(sides, request.dates, 1)
    is_both = scope == "both" and bool(both) and len(sides) > 1
    chosen = both if is_both else every
    if request.sort != "oldest":
        chosen = chosen[::-1]
    first = (request.page - 1) * _SHOWN_MONTHS
    shown = chosen[first : first + _SHOWN_MONTHS]
    return ChosenMonths(len(both), len(every), is_both, shown, len(chosen) - first - len(shown))


def within(period: DateRange, dates: DateRange) -> DateRange:
    """Give the part of a period that lies within the dates that were asked for."""
    since, until = period.since, period.until
    if dates.first and period.first and dates.first > period.first:
        since = dates.since
    if dates.last and period.last and dates.last < period.last:
        until = dates.until
    return DateRange(since, until)


def month_row(
    month: str, request: SearchRequest, sides: Sequence[Side], fetch: Callable[[SearchRequest], Page], links: Links
) -> MonthRow:
    """Give a month's row; ``fetch`` answers a search."""
    dates, name = within(DateRange(month, month), request.dates), write_month(month)
    cells = []
    for colour, side in enumerate(sides, start=1):
        hits: tuple[Hit, ...] = ()
        more = ""
        of_month = replace(side.request, dates=dates, undated=None)
        if month in side.counts.dated:
            page = fetch(replace(of_month, per_page=_SHOWN_STATEMENTS))
            hits = page.hits
            if page.total > len(hits) or not page.total_is_exact:
                more = messages.MORE_FROM(n=so_far(page.total - len(hits), page.total_is_exact), month=name)
        rows = statement_rows(hits, side.request, links)
        cells.append(Cell(side.name, f"p{colour}", rows, more, links.search(of_month)))
    return MonthRow(f"m{month}", name, tuple(cells))


def _months_of(sides: Sequence[Side], dates: DateRange, least: int) -> list[str]:
    """Give the months within the dates in which at least so many of them spoke, the oldest first."""
    counts: dict[str, int] = {}
    for side in sides:
        for key in side.counts.dated:
            if len(key) == 7 and touches(DateRange(key, key), dates):
                counts[key] = counts.get(key, 0) + 1
    return sorted(month for month, count in counts.items() if count >= least)
