"""Somebody without a name whom he or she may mean, and nouns for those who have one."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from indexer.attribution.resolution.nameless import is_somebody, nameless_features
from indexer.attribution.text.parts import Mention
from search.documents import Article, Statement
from tests.indexer.attribution.reading_entities import analysis


def _features(text: str, spoke: str | None = None) -> set[str]:
    """Give the features of the last he or she of a text; ``spoke``: the noun of the last source."""
    sentences = analysis(text).sentences
    mentions = [mention for sentence in sentences for mention in sentence.mentions]
    pronoun = [m for m in mentions if m.kind == "pronoun" and m.name in ("he", "she")][-1]
    source: Mention | None = next((m for m in mentions if m.name == spoke), None)
    starts = [m.start for m in mentions if m.kind == "name" and m.start < pronoun.start]
    return set(nameless_features(pronoun, source, starts, sentences))


def _last(text: str) -> Statement:
    return attribute(Article("a", "a", (), "", text))[-1]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Tom Hale left. The landlord stayed. He said no.", "nameless,the,between0"),
        ("The landlord stayed. Tom Hale left. He said no.", "nameless,the,between1"),
        ("Her coach was not surprised. “No,” he said.", "nameless,his,role"),
        ("Tom Hale’s wife was there. She said no.", "nameless,his,kin"),
        ("A barber spoke. He said no.", "nameless,a,person"),
        ("The older of the two spoke.\n\nHe said no.", "nameless,p1"),
    ],
)
def test_a_subject_without_a_name_may_be_meant(text: str, feature: str) -> None:
    assert feature in _features(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale left. He said no.",
        "The bridge fell. He said no.",
        "The widow stayed. He said no.",
        "Her husband, Tom, stayed. He said no.",
        "Tom Hale met the landlord. He said no.",
        "The landlord stayed. It rained. It snowed. It hailed. It blew. He said no.",
    ],
)
def test_nobody_without_a_name_is_near(text: str) -> None:
    assert not any(feature.startswith(("nameless,s", "nameless,p")) for feature in _features(text))


def test_the_last_speaker_had_no_name() -> None:
    text = "“No,” said one mother. Ann Roy left.\n\n“Yes,” she said."
    assert {"nameless,spoke,p1", "nameless,spoke,between1"} <= _features(text, "mother")
    assert not any("spoke" in feature for feature in _features(text.replace("she", "he"), "mother"))


@pytest.mark.parametrize(
    ("noun", "is_one"), [("mother", True), ("34-year-old", True), ("drummer", True), ("she", True), ("bridge", False)]
)
def test_nouns_of_somebody(noun: str, is_one: bool) -> None:
    assert is_somebody(noun) is is_one


def test_who_speaks_without_a_name_goes_on_speaking() -> None:
    text = (
        "Principal Ann Roy closed the school on Monday.\n\n“My son is scared,” said one mother, who declined to give"
        " her name.\n\n“He has not slept,” she said."
    )
    assert _last(text).confidence < 0.5


@pytest.mark.parametrize(
    "spoke",
    [
        "A clerk, who didn’t want to be named, said it was a mess.",
        "It was a mess, the clerk, who spoke on condition of anonymity, said.",
        "It was a mess, a clerk said, asking that her name not be used.",
        "The clerk declined to give her last name. It was a mess, the clerk said, asking not to be identified.",
        "One clerk said it was a mess.",
        "A town spokeswoman said it was a mess.",
    ],
)
def test_a_clerk_without_a_name_goes_on_speaking(spoke: str) -> None:
    assert _last(f"Judge Ann Roy closed the court.\n\n{spoke}\n\n“We cried,” she said.").confidence < 0.5


@pytest.mark.parametrize(
    "spoke", ["A clerk asked whether it was a mess.", "It was a mess, a clerk said.", "Roy told a clerk it was a mess."]
)
def test_who_was_asked_may_speak_next(spoke: str) -> None:
    last = _last(f"Judge Ann Roy closed the court.\n\n{spoke}\n\n“We cried,” she said.")
    assert (last.speaker and last.speaker.name, last.confidence > 0.5) == ("Ann Roy", True)


def test_a_noun_that_a_sentence_is_about_is_linked() -> None:
    text = (
        "Mayor Ann Roy will leave in May. Councilwoman Ida Bell spoke for an hour on Monday, and Bell was tired.\n\n"
        "The mayor is fond of the bridge. “It is mine,” she said."
    )
    speaker = _last(text).speaker
    assert speaker is not None
    assert speaker.name == "Ann Roy"
