"""Angle brackets of a wire: who is marked by them as a company, and what in them is no name."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import entity, linked


@pytest.mark.parametrize(
    "story",
    [
        "Quorle <QRL> moved its mill. Quorle said the mill was old. Quorle said so twice.",
        "The mill of <Quorle> was old. Quorle said the mill was old. Quorle said so twice.",
        "Quorle <QRL.L> moved its mill. Quorle said the mill was old. Quorle said so twice.",
    ],
)
def test_who_is_marked_is_a_company(story: str) -> None:
    assert entity(story, "Quorle").type == "organisation"


def test_who_is_not_marked_may_be_a_person() -> None:
    assert entity("Quorle moved. Quorle said the mill was old.", "Quorle").type == "person"


def test_a_mark_is_no_name() -> None:
    assert linked("Quorle Corp <QRL> and <Morva Inc> moved.") == [
        ("Quorle Corp", "Quorle Corp"),
        ("Morva Inc", "Morva Inc"),
    ]


def test_initials_behind_a_mark() -> None:
    names = linked("Broken Quorle Lead Co Ltd <BQL.S> (BQL) moved. BQL said so.")

    assert {name for _, name in names} == {"Broken Quorle Lead Co Ltd"}
