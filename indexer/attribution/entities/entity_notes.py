"""What a text tells of a person beside the name: titles, kin, age."""

from __future__ import annotations

import re

from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.phrases.kin import gender_of_kin, kin_of
from indexer.attribution.phrases.offices import with_offices_in_full
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import FEMALE_TITLES, MALE_TITLES, PERSONAL_TITLES, PREPOSITIONS
from indexer.attribution.text.parts import STOP, Entity, Mention, Token, word_at
from indexer.attribution.text.words import word_set

_WORD = re.compile(r"[\w-]+(?:['’]s)?")
_LONGEST_AGE = 3  # digits
_AGING = word_set("is was turned turns")
_BEFORE_AGE = _AGING | {",", "who"}
_AFTER_AGE = frozenset({"and", "now", ",", ".", ";", STOP, "in", "on", "years"})


def titles_in(role: str | None) -> set[str]:
    """Give the nouns of a role that "the …" may pick up: chief of "interim police chief of Austin"."""
    titles: set[str] = set()
    for word in _WORD.findall(with_offices_in_full(role)) if role else ():
        if word in PREPOSITIONS:
            break
        if is_role_noun(word) or title_of(word.capitalize()) is not None:
            titles.add(word)
    return titles


def note_kin_and_age(entity: Entity, mention: Mention, tokens: list[Token]) -> None:
    """Note "his mother, Rosa Diaz, 61, said": a "mother", and the one of 61."""
    kin = kin_of(mention, tokens)
    if kin is not None:
        entity.titles.add(kin)
        entity.gender = entity.gender or gender_of_kin(kin)
    after = word_at(tokens, mention.stop)
    if after not in _BEFORE_AGE:
        return
    place = mention.stop + (after == ",")
    place += word_at(tokens, place) == "who"
    is_told = word_at(tokens, place) in _AGING
    place += is_told
    age = word_at(tokens, place)
    is_age = age.isdecimal() and len(age) <= _LONGEST_AGE
    if is_age and (not is_told or word_at(tokens, place + 1) in _AFTER_AGE):
        entity.ages.add(age)


def is_late(mention: Mention, tokens: list[Token]) -> bool:
    """Tell whether a name is of somebody dead: "the late mayor Tom Hale"."""
    return any(token.word == "late" for token in tokens[max(0, mention.first - 1) : mention.stop])


def note_title(entity: Entity, title: str) -> None:
    """Note the title before a name, and whether a man or a woman bears it."""
    if title not in PERSONAL_TITLES or title == "Dr":  # "the doctor"
        entity.titles.add(title.lower())
    if title in FEMALE_TITLES:
        entity.gender = "f"
    elif title in MALE_TITLES and entity.gender is None:
        entity.gender = "m"
