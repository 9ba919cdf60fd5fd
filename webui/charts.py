"""Bar charts over time, as numbers that a template writes into an SVG without a viewBox: x in percent, y in pixels.

So text keeps its size at every width and bars stretch; nothing needs a script or an inline style.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from search.query.dates import DateRange
from webui import messages
from webui.wording import counted, number
from webui.written_dates import write_month

Unit = Literal["month", "quarter", "year", "decade"]
TOP = 18
"""Pixels above the tallest bar, for its number."""
_STUB = 2
_WIDTH_WITH_UNDATED, _BAR_SHARE = 90.0, 0.72
_LABEL_GAP = 15.0
"""Percent that a year's label needs at 320 pixels."""
_MOST_MONTHS, _MOST_QUARTERS, _MOST_YEARS = 48, 48, 60
_AROUND = 4
"""Months that are drawn before and after short dates."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, quarter, year or decade: its name, and its first and last part as an address writes it."""

    name: str
    dates: DateRange
    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands (percent), how high it is (pixels), what it tells and where it leads."""

    name: str
    count: str
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


@dataclass(frozen=True, slots=True)
class Tick:
    """A year under the axis; ``is_far`` if a narrow window has no room for it."""

    x: str
    name: str
    label: str
    url: str
    is_first: bool
    is_far: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A line of the table that says what the chart shows."""

    name: str
    count: str
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
    unit, periods, coarse = _periods(counts.dated, chosen)
    if len(periods) + bool(counts.undated) < 2:
        return None
    values = [_within(period, counts.dated, unit) for period in periods]
    peak = max(*values, counts.undated, 1)
    width = _WIDTH_WITH_UNDATED if counts.undated else 100.0
    step = width / len(periods) if periods else width
    noun = messages.COUNTED[things][2].format(n="").strip()
    peak_at = values.index(max(values)) if values else -1
    bars = tuple(
        _bar(
            period.name,
            value,
            counted(things, value),
            link(period.dates) if value else None,
            (index * step, step, _BAR_SHARE),
            (peak, tall),
            is_outside=not _overlaps(period, chosen),
            is_peak=index == peak_at,
        )
        for index, (period, value) in enumerate(zip(periods, values, strict=True))
    )
    undated = (
        _bar(
            messages.UNDATED,
            counts.undated,
            counted(things, counts.undated),
            undated_url,
            (92.0, 8.0, 0.5),
            (peak, tall),
            is_outside=not chosen.is_open,
        )
        if counts.undated
        else None
    )
    inside = [index for index, period in enumerate(periods) if _overlaps(period, chosen)]
    span = None if chosen.is_open or not inside else (_percent(inside[0] * step), _percent((inside[-1] + 1) * step))
    rows = [
        TableRow(messages.OUTSIDE.format(period=bar.name) if bar.is_outside else bar.name, number(value), bar.url)
        for bar, value in zip(bars, values, strict=True)
    ]
    rows += [
        TableRow(messages.MONTH_UNKNOWN.format(year=year), number(count), link(DateRange(year, year)))
        for year, count in coarse.items()
    ]
    rows = [*_beyond(periods, counts.dated, link), *rows] if unit == "month" else rows
    if undated:
        rows.append(TableRow(messages.UNDATED, number(counts.undated), undated_url))
    names = {"things": noun.capitalize(), "first": periods[0].name, "last": periods[-1].name} if periods else {}
    return Chart(
        id=id,
        name=messages.CHART_NAME[unit].format(**names) if periods else messages.UNDATED,
        caption=messages.PER_UNIT[unit].format(things=noun.capitalize()),
        column=noun.capitalize(),
        period=messages.UNITS[unit].capitalize(),
        bars=bars,
        ticks=tuple(_ticks(periods, unit, step, bool(undated), link)),
        undated=undated,
        axis_end=_percent(width),
        span=span,
        has_outside=any(bar.is_outside for bar in bars),
        rows=tuple(rows),
        base=TOP + tall,
    )


def _bar(
    name: str,
    value: int,
    count: str,
    url: str | None,
    place: tuple[float, float, float],
    scale: tuple[int, int],
    is_outside: bool = False,
    is_peak: bool = False,
) -> Bar:
    left, step, share = place
    peak, tall = scale
    height = max(_STUB, round(tall * value / peak)) if value else _STUB
    return Bar(
        name=name,
        count=number(value),
        label=messages.BAR.format(period=name, count=count),
        url=url,
        left=_percent(left + step * (1 - share) / 2),
        width=_percent(step * share),
        hit_left=_percent(left),
        hit_width=_percent(step),
        middle=_percent(left + step / 2),
        y=TOP + tall - height,
        height=height,
        is_empty=not value,
        is_outside=is_outside,
        is_peak=is_peak,
    )


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _ticks(
    periods: Sequence[Period], unit: Unit, step: float, has_undated: bool, link: Callable[[DateRange], str]
) -> Iterable[Tick]:
    last_x = -_LABEL_GAP
    near, far = (70.0, 84.0) if has_undated else (88.0, 96.0)
    for index, (before, period) in enumerate(pairwise([None, *periods])):
        assert period is not None
        x = index * step
        starts = before is None or before.last.year != period.first.year
        if not starts or x - last_x < _LABEL_GAP or (x > far and index):
            continue
        if unit == "decade":
            name, dates = period.name, period.dates
        else:
            name = str(period.first.year)
            dates = DateRange(name, name)
        yield Tick(_percent(x), name, messages.ONLY_YEAR.format(year=name), link(dates), index == 0, x > near)
        last_x = x


def _overlaps(period: Period, chosen: DateRange) -> bool:
    first, last = chosen.first, chosen.last
    return (first is None or period.last >= first) and (last is None or period.first <= last)


def _within(period: Period, counts: Mapping[str, int], unit: Unit) -> int:
    """Count what falls on a period; what is known to the year alone falls on no month or quarter."""
    long_enough = 4 if unit in ("year", "decade") else 7
    first, last = period.dates.since or "", period.dates.until or ""
    return sum(
        count
        for key, count in counts.items()
        if len(key) >= long_enough and first[: len(key)] <= key[: len(first)] <= last[: len(key)]
    )


def _periods(counts: Mapping[str, int], chosen: DateRange) -> tuple[Unit, tuple[Period, ...], dict[str, int]]:
    """Choose the unit by how long a time the counts cover, and give its periods without a gap."""
    months = sorted(key for key in counts if len(key) == 7)
    coarse = {key: count for key, count in sorted(counts.items()) if len(key) == 4}
    if months:
        first, last = _window(_ordinal(months[0]), _ordinal(months[-1]), chosen)
        if last - first < _MOST_MONTHS:
            return "month", tuple(_month(at) for at in range(first, last + 1)), coarse
        if last // 3 - first // 3 < _MOST_QUARTERS:
            return "quarter", tuple(_quarter(at) for at in range(first // 3, last // 3 + 1)), coarse
    years = sorted({int(key[:4]) for key in counts})
    if not years:
        return "year", (), {}
    if years[-1] - years[0] < _MOST_YEARS:
        return "year", tuple(_years(year, year) for year in range(years[0], years[-1] + 1)), {}
    decades = range(years[0] // 10, years[-1] // 10 + 1)
    return "decade", tuple(_years(decade * 10, decade * 10 + 9) for decade in decades), {}


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
    return since - _AROUND, until + _AROUND


def _months_between(first: datetime.date, last: datetime.date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _beyond(
    periods: Sequence[Period], counts: Mapping[str, int], link: Callable[[DateRange], str]
) -> Iterable[TableRow]:
    """Give what is counted but lies before or after the months that are drawn."""
    first, last = periods[0].dates.since or "", periods[-1].dates.until or ""
    before = sum(count for key, count in counts.items() if len(key) == 7 and key < first)
    after = sum(count for key, count in counts.items() if len(key) == 7 and key > last)
    if before:
        until = _written(_ordinal(first) - 1)
        yield TableRow(messages.EARLIER.format(month=write_month(until)), number(before), link(DateRange(None, until)))
    if after:
        since = _written(_ordinal(last) + 1)
        yield TableRow(messages.LATER.format(month=write_month(since)), number(after), link(DateRange(since, None)))


def _ordinal(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _written(ordinal: int) -> str:
    return f"{ordinal // 12:04d}-{ordinal % 12 + 1:02d}"


def _month(at: int) -> Period:
    return _period(write_month(_written(at)), DateRange(_written(at), _written(at)))


def _quarter(at: int) -> Period:
    name = f"{messages.QUARTERS[at % 4]} {at // 4}"
    return _period(name, DateRange(_written(at * 3), _written(at * 3 + 2)))


def _years(first: int, last: int) -> Period:
    name = str(first) if first == last else messages.DECADE.format(first=first)
    return _period(name, DateRange(f"{first:04d}", f"{last:04d}"))


def _period(name: str, dates: DateRange) -> Period:
    assert dates.first is not None
    assert dates.last is not None
    return Period(name, dates, dates.first, dates.last)
