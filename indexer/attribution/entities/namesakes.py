"""Persons of one last name in a text: whom the last name alone means, by title, gender and who was named last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from indexer.attribution.entities.bearers import bearers_of, titles_told
from indexer.attribution.text.given_names import Gender, gender_of_name
from indexer.attribution.text.lexicon import FEMALE_TITLES, MALE_TITLES, PERSONAL_TITLES, PREPOSITIONS
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

_RELATIVES = word_set("his her their mother father brother sister wife husband son daughter uncle aunt cousin")
_NEAR = 2  # paragraphs: farther on, the last name alone is whom the story is about
_MAIN_PERSON = 4  # times as many mentions as a namesake: the last name alone is no riddle


def settle_namesakes(names: Iterable[Mention], by_last: Mapping[str, list[Entity]], sentences: list[Sentence]) -> None:
    """Where two persons share a last name, it means the one named last just before, else the one named first.

    A title that only one of them bears means that one.
    """
    recent: dict[str, Mention] = {}
    first: dict[str, Entity] = {}
    counts: Counter[int] = Counter()
    unclear: list[tuple[Mention, list[Entity]]] = []
    names = sorted(names, key=attrgetter("start"))
    told = _titles_of_namesakes(names, by_last, sentences)
    for mention in names:
        entity = mention.entity
        if entity is None or entity.type != "person":
            continue
        last = entity.last_name
        namesakes = by_last.get(last, [])
        is_borne = False
        if mention.name == last and len(namesakes) > 1:
            bearers = bearers_of(
                mention.title, ((e, told[id(e)]) for e in namesakes if not is_other_gender(mention, e))
            )
            fitting = bearers or [e for e in namesakes if _title_fits(mention, e)] or namesakes
            near = recent.get(last)
            is_near = near is not None and mention.paragraph - near.paragraph <= _NEAR
            chosen = near.entity if near is not None and is_near else first.get(last)
            mention.entity = entity = chosen if chosen is not None and chosen in fitting else fitting[0]
            is_borne = len(bearers) == 1
            unclear.append((mention, fitting))
        counts[id(entity)] += 1
        is_clear = " " in mention.name or gender_of_title(mention) is not None or is_borne
        if is_clear and not (_is_oblique(mention, sentences) and last in recent):
            recent[last] = mention
            first.setdefault(last, entity)
    for mention, fitting in unclear:
        others = [counts[id(e)] for e in fitting if e is not mention.entity]
        mention.is_ambiguous = any(_MAIN_PERSON * other > counts[id(mention.entity)] for other in others)


def _titles_of_namesakes(
    names: list[Mention], by_last: Mapping[str, list[Entity]], sentences: list[Sentence]
) -> defaultdict[int, set[str]]:
    """Give the titles printed with the full names of persons who share a last name, by the persons' ids."""
    told: defaultdict[int, set[str]] = defaultdict(set)
    shared = {id(entity) for entities in by_last.values() if len(entities) > 1 for entity in entities}
    for mention in names if shared else ():
        if id(mention.entity) in shared and " " in mention.name:
            told[id(mention.entity)] |= titles_told(mention, sentences[mention.sentence].tokens)
    return told


def gender_of_title(mention: Mention) -> Gender | None:
    """Tell the gender of a title: of Mrs and Congressman."""
    return "f" if mention.title in FEMALE_TITLES else "m" if mention.title in MALE_TITLES else None


def is_other_gender(mention: Mention, entity: Entity) -> bool:
    """Tell whether a mention's title does not go with a person's first name or title."""
    gender = gender_of_title(mention)
    if gender is None:
        return False
    own = gender_of_name(entity.name) or gender_of_title(entity.evidence) or entity.gender
    return own is not None and gender != own


def _title_fits(mention: Mention, entity: Entity) -> bool:
    if is_other_gender(mention, entity):
        return False
    if mention.title and mention.title not in PERSONAL_TITLES and entity.evidence.role:
        return mention.title.lower() in entity.evidence.role.lower()
    return True


def _is_oblique(mention: Mention, sentences: list[Sentence]) -> bool:
    before = sentences[mention.sentence].tokens[mention.first - 1].lower if mention.first else ""
    return mention.is_possessive or before in PREPOSITIONS or before in _RELATIVES
