"""Bar charts over time, as numbers that a template writes into an SVG without a viewBox: x in percent, y in pixels.

So text keeps its size at every width and bars stretch; nothing needs a script or an inline style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from search.query.dates import DateRange
from webui import messages
from webui.axis import Place, Tick, percent, place_of, places_of, ticks_of
from webui.message import number
from webui.periods import Period, count_on, ordinal, overlaps, periods_of, written
from webui.wording import counted
from webui.written_dates import write_month

TOP = 18
"""Pixels above the tallest bar, for its number."""
_STUB = 2
_WIDTH_WITH_UNDATED = 90.0
_UNDATED_PLACE = place_of(92.0, 8.0, 0.5)


class Bar(NamedTuple):
    """One bar: where it stands (percent), how high it is (pixels), what it tells and where it leads."""

    name: str
    count: str  # type: ignore[assignment]  # a tuple's own ``count`` is of no use here
    label: str
    url: str | None
    left: str
    width: str
    hit_left: str
    hit_width: str
    middle: str
    y: int
    height: int
    is_empty: bool = False
    is_outside: bool = False
    is_peak: bool = False


class TableRow(NamedTuple):
    """A line of the table that says what the chart shows."""

    name: str
    count: str  # type: ignore[assignment]  # a tuple's own ``count`` is of no use here
    url: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, ready to be written, and its table."""

    id: str
    name: str
    caption: str
    column: str
    period: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    undated: Bar | None
    axis_end: str
    span: tuple[str, str] | None
    has_outside: bool
    rows: tuple[TableRow, ...]
    base: int

    @property
    def height(self) -> int:
        """The height of the picture in pixels."""
        return self.base + 26


@dataclass(frozen=True, slots=True)
class Counts:
    """How many documents fall on each month or year ("2024-05", "2024"), and on none."""

    dated: Mapping[str, int]
    undated: int = 0

    @classmethod
    def of(cls, values: Iterable[tuple[str, int]]) -> Counts:
        """Read a facet's values, of which "" is undated."""
        found = dict(values)
        undated = found.pop("", 0)
        return cls(found, undated)


def draw(
    id: str,
    counts: Counts,
    things: str,
    link: Callable[[DateRange], str],
    undated_url: str | None = None,
    chosen: DateRange | None = None,
    tall: int = 104,
) -> Chart | None:
    """Draw how many ``things`` fall on each period, or nothing if there is nothing to compare.

    ``link`` gives the address for a period's dates; periods outside the ``chosen`` dates are drawn apart.
    """
    chosen = chosen or DateRange()
    unit, periods, coarse = periods_of(counts.dated, chosen)
    if len(periods) + bool(counts.undated) < 2:
        return None
    values = count_on(periods, counts.dated, unit)
    peak = max(*values, counts.undated, 1)
    width = _WIDTH_WITH_UNDATED if counts.undated else 100.0
    step = width / len(periods) if periods else width
    noun = messages.ALL[things]()
    peak_at = values.index(max(values)) if values else -1
    every = range(len(periods))
    inside = every if chosen.is_open else [index for index in every if overlaps(periods[index], chosen)]
    is_inside = frozenset(inside)
    bar = _bars(things, peak, tall)
    places = places_of(len(periods), width)
    bars = tuple(
        [
            bar(
                period.name,
                value,
                link(period.dates) if value else None,
                place,
                index not in is_inside,
                index == peak_at,
            )
            for index, (period, value, place) in enumerate(zip(periods, values, places, strict=True))
        ]
    )
    undated = (
        bar(messages.UNDATED(), counts.undated, undated_url, _UNDATED_PLACE, is_outside=not chosen.is_open)
        if counts.undated
        else None
    )
    span = None if chosen.is_open or not inside else (percent(inside[0] * step), percent((inside[-1] + 1) * step))
    rows = [*_rows(bars), *_of_years(coarse, link)]
    rows = [*_beyond(periods, counts.dated, link), *rows] if unit == "month" else rows
    if undated:
        rows.append(TableRow(messages.UNDATED(), number(counts.undated), undated_url))
    names = {"things": noun, "first": periods[0].name, "last": periods[-1].name} if periods else {}
    return Chart(
        id=id,
        name=messages.CHART_NAME[unit](**names) if periods else messages.UNDATED(),
        caption=messages.PER_UNIT[unit](things=noun),
        column=noun,
        period=messages.UNITS[unit](),
        bars=bars,
        ticks=tuple(ticks_of(periods, unit, step, bool(undated), link)),
        undated=undated,
        axis_end=percent(width),
        span=span,
        has_outside=any(bar.is_outside for bar in bars),
        rows=tuple(rows),
        base=TOP + tall,
    )


def _bars(things: str, peak: int, tall: int) -> Callable[..., Bar]:
    """Give what draws the bars of a chart: what all of them share is looked up once."""
    words = messages.BAR.words()

    def bar(
        name: str, value: int, url: str | None, place: Place, is_outside: bool = False, is_peak: bool = False
    ) -> Bar:
        height = max(_STUB, round(tall * value / peak)) if value else _STUB
        label = words.format(period=name, count=counted(things, value))
        top = TOP + tall - height
        # Made so, a tuple with names takes a third of the time that a call of its class does.
        parts = (name, number(value), label, url, *place, top, height, not value, is_outside, is_peak)
        return tuple.__new__(Bar, parts)

    return bar


def _rows(bars: Sequence[Bar]) -> Iterable[TableRow]:
    """Give what the bars show."""
    for bar in bars:
        yield TableRow(messages.OUTSIDE(period=bar.name) if bar.is_outside else bar.name, bar.count, bar.url)


def _of_years(counts: Mapping[str, int], link: Callable[[DateRange], str]) -> Iterable[TableRow]:
    """Give what is known to the year alone, where smaller periods are drawn."""
    for year, count in counts.items():
        yield TableRow(messages.MONTH_UNKNOWN(year=year), number(count), link(DateRange(year, year)))


def _beyond(
    periods: Sequence[Period], counts: Mapping[str, int], link: Callable[[DateRange], str]
) -> Iterable[TableRow]:
    """Give what is counted but lies before or after the months that are drawn."""
    first, last = periods[0].dates.since or "", periods[-1].dates.until or ""
    before = sum(count for key, count in counts.items() if len(key) == 7 and key < first)
    after = sum(count for key, count in counts.items() if len(key) == 7 and key > last)
    if before:
        until = written(ordinal(first) - 1)
        yield TableRow(messages.EARLIER(month=write_month(until)), number(before), link(DateRange(None, until)))
    if after:
        since = written(ordinal(last) + 1)
        yield TableRow(messages.LATER(month=write_month(since)), number(after), link(DateRange(since, None)))
