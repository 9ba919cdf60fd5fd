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
