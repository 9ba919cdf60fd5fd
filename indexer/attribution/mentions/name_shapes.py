"""What the words of a name tell of whose it is: a person's, a body's, or nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import (
    ALSO_LAST_NAMES,
    ORGANISATION_WORDS,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
)
from indexer.attribution.text.parts import Shape
from indexer.attribution.text.words import PerWord, word_set

_MIXED_ACRONYM = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]+[A-Z]{2,}")  # TxDOT, but McADOO
# PolitiFact, but DelBene, MacArthur and VandeHei
_JOINED = re.compile(r"(?!Ma?c|Fitz|Del|Des|Van|Von|Ter|San|Saint)([A-Z][a-z]{2,})(?:[A-Z][a-z]+)+")
_COMPANY_ENDINGS = word_set("Plc PLC NV AG SA AB NA GmbH SpA Cos Oy Pty Bhd Pte KK LP LLP Bancorp Bancshares")
_UNITS = word_set("PD FD SO ISD USD CSD EMS PTA PTO HOA DA")  # Rill PD
_COUNTRIES = frozenset(["U.S", "U.N", "U.K", "US", "UN", "UK"])
_FEWEST_OF_BODY = 3  # letters: not "JD Hale"
_LONGEST_PERSON = 3  # words
_LONGEST_WITH_INITIALS = 5  # words and stops
_SUFFIXES = ("Jr", "Sr", "Jr.", "Sr.")
_SUFFIX = re.compile(r" (Jr|Sr)\.?$")


def name_of(words: Sequence[str]) -> str:
    """Give the name that words and marks make; "Hale, Jr." and "Hale Jr" at a sentence's end are one."""
    if len(words) == 1:
        return words[0]
    name = (
        " ".join(words)
        .replace(" .", ".")
        .replace(" ,", "," if "of" in words else "")
        .replace(" '", "'")
        .replace(" ’", "’")
        .strip()
    )
    return _SUFFIX.sub(r" \1.", name) if name.endswith(_SUFFIXES) else name


def shape_of(words: Sequence[str], title: str | None) -> Shape:
    """Tell what a name looks like."""
    if not ORGANISATION_WORDS.isdisjoint(words) or "&" in words or is_house(words) or is_company(words):
        return "organisation"
    if title is not None:
        return "person"
    if len(words) == 1:
        return "organisation" if _IS_OF_BODY[words[0]] else "unknown"
    if words[-1].isdigit():
        return "organisation"  # "Ward 6"
    if words[-1] in _UNITS:
        return "organisation"
    if len(words) == 2 and "-" in words[0] and is_given_name(words[0]):
        return "person"  # "Soo-Jin Park"
    if words[0].capitalize() in PLACE_BEGINNINGS or words[-1] in PLACE_ENDINGS:
        return "organisation"
    if words[0] in _COUNTRIES:
        return "organisation" if words[-1].isupper() else "unknown"
    if len(words) <= _LONGEST_WITH_INITIALS and (is_given_name(words[0]) or words[1] == "."):
        return "person"
    return "unknown"


def is_company(words: Sequence[str]) -> bool:
    """Tell whether a name ends in what a company is by law: "Rill Foods Plc"."""
    return len(words) > 1 and words[-1] in _COMPANY_ENDINGS


def _is_acronym(word: str) -> bool:
    return (word.isupper() and len(word) > 1) or _MIXED_ACRONYM.fullmatch(word) is not None


def _is_of_body(word: str) -> bool:
    if _is_acronym(word):
        return True
    joined = _JOINED.fullmatch(word)
    return joined is not None and not (is_given_name(word) or is_given_name(joined[1]))  # "MargaretThatcher"


_IS_OF_BODY = PerWord(_is_of_body)


def is_house(words: Sequence[str]) -> bool:
    """Tell whether a name goes on after somebody's: "Rosie's Diner", "St. Bride's Medical Center"."""
    return len(words) > 1 and any(map(_IS_POSSESSIVE.__getitem__, words[:-1]))


_IS_POSSESSIVE = PerWord(lambda word: word.endswith(("'s", "’s")))


def is_called_as_place(words: Sequence[str]) -> bool:
    """Tell whether a name may be somebody's whose last name is a word for a place: Ann Park; not Ann Road."""
    return 1 < len(words) <= _LONGEST_PERSON and words[-1] in ALSO_LAST_NAMES and is_given_name(words[0])


def is_after_body(words: Sequence[str], surnames: frozenset[str]) -> bool:
    """Tell whether a last name that a text has stands after a body in short: "RCDA Hale", and Ann Hale elsewhere."""
    if len(words) != 2 or words[1].isupper() or words[1] not in surnames:
        return False
    return words[0].isupper() and len(words[0]) >= _FEWEST_OF_BODY
