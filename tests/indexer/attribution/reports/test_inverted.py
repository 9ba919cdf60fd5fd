"""Who speaks behind a verb of saying that follows what is said."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.entities.analysis import analyse
from indexer.attribution.reports.inverted import with_speaker_behind
from indexer.attribution.tagger.decoding import Tag
from search.documents import Article


def told(text: str) -> list[tuple[str | None, str]]:
    found = attribute(Article(id="inverted", key="inverted", files=(), headline="", text=text))
    return [(statement.speaker.name if statement.speaker else None, statement.text) for statement in found]


@pytest.mark.parametrize(
    "role", ["animal control officer", "truck driver", "girls basketball coach", "tax assessor", "hair stylist"]
)
def test_what_somebody_is_stands_between_the_verb_and_the_name(role: str) -> None:
    assert told(f"The gate will stay shut, said {role} Ruth Bell.") == [("Ruth Bell", "The gate will stay shut")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gate will stay shut, said truck driver Ruth Bell, who lives nearby.", "The gate will stay shut"),
        ("The gate, said truck driver Ruth Bell, is a mess.", "The gate … is a mess"),
        (
            "The gate will stay shut, said tax assessor Ruth Bell, and the road will be widened.",
            "The gate will stay shut … and the road will be widened",
        ),
    ],
)
def test_what_is_said_stands_before_the_verb_and_may_go_on_behind_the_name(text: str, expected: str) -> None:
    assert told(text) == [("Ruth Bell", expected)]


def test_who_does_something_behind_the_verb_is_told_of() -> None:
    assert told("Tom Hale left the room, said truck driver Ruth Bell had lied.")[0][0] != "Ruth Bell"


def turn(text: str) -> tuple[str | None, list[str]]:
    """Give source and content of a sentence whose words behind "said" were taken for the content."""
    (sentence,) = analyse(text, frozenset()).sentences
    cue = sentence.words.index("said")
    source = sentence.mentions[0]
    tag = with_speaker_behind(sentence, Tag(cue, 3.0, source, 1.0, ((cue + 1, len(sentence.tokens) - 1),)))
    spans = [text[sentence.tokens[a].start : sentence.tokens[b - 1].end] for a, b in tag.content]
    return (tag.source.name if tag.source else None), spans


def test_a_name_alone_is_who_speaks() -> None:
    source, content = turn("Rill Inc is selling its old notes, said lead manager Quorle Brothers Inc.")

    assert (source, content) == ("Quorle Brothers Inc", ["Rill Inc is selling its old notes"])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rill Inc, of Fenwick, said goodbye to Ann Hale.", "goodbye to Ann Hale"),
        ("Rill Inc, which was sold, said it will close Quorle Inc.", "it will close Quorle Inc"),
        ("Rill Inc, which was sold, said no.", "no"),
    ],
)
def test_what_is_said_stays(text: str, content: str) -> None:
    assert turn(text) == ("Rill Inc", [content])
