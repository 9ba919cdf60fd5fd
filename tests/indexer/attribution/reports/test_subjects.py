"""Whose words a report tells: the subject of its cue, not somebody who stands beside it."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.confidence import DOUBTFUL
from search.documents import Article, Statement


def statements(text: str) -> list[Statement]:
    return list(attribute(Article(id="subjects", key="subjects", files=(), headline="", text=text)))


def sure_speakers(text: str) -> set[str]:
    return {said.speaker.name for said in statements(text) if said.speaker and said.attribution == "sure"}


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        (
            "Tom Hale died on Monday. Hale’s neighbor across the street came out and said that the dam would hold.",
            "Tom Hale",
        ),
        (
            "Tom Hale bought a page for the group Free Harbor, a club of owners that claims the tax is unlawful.",
            "Tom Hale",
        ),
        ("Mayor Tom Hale’s letter comes days after reports that the dam was leaking.", "Tom Hale"),
        ("A recent Department of Ferries study estimated that crossings will cost more.", "Department of Ferries"),
        ("The Ferry Service’s proposed budget that would cut routes drew laughter.", "Ferry Service"),
        ("The Fenwick Police Department received a call about a cow in the reeds.", "Fenwick Police Department"),
        ("According to a Harbor Board study, nine lamps on the pier are out.", "Harbor Board"),
        ("According to Senate ethics rules, no member may sell a lamp.", "Senate"),
        ("The Harbor Board heard of many leaks indicating that the dam would not hold.", "Harbor Board"),
        ("Tom Hale’s vote forced Ruth Bell to admit that the dam was leaking.", "Tom Hale"),
        ("Tom Hale dissuaded his sister from saying what he had seen.", "Tom Hale"),
        ("Tom Hale’s Safe Harbors Act calls for two lamps on every boat.", "Tom Hale"),
        (
            "In letters to Governor Ann Roy and Secretary Tom Hale, Sheriff Ruth Bell called it a shame, arguing that"
            " the mill should stay.",
            "Tom Hale",
        ),
        ("Sheriff Ruth Bell testified today before the Harbor Committee, urging swift action.", "Harbor Committee"),
        ("Sheriff Ruth Bell said that Tom Hale has been trying to remind her that the ferry is late.", "Tom Hale"),
        ("One of the men approached Tom Hale stating that it was his street.", "Tom Hale"),
        (
            "The clerk, who by then lived with Tom Hale, was questioned on Monday but claimed it was an accident.",
            "Tom Hale",
        ),
        ("Mayor Tom Hale is barred from disclosing what the new bridge will cost.", "Tom Hale"),
        ("“It brings us peace,” said the widow of Tom Hale, whom the town loved.", "Tom Hale"),
        ("Tom Hale’s mother sent a poem to the paper, which reads, “The sea gave back his coat.”", "Tom Hale"),
        (
            "The bill saves the house that Mayor Tom Hale built from proposed changes that nobody in town wants.",
            "Tom Hale",
        ),
        ("Hale Energy, which has never admitted that the dam leaks, paid for the repair.", "Hale Energy"),
        ("A woman of 51 years reported to the Harrow Police that she had lost all her money.", "Harrow Police"),
        ("Mayor Tom Hale’s proposed harbor area would include all the land west of the town.", "Tom Hale"),
        ("Ellery v. Cole says that whoever is tried must be told what he is tried for.", "Cole"),
        ("The tax cuts proposed by Tom Hale would cost the town a million.", "Tom Hale"),
        ("According to the video, Tom Hale did not check the gate until the morning.", "Tom Hale"),
        ("Tom Hale gave the town a boat from a yard in Fenwick that says it never sold it.", "Tom Hale"),
    ],
)
def test_who_stands_beside_a_cue_is_not_shown_as_speaking(text: str, nobody: str) -> None:
    assert nobody not in sure_speakers(text)


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Mayor Tom Hale repeated his promise that the dam would be repaired before the winter.", "Tom Hale"),
        ("Mayor Tom Hale’s statement follows: “The band will not play without her.”", "Tom Hale"),
        ("Moody’s said the county would get a better rating.", "Moody’s"),
        ("The council heard from Mayor Tom Hale, who said that the dam would hold.", "Tom Hale"),
        ("Mayor Tom Hale and Ruth Bell both claimed that the dam would hold.", "Tom Hale"),
        ("Mayor Tom Hale and Ruth Bell each argued that the dam would hold.", "Tom Hale"),
        ("According to Mayor Tom Hale, the dam will hold through the winter.", "Tom Hale"),
        ("Mayor Tom Hale met the council on Monday, saying that the dam would hold.", "Tom Hale"),
    ],
)
def test_a_subject_is_shown_as_speaking(text: str, somebody: str) -> None:
    assert somebody in sure_speakers(text)


def test_in_a_letter_the_sender_speaks() -> None:
    text = "Senator Ruth Bell sent a letter to Energy Secretary Tom Hale asking that he keep the plant open."
    assert {said.speaker.name for said in statements(text) if said.speaker} == {"Ruth Bell"}


def test_a_letter_of_people_without_a_name_is_nobodys_who_gets_it() -> None:
    text = "The county’s delegation sent a letter to Energy Secretary Tom Hale asking that he keep the plant open."
    assert "Tom Hale" not in sure_speakers(text)


def test_a_noun_is_no_cue() -> None:
    text = "Tom Hale kept his written notes with the names of all who had voted."
    assert sure_speakers(text) == set()


@pytest.mark.parametrize("adverb", ["too", "always", "also"])
def test_how_a_body_speaks_is_no_noun_after_its_name(adverb: str) -> None:
    [said] = statements(f"The Harbor Board {adverb} said that the dam would hold.")
    assert (said.speaker.name if said.speaker else None, said.attribution) == ("Harbor Board", "sure")


def test_an_office_beside_a_name_is_nobody_else() -> None:
    [said] = statements("The dam will hold, according to the police chief, Tom Hale.")
    assert said.speaker is not None
    assert (said.speaker.name, said.confidence > DOUBTFUL) == ("Tom Hale", True)
