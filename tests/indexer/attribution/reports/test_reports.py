"""Reports as they are kept: single words that refer back, what is asked for, whom somebody praises or blames."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article


def told(text: str) -> list[str]:
    found = attribute(Article(id="reports", key="reports", files=(), headline="", text=text))
    return [statement.text for statement in found if statement.kind != "direct"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill ran at night, the union says. Ruth Bell denies it.", "it"),
        ("The lamps were to be lit on Monday. The harbor office disputes that.", "that"),
    ],
)
def test_a_word_that_refers_back_is_a_statement(text: str, expected: str) -> None:
    assert told(text)[-1] == expected


def test_a_question_word_alone_is_none() -> None:
    assert told("Ruth Bell shut the mill. Tom Hale asked why.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ruth Bell asked for more time.", "more time"),
        ("Mayor Ruth Bell welcomed the verdict.", "the verdict"),
        ("The harbor office blamed a fitting.", "a fitting"),
    ],
)
def test_what_is_asked_for_blamed_or_welcomed_is_told(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_who_is_asked_is_not() -> None:
    assert told("Mayor Ruth Bell asked the council on Monday.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clerk had lost the key, and Tom Hale said so.", "so"),
        (
            "Mayor Ruth Bell told the council that the pier was safe and urged it to open the gates.",
            "that the pier was safe",
        ),
        ("Mayor Ruth Bell said the pier was safe, citing a letter from the state.", "the pier was safe"),
        (
            "The families moved to the old school, where, Mayor Ruth Bell said, they can stay until Sunday.",
            "where … they can stay until Sunday",
        ),
        ("The pier is safe, Mayor Bell explained, but the gates are not.", "The pier is safe … but the gates are not"),
        ("On Monday Mayor Ruth Bell asked Tom Moss for a boat but the guard refused.", "Tom Moss for a boat"),
        ("Mayor Ruth Bell said two men but no women were hurt.", "two men but no women were hurt"),
        (
            "Tom Hale called the guard, claiming that a man had taken the boat, and giving a description of it.",
            "that a man had taken the boat",
        ),
        (
            "Tom Hale left, telling them that they must come and bring the boat.",
            "that they must come and bring the boat",
        ),
        ("There may be more boats, Mayor Ruth Bell said, but she would not say how many.", "There may be more boats"),
    ],
)
def test_where_the_words_end(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Boaters were urged to leave the pier, where the planks are loose.",
            "to leave the pier, where the planks are loose",
        ),
        (
            "Mayor Ruth Bell said that the gate by the old mill, which the town had built in the spring of 1912 with"
            " stone from the quarry of the Lund family and which had stood there through four floods, two fires and a"
            " war that took half of the men who had built it, would be taken down in May and built up again behind the"
            " church at the cost of the county and of the state.",
            "that the gate by the old mill, which the town had built in the spring of 1912 with"
            " stone from the quarry of the Lund family and which had stood there through four floods, two fires and a"
            " war that took half of the men who had built it, would be taken down in May and built up again behind the"
            " church at the cost of the county and of the state",
        ),
        ("The harbor master says although the pier is old, it will hold.", "although the pier is old, it will hold"),
        ("After Mayor Ruth Bell said that the dam leaked, the town shut it.", "that the dam leaked"),
        ("When the mayor said that the dam, which is old, leaks, he left.", "that the dam, which is old, leaks"),
        ("Had the gate not been locked at nine? Ruth Bell asked.", "Had the gate not been locked at nine"),
    ],
)
def test_what_belongs_to_the_words(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agreement forbids the sale of bait on Sundays.", "the sale of bait on Sundays"),
        ("Ruth Bell reckons that the new pier will last 40 years.", "that the new pier will last 40 years"),
        ("The harbor office anticipates that the gates will open by May.", "that the gates will open by May"),
        ("Tom Hale confessed that he had sold the boat.", "that he had sold the boat"),
    ],
)
def test_more_verbs_are_cues(text: str, expected: str) -> None:
    assert expected in told(text)


def test_whom_somebody_calls_up_is_no_statement() -> None:
    assert told("A neighbor called the owner of the boat at noon.") == []
    assert told("Mayor Ruth Bell called the plan a mistake.") == ["the plan a mistake"]


def test_what_somebody_is_told_ends_before_what_he_does() -> None:
    assert "that the pier was shut" in told("Told that the pier was shut, Ruth Bell walked home.")
    assert told("Mayor Ruth Bell\n\nannounced that Hale Lamps, Inc., a firm in Rill, has paid for the pier.") == [
        "that Hale Lamps, Inc., a firm in Rill, has paid for the pier"
    ]


@pytest.mark.parametrize(
    "text",
    ["Ruth Bell said it best: “The pier is ours.”", "Ruth Bell said this of the vote: “The pier is ours.”"],
)
def test_a_quotation_that_is_announced_stands_alone(text: str) -> None:
    found = attribute(Article(id="reports", key="reports", files=(), headline="", text=text))
    assert [(one.text, one.kind) for one in found] == [("The pier is ours.", "direct")]


def test_what_is_said_before_a_colon_is_told_with_it() -> None:
    assert told("Ruth Bell said this is what she fears: “A hard winter.”")[0].startswith("this is what she fears")
