"""What the words about a he or she tell, and whom it can mean by them."""

from __future__ import annotations

import pytest

from indexer.attribution.phrases.pronoun_clues import (
    asks,
    head_of_run,
    named_in_clause,
    place_in_sentence,
    question_before,
    replies,
    words_before,
)
from indexer.attribution.resolution.pronouns import LastSpeaker, Pronouns
from indexer.attribution.resolution.relatives import by_last_name
from indexer.attribution.text.parts import Mention, Sentence
from tests.indexer.attribution.reading_entities import analysis


def _pronouns(sentences: list[Sentence]) -> list[Mention]:
    return [m for sentence in sentences for m in sentence.mentions if m.kind == "pronoun" and m.name in ("he", "she")]


def _possible(text: str) -> list[str]:
    """Give whom the last he or she of a text can mean."""
    found = analysis(text)
    pronoun = _pronouns(found.sentences)[-1]
    people = Pronouns(found.sentences, set(), by_last_name(found.entities))
    return [person.entity.name for person in people.possible_persons(pronoun, None)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Mary Hale left. She was tired. She said no.", 1),
        ("She was tired. “I am.” She said no.", 1),  # words that are only quoted part no run
        ("She was tired. Rain fell. She said no.", 2),
        ("He was tired. She said no.", 1),
    ],
)
def test_a_run_of_pronouns_has_a_head(text: str, first: int) -> None:
    sentences = analysis(text).sentences
    same = [m for m in _pronouns(sentences) if m.name == "she"]
    assert head_of_run(same[-1], sentences) is same[first - 1]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("He told Robert Bell to go.", {"Robert Bell"}),
        ("He said that Robert Bell should go.", set()),
        ("He praised Robert Bell’s plan.", set()),
        ("As he spoke, Robert Bell smiled.", set()),
    ],
)
def test_who_is_named_in_the_same_clause_is_somebody_else(text: str, others: set[str]) -> None:
    sentences = analysis(text).sentences
    found = named_in_clause(_pronouns(sentences)[0], sentences[0])
    named = {m.entity.name for m in sentences[0].mentions if m.entity is not None and id(m.entity) in found}
    assert named == others


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("“Who goes?” Mary Hale asked.\n\n“I do,” she said.", "markword1"),
        ("Mary Hale asked who would go.\n\n“I do,” she said.", "word1"),
        ("“I go,” Mary Hale said.\n\n“I do,” she said.", ""),
    ],
)
def test_a_question_before(text: str, question: str) -> None:
    sentences = analysis(text).sentences
    source = next(m for sentence in sentences for m in sentence.mentions if m.kind == "name")
    assert question_before(_pronouns(sentences)[-1], source, sentences) == question


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Mary Hale met Susan Bell. “No,” she told Susan Bell.", ["Mary Hale"]),
        ("Robert Bell flew to Facebook. Texas won. He said no.", ["Robert Bell"]),
        # a last name that means one of the two far oftener means that one
        (
            "Mary Hale left. Hale sat. Hale ate. Hale ran. Hale lay. Robert Hale left. Then Mary Hale left."
            " Robert Bell met Hale. He said no.",
            ["Robert Bell", "Robert Hale"],
        ),
        # the last name was last printed in full for her husband, but she is no man
        ("Mary Hale lives here. Robert Hale left. Hale stayed. She said no.", ["Mary Hale"]),
    ],
)
def test_whom_he_or_she_can_mean(text: str, persons: list[str]) -> None:
    assert _possible(text) == persons


def test_a_person_is_seen_from_the_head_of_a_run_and_as_the_one_who_asked() -> None:
    text = "Mary Hale asked who would go. She knew. Later she met Susan Bell. Then she said no."
    found = analysis(text)
    pronoun = _pronouns(found.sentences)[-1]
    asked = next(m for m in found.sentences[0].mentions if m.kind == "name")
    assert asked.entity is not None
    people = Pronouns(found.sentences, set(), by_last_name(found.entities))
    features = {
        person.entity.name: set(person.features)
        for person in people.possible_persons(pronoun, LastSpeaker(asked.entity, asked))
    }
    assert {"head,s1", "head,p0", "asked,last0"} <= features["Mary Hale"]
    assert {"within", "within,new", "asked,other"} <= features["Susan Bell"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hale would lose, she said.", "saidclosed"),
        ("Hale would lose, she has said, and soon.", "saidclosed"),
        ("When Hale lost, she said that it was over.", "hung"),
        ("Hale lost, she said that night.", "said"),
        ("Hale lost, she left.", ""),
        ("“Hale lost,” she said.", ""),
        ("She said that Hale lost.", ""),
    ],
)
def test_words_before_that_he_or_she_may_say(text: str, words: str) -> None:
    sentences = analysis(text).sentences
    assert words_before(_pronouns(sentences)[-1], sentences[-1]) == words


def test_according_to_somebody_is_a_place_of_its_own() -> None:
    sentence = analysis("It rained, according to Mary Hale of Rill.").sentences[0]
    name = next(mention for mention in sentence.mentions if mention.name == "Mary Hale")
    assert place_in_sentence(name, sentence) == "according"


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("“No,” she replied.", True),
        ("“No,” answered she.", True),
        ("She said no.", False),
        ("Hale replied that she left.", False),
    ],
)
def test_who_replies(text: str, does: bool) -> None:
    sentences = analysis(text).sentences
    assert replies(_pronouns(sentences)[-1], sentences[-1]) is does


@pytest.mark.parametrize(
    ("text", "does"),
    [("Mary Hale asked why.", True), ("“Why?” asked Mary Hale.", True), ("Mary Hale was asked why.", False)],
)
def test_who_asks(text: str, does: bool) -> None:
    sentence = analysis(text).sentences[-1]
    name = next(mention for mention in sentence.mentions if mention.name == "Mary Hale")
    assert asks(name, sentence) is does
