"""Whose mother, husband or son a person is said to be: "his mother, Rosa Diaz", "Rosa Diaz, the boy's mother"."""

from __future__ import annotations

from indexer.attribution.text.given_names import Gender
from indexer.attribution.text.lexicon import PHRASE_STOPS
from indexer.attribution.text.parts import Mention, Token
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

KIN = word_set(
    "mother father parent stepmother stepfather mom dad brother sister wife husband widow widower son daughter uncle"
    " aunt cousin nephew niece grandmother grandfather grandson granddaughter fiance fiancee boyfriend girlfriend"
    " mother-in-law father-in-law sister-in-law brother-in-law daughter-in-law son-in-law stepsister stepbrother"
    " stepdaughter stepson half-sister half-brother godmother godfather goddaughter godson great-grandmother"
    " great-grandfather ex-wife ex-husband"
)
_FEMALE = word_set(
    "mother stepmother mom sister wife widow daughter aunt niece grandmother granddaughter fiancee girlfriend"
    " mother-in-law sister-in-law daughter-in-law stepsister stepdaughter half-sister godmother goddaughter"
    " great-grandmother ex-wife"
)
_EITHER = word_set("parent cousin")
_FARTHEST = 6  # tokens between a name and what it is said to be


def kin_of(mention: Mention, tokens: list[Token]) -> str | None:
    """Give the word of kin that stands with a name."""
    place = mention.first - 1
    if place > 0 and tokens[place].word == ",":
        place -= 1
    if place > 0 and tokens[place].lower in KIN and tokens[place].quotation is None:
        return tokens[place].lower
    if mention.stop >= len(tokens) or tokens[mention.stop].word != ",":
        return None
    for place in range(mention.stop + 1, min(len(tokens), mention.stop + _FARTHEST)):
        if tokens[place].word in (",", ".", ";") or tokens[place].quotation is not None:
            break
        if tokens[place].lower in PHRASE_STOPS or has_verb([tokens[place]]):
            break
        if tokens[place].lower in KIN and _is_closed(tokens, place + 1):
            return tokens[place].lower
    return None


def gender_of_kin(word: str) -> Gender | None:
    """Tell the gender that a word of kin implies."""
    if word in _EITHER or word not in KIN:
        return None
    return "f" if word in _FEMALE else "m"


def _is_closed(tokens: list[Token], place: int) -> bool:
    return place >= len(tokens) or tokens[place].word in (",", ".", ";") or tokens[place].lower == "of"
