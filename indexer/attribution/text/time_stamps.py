"""What opens an entry of a story that grows by the hour: "4:45 p.m. update:", "[11 a.m.]", "BREAKING:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.attribution.text.lexicon import CALENDAR_LOWER
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import word_set

_HOUR = re.compile(r"\d{1,2}(?::\d\d)?")
_HALVES = word_set("a.m p.m am pm")
_HEADINGS = word_set("update updated breaking developing earlier original previous")
_WITHIN = _HEADINGS | _HALVES | CALENDAR_LOWER | frozenset(".,([") | word_set("at on story report et ct mt pt est cst")
_ENDS = frozenset(":—–-|])")
_FARTHEST = 16  # tokens


def stamp_stop(tokens: Sequence[Token]) -> int:
    """Give how many of a paragraph's tokens an hour or "UPDATE" takes up, the mark behind it included; 0 if none."""
    place = last = 0
    is_stamp = False
    while place < min(_FARTHEST, len(tokens) - 1):
        word = tokens[place].lower
        is_hour = _HOUR.fullmatch(word) is not None
        if not (is_hour or word in _WITHIN or word in _ENDS):
            break
        is_stamp = is_stamp or word in _HEADINGS or (is_hour and tokens[place + 1].lower in _HALVES)
        place += 1
        last = place if word in _ENDS else last
    return last if is_stamp and last == place else 0
