"""Who speaks behind the verb, where their name alone stands there."""

from __future__ import annotations

import pytest

from indexer.attribution.entities.analysis import analyse
from indexer.attribution.reports.inverted import with_speaker_behind
from indexer.attribution.tagger.decoding import Tag


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
