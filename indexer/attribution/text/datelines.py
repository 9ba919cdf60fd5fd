"""What opens a paragraph and names no source: a story's dateline, "AUSTIN (KXAN) —", and the "Q." of an interview."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.text.lexicon import NEVER_NAMES, OFFICE_TITLES
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import word_set

_DASHES = word_set("— – ― -- -")
_PARTS = frozenset(",(")
_MARKS = frozenset(",.()/:;|")
_SMALL_WORDS = word_set("date of and de la los updated")
_FARTHEST = 18  # tokens
_LONGEST_STATE = 4  # letters: D.C, Wis
_LONGEST_PLACE = 5  # tokens of "ST. LOUIS,"


def label_stop(tokens: Sequence[Token]) -> int:
    """Give how many of a paragraph's tokens the "Q." of an interview's question takes up; 0 if it is none."""
    return 2 if len(tokens) > 2 and tokens[0].word == "Q" and tokens[1].word in (".", ":") else 0


def dateline_stop(tokens: Sequence[Token]) -> int:
    """Give how many of a paragraph's tokens its dateline takes up, the dash included; 0 if it has none."""
    words = [token.word for token in tokens[:_FARTHEST]]
    bare = _without_dash(tokens) if "," in words[:_LONGEST_PLACE] or words[0] == "(" else 0
    if bare or _DASHES.isdisjoint(words):
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


def is_full_dateline(tokens: Sequence[Token], stop: int) -> bool:
    """Tell whether a dateline is one wherever it stands: "KELLA, MALI -", "FENWICK (KQEL) —", not "WARNING —"."""
    words = [token.word for token in tokens[: stop - 1]]
    place = next((at for at, word in enumerate(words) if word in _PARTS), 0)
    return bool(place) and tokens[stop - 1].word in _DASHES and _is_place(tokens[:place])


def _without_dash(tokens: Sequence[Token]) -> int:
    """Give how many tokens "WASHINGTON, D.C." takes up where a sentence follows it without a dash."""
    if tokens[0].word == "(":
        return _in_parentheses(tokens)
    comma = next((at for at, token in enumerate(tokens[:_LONGEST_PLACE]) if token.word == ","), 0)
    if not comma or len(tokens) <= comma + 3:
        return 0
    place, state = tokens[:comma], tokens[comma + 1].word
    if not state[0].isupper() or len(state) > _LONGEST_STATE:
        return 0
    stop = comma + 3 if tokens[comma + 2].word == "." else comma + 2
    if stop == comma + 2 and not state.isupper():
        return 0
    follows = [token.word for token in tokens[stop : stop + 3]]
    is_sentence = bool(follows) and follows[0][0].isupper() and any(w[1:].islower() for w in follows if len(w) > 1)
    return stop if is_sentence and (_is_place(place) or (_may_be_place(place) and _is_title(follows))) else 0


def _in_parentheses(tokens: Sequence[Token]) -> int:
    """Give how many tokens "(FENWICK)" takes up before "Mayor Hale today", and "(Fenwick, Texas) —"."""
    close = next((at for at, token in enumerate(tokens[:_LONGEST_PLACE]) if token.word == ")"), 0)
    if not close or close + 2 > len(tokens) or any(token.word[0].islower() for token in tokens[1:close]):
        return 0
    after = tokens[close + 1].word
    if after in _DASHES:
        return close + 2 if close + 2 < len(tokens) else 0
    return close + 1 if after[0].isupper() and _is_place(tokens[1:close]) else 0


def _is_place(tokens: Sequence[Token]) -> bool:
    """Tell whether a dateline's place is printed in capitals: WASHINGTON, ST. LOUIS."""
    words = [token.word for token in tokens if token.word[0].isalpha()]
    return all(word.isupper() for word in words) and any(len(word) >= _LONGEST_STATE for word in words)


def _may_be_place(tokens: Sequence[Token]) -> bool:
    """Tell whether words may be a dateline's place in small letters: Fenwick; not "Later", "In court papers"."""
    return all(token.word[0].isupper() and token.word not in NEVER_NAMES for token in tokens)


def _is_title(words: list[str]) -> bool:
    """Tell whether a title follows: "Fenwick, Mo. U.S. Senator Hale said"."""
    return any(word in OFFICE_TITLES for word in words)
