"""Titles of works and terms in quotation marks, which nobody says."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in attribute(article(text, headline=""))]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roy stressed her support of the plan during a “Keepers of the Light Forum” at the hall.",
        "Ann Roy announced it on Monday’s “Rill at Noon Show” and left.",
        "Ann Roy said that two towns wait for a “Dam or Bust” contingent of owners.",
        "Ann Roy said the state pays for what is in a “flood hazard area,” which is defined as low land.",
        "Ann Roy said it was a “hub,” defined as a stop of three lines.",
    ],
)
def test_a_title_or_a_term_within_what_somebody_says_is_not_quoted(text: str) -> None:
    assert all(kind == "indirect" for kind, _ in kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roy posted a message that read “Thank You Rill” on Monday.",
        "Ann Roy posted a note reading “Thank You Rill.”",
    ],
)
def test_what_is_read_is_said(text: str) -> None:
    assert any(kind != "indirect" and "Thank You Rill" in words for kind, words in kinds(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roy said the plan was “Dead On Arrival” and would go.",
        "Ann Roy said she told him “Absolutely Not” and left.",
        "ROY SAYS PRICES ARE “NO CAUSE FOR ALARM”",
        "Roy Said Mayor Did Not Have “Carte Blanche” to Answer Them",
    ],
)
def test_words_with_capitals_that_name_nothing_are_quoted(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["mixed"]


@pytest.mark.parametrize(
    "text",
    [
        "In June 2004, a group called the “Citizens for a Better Rill” filed a complaint to the mayor’s office.",
        "Ann Roy introduced the “Clean Rivers Act of 2005,” which passed.",
        "Ann Roy came on “The Sunday Table.”",
        "The town gave $9 to Rill College to fund a project entitled: “Health in a Village: Better Lives.”",
    ],
)
def test_a_title_alone_is_no_statement(text: str) -> None:
    assert kinds(text) == []
