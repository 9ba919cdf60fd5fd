"""Bars of two or three speakers over the same time: two mirrored at one axis, three in lanes, all on one scale."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from search.query.dates import DateRange
from webui import messages
from webui.axis import Tick, percent, ticks_of
from webui.charts import Counts
from webui.message import number
from webui.periods import Period, Unit, count_on, overlaps, periods_of, touches

_TOP, _TALL, _LANE, _GAP = 18, 80, 56, 21
"""Pixels above the bars; of the tallest bar, mirrored or in a lane; between the lanes, where years stand or names."""
_SHARE = 0.72


@dataclass(frozen=True, slots=True)
class Rod:
    """One speaker's bar in one period."""

    colour: str
    x: str
    width: str
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Peak:
    """The number at a speaker's tallest bar."""

    x: str
    y: int
    count: str


@dataclass(frozen=True, slots=True)
class Group:
    """What all of them said in one period, and where that leads."""

    label: str
    url: str
    x: str
    width: str
    rods: tuple[Rod, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table that says what the chart shows."""

    name: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A chart of several speakers, ready to be written, and its table."""

    caption: str
    name: str
    period: str
    groups: tuple[Group, ...]
    peaks: tuple[Peak, ...]
    axes: tuple[int, ...]
    ticks: tuple[Tick, ...]
    tick_y: int
    height: int
    rows: tuple[Row, ...]


def draw_side_by_side(
    names: Sequence[str], counts: Sequence[Counts], link: Callable[[Period, Unit], str], chosen: DateRange
) -> SideBySide | None:
    """Draw how much each of them said over time; nothing if nobody said anything that is dated."""
    together: dict[str, int] = {}
    for one in counts:
        for key, count in one.dated.items():
            if touches(DateRange(key, key), chosen):
                together[key] = together.get(key, 0) + count
    unit, periods, coarse = periods_of(together, chosen)
    periods = tuple(period for period in periods if overlaps(period, chosen))
    if not periods:
        return None
    values = [count_on(periods, one.dated, unit) for one in counts]
    most = max(1, *(max(row) for row in values))
    step = 100 / len(periods)
    lanes = _lanes(len(names))
    groups = tuple(
        Group(
            messages.BAR(period=period.name, count=_each(names, [row[at] for row in values])),
            link(period, unit),
            percent(at * step),
            percent(step),
            tuple(
                _rod(lane, colour, at, step, row[at], most)
                for colour, (lane, row) in enumerate(zip(lanes, values, strict=True), start=1)
                if row[at]
            ),
        )
        for at, period in enumerate(periods)
    )
    rows = [Row(period.name, tuple(number(row[at]) for row in values)) for at, period in enumerate(periods)]
    rows += [
        Row(messages.MONTH_UNKNOWN(year=year), tuple(number(one.dated.get(year, 0)) for one in counts))
        for year in coarse
    ]
    if any(one.undated for one in counts):
        rows.append(Row(messages.UNDATED(), tuple(number(one.undated) for one in counts)))
    bottom = lanes[-1].base + (0 if lanes[-1].is_up else _TALL)
    things = messages.ALL["statements"]()
    return SideBySide(
        caption=messages.SIDE_BY_SIDE[unit](),
        name=messages.CHART_NAME[unit](things=things, first=periods[0].name, last=periods[-1].name),
        period=messages.UNITS[unit](),
        groups=groups,
        peaks=tuple(_peak(lane, row, step, most) for lane, row in zip(lanes, values, strict=True) if max(row)),
        axes=tuple(lane.base for lane in lanes),
        ticks=tuple(ticks_of(periods, unit, step, False, lambda dates: "")),
        tick_y=lanes[0].base + 15 if len(lanes) == 2 else bottom + 16,
        height=bottom + (20 if len(lanes) != 2 else 18),
        rows=tuple(rows),
    )


@dataclass(frozen=True, slots=True)
class _Lane:
    """Where a speaker's bars begin, which way they grow, and how far."""

    base: int
    is_up: bool
    tall: int


def _lanes(count: int) -> list[_Lane]:
    if count == 2:
        return [_Lane(_TOP + _TALL, True, _TALL), _Lane(_TOP + _TALL + _GAP, False, _TALL)]
    return [_Lane(_TOP + _LANE + at * (_LANE + _GAP), True, _LANE) for at in range(count)]


def _rod(lane: _Lane, colour: int, at: int, step: float, value: int, most: int) -> Rod:
    height = max(2, round(lane.tall * value / most))
    y = lane.base - height if lane.is_up else lane.base
    return Rod(f"b{colour}", percent(at * step + step * (1 - _SHARE) / 2), percent(step * _SHARE), y, height)


def _peak(lane: _Lane, row: Sequence[int], step: float, most: int) -> Peak:
    at = row.index(max(row))
    height = max(2, round(lane.tall * row[at] / most))
    y = lane.base - height - 5 if lane.is_up else lane.base + height + 13
    return Peak(percent(at * step + step / 2), y, number(row[at]))


def _each(names: Sequence[str], values: Sequence[int]) -> str:
    return ", ".join(
        messages.SAID_SO_OFTEN(name=name, n=number(value)) for name, value in zip(names, values, strict=True)
    )
