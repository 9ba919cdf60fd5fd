"""Dates as people write them in Spanish: read like the English ones, whatever the language of the page."""

from __future__ import annotations

import datetime

import pytest

from search.errors import BadParameter
from search.query.dates import read_date
from search.query.params import from_params
from search.query.query_strings import to_query_string

TODAY = datetime.date(2024, 3, 15)
MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("10 de febrero de 2017", "2017-02-10"),
        ("1 de septiembre del 2020", "2020-09-01"),
        ("10 feb 2017", "2017-02-10"),
        ("10 ENE. 2017", "2017-01-10"),
        ("febrero de 2017", "2017-02"),
        ("Setiembre 2019", "2019-09"),
        ("hoy", "2024-03-15"),
        ("ayer", "2024-03-14"),
        ("este mes", "2024-03"),
        ("El mes pasado", "2024-02"),
        ("mes pasado", "2024-02"),
        ("este año", "2024"),
        ("el año pasado", "2023"),
    ],
)
def test_a_date_in_spanish_is_read(written: str, iso: str) -> None:
    assert read_date(written, TODAY, "from") == iso


@pytest.mark.parametrize("name", MONTHS)
def test_every_month_has_its_spanish_name(name: str) -> None:
    month = f"2021-{MONTHS.index(name) + 1:02d}"
    assert read_date(f"3 de {name} de 2021", TODAY, "to") == f"{month}-03"
    assert read_date(f"{name[:3]} 2021", TODAY, "to") == month


@pytest.mark.parametrize(
    "written", ["pasado", "el", "30 de febrero de 2021", "10 de brumario de 2017", "la semana pasada"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(BadParameter):
        read_date(written, TODAY, "from")


def test_the_address_holds_the_date_that_was_meant() -> None:
    request = from_params([("from", "el año pasado"), ("to", "marzo de 2024")], TODAY)
    assert to_query_string(request) == "from=2023&to=2024-03"
