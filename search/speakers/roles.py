"""A role as printed, taken apart: what office it is, of what kind, where; and whether two can be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from search.speakers.names import folded
from search.speakers.word_sets import word_set

_WORD = re.compile(r"[\w.’'-]+")
_SAME = {
    "sen": "senator", "sens": "senator", "senators": "senator", "rep": "representative", "reps": "representative",
    "congressman": "representative", "congresswoman": "representative", "representatives": "representative",
    "gov": "governor", "govs": "governor", "governors": "governor", "da": "attorney", "attorneys": "attorney",
    "ag": "attorney", "general": "general", "gen": "general", "lt": "lieutenant",
    "capt": "captain", "sgt": "sergeant", "det": "detective", "rev": "pastor", "prof": "professor",
    "justice": "judge", "magistrate": "judge", "judges": "judge", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "councilman": "council", "councilwoman": "council", "councilmember": "council",
    "alderman": "council", "alderwoman": "council", "councilor": "council", "councillor": "council",
    "assemblyman": "assembly", "assemblywoman": "assembly", "assemblymember": "assembly", "mayors": "mayor",
    "sheriffs": "sheriff", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "presidents": "president",
    "commissioners": "commissioner", "supervisors": "supervisor", "secretaries": "secretary", "coroners": "coroner",
    "comr": "commissioner", "supt": "superintendent", "sec": "secretary",
}  # fmt: skip
_LOCAL = word_set(
    "mayor sheriff chief superintendent principal council commissioner supervisor clerk coroner trustee"
    " attorney assessor treasurer constable"
)
"""Offices that somebody holds in one place at a time: elsewhere it is another person."""
_WIDE = word_set(
    "governor senator representative president secretary assembly chancellor ambassador premier general admiral"
    " judge pope minister"
)
"""Offices that are known everywhere: the same one elsewhere is the same person."""
OFFICES = _LOCAL | _WIDE
_WEAK = word_set(
    "victim witness neighbor neighbour resident residents student defendant co-defendant suspect member friend"
    " father mother brother sister son daughter wife husband parent owner teacher farmer retiree volunteer"
    " customer employee worker man woman boy girl person survivor tenant rider voter reader visitor native"
    " spokesperson official republican democrat independent"
)
"""Roles that many have at a time: they identify nobody."""
_COMMON = _WEAK | word_set(
    "officer deputy detective agent lawyer prosecutor professor doctor nurse sergeant lieutenant trooper"
    " reporter aide analyst engineer soldier firefighter economist"
)
"""Roles of which a last name may have two in one place."""
_PASSING = word_set("former ex then retired outgoing late candidate nominee elect")
_PLAIN = word_set(
    "acting interim new longtime current first second senior junior deputy assistant associate vice chief"
    " police fire county city town village state federal national local district school board public health"
    " general police defense us u.s united states american criminal civil high court supreme circuit superior"
    " appeals attorney state's county's city's ranking majority minority republican democratic democrat the of"
    " for and in to at with a an his her its their as presiding administrative honorable hon mr mrs ms dr san"
    " santa los las saint north south east west port fort mount lake office dear senate house party congress"
)
_KINDS = word_set("police fire county city town state district school federal deputy assistant vice general")
_STRUCTURE = word_set(
    "committee subcommittee caucus association commission authority leader member whip conference council"
    " company department agency union club society foundation university college office bureau board"
)


@dataclass(frozen=True, slots=True)
class Role:
    """What a role says: its head ("mayor"), kinds ("police") and places ("travis"); whether it is held now.

    ``words`` are all that say more than the head and what many roles have in common.
    """

    head: str
    kinds: frozenset[str]
    places: frozenset[str]
    words: frozenset[str] = frozenset()
    is_held: bool = True

    @property
    def is_office(self) -> bool:
        """Say whether one person holds it at a time in one place, and it is held."""
        return self.head in OFFICES and self.is_held and not self.kinds & {"deputy", "assistant", "vice"}

    @property
    def is_wide(self) -> bool:
        """Say whether it is known far and wide."""
        return self.head in _WIDE or (self.head == "attorney" and "general" in self.kinds)

    @property
    def is_of_state(self) -> bool:
        """Say whether an outlet will hardly know two of one name in it: a senator, a governor."""
        return self.head in ("senator", "representative", "governor")

    @property
    def is_telling(self) -> bool:
        """Say whether it tells one person from another of the same full name."""
        return self.head not in _WEAK and (self.head != "chair" or bool(self.words))

    @property
    def tells_last_names(self) -> bool:
        """Say whether it tells who is meant by a last name."""
        return self.head not in _COMMON and not self.kinds & {"deputy", "assistant"}


@lru_cache(maxsize=1 << 16)
def read_role(printed: str) -> Role | None:
    """Take a role apart; None for one without any word."""
    words = [word.strip(".'’-") for word in _WORD.findall(printed.partition(",")[0])]
    words = [word for word in words if word]
    if not words:
        return None
    plain = [_singular(word) for word in words]
    cut = next((at for at, word in enumerate(plain) if at and word in _PREPOSITIONS), len(plain))
    if plain[cut - 1] == "office" and cut + 1 < len(plain):
        return read_role(" ".join(words[cut + 1 :]))  # "Office of Senator"
    head_at = cut - 1
    head = _SAME.get(plain[head_at], plain[head_at])
    if head == "member" and plain[head_at - 1 : head_at] == ["council"]:
        head = "council"
    if head == "general" and plain[head_at - 1 : head_at] == ["attorney"]:
        head = "attorney"
    is_of_subject = head == "chair" and bool(_ASSEMBLY.intersection(plain))  # "Senate Veterans Affairs Chairman"
    if head in ("leader", "whip", "speaker", "chair", "member") and _ASSEMBLY.intersection(plain):
        head = "senator" if "senate" in plain else "representative" if "house" in plain else "member"
    elif head in ("leader", "whip"):
        head = "member"
    kinds = frozenset(word for word in plain if word in _KINDS)
    if plain[head_at] == "da" or (head == "attorney" and "state's" in (word.lower() for word in words)):
        kinds |= {"district"}
    if plain[head_at] == "ag":
        kinds |= {"general"}
    if head == "attorney" and not kinds:
        if {"us", "united"}.intersection(plain[:head_at]):
            kinds = frozenset({"federal"})
        else:
            head = "lawyer"
    places: frozenset[str] = frozenset()
    if not is_of_subject and not _STRUCTURE.intersection(plain[:head_at] + plain[cut:]):
        places = frozenset(
            word[:_STEM]
            for at, (word, as_printed) in enumerate(zip(plain, words, strict=True))
            if at != head_at and as_printed[0].isupper() and not as_printed.isupper() and not _is_usual(word)
        )
    rest = frozenset(word for at, word in enumerate(plain) if at != head_at and len(word) > 2) - _PLAIN - _PASSING
    return Role(head, kinds, places, rest, not _PASSING.intersection(plain))


_STEM = 4
"""Letters by which a place is known: "Iranian" and "of Iran" are one."""
_ASSEMBLY = word_set("senate house committee subcommittee conference caucus")
_PREPOSITIONS = word_set("of for in at to with from on and who whose when")


def _singular(word: str) -> str:
    return folded(re.sub(r"['’]s$", "", word.lower()))


def _is_usual(word: str) -> bool:
    return word in _PLAIN or word in _SAME


def agree(one: Role, other: Role) -> bool:
    """Say whether two roles can be the same one: the same head, no other kind, no other place."""
    return one.head == other.head and not _apart(one.kinds, other.kinds) and not _apart(one.places, other.places)


def is_elsewhere(one: Role, other: Role) -> bool:
    """Say whether two roles name places, and different ones."""
    return _apart(one.places, other.places)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)
