"""Houses called after somebody."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import analysis, linked

BRIDE = "St. Bride’s Medical Center"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{BRIDE} opened. St. Bride’s said no.", [BRIDE, BRIDE]),
        (f"St. Bride’s is full. {BRIDE} opened.", [BRIDE, BRIDE]),
        (f"{BRIDE} opened. They met at St. Bride’s.", [BRIDE, BRIDE]),
        ("The game was at St. Bride’s. St. Bride’s said no.", ["St. Bride’s", "St. Bride’s"]),
        ("They live in St. Bride. St. Bride’s streets are wet.", ["St. Bride", "St. Bride"]),
        ("Dora’s Diner opened. Dora’s said no.", ["Dora’s Diner", "Dora’s Diner"]),
        ("Dora’s Diner opened. Dora Hale came. Dora’s mother came.", ["Dora’s Diner", "Dora Hale", "Dora Hale"]),
    ],
)
def test_a_house_is_called_as_it_begins(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dora’s said the pie was late. It was Dora’s pie.", ["Dora’s", "Dora’s"]),
        ("Dora’s said the pie was late, and Dora’s Inc paid.", ["Dora’s Inc", "Dora’s Inc"]),
        ("Dora Hale came. Hale’s said for years that it was late.", ["Dora Hale", "Dora Hale"]),
        ("Dora’s will close its doors. It was Dora’s pie.", ["Dora’s", "Dora’s"]),
        ("Dora’s will was read. It was Dora’s pie.", ["Dora", "Dora"]),
    ],
)
def test_a_house_that_says_something(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)] == names


def test_a_house_in_a_headline_in_capitals() -> None:
    names = linked("DORA'S ASKS, SPEAKS FOR WATER\n\nDora's Water Works Inc moved. Dora's said so.")

    assert {name for _, name in names} == {"Dora's Water Works Inc"}


def test_a_house_is_nobody_s_owner_where_it_speaks() -> None:
    sentences = analysis(f"{BRIDE} opened. St. Bride’s turned them down.").sentences
    assert [sentence.mentions[0].is_possessive for sentence in sentences] == [False, False]
