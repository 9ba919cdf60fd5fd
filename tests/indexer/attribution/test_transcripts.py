"""Interviews with labels, and questions with quoted answers."""

from __future__ import annotations

from indexer.attribution.attribute import attribute
from search.documents import Statement
from tests.builders import article

LABELLED = """Tobias Finch has run the ferry since 1998. The Weekly met him at the slip.

WEEKLY: How do you explain a cable ferry to a child?

FINCH: I say it’s a kite. The boat’s the kite.

You turn her nose a little and the river does the work.

WEEKLY: Did the sheriff call you?

FINCH: He said he would think about it.

His niece, Odette Finch, was taking fares."""

Q_AND_A = """Wren Okabe, 41, became director on Thursday.

Q. What is the pipe?

A. It’s from the break in August.

Q. Did you want this job?

A. I wanted somebody to do it who had been in the hole."""

QUOTED = """Tobias Finch, 58, sat in the wheelhouse.

Is this about money?

“No. If it was money I’d have sold.”

Have you met Brandon Voss?

“He rode across once.”

What happens if you lose?

“Then I lose.”"""


def answers(text: str) -> list[tuple[str, str | None]]:
    found: tuple[Statement, ...] = attribute(article(text, headline=""))
    return [(s.text, s.speaker.name if s.speaker else None) for s in found if s.kind == "direct"]


def test_labelled_answers() -> None:
    assert answers(LABELLED) == [
        ("I say it’s a kite. The boat’s the kite.", "Tobias Finch"),
        ("You turn her nose a little and the river does the work.", "Tobias Finch"),
        ("He said he would think about it.", "Tobias Finch"),
    ]


def test_questions_of_somebody_named() -> None:
    text = LABELLED.replace("The Weekly met him", "Reporter Ann Bell met him").replace("WEEKLY", "BELL")
    assert ("Did the sheriff call you?", "Ann Bell") in answers(text)


def test_what_an_answer_reports_is_no_statement_of_its_own() -> None:
    assert all(s.kind == "direct" for s in attribute(article(LABELLED, headline="")) if "think about it" in s.text)


def test_questions_and_answers() -> None:
    assert answers(Q_AND_A) == [
        ("It’s from the break in August.", "Wren Okabe"),
        ("I wanted somebody to do it who had been in the hole.", "Wren Okabe"),
    ]


def test_quoted_answers() -> None:
    assert answers(QUOTED) == [
        ("No. If it was money I’d have sold.", "Tobias Finch"),
        ("He rode across once.", "Tobias Finch"),
        ("Then I lose.", "Tobias Finch"),
    ]


def test_labels_within_quotation_marks() -> None:
    text = (
        "Pell spoke to Ann Bell on Friday.\n\n“BELL: Was the levee safe?\n\n“PELL: It was. We looked.\n\n"
        "“And we looked again.\n\n“BELL: Thank you.”"
    )
    assert answers(text) == [
        ("Was the levee safe?", "Ann Bell"),
        ("It was. We looked.", "Pell"),
        ("And we looked again.", "Pell"),
        ("Thank you.", "Ann Bell"),
    ]


def test_lines_with_colons_are_no_interview() -> None:
    text = "Date: May 14\n\nPlace: The Grange Hall\n\nTime: noon\n\nCost: free"
    assert attribute(article(text, headline="")) == ()
