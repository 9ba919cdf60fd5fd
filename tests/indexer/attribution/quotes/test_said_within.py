"""Quotations within what another tells are statements of who said them, beside the other's."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def said(text: str) -> list[tuple[str | None, str]]:
    """Give the speakers and words of the direct statements of a paragraph."""
    found = attribute(article(text=f"Orrin Vale was arrested on Friday.\n\n{text}"))
    return [(one.speaker.name if one.speaker else None, one.text) for one in found if one.kind == "direct"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“I just ran,” Vale told officers, according to the affidavit.", "I just ran,"),
        ("“I just ran,” Vale allegedly yelled, according to the report.", "I just ran,"),
        ("“I just ran,” he texted her, according to prosecutors.", "I just ran,"),
        ("According to the affidavit, Vale said, “I just ran.”", "I just ran."),
        ("Vale told the woman “I just ran,” the complaint said.", "I just ran,"),
        ("“I just ran,” Vale told the woman, Bell said.", "I just ran,"),
        ("“I just ran,” Vale told him, Bell recalled.", "I just ran,"),
        ("Bell said Vale told him, “I just ran.”", "I just ran."),
        ("Bell said that Vale told him, “I just ran.”", "I just ran."),
    ],
)
def test_a_quotation_is_his_whose_verb_stands_beside_it(text: str, words: str) -> None:
    assert said(text) == [("Orrin Vale", words)]


def test_the_other_still_tells_of_it() -> None:
    text = "Orrin Vale left.\n\n“I just ran,” Vale told the woman, Bell said."
    found = {one.text: one.speaker.name for one in attribute(article(text=text)) if one.speaker}
    assert found["“I just ran,” Vale told the woman"] == "Bell"


def test_words_that_go_on_behind_it_are_his_too() -> None:
    text = "“I just ran,” Vale said, according to the affidavit. “I do not know why.”"
    assert said(text) == [("Orrin Vale", "I just ran,"), ("Orrin Vale", "I do not know why.")]


@pytest.mark.parametrize(
    "text",
    [
        "Tess Bell said Vale called the mill “The Old Lady” for years.",
        "Tess Bell said Vale “just ran.”",
        "Tess Bell said after Vale asked, “He just ran.”",
        "Tess Bell said she saw Vale, who wore a cap that read “Fenwick,” run.",
    ],
)
def test_words_that_another_only_quotes_in_part_are_the_others(text: str) -> None:
    assert all(speaker != "Orrin Vale" for speaker, _ in said(text))


@pytest.mark.parametrize("end", ["", " he", " Vale", " said", " Vale reportedly"])
def test_a_text_may_break_off(end: str) -> None:
    assert isinstance(said(f"According to the affidavit, “I ran,”{end}"), list)


@pytest.mark.parametrize(
    "text",
    [
        "Others said the same, including the owner Orrin Vale — “I just ran from it” — and Tess Bell.",
        "Others said the same, among them Orrin Vale (“I just ran from it”) and Tess Bell.",
        "The owners agreed, like Orrin Vale -- “I just ran from it.”",
    ],
)
def test_sentences_set_off_behind_a_name_are_his(text: str) -> None:
    (found,) = said(text)
    assert found[0] == "Orrin Vale"
    assert found[1].startswith("I just ran from it")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody believed Orrin Vale — “He just ran from it,” Tess Bell said — and so he left.",
        "They know Orrin Vale (“Old Boots”) at the dock.",
        "A letter on Orrin Vale (“Vale Runs From the Rain,” May 3) was answered.",
        "Tess Bell wrote to Orrin Vale — “Please come home now” — and left.",
        "The new book by Orrin Vale — “How we lost the river” — is out.",
    ],
)
def test_words_behind_a_name_may_be_anothers_or_nobodys(text: str) -> None:
    assert all(speaker != "Orrin Vale" for speaker, _ in said(text))


def test_what_is_set_off_ends_the_others_words() -> None:
    text = "Others said it was a flood, including the owner Orrin Vale — “I just ran from it” — and Tess Bell."
    assert [one.text for one in attribute(article(text=text)) if one.kind != "direct"] == [
        "it was a flood, including the owner Orrin Vale"
    ]


def test_who_signs_by_name_and_firm_is_no_firm() -> None:
    (statement,) = attribute(article("* Tess Bell, owner, Vale Boats - “The tools need us all. We help.”", headline=""))
    assert statement.speaker is None or statement.speaker.name == "Tess Bell"


def test_words_in_a_paper_without_a_maker_are_his_who_wrote_them() -> None:
    text = "The affidavit quotes a text message in which Vale told a clerk, “Nobody can taste the rain.”"
    assert said(text) == [("Orrin Vale", "Nobody can taste the rain.")]
