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
        "DNA tests revealed that no dog had been aboard the ferry.",
        "Toxicology results revealed that the captain drank nothing but tea.",
        "Oregon law gives every school a year and says the pupils may choose their tutors.",
        "The Safe Parks Ordinance says that nobody may enter the parks at night.",
        "The Constitution suggests that the harbor has no owner.",
        "Exhibits of nets and lamps remind us that the harbor once froze.",
        "The Deputy Secretary of Fisheries said that the nets were torn.",
        "The Majority Leader said on Monday that the lamps were lit.",
        "The Panel recommended that the captain stay in prison for two more years.",
        "The Academy urged that the board read the letters first.",
        "The Founders claimed that no town should own its river.",
        "According to Guild of Ferries and Locks (GFL), crossings rose by a tenth last year.",
        "FICTION: Claims that the dam will fall. Letters say that the tax will rise.",
    ],
)
def test_things_and_states_are_not_shown_as_speaking(text: str) -> None:
    assert sure_speakers(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Parole Panel recommended that the captain stay in prison for two more years.", "Parole Panel"),
        ("The Harbor Commission said that the dam would hold through the winter.", "Harbor Commission"),
        ("According to Centers for Ferries and Locks (CFL), crossings rose.", "Centers for Ferries and Locks"),
        ("The Rill Geological Survey said that the dam would hold.", "Rill Geological Survey"),
        ("Plutus said that the dam would hold through the winter. The bank Plutus owns it.", "Plutus"),
    ],
)
def test_a_body_speaks(text: str, name: str) -> None:
    assert sure_speakers(text) == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The People said that the captain had drunk nothing but tea.",
        "Co-defendants told the jury that the captain had slept.",
        "The Parents’ lawyer rose. Defendants said that the mill was theirs.",
    ],
)
def test_people_of_no_name_are_no_speakers(text: str) -> None:
    assert {said.speaker.name for said in statements(text) if said.speaker} <= {"Parents"}


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
        " “Those who lost their boats have waited two winters.”"
    )
    [quoted] = [said for said in statements(text) if said.kind == "direct"]
    assert (quoted.text, quoted.speaker and quoted.speaker.name) == (
        "Those who lost their boats have waited two winters.",
        "Ruth Bell",
    )


def test_a_district_attorney_is_not_the_attorney() -> None:
    text = (
        "District Attorney Ruth Bell opened the case on Monday.\n\nOn Friday the attorney of the captain’s two sisters"
        " claimed that he was innocent."
    )
    assert "Ruth Bell" not in sure_speakers(text)


def test_he_after_the_defendant_may_not_be_the_district_attorney() -> None:
    text = (
        "District Attorney Tom Hale opened the case. A warden found the defendant in the mill. He told the warden"
        " that he had slept there for a week."
    )
    assert "Tom Hale" not in sure_speakers(text)


def test_a_state_alone_is_not_shown_as_speaking_but_its_namesake_is() -> None:
    assert sure_speakers("Texas said that the wall would be built.") == set()
    assert sure_speakers("Virginia Hale spoke first. Virginia said that the wall would be tall.") == {"Virginia Hale"}


@pytest.mark.parametrize("begins", ["As Ruth Bell told the council: ", "After Ruth Bell said: "])
def test_a_clause_that_brings_a_quotation_has_its_cue(begins: str) -> None:
    [quoted] = [said for said in statements(begins + "“We are done here.”") if said.kind == "direct"]
    assert (quoted.speaker and quoted.speaker.name, quoted.cue and quoted.cue.text) == (
        "Ruth Bell",
        begins.split()[3].rstrip(":"),
    )


def test_whom_a_letter_greets_does_not_write_it() -> None:
    text = (
        "Senator Ann Roy sent a letter to the president.\n\nDear President Hale:\n\n"
        "“The storm has taken the homes of many. As you might imagine, this small town lives from its farms.”"
    )
    assert "Hale" not in sure_speakers(text)
