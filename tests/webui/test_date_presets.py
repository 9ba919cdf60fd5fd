"""Ranges to choose with one press: only those that touch what is held, in dates that stay true."""

from __future__ import annotations

import datetime

import pytest
from flask.testing import FlaskClient

from tests.webui.reading import find, page, text_of
from webui.views.date_presets import date_presets

TODAY = datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, []),
        ("2019-05-01", "2020-01-31", ["Any date", "Since 2020"]),
        ("2023-01-01", "2023-12-31", ["Any date", "Last 12 months"]),
        (
            "1998-01-01",
            "2024-02-10",
            ["Any date", "Last month", "Last 12 months", "This year", "Since 2023", "Since 2022"],
        ),
    ],
)
def test_only_what_touches_the_archive_is_offered(first: str | None, last: str | None, expected: list[str]) -> None:
    assert [name for name, _ in date_presets(first, last, TODAY)] == expected


def test_the_dates_are_those_that_the_words_mean_today() -> None:
    told = {name: str(dates) for name, dates in date_presets("1998-01-01", "2024-02-29", TODAY)}
    assert told["Last month"] == "2024-01"
    assert told["Last 12 months"] == "2023-02-28.."
    assert (told["This year"], told["Since 2023"], told["Any date"]) == ("2024", "2023..", "")


def test_a_page_of_results_offers_them_and_says_which_holds(site: FlaskClient) -> None:
    (presets,) = find(page(site, "/search?q=water&speaker=maren-tolliver&from=2023"), "nav", "presets")
    links = {text_of(one): one.get("href") for one in find(presets, "a")}
    assert links["Any date"] == "/search?q=water&speaker=maren-tolliver"
    assert links["Since 2022"] == "/search?q=water&speaker=maren-tolliver&from=2022"
    assert [text_of(one) for one in find(presets, "b")] == ["Since 2023"]
