"""Names that never speak, and quotations beside which somebody is only named."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement


def statements(text: str, headline: str = "") -> list[Statement]:
    return list(attribute(Article(id="voices", key="voices", files=(), headline=headline, text=text)))


def sure_speakers(text: str, headline: str = "") -> set[str]:
    found = statements(text, headline)
    return {said.speaker.name for said in found if said.speaker and said.attribution == "sure"}


@pytest.mark.parametrize(
    "text",
    [
        "DNA analysis revealed that the phone in the boat was the captain’s.",
        "Toxicology results revealed that the captain had been drinking before the crash.",
        "California law allows a court to wait, under certain circumstances, and instead says the case may be closed.",
        "FICTION: Claims that the dam will fall. Letters say that the tax will rise.",
    ],
)
def test_things_and_states_are_not_shown_as_speaking(text: str) -> None:
    assert sure_speakers(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Panel recommended that the captain stay in prison for two more years.", "Panel"),
        ("The Harbor Commission said that the dam would hold through the winter.", "Harbor Commission"),
    ],
)
def test_a_body_speaks(text: str, name: str) -> None:
    assert sure_speakers(text) == {name}


def test_a_body_named_beside_a_quotation_is_not_shown_as_saying_it() -> None:
    text = "The Harbor Commission had lost in court.\n\n“The finding rests on no evidence and must be set aside.”"
    assert sure_speakers(text) == set()


def test_whom_the_quoted_words_name_does_not_say_them() -> None:
    text = (
        "Mayor Ruth Bell made the following statement after the visit of Admiral Tom Hale:\n\n"
        "“Today Admiral Hale saw for himself how we build these ships.”"
    )
    assert "Tom Hale" not in sure_speakers(text)


def test_a_statement_after_an_announcement_is_not_the_announcers() -> None:
    text = (
        "Sen. Ruth Bell made the following statement after Sen. Tom Hale announced his support for the bill:"
        " “Delay is not the way to help the victims.”"
    )
    [quoted] = [said for said in statements(text) if said.kind == "direct"]
    assert (quoted.text, quoted.speaker and quoted.speaker.name) == (
        "Delay is not the way to help the victims.",
        "Ruth Bell",
    )


def test_whom_a_letter_greets_does_not_speak_in_it() -> None:
    text = (
        "The council sent this letter.\n\nDear President Hale:\n\n“As you might imagine, this small town lives on its"
        " sales tax. The county has no money to build a town from scratch.”"
    )
    assert "Hale" not in sure_speakers(text)


def test_a_district_attorney_is_not_the_attorney() -> None:
    text = (
        "District Attorney Ruth Bell opened the case on Monday.\n\nOn Friday the attorney for the family of the captain"
        " claimed that he was innocent."
    )
    assert "Ruth Bell" not in sure_speakers(text)


def test_he_after_the_defendant_may_not_be_the_district_attorney() -> None:
    text = (
        "District Attorney Tom Hale opened the case. The police arrested the defendant in the mill. He told the police"
        " that he had slept there for a week."
    )
    assert "Tom Hale" not in sure_speakers(text)
