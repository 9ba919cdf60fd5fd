"""Roles behind a name and a comma: where they end, and what is none."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_mentions import only


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("a special agent with the U.S. Water Office in Rill,", "special agent with the U.S. Water Office in Rill"),
        ("the manager of Rill Foods Inc. in Harrow,", "manager of Rill Foods Inc. in Harrow"),
        ("a partner of Bell & Roy,", "partner of Bell & Roy"),
        ("an attorney representing the growers,", "attorney"),
        ("a chief operating officer for growers,", "chief operating officer for growers"),
        ("a club member currently at sea,", "club member"),
        ("also founder of the club,", "founder of the club"),
        ("director of all the harbors,", "director of all the harbors"),
        ("an aide in Fenwick and Ann Roy", "aide in Fenwick"),
    ],
)
def test_where_a_role_ends(words: str, role: str) -> None:
    assert only(f"Tom Hale, {words} spoke.", "Tom Hale").role == role


@pytest.mark.parametrize(
    "words",
    [
        "flagged down the driver of a van",
        "earlier this week the mayor of Rill, spoke",
        "delivered the manager a letter",
    ],
)
def test_a_clause_is_no_role(words: str) -> None:
    assert only(f"Tom Hale, {words}.", "Tom Hale").role is None


def test_a_role_ends_with_its_sentence_behind_an_abbreviation() -> None:
    text = "“No,” said Tom Hale, manager of Rill Foods Inc. He left Ann Roy, a clerk for the U.S. They spoke."
    assert only(text, "Tom Hale").role == "manager of Rill Foods Inc"
    assert only(text, "Ann Roy").role == "clerk for the U.S"


def test_who_speaks_behind_a_comma_is_another() -> None:
    text = "Of Tom Hale, Judge Roy said no."
    assert only(text, "Tom Hale").role is None
    assert only(text, "Roy").role == "Judge"
    assert only("Tom Hale, Attorney General, said no.", "Tom Hale").role == "Attorney General"
