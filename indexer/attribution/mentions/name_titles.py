"""Which words of a run are somebody's title, and which are parts of his name: "Mayor Dean Hale", "Tom Dean Hale"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from indexer.attribution.mentions.name_words import bare
from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import (
    BARE_PLURALS,
    OFFICE_TITLES,
    ORGANISATION_WORDS,
    PERSONAL_TITLES,
    PLACE_BEGINNINGS,
    TITLE_MODIFIERS,
)
from indexer.attribution.text.words import word_set

_ADDRESSED = word_set("President Speaker Chairman Chairwoman Secretary")  # "Mr. President", but Mr. King
_OFFICES = word_set(  # of a place, and nobody's last name
    "Mayor Sheriff Governor Senator Councilman Councilwoman Councilmember Congressman Congresswoman Superintendent"
    " Treasurer Prosecutor Assemblyman Assemblywoman Commissioner"
)
_IN_SHORT = word_set("DA D.A ADA A.D.A DDA CEO C.E.O CFO COO CTO")  # "the Rill DA"; an AG or SA is a company as well
_UNITS = word_set("Squad Division Branch Unit Program Programs Section Bureau Leadership")  # "Detective Squad"


def is_title_alone(words: Sequence[str], surnames: Container[str]) -> bool:
    """Tell whether a run is a title without a name: "Mayor", "Orange County District Attorney", "the Rill DA".

    ``surnames``: the words that follow a first name in this text.
    """
    last = bare(words[-1])
    word = title_of(last) or ""
    if word not in OFFICE_TITLES:
        return False
    if len(words) == 1:
        return word not in surnames
    before = words[-2] if words[-2] != "." or len(words) == 2 else words[-3]
    if before in PERSONAL_TITLES and word in _ADDRESSED:
        return True  # "Mr. President"
    if word in _OFFICES and (words[0] in PLACE_BEGINNINGS or not is_given_name(words[0])):
        return True  # "San Rill Mayor"
    if word in _IN_SHORT and not before.isupper() and not is_given_name(before):
        return True
    before = before.capitalize() if before.isupper() and last.isupper() else before
    return before in TITLE_MODIFIERS or before in OFFICE_TITLES or before in ORGANISATION_WORDS


def is_name(words: Sequence[str], place: int, surnames: Container[str]) -> bool:
    """Tell whether a word of a run that could be a title is a name in this text: in Howard Dean, in Mayor Dean Hale."""
    if place == len(words) - 1:
        return words[place] in surnames
    if bare(" ".join(words[place : place + 2])) in surnames:
        return True  # Dean Hale, 44
    if not place or not words[place].istitle() or not is_given_name(words[place]):
        return False
    before = words[place - 1 - (words[place - 1] == "." and place > 1)]
    if len(words) > place + 2 and is_given_name(words[place + 1]):
        return False  # "Professor and Dean Ann Roy"
    return title_of(before) is not None or (is_given_name(before) and len(words) == place + 2)


def is_of_unit(rest: Sequence[str]) -> bool:
    """Tell whether what follows a title is no name: "Detective Squad", "Executive Branch", "Attorney Investigators"."""
    return bool(rest) and (rest[-1] in _UNITS or rest[-1].lower() in BARE_PLURALS)
