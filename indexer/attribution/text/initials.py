"""Initials, abbreviated titles and Jr., whose stops belong to a name and end no sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.attribution.text.lexicon import TITLE_ABBREVIATIONS
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import word_set

_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_COMPANIES = word_set("Inc Corp Co Ltd Bros")
_SUFFIXES = word_set("Jr Sr")


def is_point(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a full stop stands at a place."""
    return 0 <= place < len(tokens) and tokens[place].word == "."


def is_initials(word: str) -> bool:
    """Tell whether a word is initials without their last stop: "J", "J.B"."""
    return _INITIALS.fullmatch(word) is not None


def takes_point(token: Token) -> bool:
    """Tell whether a stop behind a token belongs to it: "J.", "J.B.", "Sen."."""
    return len(token.word) == 1 or token.lower in TITLE_ABBREVIATIONS or is_initials(token.word)


def is_company_stop(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the stop of "Inc." or "Co." stands at a place."""
    if not is_point(tokens, place) or place == 0 or tokens[place - 1].end != tokens[place].start:
        return False
    return tokens[place - 1].word in _COMPANIES


def without_company_stop(word: str) -> str:
    """Give a word without the stop that belongs to it, if it is "Inc." or the like."""
    return word[:-1] if word.endswith(".") and word[:-1] in _COMPANIES else word


def is_suffix_stop(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the stop of "Jr." stands at a place, and does not end the sentence."""
    if not 0 < place < len(tokens) - 1 or not is_point(tokens, place):
        return False
    return tokens[place - 1].word in _SUFFIXES and tokens[place - 1].end == tokens[place].start


def has_lost_point(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a blank stands for the stop of what is before a place: "Sen  Ann T  Roy"."""
    before = tokens[place - 1]
    return tokens[place].start - before.end == 2 and before.word.isalpha() and takes_point(before)


def ends_in_initial(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether a name ends in an initial with its stop, as those of minors and victims do: "Olva T. told"."""
    last = tokens[stop - 1]
    is_initial = stop - first > 1 and len(last.word) == 1 and last.word.isupper()
    return is_initial and is_point(tokens, stop) and tokens[stop].start == last.end


def begins_initials(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a letter is the first of several initials: the A of "A. J. Hale"."""
    return is_point(tokens, place + 1) and is_point(tokens, place + 3) and len(tokens[place + 2].word) == 1


def is_after_initial(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a letter and a stop stand before a place: the I of "James H. I. Weller"."""
    return place > 1 and is_point(tokens, place - 1) and len(tokens[place - 2].word) == 1
