"""Names that a source gives itself: "a woman who gave only her first name, Dot", "a company that calls itself Rill"."""

from __future__ import annotations

import re

from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.words import word_set

_POSSESSIVES = word_set("his her their its")  # "her brother, who goes by Pip"
_BESIDE = word_set(", of from in at with for and")  # before what only tells more of the source
_FARTHEST = 14  # tokens between a source and the name it gives
_SELF = r"(?:him|her|it|them)sel(?:f|ves)"
_ONLY = r"(?:only |just |simply )?"
_GIVEN = re.compile(
    rf"(?:^|.* )(?:g[ia]v(?:e|es|ing) (?:his|her|their) (?:first |last |full )?name {_ONLY}as {_ONLY}"
    rf"|(?:g[ia]v(?:e|es|ing)|by) {_ONLY}(?:his|her|their) (?:first |last )?name , "
    rf"|(?:goes|go|went|going) by {_ONLY}(?:the name |the name of )?"
    rf"|call(?:s|ed|ing)? {_SELF} {_ONLY}"
    rf"|to be (?:called|named) {_ONLY}"
    rf"|identif(?:y|ies|ied|ying) (?:{_SELF} |by [a-z]+ |later )?{_ONLY}as {_ONLY})"
)


def self_given_name(sentence: Sentence, source: Mention) -> Mention | None:
    """Find the name that somebody of whom only a noun is known goes by."""
    if source.kind != "noun" and source.name not in _POSSESSIVES:
        return None
    tokens = sentence.tokens
    for mention in sentence.mentions:
        if mention.first < source.stop or mention.kind == "pronoun":
            continue
        if mention.kind == "noun" or mention.first == source.stop or mention.is_possessive:
            if tokens[mention.first - 1].lower not in _BESIDE:
                return None  # "ferrymen who hid the boy, later identified as Pip"
            continue
        if mention.first - source.stop > _FARTHEST:
            return None
        between = tokens[source.stop : mention.first]
        if any(token.quotation is not None for token in between):
            return None
        if _GIVEN.fullmatch(" ".join(token.lower for token in between) + " "):
            if mention.entity is not None and source.name not in ORGANISATION_NOUNS and mention.entity.may_be_person:
                mention.entity.type = "person"  # "a man who goes by Pip"
            return mention
    return None
