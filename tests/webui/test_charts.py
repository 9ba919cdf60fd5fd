from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.dates import DateRange
from webui.charts import Chart, Counts, draw
from webui.periods import count_on, periods_of


def drawn(counts: dict[str, int], chosen: DateRange | None = None) -> Chart | None:
    return draw("c", Counts.of(counts.items()), "articles", lambda dates: f"?{dates}", "?undated", chosen)


def chart(counts: dict[str, int], chosen: DateRange | None = None) -> Chart:
    made = drawn(counts, chosen)
    assert made is not None
    return made


@pytest.mark.parametrize("counts", [{}, {"2024-05": 3}, {"": 3}])
def test_one_bar_is_no_chart(counts: dict[str, int]) -> None:
    assert drawn(counts) is None


def test_months_between_are_shown_though_nothing_fell_on_them() -> None:
    made = chart({"2024-01": 4, "2024-04": 2})
    assert [(bar.name.replace("\N{NO-BREAK SPACE}", " "), bar.count) for bar in made.bars] == [
        ("January 2024", "4"),
        ("February 2024", "0"),
        ("March 2024", "0"),
        ("April 2024", "2"),
    ]
    assert [bar.url for bar in made.bars] == ["?2024-01", None, None, "?2024-04"]
    assert [bar.height for bar in made.bars] == [104, 2, 2, 52]
    assert [bar.is_peak for bar in made.bars] == [True, False, False, False]


@pytest.mark.parametrize(
    ("last", "unit", "bars"),
    [("2020-12", "Month", 12), ("2025-12", "Quarter", 24), ("2045-12", "Year", 26), ("2119-12", "Decade", 10)],
)
def test_the_unit_follows_the_time_that_is_covered(last: str, unit: str, bars: int) -> None:
    made = chart({"2020-01": 1, last: 2})
    assert made.period == unit
    assert len(made.bars) == bars
    assert [bar.count for bar in made.bars if bar.count != "0"] == ["1", "2"]


def test_what_is_known_to_the_year_alone_stands_in_the_table() -> None:
    made = chart({"2024-01": 4, "2024-04": 2, "2023": 5})
    assert [bar.count for bar in made.bars] == ["4", "0", "0", "2"]
    assert [(row.name, row.count, row.url) for row in made.rows][-1] == ("2023, month not known", "5", "?2023")


def test_every_document_is_in_the_table_once() -> None:
    counts = {"2010-01": 4, "2013-07": 2, "2014-02": 1, "2024-11": 7, "": 3}
    for chosen in (None, DateRange("2013", "2014"), DateRange("2013-06", "2013-08"), DateRange("2013", None)):
        made = chart(counts, chosen)
        assert sum(int(row.count) for row in made.rows) == sum(counts.values())


def test_bars_outside_the_dates_are_told_apart() -> None:
    made = chart({"2024-01": 1, "2024-06": 1, "": 2}, DateRange("2024-03", None))
    assert [bar.is_outside for bar in made.bars] == [True, True, False, False, False, False]
    assert made.undated is not None
    assert made.span == ("30.00%", "90.00%")
    assert "(outside your dates)" in made.rows[0].name


def test_short_dates_are_shown_in_months_however_much_there_is_around() -> None:
    made = chart({"1990-01": 4, "2013-07": 2, "2024-11": 7}, DateRange("2013", "2013"))
    assert made.period == "Month"
    assert len(made.bars) == 4 + 12 + 4
    assert [row.name.replace("\N{NO-BREAK SPACE}", " ") for row in made.rows][:2] == [
        "Until August 2012",
        "Since May 2014",
    ]


def test_years_stand_under_the_axis_where_they_fit() -> None:
    made = chart({f"{year}-06": 1 for year in range(1990, 2020)} | {"": 5})
    places = [float(tick.x.rstrip("%")) for tick in made.ticks]
    assert all(after - before >= 7 for before, after in pairwise(places))
    near = [place for place, tick in zip(places, made.ticks, strict=True) if not tick.is_far]
    assert all(after - before >= 15 for before, after in pairwise(near))
    assert len(near) >= 4
    assert places[-1] <= 84
    assert all(tick.is_far for tick in made.ticks if float(tick.x.rstrip("%")) > 70)


def test_a_year_that_begins_soon_after_the_first_bar_has_its_label_where_there_is_room() -> None:
    made = chart({"2020-05": 2, "2022-11": 1})
    assert [(tick.name, tick.is_far) for tick in made.ticks] == [("2020", False), ("2021", False), ("2022", False)]
    made = chart({"2020-09": 2, "2022-11": 1})
    assert [(tick.name, tick.is_far) for tick in made.ticks] == [("2020", False), ("2021", True), ("2022", False)]


KEYS = st.integers(1900, 2099).map(str) | st.dates().map(lambda day: f"{1900 + day.year % 200}-{day:%m}")
SOME = st.sampled_from(
    [DateRange(), DateRange("2013", "2014"), DateRange("2013-06", "2013-08"), DateRange("1950", None)]
)


@given(st.dictionaries(KEYS, st.integers(1, 9), max_size=12), SOME)
def test_a_period_counts_what_lies_within_it(counts: dict[str, int], chosen: DateRange) -> None:
    unit, periods, _ = periods_of(counts, chosen)
    fine = {key: count for key, count in counts.items() if len(key) == 7 or unit in ("year", "decade")}
    expected = [
        sum(
            count for key, count in fine.items() if f"{period.first}"[: len(key)] <= key <= f"{period.last}"[: len(key)]
        )
        for period in periods
    ]
    assert count_on(periods, counts, unit) == expected
