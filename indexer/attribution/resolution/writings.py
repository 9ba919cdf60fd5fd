"""Whose words a letter, a statement or a post gives: "The letter says", "it reads"."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.attribution.resolution.relatives import owner_of
from indexer.attribution.text.parts import Entity, Mention, Sentence, kind_at
from indexer.attribution.text.words import word_set

_WRITINGS = word_set(
    "letter statement post tweet email e-mail message memo note op-ed essay diary log entry complaint release filing"
    " text response reply report column sign envelope"
)
_UNSIGNED = word_set("report log complaint filing release sign envelope")  # what a body has made speaks for itself
_SIGNED_ELSEWHERE = _WRITINGS - _UNSIGNED
_SIGNED = word_set("signed written by from which attributed")
_READ = word_set("reads read begins began says said ends ended continues continued goes went adds added")
_BACK = 4  # sentences
_LONGEST_SIGNATURE = 6  # tokens


def is_writing(source: Mention, sentence: Sentence) -> bool:
    """Tell whether a source is something written, in which somebody else speaks."""
    if source.kind == "pronoun":
        tokens = sentence.tokens
        following = [token.lower for token in tokens[source.stop : source.stop + 1]]
        return source.name == "it" and bool(following) and following[0] in _READ
    return source.kind == "noun" and source.name in _SIGNED_ELSEWHERE


def writer_of(source: Mention, sentences: list[Sentence], said: Mapping[int, Entity]) -> Entity | None:
    """Find who wrote it: who signed it, or whoever spoke or was the subject where it was last told of.

    ``said``: who spoke last in each sentence so far.
    """
    sentence = sentences[source.sentence]
    signed = _signer(source, sentence)
    if signed is not None:
        return signed
    nouns = frozenset({source.name}) if source.kind == "noun" else _SIGNED_ELSEWHERE
    for index in range(source.sentence - 1, max(-1, source.sentence - _BACK - 1), -1):
        there = sentences[index]
        noun = _written(there, nouns)
        if noun is None:
            if source.kind == "pronoun" and index < source.sentence - 1:
                return None
            continue
        return _signer(noun, there) or _possessor(noun, sentences) or said.get(index) or _subject(there, sentences)
    return None


def _written(sentence: Sentence, nouns: frozenset[str]) -> Mention | None:
    """Find a noun for something written, with "his" or "her" before it."""
    for place, token in enumerate(sentence.tokens):
        if token.lower in nouns and token.quotation is None:
            if token.mention is not None and token.mention.kind == "noun":
                return token.mention
            first = place - 1 if place and sentence.tokens[place - 1].lower in ("his", "her") else place
            return sentence.mention("noun", first, place + 1, token.lower)
    return None


def _signer(noun: Mention, sentence: Sentence) -> Entity | None:
    """Find the name of "the letter, signed by Chairman Steve Hale," and "a letter from Hale"."""
    tokens = sentence.tokens
    if kind_at(tokens, noun.stop) not in (",", *_SIGNED) and kind_at(tokens, noun.stop + 1) not in _SIGNED:
        return None
    for mention in sentence.mentions:
        if noun.stop < mention.first <= noun.stop + _LONGEST_SIGNATURE and mention.kind == "name":
            between = [token.lower for token in tokens[noun.stop : mention.first]]
            return mention.entity if any(map(_is_signature, ["", *between], between)) else None
    return None


def _is_signature(before: str, word: str) -> bool:
    """Tell whether whose a writing is follows: "from Hale", "signed by Hale"; not "obtained by the Citizen"."""
    if word == "by":
        return before in _SIGNED or before == ""
    return word == "from" or (word == "to" and before == "attributed")


def _possessor(noun: Mention, sentences: list[Sentence]) -> Entity | None:
    sentence = sentences[noun.sentence]
    if sentence.tokens[noun.first].lower in ("his", "her"):
        return owner_of(noun, sentences, None)
    return next((m.entity for m in sentence.mentions if m.stop == noun.first and m.is_possessive), None)


def _subject(sentence: Sentence, sentences: list[Sentence]) -> Entity | None:
    """Find the first name, or he or she, of a sentence if it is its subject: "The district sent a message"."""
    opening = sentence.mentions[0] if sentence.mentions else None
    if opening is not None and opening.name in ("he", "she") and opening.first == sentence.begin:
        return owner_of(opening, sentences, None)
    first = next((m for m in sentence.mentions if m.kind != "pronoun"), None)
    is_subject = first is not None and first.first == sentence.begin and not first.is_possessive
    return first.entity if first is not None and is_subject else None
