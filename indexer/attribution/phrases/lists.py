"""Names in a list: what stands between one and the next, "Ann Roy (D-Ohio), Len Hale and Karen Moss"."""

from __future__ import annotations

from indexer.attribution.text.parts import Token, word_at
from indexer.attribution.text.words import word_set

AND = word_set("and nor or")
_LONGEST_BRACKET = 8  # tokens: "(R-Mont.)", "(both D-Md.)"


def behind_joint(tokens: list[Token], place: int) -> int:
    """Give the place behind the comma, the "and" or both at a place; -1 if there is none."""
    place = behind_bracket(tokens, place)
    end = place + (word_at(tokens, place) == ",")
    end += word_at(tokens, end) in AND
    return end if end > place else -1


def before_joint(tokens: list[Token], place: int) -> int:
    """Give the place of the comma, the "and" or both before a place; -1 if there is none."""
    begin = place - (place > 0 and tokens[place - 1].lower in AND)
    begin -= begin > 0 and tokens[begin - 1].word == ","
    return before_bracket(tokens, begin) if begin < place else -1


def behind_bracket(tokens: list[Token], place: int) -> int:
    """Give the place behind the bracket at a place: "Carl Bell (D-Mich.) and"; the place itself if there is none."""
    if word_at(tokens, place) != "(":
        return place
    closing = range(place + 1, min(place + _LONGEST_BRACKET, len(tokens)))
    return next((at + 1 for at in closing if tokens[at].word == ")"), place)


def before_bracket(tokens: list[Token], place: int) -> int:
    """Give where the bracket begins that ends before a place; the place if there is none."""
    if place == 0 or tokens[place - 1].word != ")":
        return place
    opening = range(place - 2, max(place - _LONGEST_BRACKET, 0), -1)
    return next((at for at in opening if tokens[at].word == "("), place)
