"""What joins the words of a name, by the words about it: particles, parties, the offices "of the" and "for Schools"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.attribution.capitals import title_of
from indexer.attribution.given_names import is_given_name
from indexer.attribution.lexicon import NAME_PARTICLES, PARTICLES_OF_TWO, PERSONAL_TITLES

_PARTY = re.compile(r"[DRI]-[A-Z]")  # D-N.J
_BEFORE_PARTY = frozenset("(,[–—")
_LONGEST_OFFICE = 7  # words: "for the Division of Wildlife Ann"
_WITHIN_OFFICES = frozenset(["the", "and", "&", "of"])


def is_party(words: Sequence[str], place: int) -> bool:
    """Tell whether somebody's party and state stand at a place, "(D-N.J.)": not "I-Ling Chen", "D-Day"."""
    if words[place][1:2] != "-" or not place or words[place - 1] not in _BEFORE_PARTY:
        return False
    return bool(_PARTY.match(words[place]))


def are_particles(words: Sequence[str], place: int) -> bool:
    """Tell whether two particles stand from a place on: "Maria de la Cruz"."""
    if place + 1 >= len(words):
        return False
    return words[place].lower() in NAME_PARTICLES and words[place + 1] in PARTICLES_OF_TWO


def is_of_the(words: Sequence[str], place: int) -> bool:
    """Tell whether an office's name goes on at a place: "Office of the Chief Medical Examiner"."""
    return [*words[place - 1 : place + 2]] == ["Office", "of", "the"]


def office_length(words: Sequence[str], place: int, goes_on: Sequence[int]) -> int:
    """Give how many words a title goes on with at its "of" or "for", up to who bears it, 0 if it does not.

    "Superintendent of Schools Ann Roy", "Vice President for Student Affairs Ann Roy"; not "Attorney for Mary Ann Roy",
    "Spokesman for Mayor Ann Roy". ``goes_on``: which words can go on a name, some behind the last word included.
    """
    for at in range(place + 1, min(place + _LONGEST_OFFICE, len(words) - 1)):
        if not goes_on[at]:
            if words[at] not in _WITHIN_OFFICES:
                return 0
        elif at > place + 1 and (words[at] in PERSONAL_TITLES or (is_given_name(words[at]) and goes_on[at + 1])):
            return at - place if goes_on[at - 1] else 0
        elif words[place] == "for" and (is_given_name(words[at]) or title_of(words[at]) is not None):
            return 0
    return 0
