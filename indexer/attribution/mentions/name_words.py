"""What a word alone tells of names: whether it may begin one, go on one, or join the parts of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.attribution.text.lexicon import CALENDAR, NAME_PARTICLES, NEVER_NAMES, PHRASE_STOPS, SELDOM_FIRST_NAMES
from indexer.attribution.text.words import PerWord, word_set

NEVER, PERHAPS, ALWAYS = range(3)
JOINERS = word_set("of for on & and")
ORDINALS = word_set("1st 2nd 3rd 4th first second third fourth")
_WITHIN = frozenset(".,'’").union(NAME_PARTICLES, JOINERS, ORDINALS, word_set("in at"))
_PARTS_OF_NAMES = word_set("A Watch")  # Human Rights Watch
_LONGEST_ACRONYM = 4  # letters: SAT, SEPT
# A log is headed by its days: "TUESDAY". JUNE may be a woman.
_SHOUTED_DAYS = frozenset(word.upper() for word in CALENDAR - SELDOM_FIRST_NAMES if len(word) > _LONGEST_ACRONYM)
_SHOUTED = _SHOUTED_DAYS | word_set("AND THE FOR FROM WITH NOT BUT ARE WAS HIS HER OF IN ON AT TO BY AN OR SAYS SAID")
_ENDINGS_OF_ADJECTIVES = ("-based", "-area", "-owned", "-born", "-led", "-style", "-backed")  # "Rill-based Moss Foods"
_ARABIC = re.compile(r"(?:al|el)-[A-Z]")  # Ahmad al-Masri
_COUNTED = re.compile(  # "Four-time champion Ann Roy"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth)-[a-z]+"
)


def bare(word: str) -> str:
    """Give a word without an ending apostrophe and s."""
    return word[:-2] if word.endswith(("'s", "’s", "'S", "’S")) else word


def is_saint(before: Sequence[str]) -> bool:
    """Tell whether the words before a name make it a saint's."""
    return list(before[-2:]) == ["St", "."] or list(before[-1:]) in (["St."], ["Saint"])


def is_class(words: Sequence[str], place: int) -> bool:
    """Tell whether the class of a rank stands at a place: "Sgt. 1st Class", "Trooper First Class"."""
    return place + 1 < len(words) and words[place + 1] == "Class" and words[place].lower() in ORDINALS


def is_like_name(printed: str) -> bool:
    """Tell whether a word looks like one that can go on a name."""
    if printed == "I":
        return False
    if not printed[0].isupper():
        return bool(_ARABIC.match(printed))
    word = bare(printed)
    if word in _SHOUTED or printed.endswith(_ENDINGS_OF_ADJECTIVES):
        return False
    return word not in NEVER_NAMES or word in _PARTS_OF_NAMES or word in SELDOM_FIRST_NAMES


def _goes_on(word: str) -> int:
    """Tell whether a word goes on a name; of months, "D-N.J." and I, which may be an initial, their place tells."""
    if word == "I":
        return PERHAPS
    if not is_like_name(word):
        return NEVER
    return PERHAPS if _may_be_party(word) or bare(word) in SELDOM_FIRST_NAMES else ALWAYS


def _begins(word: str) -> int:
    """Tell whether a word with a capital may begin a name; of letters, May, Will and "D-N.J." their place tells."""
    if (
        bare(word) in _SHOUTED
        or word.endswith(_ENDINGS_OF_ADJECTIVES)
        or (bare(word) in NEVER_NAMES and word not in SELDOM_FIRST_NAMES)
    ):
        return NEVER
    if _COUNTED.fullmatch(word):
        return NEVER
    is_stop = word.lower() in PHRASE_STOPS
    return PERHAPS if len(word) == 1 or _may_be_party(word) or word in SELDOM_FIRST_NAMES or is_stop else ALWAYS


def _may_be_party(word: str) -> bool:
    """Tell whether a word may be somebody's party and state: "D-N.J", "DFL-Rill"."""
    return word[1:2] == "-" or word.startswith("DFL-")


def _may_join(word: str) -> bool:
    """Tell whether a word that is no name may stand between the parts of one."""
    return bare(word).isdigit() or word.lower() in _WITHIN


GOES_ON, BEGINS, MAY_JOIN = PerWord(_goes_on), PerWord(_begins), PerWord(_may_join)
