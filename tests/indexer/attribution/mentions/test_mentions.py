"""Names, pronouns and noun phrases of a sentence, in order."""

from __future__ import annotations

from tests.indexer.attribution.reading_mentions import mentions


def test_noun_phrases_and_pronouns() -> None:
    kinds = [(m.kind, m.name) for m in mentions("The mayor said she met a few farmers.")]
    assert kinds == [("noun", "mayor"), ("pronoun", "she"), ("noun", "farmers")]


def test_us_is_a_country_and_us_a_pronoun() -> None:
    assert [(m.kind, m.name) for m in mentions("The US told us no.")] == [("name", "US"), ("pronoun", "us")]


def test_an_adverb_ends_a_phrase() -> None:
    assert [m.name for m in mentions("The Harbor Herald later ran it.")] == ["Harbor Herald", "it"]
    assert [m.name for m in mentions("Other Republicans ran. An elderly man ran.")] == ["Republicans", "man"]
