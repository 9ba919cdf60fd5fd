"""Where a subject's verb stands behind what is said of him between commas: "Hale, 34, of Rill, confessed"."""

from __future__ import annotations

from indexer.attribution.text.lexicon import DETERMINERS
from indexer.attribution.text.parts import Token, kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_RELATIVES = word_set("who whose whom which")
_TWO = word_set("and but or then")
_FARTHEST = 30  # tokens


def predicate_of(tokens: list[Token], first: int) -> int | None:
    """Give the place of the verb whose subject begins at a place, where words between commas part them, else None."""
    marks = 0
    is_relative = False
    for place in range(first, min(first + _FARTHEST, len(tokens) - 1)):
        token, after = tokens[place], tokens[place + 1]
        if token.quotation is not None or token.lower in _TWO:
            return None
        if token.word == ",":
            if marks and _is_verb(after) and not after.lower.endswith("ing"):
                return place + 1
            is_relative = after.lower in _RELATIVES or (not marks and _is_verb(after))  # ", reported at noon,"
            marks += 1
        elif not is_relative and _is_verb(token) and tokens[place - 1].lower not in DETERMINERS:
            return None
    return None


def is_cut_before_predicate(tokens: list[Token], first: int, stop: int) -> bool:
    """Tell whether words end at a comma before the verb of the subject with which they begin."""
    place = predicate_of(tokens, first) if kind_at(tokens, stop) == "," else None
    return place is not None and place > stop


def _is_verb(token: Token) -> bool:
    return token.word[0].islower() and has_verb([token])  # not Ted
