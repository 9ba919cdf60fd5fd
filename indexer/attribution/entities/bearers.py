"""Which of the persons of one last name bears a title: "Dr. Moss" is the physician, "Rev. Moss" the pastor."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from indexer.attribution.entities.entity_notes import titles_in
from indexer.attribution.phrases.offices import with_offices_in_full
from indexer.attribution.text.lexicon import PERSONAL_TITLES, TITLES_OF_NOUN
from indexer.attribution.text.parts import Entity, Mention, Token, word_at
from indexer.attribution.text.words import word_set

_OF_EITHER_SPOUSE = PERSONAL_TITLES - {"Dr"}  # they tell no more than whether it is a man or a woman
_DOCTORS = word_set(
    "doctor physician surgeon veterinarian dentist orthodontist optometrist chiropractor professor obstetrician"
)
_ENDINGS_OF_DOCTORS = ("iatrician", "iatrist", "ologist")
_DEGREES = word_set("md do phd edd psyd dvm vmd dds dmd od dnp")


def titles_told(mention: Mention, tokens: list[Token]) -> set[str]:
    """Give the titles that are printed with a name, in small letters: dr of "Dr. Ann Hale", "Ann Hale, M.D."."""
    told = titles_in(mention.role)
    if mention.title:
        told.add(mention.title.lower())
    is_doctor = any(word in _DOCTORS or word.endswith(_ENDINGS_OF_DOCTORS) for word in told)
    after = word_at(tokens, mention.stop + 1) if word_at(tokens, mention.stop) == "," else ""
    if is_doctor or after.replace(".", "") in _DEGREES:
        told.add("dr")
    return told


def bearers_of(title: str | None, told: Iterable[tuple[Entity, set[str]]]) -> list[Entity]:
    """Give those with whom a title is printed, or else one that means the same; none for Mr., Mrs. and the like."""
    if title is None or title in _OF_EITHER_SPOUSE:
        return []
    persons = list(told)
    same = [entity for entity, titles in persons if title.lower() in titles]
    return same or [entity for entity, titles in persons if titles & _meaning_the_same(title.lower())]


@lru_cache(maxsize=256)
def _meaning_the_same(title: str) -> frozenset[str]:
    """Give the titles that stand for the same office: sergeant and sgt, pastor and rev."""
    words = frozenset(with_offices_in_full(title).split())
    offices = ({noun, *titles} for noun, titles in TITLES_OF_NOUN.items())
    return words.union(*(office for office in offices if words & office))
