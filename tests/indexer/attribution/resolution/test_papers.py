"""Whose a paper is that its words say the maker of: "a Water Board statement", "the department's release"."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement


def first_of(text: str) -> Statement:
    return attribute(Article(id="papers", key="papers", files=(), headline="", text=text))[-1]


def speaker_of(text: str) -> str | None:
    statement = first_of(text)
    return statement.speaker.name if statement.speaker else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The bridge will close, according to a Rill County Sheriff's Office news release.",
            "Rill County Sheriff's Office",
        ),
        (
            "The bridge will close, according to a news release from the Rill County Sheriff's Office.",
            "Rill County Sheriff's Office",
        ),
        ("A Department of Public Works notice said that water would be shut off.", "Department of Public Works"),
        ("“We regret the error and will do better,” the Water Board’s statement said.", "Water Board"),
        ("“We regret the error and will do better,” a Water Board statement read.", "Water Board"),
        ("A recent NTSB report said that the ferry leaked.", "NTSB"),
        ("A report by the Ferry Safety Office said that the ferry leaked.", "Ferry Safety Office"),
        ("A post on the Rill Police Department's Facebook page said the man was armed.", "Rill Police Department"),
        ("The Roy-Hale Commission's recent report noted that spending doubled.", "Roy-Hale Commission"),
        (
            "The Rill Police Department arrested a man. The department's statement said he was armed.",
            "Rill Police Department",
        ),
    ],
)
def test_a_body_says_what_its_paper_says(text: str, speaker: str) -> None:
    assert speaker_of(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "An audit said that the ferry leaked.",
        "The Hale indictment said that the ferry leaked.",
        "An HIV study said that the tests were late.",
        "The Enron report said that money was lost.",
        "A Rill University poll said that most voters would stay at home.",
        "A report on the Rill Police Department said that arrests fell.",
        "A Rill Ferry engineer's memo said the ferry leaked. Rill Ferry declined to comment.",
        "An EPA inspector general report said that funds were lost.",
        "A fake Internal Revenue Service letter said that he owed $9,000.",
        "A study by Acme Corp. rival Beta Inc. said anvils break.",
        "A report from Baghdad said that 20 people died.",
        "The Beacon's Police Department report said that officers lied.",
        "A report said that the ferry leaked. The Rill Ferry Office hired a guard.",
    ],
)
def test_nobody_says_what_a_paper_about_something_or_of_nobody_says(text: str) -> None:
    first = attribute(Article(id="papers", key="papers", files=(), headline="", text=text))[0]
    assert first.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "The scathing Rill Police Department report said officers were biased. The Justice Department issued it.",
        "The Justice Department sued the Rill Police Department. The department's statement said officers lied.",
    ],
)
def test_whose_it_may_be_besides_is_only_possible(text: str) -> None:
    assert attribute(Article(id="papers", key="papers", files=(), headline="", text=text))[0].attribution == "possible"


def test_an_acronym_is_the_body_that_the_text_spells_out() -> None:
    text = "The Ferry Safety Authority looked at it. A report by the guard was late. An FSA report said that it leaked."
    assert speaker_of(text) == "Ferry Safety Authority"


def test_the_reason_tells_whose_paper_it_is() -> None:
    assert "whose paper it is" in first_of("A Water Board statement said that the ferry leaked.").why
