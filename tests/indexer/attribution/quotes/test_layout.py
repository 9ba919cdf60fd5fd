"""Quotations whose source the lines beside them leave no doubt of."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article


def first_quotation(text: str) -> tuple[str | None, str] | None:
    found = attribute(Article(id="layout", key="layout", files=(), headline="", text=text))
    return next(
        (
            (statement.speaker.name if statement.speaker else None, statement.attribution)
            for statement in found
            if statement.kind == "direct"
        ),
        None,
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sen. Ann Bell made the following statement today.\n\n“We shall rebuild the bridge.”", "Ann Bell"),
        (
            "The town needs a bridge.\n\n“Safety is what this is about,”\n\nMayor Ann Bell said.\n\n“Nobody should "
            "fear the bridge.”",
            "Ann Bell",
        ),
        (
            "Sen. Ann Bell (R-Ohio) made the following statement today after reaching an agreement with Majority "
            "Leader Tom Roy (D-Iowa) on new rules.\n\n“Senator Roy and I have reached an agreement on the rules.”\n\n"
            "“It is a step forward.”",
            "Ann Bell",
        ),
    ],
)
def test_what_stands_above_or_below_tells_who_says_it(text: str, speaker: str) -> None:
    assert first_quotation(text) == (speaker, "sure")


def test_a_tag_below_is_surer_than_who_spoke_before() -> None:
    text = (
        "Mayor Ann Bell and Rep. Tom Roy met.\n\n“This is late,” Bell said. “We shall go.”\n\n“This bill is smart "
        "reform that puts safety first,”\n\nRep. Roy said. “I am glad of it.”"
    )
    found = attribute(Article(id="layout", key="layout", files=(), headline="", text=text))
    assert [s.speaker.name for s in found if s.speaker] == ["Ann Bell", "Ann Bell", "Tom Roy", "Tom Roy"]


def test_all_paragraphs_of_a_statement_below_are_as_sure_as_its_first() -> None:
    text = (
        "Mayor Ann Bell spoke.\n\nMayor Bell's statement as delivered is below:\n\n“I am here to stand up for the town."
        "\n\n“We look first at our farmers. They are tired.\n\n“We shall win.”"
    )
    found = attribute(Article(id="layout", key="layout", files=(), headline="", text=text))
    assert [statement.attribution for statement in found] == ["sure"] * 3


def test_who_shows_a_letter_does_not_write_it() -> None:
    text = (
        "Mayor Ann Bell released the following letter from Tom Roy.\n\n“I have had enough of the bridge. I shall go.”"
    )
    assert first_quotation(text) != ("Ann Bell", "sure")


def test_a_paragraph_of_other_words_does_not() -> None:
    text = "The town needs a bridge.\n\n“Safety is what this is about.”\n\nMayor Ann Bell said the dam was dry."
    assert first_quotation(text) == ("Ann Bell", "possible")


def test_a_tag_of_its_own_paragraph_need_not_stand_behind_a_comma() -> None:
    text = "Ruth Hale was tried in May.\n\n“She has no regard for the town.”\n\nsaid Prosecutor Ann Bell."
    assert first_quotation(text) == ("Ann Bell", "sure")


@pytest.mark.parametrize(
    "headline", ["SEN. HALE ISSUES STATEMENT ON INDICTMENT OF TOM MOSS", "SEN. HALE RELEASES STATEMENT ON TOM MOSS"]
)
def test_a_headline_announces_a_statement(headline: str) -> None:
    text = f"{headline}\n\n“A jury today indicted Tom Moss. It is a step forward.”"
    assert first_quotation(text) == ("Hale", "sure")


def test_the_sentence_before_a_colon_may_announce_words_in_marks() -> None:
    lead = "Sen. Ann Bell issued the following statement. The Dock Council has recommended that the dock be shut:"
    assert first_quotation(f"{lead}\n\n“Today’s decision defies all logic. I will fight it.”") == ("Ann Bell", "sure")


@pytest.mark.parametrize("lead", ["responded:", "was blunt:", "told reporters:", "called it a betrayal:"])
@pytest.mark.parametrize("headline", ["", "Mill to close\n\n"])
def test_who_answers_a_statement_is_not_who_made_it(lead: str, headline: str) -> None:
    made = "Rep. Mia Kent issued the following statement on the closing."
    text = f"{headline}{made} Mayor Tom Oakes {lead}\n\n“She knew of it a year ago.”"
    speaker = first_quotation(text)
    assert speaker is not None
    assert speaker[0] != "Mia Kent"
