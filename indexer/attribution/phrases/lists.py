"""Names in a list: what stands between one and the next, "Ann Roy (D-Ohio), Len Hale and Karen Moss"."""

from __future__ import annotations

from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import DETERMINERS
from indexer.attribution.text.parts import Token, word_at
from indexer.attribution.text.words import word_set

AND = word_set("and nor or")
_JOINING = AND | {",", "(", "as"}
_WELL_AS = ["well", "as"]
_LONGEST_BRACKET = 8  # tokens: "(R-Mont.)", "(both D-Md.)"
_LONGEST_ASIDE = 14  # tokens: ", the head of the county's board of works,"
_PARTIES = ("d-", "r-", "i-")  # "D-Mich."


def behind_joint(tokens: list[Token], place: int) -> int:
    """Give the place behind the comma, the "and" or both at a place; -1 if there is none."""
    if word_at(tokens, place) not in _JOINING:
        return -1  # behind most names
    place = _behind_aside(tokens, behind_bracket(tokens, place))
    end = place + (word_at(tokens, place) == ",")
    if word_at(tokens, end) == "as" and [token.lower for token in tokens[end + 1 : end + 3]] == _WELL_AS:
        return end + 3
    end += word_at(tokens, end) in AND
    return end if end > place else -1


def behind_bracket(tokens: list[Token], place: int) -> int:
    """Give the place behind the bracket at a place: "Carl Bell (D-Mich.) and"; the place itself if there is none."""
    if word_at(tokens, place) != "(":
        return place
    closing = range(place + 1, min(place + _LONGEST_BRACKET, len(tokens)))
    return next((at + 1 for at in closing if tokens[at].word == ")"), place)


def behind_asides(tokens: list[Token], place: int) -> int:
    """Give the place behind what is told of the last of several: "and Ann Roy (D-Ohio)", "and Ann Roy, R-Ga., today".

    Also "and Ann Roy) today", where all of them stand in brackets. The place itself if nothing is told.
    """
    behind = behind_bracket(tokens, place)
    if word_at(tokens, behind) == ")":
        return behind + 1
    if word_at(tokens, behind) != "," or not _begins_aside(word_at(tokens, behind + 1)):
        return behind
    closing = range(behind + 2, min(behind + _LONGEST_ASIDE, len(tokens) - 1))
    return next((at + 1 for at in closing if tokens[at].word == ","), behind)


def _behind_aside(tokens: list[Token], place: int) -> int:
    """Give the place of the comma behind what is told of a name: "Ann Roy, 45, and", "Carl Bell, D-Mich., and".

    The place itself if nothing is told there, or if no "and" follows.
    """
    if word_at(tokens, place) != "," or not _begins_aside(word_at(tokens, place + 1)):
        return place
    closing = range(place + 2, min(place + _LONGEST_ASIDE, len(tokens) - 1))
    end = next((at for at in closing if tokens[at].word == ","), place)
    return end if word_at(tokens, end + 1) in AND else place


def _begins_aside(word: str) -> bool:
    return word.isdigit() or word in DETERMINERS or word == "who" or word.startswith(_PARTIES) or is_role_noun(word)
