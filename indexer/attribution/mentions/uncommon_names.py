"""First names that are no common ones, told by the age behind the whole name: "Daryn Wayne Hale, 37,"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import ORGANISATION_WORDS, PLACE_BEGINNINGS

_NO_NAMES = ("an", "ese", "ed")  # "Texan", "Maltese", "Unemployed"


def is_whole_before_age(words: Sequence[str], first: int, stop: int, usual: Container[str]) -> bool:
    """Tell whether a run is all name, though only its second word is a common first name.

    ``usual``: words usually printed in small letters, as "Republican" is in "Republican Wayne Hale, 37,".
    """
    if words[stop : stop + 1] != [","] or not any(word.isdigit() for word in words[stop + 1 : stop + 2]):
        return False
    word = words[first]
    is_uncommon = word.istitle() and word.lower() not in usual and title_of(word) is None
    if not is_uncommon or word in PLACE_BEGINNINGS or word in ORGANISATION_WORDS or word.endswith(_NO_NAMES):
        return False
    return is_given_name(words[first + 1])
