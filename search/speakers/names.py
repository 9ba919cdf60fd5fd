"""A person's full name taken apart, and whether two names can be one person's: Bob and Robert, Mary and Mary T."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from search.folding import without_accents
from search.ids import slug
from search.speakers.word_sets import word_set

name_slug = lru_cache(maxsize=1 << 17)(slug)
"""A name as in addresses; names come back in every article."""

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_WORD = re.compile(r"[^\s,]+")
_INITIALS = re.compile(r"(?!JR|SR)([B-DF-HJ-NP-TV-XZ])([B-DF-HJ-NP-TV-XZ])|([A-Z])(J)")
"""Two letters that nobody can speak as a name: JT, AJ; but Ed, Jo and Al are names in capitals, too."""
_NOBODY = word_set("doe roe")
"""Last names given to those who are not named: each story has its own Jane Doe."""
_PARTICLES = word_set("de del della di da dos du la le van von der den ter st san santa bin al el o mc mac")

_NICKNAMES = {
    "abraham": "abe", "albert": "al bert", "alexander": "alex al sandy", "alexandra": "alex sandy sandra",
    "alfred": "al fred", "amanda": "mandy", "andrew": "andy drew", "anthony": "tony", "antonio": "tony",
    "arthur": "art", "barbara": "barb", "benjamin": "ben benny", "bernard": "bernie bern", "bradley": "brad",
    "calvin": "cal", "catherine": "cathy kate cate", "charles": "charlie chuck chas", "christina": "chris tina",
    "christine": "chris chrissy", "christopher": "chris kit", "clifford": "cliff", "clinton": "clint",
    "cynthia": "cindy", "daniel": "dan danny", "david": "dave davy", "deborah": "deb debbie", "debra": "deb debbie",
    "dennis": "denny", "donald": "don donnie", "dorothy": "dot dottie", "douglas": "doug", "edgar": "ed",
    "edmund": "ed", "edward": "ed eddie ted teddy ned", "eleanor": "ellie nell", "elizabeth": "beth betsy betty liz",
    "eugene": "gene", "florence": "flo", "frances": "fran", "francis": "frank fran", "franklin": "frank",
    "frederick": "fred freddy", "gabriel": "gabe", "geoffrey": "geoff", "gerald": "gerry jerry", "gregory": "greg",
    "harold": "harry hal", "henry": "hank harry", "herbert": "herb", "howard": "howie", "isaac": "ike",
    "jacob": "jake", "jacqueline": "jackie", "james": "jim jimmy jamie", "janet": "jan", "jeffrey": "jeff",
    "jennifer": "jen jenny", "jerome": "jerry", "jessica": "jess", "john": "jack johnny", "jonathan": "jon",
    "joseph": "joe joey", "joshua": "josh", "judith": "judy", "katherine": "kathy kate katie", "kathleen": "kathy kate",
    "kathryn": "kathy kate katie", "kenneth": "ken kenny", "kimberly": "kim", "lawrence": "larry", "leonard": "len",
    "leroy": "roy", "lewis": "lew", "louis": "lou", "margaret": "maggie meg peggy marge", "martha": "marty",
    "martin": "marty", "matthew": "matt", "maxwell": "max", "melvin": "mel", "michael": "mike mick mickey",
    "mitchell": "mitch", "nancy": "nan", "natalie": "nat", "nathan": "nat nate", "nathaniel": "nat nate",
    "nicholas": "nick", "norman": "norm", "oliver": "ollie", "pamela": "pam", "patricia": "pat patty trish",
    "patrick": "pat", "peter": "pete", "philip": "phil", "phillip": "phil", "randall": "randy", "raymond": "ray",
    "rebecca": "becky", "reginald": "reggie", "richard": "dick rich rick ricky", "robert": "bob bobby rob robbie bert",
    "roberta": "bobbie", "rodney": "rod", "roger": "rog", "ronald": "ron ronnie", "rosemary": "rose rosie",
    "russell": "russ", "salvatore": "sal", "samantha": "sam", "samuel": "sam sammy", "sandra": "sandy",
    "sheldon": "shelly", "sherwood": "woody", "solomon": "sol", "stanley": "stan", "stephanie": "steph",
    "stephen": "steve", "steven": "steve", "stuart": "stu", "susan": "sue suzy", "suzanne": "sue", "terence": "terry",
    "teresa": "terry tess", "terrence": "terry", "theodore": "ted teddy theo", "theresa": "terry tess",
    "thomas": "tom tommy", "timothy": "tim timmy", "valerie": "val", "victor": "vic", "victoria": "vicky",
    "vincent": "vince vinny", "virginia": "ginny", "walter": "walt wally", "warren": "ren", "wesley": "wes",
    "wilbur": "will", "wilfred": "will fred", "willard": "will", "william": "bill billy will willie", "zachary": "zach",
}  # fmt: skip
_FORMAL: dict[str, frozenset[str]] = {}
for _name, _short in _NICKNAMES.items():
    for _nick in _short.split():
        _FORMAL[_nick] = _FORMAL.get(_nick, frozenset()) | {_name}


@dataclass(frozen=True, slots=True, order=True)
class FullName:
    """A full name's parts, folded: "Mary T. Ruiz, Jr." -> mary, (t,), ruiz, jr."""

    first: str
    middles: tuple[str, ...]
    last: str
    suffix: str = ""


@lru_cache(maxsize=1 << 16)
def full_name(name: str) -> FullName | None:
    """Take a full name apart; None for one that gives a last name (or anything else) alone."""
    words = _WORD.findall(name.replace(".", ". "))
    initials = _INITIALS.fullmatch(words[0]) if words else None
    if initials:
        words[:1] = filter(None, initials.groups())  # "JT Hale" is "J. T. Hale"
    words = [plain for word in words if (plain := folded(word))]
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = _SUFFIXES[words.pop()]
    if len(words) < 2 or len(words[-1]) < 2 or words[-1] in _NOBODY:
        return None
    at = len(words) - 1
    while at > 1 and words[at - 1] in _PARTICLES:
        at -= 1
    first, middles = words[0], words[1:at]
    if len(first) == 1 and middles and len(middles[0]) > 1 and "." in name.split()[0]:
        first, middles = middles[0], []  # "J. Robert Oppenheimer" goes by Robert
    return FullName(first, tuple(middles), " ".join(words[at:]), suffix)


def folded(word: str) -> str:
    """Give a word of a name in small letters, without accents, dots and apostrophes."""
    return "".join(char for char in without_accents(word.casefold()) if char.isalnum() or char == "-").strip("-")


def last_name_of(name: str) -> str:
    """Give the folded last name of a person, or the whole of a name that is one word."""
    known = full_name(name)
    return known.last if known else folded(name)


def ends_of(last: str) -> tuple[str, ...]:
    """Give the two last names of which one is made by a hyphen: whoever bears both may bear one of them."""
    first, hyphen, rest = last.partition("-")
    return (first, rest.rpartition("-")[2]) if hyphen and first not in _PARTICLES else (last,)


def first_names(name: FullName) -> frozenset[str]:
    """Give what a first name may stand for: itself, and those that it is a short form of."""
    return _FORMAL.get(name.first, frozenset()) | {name.first}


def may_be_one(one: FullName, other: FullName) -> bool:
    """Say whether two names can be the same person's: nothing in them says otherwise.

    A middle name or Jr. that only one has says nothing; two that differ do. An initial may stand for any name, and one
    last name for two with a hyphen. Spelling errors are not looked for.
    """
    if one.last != other.last and one.last not in ends_of(other.last) and other.last not in ends_of(one.last):
        return False
    if not first_names(one) & first_names(other) and not _fits_initial(one.first, other.first):
        return False
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    return all(
        mine == theirs or _fits_initial(mine, theirs) for mine, theirs in zip(one.middles, other.middles, strict=False)
    )


def _fits_initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]
