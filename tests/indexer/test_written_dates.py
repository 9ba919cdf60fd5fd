"""What a written date says, and no more."""

from __future__ import annotations

import pytest

from indexer.path_dates import date_in_path, date_in_url
from indexer.written_dates import read_date

READ = {
    "February 10, 2017": "2017-02-10",
    "Feb. 10, 2017": "2017-02-10",
    "Sept. 15, 2022": "2022-09-15",
    "10 February 2017": "2017-02-10",
    "Friday, February 10, 2017": "2017-02-10",
    "February 10, 2017 Friday": "2017-02-10",
    "February 10th, 2017": "2017-02-10",
    "2017-02-10": "2017-02-10",
    "2017/02/10": "2017-02-10",
    "02/10/2017": "2017-02-10",
    "13/02/2017": "2017-02-13",
    "2/10/17": "2017-02-10",
    "10.02.2017": "2017-02-10",
    "February 2017": "2017-02",
    "2017": "2017",
    "2017-02-10T17:32:00-06:00": "2017-02-10T17:32:00-06:00",
    "2017-02-10T23:32:00Z": "2017-02-10T23:32:00+00:00",
    "2017-02-10T23:32:00.123Z": "2017-02-10T23:32:00+00:00",
    "2017-02-10T17:32:00-0600": "2017-02-10T17:32:00-06:00",
    "20170210T173200Z": "2017-02-10T17:32:00+00:00",
    "Fri, 10 Feb 2017 17:32:00 -0600": "2017-02-10T17:32:00-06:00",
    "Fri, 10 Feb 2017 23:32:00 GMT": "2017-02-10T23:32:00+00:00",
    "Nov 8, 2023 / 10:35 PM PST": "2023-11-08T22:35:00-08:00",
    "May 14, 2024 at 5:12 p.m. CDT": "2024-05-14T17:12:00-05:00",
    "5:12 p.m. CDT May 14, 2024": "2024-05-14T17:12:00-05:00",
    "May 14, 2024 5:12 PM ET": "2024-05-14T17:12:00-04:00",
    "January 14, 2024 5:12 PM ET": "2024-01-14T17:12:00-05:00",
    "May 14, 2024, noon CDT": "2024-05-14T12:00:00-05:00",
    "1486769520": "2017-02-10T23:32:00+00:00",
    "1486769520000": "2017-02-10T23:32:00+00:00",
    "May 14, 2024, 5:12 p.m.": "2024-05-14",
    "May 14, 2024 5:12 PM XYZ": "2024-05-14",
}


@pytest.mark.parametrize("text", READ)
def test_dates(text: str):
    found = read_date(text)

    assert found is not None
    assert found.value == READ[text]


@pytest.mark.parametrize(
    "text",
    [
        "10",
        "May",
        "Friday",
        "5:32 PM",
        "May 3",
        "I-35",
        "51 foreign nationals",
        "75 percent",
        "Covid-19",
        "0000-00-00",
        "2017-02-30",
        "February 30, 2017",
        "yesterday",
        "",
    ],
)
def test_no_dates(text: str):
    assert read_date(text) is None


def test_a_time_without_a_zone_is_kept_beside_the_day():
    found = read_date("May 14, 2024, 5:12 p.m.")

    assert found is not None
    assert found.instant is None
    assert found.clock is not None
    assert (found.precision, found.clock.hour, found.clock.minute) == ("day", 17, 12)


@pytest.mark.parametrize(("text", "ambiguous"), [("02/10/2017", True), ("02/02/2017", False), ("02/13/2017", False)])
def test_day_and_month_that_can_be_swapped_are_ambiguous(text: str, ambiguous: bool):
    found = read_date(text)

    assert found is not None
    assert found.ambiguous is ambiguous


@pytest.mark.parametrize(("text", "false"), [("Friday, February 10, 2017", False), ("Monday, February 10, 2017", True)])
def test_a_weekday_is_checked(text: str, false: bool):
    found = read_date(text)

    assert found is not None
    assert found.false_weekday is false


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("ledger/2020/2020-04-11-flood.txt", "2020-04-11"),
        ("ledger/2020/04/11/flood.txt", "2020-04-11"),
        ("2015_02_20_man-convicted.txt", "2015-02-20"),
        ("20230217_houston-man.txt", "2023-02-17"),
        ("Akaka/10Jun2007akaka84.txt", "2007-06-10"),
        ("9May2006Bingaman68.txt", "2006-05-09"),
        ("Feb-10-2017-raids.txt", "2017-02-10"),
        ("2024/05/bond.txt", "2024-05"),
        ("2019/2020-04-11/x.txt", "2020-04-11"),
        ("weekly/2021/grange.txt", None),
        ("000_dc8aa4a787505a7e.txt", None),
        ("week-34.txt", None),
        ("report-20231345.txt", None),
        ("1234520200411999.txt", None),
        ("case-16HM12319.txt", None),
    ],
)
def test_dates_in_paths(path: str, value: str | None):
    found = date_in_path(path)

    assert (found[0] if found else None) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://elleryledger.example/2024/05/14/bond/", "2024-05-14"),
        ("https://elleryledger.example/2024/may/14/bond/", "2024-05-14"),
        ("https://elleryledger.example/news/2024-05-14-bond.html", "2024-05-14"),
        ("https://elleryledger.example/news/20240514/bond.html", "2024-05-14"),
        ("https://elleryledger.example/2024/05/bond/", "2024-05"),
        ("https://elleryledger.example/bond-11574168580", None),
        ("https://elleryledger.example/?date=2024-05-14", None),
        ("http://[broken", None),
    ],
)
def test_dates_in_addresses(url: str, value: str | None):
    found = date_in_url(url)

    assert (found[0] if found else None) == value
