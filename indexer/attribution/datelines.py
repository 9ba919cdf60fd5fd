"""What opens a paragraph and names no source: a story's dateline, "AUSTIN (KXAN) —", and the "Q." of an interview."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.parts import Token
from indexer.attribution.words import word_set

_DASHES = word_set("— – ― -- -")
_MARKS = frozenset(",.()/:;|")
_SMALL_WORDS = word_set("date of and de la los updated")
_FARTHEST = 18  # tokens
_LONGEST_STATE = 4  # letters: D.C, Wis
_LONGEST_BARE = 4  # tokens of "WASHINGTON, D.C."


def label_stop(tokens: Sequence[Token]) -> int:
    """Give how many of a paragraph's tokens the "Q." of an interview's question takes up; 0 if it is none."""
    return 2 if len(tokens) > 2 and tokens[0].word == "Q" and tokens[1].word in (".", ":") else 0


def dateline_stop(tokens: Sequence[Token]) -> int:
    """Give how many of a paragraph's tokens its dateline takes up, the dash included; 0 if it has none."""
    bare = _without_dash(tokens)
    if bare:
        return bare
    has_capitals = False
    for place, token in enumerate(tokens[:_FARTHEST]):
        if token.quotation is not None:
            return 0
        if token.word in _DASHES:
            return place + 1 if has_capitals and place + 1 < len(tokens) else 0
        if len(token.word) > 1 and token.word.isupper():
            has_capitals = True
        is_name = token.word[0].isupper() or token.word[0].isdigit()
        if not (is_name or token.word in _MARKS or token.lower in _SMALL_WORDS):
            return 0
    return 0


def _without_dash(tokens: Sequence[Token]) -> int:
    """Give how many tokens "WASHINGTON, D.C." takes up where a sentence follows it without a dash."""
    if len(tokens) <= _LONGEST_BARE or not tokens[0].word.isupper() or len(tokens[0].word) < _LONGEST_STATE:
        return 0
    state = tokens[2].word
    if tokens[1].word != "," or not state[0].isupper() or len(state) > _LONGEST_STATE:
        return 0
    stop = 4 if tokens[3].word == "." else 3
    if stop == 3 and not state.isupper():
        return 0
    follows = [token.word for token in tokens[stop : stop + 3]]
    is_sentence = follows[0][0].isupper() and any(word[1:].islower() for word in follows if len(word) > 1)
    return stop if is_sentence else 0
