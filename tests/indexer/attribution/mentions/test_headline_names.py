"""Names in headlines that are printed in capitals throughout."""

from __future__ import annotations

import pytest

from indexer.attribution.phrases.capitals import in_small_letters
from tests.indexer.attribution.reading_entities import linked


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("QUORLE ASKS, SPEAKS FOR WATER\n\nQuorle Inc said it sold the shed.", "Quorle Inc"),
        ("QUORLE ASKS, SPEAKS FOR WATER\n\nThe mayor of Quorle sold the shed.", "Quorle"),
        ("QUORLE OAK ASKS, SPEAKS FOR WATER\n\nQuorle Oak Mills Ltd sold the shed.", "Quorle Oak Mills Ltd"),
    ],
)
def test_a_name_in_capitals_is_spelled_as_in_the_story(story: str, name: str) -> None:
    assert linked(story)[0][1] == name


@pytest.mark.parametrize(
    ("capitals", "name"),
    [("DORA'S", "Dora's"), ("DORA’S", "Dora’s"), ("O'NEILL", "O'Neill"), ("O’NEILL’S", "O’Neill’s")],
)
def test_a_name_in_small_letters(capitals: str, name: str) -> None:
    assert in_small_letters([capitals]) == [name]


def test_a_body_is_nobody_whom_a_headline_seems_to_name() -> None:
    names = linked("FENWICK MAYOR PRAISES SEC FOR WATER\n\nThe SEC asks for water. The mayor speaks for the SEC.")

    assert {name for printed, name in names if printed.endswith("SEC")} == {"SEC"}


def test_a_company_that_a_headline_names_in_short() -> None:
    names = linked("QUORLE ASKS, SPEAKS FOR WATER\n\nQuorle Inc sold the shed. Quorle said the shed was old.")

    assert {name for _, name in names} == {"Quorle Inc"}


def test_a_usual_word_in_capitals_is_nobody() -> None:
    headline = "GROUP ASKS, SPEAKS FOR WATER"

    assert linked(f"{headline}\n\nA group led by Ann Moss sold the shed.") == [("Ann Moss", "Ann Moss")]
    assert linked(f"{headline}\n\nAnn Moss sold the shed.")[0] == ("GROUP", "GROUP")
