"""Persons of one last name."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import analysis, entity, linked


def test_two_persons_with_one_last_name_stay_two() -> None:
    text = "Karen Smith, the clerk, came. “Yes,” said Smith. Derek Smith, a steward, came. “No,” said Smith."
    assert [name for printed, name in linked(text) if printed == "Smith"] == ["Karen Smith", "Derek Smith"]
    last = [m for s in analysis(text).sentences for m in s.mentions if m.name == "Smith"]
    assert all(mention.is_ambiguous for mention in last)


def test_a_title_tells_two_persons_with_one_last_name_apart() -> None:
    text = "Sheriff Augustin Pell met council member Dorsey Pell. Sheriff Pell left."
    assert ("Sheriff Pell", "Augustin Pell") in linked(text)


def test_who_is_named_far_oftener_is_no_riddle() -> None:
    text = "Karen Smith came. Derek Smith left. " + "Karen Smith spoke. " * 8 + "Smith sat down."
    last = [m for s in analysis(text).sentences for m in s.mentions if m.name == "Smith"]
    assert [(m.entity.name if m.entity else None, m.is_ambiguous) for m in last] == [("Karen Smith", False)]


def test_mr_and_mrs_are_two() -> None:
    text = "Karen Smith came. Mr. Smith stayed. Mrs. Smith left."
    assert ("Mrs. Smith", "Karen Smith") in linked(text)
    assert ("Mr. Smith", "Smith") in linked(text)
    assert entity(text, "Smith").gender == "m"


def test_a_last_name_far_from_a_namesake_is_whoever_was_named_first() -> None:
    text = "Karen Rill came.\n\nHer uncle, Derek Rill, left. Rill sat down.\n\nIt froze.\n\nIt rained.\n\nRill rose."
    last = [m for s in analysis(text).sentences for m in s.mentions if m.name == "Rill"]
    assert [m.entity.name if m.entity else None for m in last] == ["Derek Rill", "Karen Rill"]


@pytest.mark.parametrize(
    ("told", "source", "meant"),
    [
        ("Dr. Karen Rill and her husband, Alan Rill, opened a clinic.", "Dr. Rill", "Karen Rill"),
        ("Karen Rill, a physician at Dell Clinic, and her husband, Alan Rill, came.", "Dr. Rill", "Karen Rill"),
        ("Karen Rill, DVM, treats the horses of her husband, Alan Rill.", "Dr. Rill", "Karen Rill"),
        ("Alan Rill and Karen Rill farm. Dr. Karen Rill sees patients too. Alan Rill left.", "Dr. Rill", "Karen Rill"),
        ("Sgt. Karen Rill and her husband, Alan Rill, were at home.", "Sgt. Rill", "Karen Rill"),
        ("Karen Rill, a police sergeant, and her husband, Alan Rill, were at home.", "Sgt. Rill", "Karen Rill"),
        ("The Rev. Alan Rill and his wife, Karen Rill, lead the church.", "Pastor Rill", "Alan Rill"),
        ("Dr. Alan Rill retired. His wife, Karen Rill, bakes.", "Mrs. Rill", "Karen Rill"),
    ],
)
def test_a_title_means_the_one_with_whom_it_is_printed(told: str, source: str, meant: str) -> None:
    assert linked(f"{told}\n\n“It is late,” said {source}.")[-1] == (source, meant)


def test_a_title_that_two_bear_or_nobody_is_a_riddle_still() -> None:
    for told in ("Dr. Karen Rill and Dr. Alan Rill came.", "Karen Rill, a baker, and Alan Rill came."):
        last = analysis(f"{told} “It is late,” said Dr. Rill.").sentences[-1].mentions[-1]
        assert last.is_ambiguous


def test_after_a_title_that_one_bears_the_last_name_alone_is_the_same_person() -> None:
    text = "Dr. Karen Rill and her husband, Alan Rill, came. “Yes,” said Dr. Rill. “We stay,” Rill said."
    assert linked(text)[-1] == ("Rill", "Karen Rill")
