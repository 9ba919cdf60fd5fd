"""Whose words are relayed: "The Beacon quoted Bell as saying that", "Bell was quoted as saying"."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Bell was quoted as saying the dam was safe.",
        "Mayor Ann Bell was quoted by the Beacon as saying the dam was safe.",
        "The Beacon quoted Mayor Ann Bell as saying the dam was safe.",
        "The Beacon quoted Ann Bell, the mayor, as saying the dam was safe.",
        "The Beacon quoted Mayor Ann Bell of Rill as saying the dam was safe.",
        "The Beacon quoted Minister of Roads and Trade Ann Bell as saying the dam was safe.",
        "A newspaper quotes Mayor Ann Bell as saying: “The dam was safe.”",
        "The suit quotes Mayor Ann Bell as telling a hired guard, “The dam was safe.”",
        "“The dam was safe,” Mayor Ann Bell was quoted as saying by the Beacon.",
        "“The dam was safe,” the Beacon quoted Mayor Ann Bell as telling a crowd.",
        "“The dam was safe,” the Beacon quoted Mayor Ann Bell as saying.",
        "Ann Bell, who was quoted as saying the dam was safe, resigned Monday.",
        "After the Beacon quoted Ann Bell as saying the dam was safe, Carl Moss resigned.",
    ],
)
def test_who_is_quoted_speaks(text: str) -> None:
    found = [one for one in attribute(article(text, headline="")) if "dam was safe" in one.text]
    assert [one.speaker.name if one.speaker else None for one in found] == ["Ann Bell"]
    assert found[0].text.strip(".,").lower() == "the dam was safe"
    assert found[0].cue is not None
    assert found[0].cue.text in ("saying", "telling")


def test_who_quotes_without_saying_whom_speaks() -> None:
    found = attribute(article("Mayor Ann Bell quoted a poem: “The dam was safe.”", headline=""))
    assert [one.speaker.name for one in found if one.speaker] == ["Ann Bell"]


@pytest.mark.parametrize(
    "text",
    [
        "A friend of Ann Bell was quoted as saying the dam was safe.",
        "A lawyer representing Ann Bell was quoted as saying the dam was safe.",
        "The Beacon quoted a friend of Ann Bell as saying the dam was safe.",
        "A story on Monday incorrectly quoted Ann Bell as saying the dam was safe.",
        "Residents of Rill were quoted as saying the dam was safe.",
    ],
)
def test_who_is_only_named_beside_the_quoted_does_not_speak(text: str) -> None:
    found = attribute(article(text, headline=""))
    assert not [one for one in found if one.attribution == "sure"]


@pytest.mark.parametrize(("noun", "pronoun"), [("The newspaper", "It"), ("The paper", "It")])
def test_who_quotes_is_told_of_next(noun: str, pronoun: str) -> None:
    text = f"{noun} said she left. {pronoun} said she cried."
    found = attribute(article(f"The Rill Beacon quoted Mayor Ann Bell as saying it was safe. {text}", headline=""))
    assert [one.speaker.name for one in found if one.speaker] == ["Ann Bell", "Rill Beacon", "Rill Beacon"]


@pytest.mark.parametrize(
    "text",
    [
        "The Beacon quoted Mayor Ann Bell and council member Carl Moss as saying the dam leaked.",
        "Ann Bell and Carl Moss were quoted as saying the dam leaked.",
    ],
)
def test_several_are_quoted_together(text: str) -> None:
    (found,) = attribute(article(text, headline=""))
    assert [one.name for one in found.speakers] == ["Ann Bell", "Carl Moss"]


def test_who_is_only_met_is_not_quoted() -> None:
    (found,) = attribute(article("The Beacon met Carl Moss and quoted Ann Bell as saying it leaked.", headline=""))
    assert [one.name for one in found.speakers] == ["Ann Bell"]


def test_what_is_called_so_is_nobodys_words() -> None:
    (found,) = attribute(
        article("Of the so-called “road to nowhere,” Ann Bell said, “It goes to my house.”", headline="")
    )
    assert found.text == "It goes to my house."
