"""Companies called by the beginning of their names, unless a town, a person or another body is called so too."""

from __future__ import annotations

import pytest

from indexer.attribution.entities.analysis import analyse
from tests.growth import grows_with_its_input
from tests.indexer.attribution.reading_entities import linked

WHOLE = "Quorle Homes LLC"


def short_of(between: str) -> str:
    """Give who is linked to the last mention of a company that is called by the beginning of its name."""
    return linked(f"{WHOLE} bought the pier. {between} On Monday, Quorle said the pier was closed.")[-1][1]


@pytest.mark.parametrize("between", ["", "Its lamps are old.", "Quorle Chief Executive Ann Roy came."])
def test_a_company_is_called_by_the_beginning_of_its_name(between: str) -> None:
    assert short_of(between) == WHOLE


@pytest.mark.parametrize(
    "between",
    [
        "It rained in Quorle.",
        "Quorle residents fish there.",
        "Quorle Mayor Ann Roy fishes there.",
        "Quorle High School has a boat there.",
        "Quorle, 61, fishes there.",
        "Ann Quorle fishes there.",
    ],
)
def test_not_where_a_town_a_person_or_another_body_is_called_so_too(between: str) -> None:
    assert short_of(between) != WHOLE


@pytest.mark.parametrize(
    "story",
    [
        "Quorle Inc gave a share to each holder of Quorle bonds. Its Quorle Metals Inc unit is shut. Quorle said so.",
        "The boat is of Quorle Inc. Anglers own 5 pct of Quorle. On Monday, Quorle said so.",
    ],
)
def test_a_company_whose_shares_and_subsidiaries_are_told_of(story: str) -> None:
    assert linked(story)[-1] == ("Quorle", "Quorle Inc")


def test_a_subsidiary_is_not_the_company() -> None:
    names = linked("Quorle Inc moved. Quorle Metals Inc said it was shut. Quorle Metals said so twice.")

    assert names[-1] == ("Quorle Metals", "Quorle Metals Inc")


def test_many_companies_take_no_longer_each() -> None:
    def text(count: int) -> str:
        return " ".join(f"Quorle{number} Homes LLC came, and Quorle{number} said so." for number in range(count))

    assert grows_with_its_input(text, lambda printed: analyse(printed, frozenset()), 60)
