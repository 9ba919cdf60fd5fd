"""What joins the words of a name, or belongs to its title, by the words about it: particles, parties, "of Schools"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from indexer.attribution.mentions.name_words import ORDINALS
from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.phrases.descriptions import PERSON_NOUNS
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lands import is_land_or_people
from indexer.attribution.text.lexicon import (
    COMPANY_FORMS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    OFFICE_TITLES,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    PARTICLES_OF_TWO,
    PERSONAL_TITLES,
    PHRASE_STOPS,
    PLACE_ENDINGS,
    ROLE_NOUNS,
    SELDOM_FIRST_NAMES,
    TITLE_MODIFIERS,
    TITLES,
)
from indexer.attribution.text.parts import Token
from indexer.attribution.text.words import word_set

_BEFORE_MONTH = word_set("in on last this since until till early late mid next and or through after before during")
_PARTY = re.compile(r"(?:[DRI]|DFL)-[A-Z]")  # D-N.J
_SHORT_PLACES = ("-St", "-Ft", "-Mt", "-Pt")
BEFORE_EVE = frozenset(["Christmas", "Year's", "Year’s", "Years"])  # "on New Year's Eve"
_BEFORE_PARTY = frozenset("(,[–—")
OF_WHAT = word_set("of for")
_HEADS = word_set("President Chairman Chairwoman Chair Founder Owner Director Editor Publisher Manager")
_SECOND_HEADS = word_set("CEO COO CFO CTO Founder Owner Publisher Editor")
_PERSONS = ROLE_NOUNS | KIN | PERSON_NOUNS
_BODIES = ORGANISATION_HEADS & ORGANISATION_WORDS
_OF_THE = word_set("Office Society Club Clubs Friends Daughters Sons Diocese Archdiocese Conservancy")
_OF_MATTERS = word_set("Department Bureau Office Division Ministry Institute College School Committee Board Commission")
_WITHIN_OFFICE = word_set("of for on the and &")
_KIN_OF_FIRMS = word_set("Sons Son Daughters Brothers Bros")
_BEHIND_FIRMS = word_set("Co Co. Company Partners Associates")
_LONGEST_OF_FIRM = 2  # words: "Ellery Rope and Morva Co"
_RANKS = (["in", "charge"], ["pro", "tem"], ["pro", "tempore"], ["at", "large"])
_RANKS_OF_ONE = word_set("Emeritus Emerita Elect At-Large II III IV")  # "Engineer II Ann Roy"
_LONGEST_OFFICE = 9  # words: "of the Army for Civil Works and Engineering Ann"


def is_party(words: Sequence[str], place: int) -> bool:
    """Tell whether somebody's party and state stand at a place, "(D-N.J.)": not "I-Ling Chen", "D-Day"."""
    if "-" not in words[place] or not place or words[place - 1] not in _BEFORE_PARTY:
        return False
    return bool(_PARTY.match(words[place]))


def is_of_party(words: Sequence[str], place: int) -> bool:
    """Tell whether a place's name goes on behind somebody's party: Paul of "DFL-St. Paul", Falls of "R-Cedar Falls"."""
    if place > 1 and is_party(words, place - 1):
        return words[place][0].isupper() and words[place + 1 : place + 2] in ([","], [")"])
    if place < 3 or words[place - 1] != "." or not words[place - 2].endswith(_SHORT_PLACES):
        return False
    return is_party(words, place - 2)


def is_seldom_first_name(words: Sequence[str], place: int, goes_on: Sequence[int]) -> bool:
    """Tell whether May, Jan, Mo and the like begin a name at a place: not "in May Theresa May", "St. Louis, Mo."."""
    if words[place] not in SELDOM_FIRST_NAMES or not goes_on[place + 1]:
        return False
    return place == 0 or words[place - 1].lower() not in _BEFORE_MONTH


def is_before_title(words: Sequence[str], place: int) -> bool:
    """Tell whether a word that is no name stands before somebody's title: "Will Mayor Bell go?", "Per Chief Bell"."""
    if words[place].lower() not in PHRASE_STOPS:
        return False
    title, after, last = (*words[place + 1 : place + 4], "", "", "")[:3]
    if title in TITLE_MODIFIERS and after in TITLES:
        title, after = after, last
    return title in TITLES and (after == "." or after[:1].isupper()) and after not in NAME_SUFFIXES


def are_particles(words: Sequence[str], place: int) -> bool:
    """Tell whether two particles stand from a place on: "Maria de la Cruz"."""
    if place + 1 >= len(words):
        return False
    return words[place].lower() in NAME_PARTICLES and words[place + 1] in PARTICLES_OF_TWO


def is_of_the(words: Sequence[str], place: int) -> bool:
    """Tell whether a body's name goes on at a place: "Office of the Chief Examiner", "Friends of the Library"."""
    return words[place - 1] in _OF_THE and [*words[place : place + 2]] == ["of", "the"]


def length_of_list(words: Sequence[str], begin: int, stop: int, usual: Container[str]) -> int:
    """Give how many words go on a body's name from a comma on: 3 of "Bureau of Alcohol, Firearms and Explosives".

    0 if what follows is no list of usual words that ends with "and": "the Department of Justice, the FBI and Ann Roy".
    """
    head = next((words[at - 1] for at in range(stop - 1, begin, -1) if words[at] == "of"), "")
    if head not in _OF_MATTERS or words[stop - 1].lower() not in usual:
        return 0
    at = stop
    while at < len(words) and words[at] == ",":
        behind = _behind_matters(words, at + 1, usual)
        if behind == at + 1:
            break
        at = behind
    at += at < len(words) and words[at] == ","
    if at >= len(words) or words[at] not in ("and", "&"):
        return 0
    behind = _behind_matters(words, at + 1, usual)
    return behind - stop if behind > at + 1 else 0


def _behind_matters(words: Sequence[str], place: int, usual: Container[str]) -> int:
    """Give where usual words with a capital end that begin at a place: "Great Lakes", "Firearms"."""
    while place < len(words) and words[place][0].isupper():
        word = words[place]
        is_plural = word.endswith("s") and not (is_given_name(word) or word.isupper() or word in ORGANISATION_WORDS)
        if word.lower() not in usual and not is_plural:
            break
        place += 1
    return place


def is_body_of(words: Sequence[str], place: int) -> bool:
    """Tell whether a word and "of" or "for" stand at a place with which a body's name may begin: "Centers for"."""
    return words[place] in _BODIES and place + 1 < len(words) and words[place + 1] in OF_WHAT


def begins_longer(words: Sequence[str], place: int, goes_on: Sequence[int]) -> bool:
    """Tell whether a usual word begins a name: "Van der Berg", "Safe & Sound", "Centers for Disease Control"."""
    is_joined = words[place + 1 : place + 2] == ["&"] or are_particles(words, place) or is_body_of(words, place)
    return is_joined and bool(goes_on[place + 2])


def is_firm_of_two(words: Sequence[str], place: int, stop: int) -> bool:
    """Tell whether "and" at ``stop`` goes on a firm's name: "Rill and Sons", "Ellery Rill and Co", "Rill and Moss Inc".

    Not "Rill Inc and Moss Inc" or "NASA and Moss Inc", which are two.
    """
    before = words[place:stop]
    if not COMPANY_FORMS.isdisjoint(before):
        return False
    after, second = (*words[stop + 1 : stop + 3], "", "")[:2]
    if after in _KIN_OF_FIRMS or after in _BEHIND_FIRMS:
        return not second[:1].isupper() or second in COMPANY_FORMS
    if second not in COMPANY_FORMS or len(before) > _LONGEST_OF_FIRM or not ORGANISATION_WORDS.isdisjoint(before):
        return False
    is_person = len(before) > 1 and is_given_name(before[0])
    return not (is_person or before[-1].isupper() or is_land_or_people(before[-1]))


def length_of_office(words: Sequence[str], place: int, goes_on: Sequence[int]) -> int:
    """Give how many words go on a title from its "of" or "for" on: 3 of "President of the Senate Ann Roy"; 0 if none.

    They reach up to who bears it. ``goes_on``: which words can go on a name, some behind the last word included.
    """
    is_said = False  # what the office is of
    for at in range(place + 1, min(place + _LONGEST_OFFICE, len(words) - 1)):
        if words[at] in _WITHIN_OFFICE:
            is_said = False
            continue
        if not goes_on[at]:
            return 0
        if is_said and _begins_person(words, at, goes_on):
            return at - place
        if at == place + 1 and words[place] == "for" and (is_given_name(words[at]) or title_of(words[at]) is not None):
            return 0  # "Spokesman for Mayor Ann Roy"
        is_said = True
    return 0


def is_role_alone(words: Sequence[str], place: int, goes_on: Sequence[int], surnames: frozenset[str]) -> bool:
    """Tell whether a word with a capital is what somebody is, not a last name of the text: "Juror says", "Son Of"."""
    word = words[place]
    if word.lower() not in _PERSONS or word in surnames or title_of(word) is not None or is_given_name(word):
        return False
    return not goes_on[place + 1]


def is_for_person(words: Sequence[str], place: int, goes_on: Sequence[int], surnames: frozenset[str]) -> bool:
    """Tell whether "for" and somebody's last name stand at a place: "Attorney for Bell says"."""
    is_named = not surnames.isdisjoint(words[place + 1 : place + 2])
    return words[place] == "for" and is_named and not goes_on[place + 2]


def are_two_offices(one: str, other: str) -> bool:
    """Tell whether "and" joins what one person is: "President and CEO Ann Roy"."""
    return one in _HEADS and other in _SECOND_HEADS


def is_graded(words: Sequence[str], place: int, goes_on: Sequence[int]) -> bool:
    """Tell whether a number at a place is a title's: "Chief Warrant Officer 2 Ann Roy"."""
    return words[place - 1] in OFFICE_TITLES and bool(goes_on[place + 1])


def length_of_rank(words: Sequence[str], place: int) -> int:
    """Give how many words behind a title tell of which rank it is: 2 of "Petty Officer 1st Class Roy"."""
    first, second = (*words[place : place + 2], "", "")[:2]
    if [first.lower(), second.lower()] in _RANKS or (first.lower() in ORDINALS and second == "Class"):
        return 2
    return int(first in _RANKS_OF_ONE or first.isdigit())


def _begins_person(words: Sequence[str], place: int, goes_on: Sequence[int]) -> bool:
    if words[place] in PERSONAL_TITLES:
        return True
    after = words[place + 1]
    is_body = after in ORGANISATION_WORDS or after in PLACE_ENDINGS
    return is_given_name(words[place]) and bool(goes_on[place + 1]) and not is_body


def has_apostrophe(tokens: Sequence[Token], stop: int) -> bool:
    """Tell whether a name is possessive by the apostrophe behind it alone: "Lewis’ brother"."""
    if stop + 1 >= len(tokens):
        return False
    name, apostrophe, after = tokens[stop - 1 : stop + 2]
    is_joined = apostrophe.start == name.end and after.start > apostrophe.end
    return is_joined and name.lower.endswith(("s", "z", "x")) and after.word[0].isalpha()
