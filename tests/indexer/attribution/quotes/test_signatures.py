"""Quotations that stand by themselves above the name of whoever said them."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def speaker_of(words: str, text: str) -> str | None:
    found = [s for s in attribute(article(text, headline="")) if words in s.text and s.attribution == "sure"]
    return found[0].speaker.name if found and found[0].speaker else None


@pytest.mark.parametrize(
    "line",
    [
        "— Len Pruitt",
        "- Len Pruitt, miller",
        "–Len Pruitt, 44, of Corbin",
        "— Mayor Len Pruitt (on Monday)",
        "― Pruitt",
    ],
)
def test_who_signs_below_a_quotation_says_it(line: str) -> None:
    text = f"Mayor Len Pruitt and Ruth Hale spoke. Hale left.\n\n“The levee will hold.”\n\n{line}\n\nRain fell."
    assert speaker_of("The levee will hold", text) == "Len Pruitt"


def test_each_of_several_is_signed_for_itself() -> None:
    text = "Voices\n\n“I lost it all.”\n\n— Ann Moss, Rill\n\n“We shall build.”\n\n— Len Pruitt, Corbin\n\nRain fell."
    assert speaker_of("I lost it all", text) == "Ann Moss"
    assert speaker_of("We shall build", text) == "Len Pruitt"


@pytest.mark.parametrize(
    "line", ["— Len Pruitt wrote this story.", "— Len Pruitt’s dog", "Len Pruitt, miller", "— Rain fell on Len Pruitt"]
)
def test_any_other_line_signs_nothing(line: str) -> None:
    text = f"Ruth Hale spoke on Monday.\n\n“The levee will hold.”\n\n{line}\n\nRain fell."
    assert speaker_of("The levee will hold", text) != "Len Pruitt"


def test_a_name_at_the_end_is_of_who_wrote_the_story() -> None:
    text = "Ruth Hale spoke on Monday. “It was late,” Hale said.\n\n“The levee will hold.”\n\n— Len Pruitt"
    assert speaker_of("The levee will hold", text) != "Len Pruitt"
    assert speaker_of("The levee will hold", f"Len Pruitt came.\n\n{text}") == "Len Pruitt"


@pytest.mark.parametrize("line", ["― Len Pruitt", "— Len Pruitt, 44, of Corbin.", "- Mayor Len Pruitt"])
def test_who_signs_at_the_end_of_a_paragraph_says_all_that_is_quoted_in_it(line: str) -> None:
    quoted = "“It leaks. We know it.” And that is “what comes of it all.”"
    text = f"Len Pruitt and Ruth Hale spoke.\n\n{quoted} {line}\n\nRain fell."
    assert speaker_of("It leaks", text) == "Len Pruitt"
    found = [s for s in attribute(article(text, headline="")) if "what comes" in s.text]
    assert [s.speaker and s.speaker.name for s in found] == ["Len Pruitt"]


def test_a_dash_behind_a_quotation_within_a_line_signs_nothing() -> None:
    text = "Len Pruitt and Ruth Hale spoke.\n\n“It leaks,” Hale said. “We know it.” — Len Pruitt left.\n\nRain fell."
    assert speaker_of("It leaks", text) == "Ruth Hale"
    assert speaker_of("We know it", text) != "Len Pruitt"
