"""Reports whose content is a clause, a quotation or, for some cues, a thing alone."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article, Statement

LEAD = "Sheriff Ann Bell spoke in Rill on Monday.\n\n"


def last(text: str) -> Statement:
    return attribute(Article(id="clause", key="clause", files=(), headline="", text=LEAD + text))[-1]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Bell announced the arrest of two brothers.", "the arrest of two brothers"),
        ("Sheriff Ann Bell is pleased to announce the opening of a third jail.", "the opening of a third jail"),
        ("Bell thanked the Rill Fire Department for its help in the search.", "the Rill Fire Department for its help"),
        ("Bell praised the patience of the divers.", "the patience of the divers"),
        ("Bell identified the dead man as Tom Cole, 41, of Dell.", "the dead man as Tom Cole, 41, of Dell"),
        ("Bell identified the diver as 15-year-old Tom Cole of Dell.", "the diver as 15-year-old Tom Cole of Dell"),
    ],
)
def test_a_thing_may_be_all_that_is_said(text: str, content: str) -> None:
    statement = last(text)

    assert statement.speaker is not None
    assert (statement.speaker.name, statement.attribution) == ("Ann Bell", "sure")
    assert statement.text.startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "Bell questioned the clerk about the theft.",
        "Bell identified two mistakes in the log.",
        "Bell identified the diver as a possible suspect in the theft.",
        "Bell thanked the divers.",
    ],
)
def test_a_thing_is_not_always_what_is_said(text: str) -> None:
    assert last(text).attribution != "sure"


@pytest.mark.parametrize(
    "text",
    [
        "In Rill alone, over forty boats have been lost, Bell said.",
        "Bell said: In Rill alone, over forty boats have been lost.",
    ],
)
def test_what_is_said_may_begin_with_where(text: str) -> None:
    statement = last(text)
    assert (statement.text, statement.attribution) == ("In Rill alone, over forty boats have been lost", "sure")


def test_where_somebody_speaks_is_not_what_is_said() -> None:
    assert last("Bell said in a letter to the board.").attribution != "sure"


def test_what_a_statement_below_is_about_is_not_said() -> None:
    text = "Sheriff Bell released the following statement upon learning of the loss of a boat. It sank in May.\n\n"
    statement = last(text + "“We shall find it, and we shall raise it.”")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.attribution) == ("Ann Bell", "sure")
    assert [s.text for s in attribute(Article(id="c", key="c", files=(), headline="", text=LEAD + text))] == []
