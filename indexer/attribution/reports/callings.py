"""What "called" tells: a name for something, "called it a mistake", or a call, "called a friend to arrange it"."""

from __future__ import annotations

from itertools import pairwise

from indexer.attribution.text.lexicon import DETERMINERS
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import word_set

_COMPLEMENTS = word_set("a an one")
_OF_OPINIONS = ("able", "ible", "al", "ing", "ive", "ous", "ful", "less", "ary", "ant", "ent", "ic", "ed", "ish", "nt")


def is_name(content: list[Token]) -> bool:
    """Tell whether something is called by a name: "called it a mistake", "called the plan unconstitutional"."""
    words = [token.lower for token in content if token.word[0].isalnum()]
    return not _COMPLEMENTS.isdisjoint(words[1:]) or len(words) < 2 or words[-1].endswith(_OF_OPINIONS)


def is_purpose(content: list[Token]) -> bool:
    """Tell whether somebody is called to do something: "called a friend to arrange it", not "a threat to the town"."""
    words = [token.lower for token in content]
    if any(word == "to" and after == "report" for word, after in pairwise(words)):
        return True  # "called the police to report it"
    begin = next(
        (
            place
            for place, (word, after) in enumerate(pairwise(content))
            if word.lower == "to" and after.word.islower() and after.lower not in DETERMINERS
        ),
        0,
    )
    # not "called to ban it", "called Monday for him to resign", "called it a reason to leave"
    return begin > 0 and {"a", "an", "for"}.isdisjoint(words[1:begin])
