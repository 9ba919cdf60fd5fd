"""Names in headlines that are printed in capitals throughout."""

from __future__ import annotations

import pytest

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


def test_a_company_that_a_headline_names_in_short() -> None:
    names = linked("QUORLE ASKS, SPEAKS FOR WATER\n\nQuorle Inc sold the shed. Quorle said the shed was old.")

    assert {name for _, name in names} == {"Quorle Inc"}


def test_a_usual_word_in_capitals_is_nobody() -> None:
    headline = "GROUP ASKS, SPEAKS FOR WATER"

    assert linked(f"{headline}\n\nA group led by Ann Moss sold the shed.") == [("Ann Moss", "Ann Moss")]
    assert linked(f"{headline}\n\nAnn Moss sold the shed.")[0] == ("GROUP", "GROUP")
