"""Where the narrator goes on behind what somebody plans or asks: "plans to tour the mill | and will meet again"."""

from __future__ import annotations

from indexer.attribution.text.lexicon import DETERMINERS, IRREGULAR_PASTS, PREPOSITIONS, SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Token
from indexer.attribution.text.verbs import SAYING
from indexer.attribution.text.words import word_set

_SHORTEST = 4  # tokens
_LISTED = word_set("to that and or")
_JOINING = word_set("and but")
_FINITE = word_set(
    "will would has had is are was were did does can could may might should must isn't aren't wasn't weren't hasn't"
    " hadn't doesn't didn't won't wouldn't can't couldn't"
)
_LIKE_THEIR_INFINITIVES = word_set("put let set cut read cost hit shut quit hurt")
_PASTS = (IRREGULAR_PASTS | word_set("said")) - _LIKE_THEIR_INFINITIVES
_ADVERBS = word_set("also then now not never later still so")
# Words of a clause within the content, of which the verb behind "and" may be: "the woman who took her in and fed her".
_CLAUSES = word_set("who whom whose which that what where when while if because how whether why as since until unless")
_PERFECT = word_set("be been being have get has had having")  # "to have it moved and painted for them"
_ALSO_OBJECTS = word_set("it you")
_BEHIND_PASTS = DETERMINERS | PREPOSITIONS | word_set("that it him them last early nothing nobody")
_BEHIND_PRESENTS = DETERMINERS | word_set("to that")


def before_narrator(tokens: list[Token], cue: int, first: int, stop: int) -> int:
    """Give where a content of tokens[first:stop] ends if what it wishes, plans or denies is told in no finite verb.

    Another finite verb behind "and" has who speaks, or somebody else, for its subject, and the narrator tells of it.
    Behind a semicolon he does so too, unless the list goes on: "that it is safe; that it is cheap".
    """
    if stop - first < _SHORTEST:
        return stop
    is_clause = tokens[first].lower == "that"
    if not is_clause and not _is_infinitive(tokens, first) and not _is_gerund(tokens, cue, first):
        return stop
    has_clause = is_clause
    for place in range(first + 2, stop - 1):  # the last word joins nothing
        word = tokens[place].lower
        if word == ";" and tokens[place + 1].lower not in _LISTED:
            return place
        has_clause = has_clause or word in _CLAUSES
        if word in _JOINING and not has_clause and _is_finite(tokens, first, place):
            return place - (tokens[place - 1].word == ",")
    return stop


def _is_infinitive(tokens: list[Token], first: int) -> bool:
    word = tokens[first].lower
    return word == "to" or (word == "not" and tokens[first + 1].lower == "to")


def _is_gerund(tokens: list[Token], cue: int, first: int) -> bool:
    """Tell whether a content begins with a gerund, "considered raising the fee", not "said building lots were"."""
    token = tokens[first]
    return token.quotation is None and token.lower.endswith("ing") and tokens[cue].lower not in SAYING


def _is_finite(tokens: list[Token], first: int, joining: int) -> bool:
    """Tell whether a finite verb or its subject stands behind "and"."""
    place = joining + 1
    while place + 1 < len(tokens) and (tokens[place].lower in _ADVERBS or tokens[place].lower.endswith("ly")):
        place += 1
    if place + 1 >= len(tokens):
        return False
    word, after = tokens[place].lower, tokens[place + 1].lower
    if word in _FINITE or word in SUBJECT_PRONOUNS:
        return word not in _ALSO_OBJECTS or tokens[joining - 1].word == ","
    if word.endswith("s") and not word.endswith("ss"):
        return tokens[place].word.islower() and (after in _BEHIND_PRESENTS or after[0].isdigit())
    is_past = word in _PASTS or (word.endswith("ed") and not tokens[joining - 1].lower.endswith("ed"))
    if not is_past or after not in _BEHIND_PASTS:
        return False
    return _PERFECT.isdisjoint(token.lower for token in tokens[first:joining])
