"""Who "his wife", "her father" and "Hale's sister" are where the story names them without saying so beside the name."""

from __future__ import annotations

from indexer.attribution.phrases.kin import KIN, gender_of_kin
from indexer.attribution.text.lexicon import PRONOUNS
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

_POSSESSIVES = word_set("his her their")
_FARTHEST = 3  # sentences between whose kin it is and the noun
_SAME_NAME = KIN - word_set(
    "uncle aunt cousin nephew niece fiance fiancee boyfriend girlfriend mother-in-law father-in-law"
)


def relatives_in(sentences: list[Sentence]) -> list[Mention]:
    """Give "his wife" and the like of a text as noun phrases, in order."""
    return [
        sentence.mention(
            "noun", mention.first, mention.stop + 1, sentence.tokens[mention.stop].lower.removesuffix("'s")
        )
        for sentence in sentences
        for mention in sentence.mentions
        if mention.name in _POSSESSIVES and mention.kind == "pronoun" and mention.stop < len(sentence.tokens)
        if _word(sentence, mention.stop) in KIN
    ]


def is_relative(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a noun phrase says whose kin somebody is."""
    first = sentence.tokens[mention.first]
    return mention.kind == "noun" and mention.name in KIN and (first.lower in _POSSESSIVES or first.is_possessive)


def by_last_name(entities: list[Entity]) -> dict[str, list[Entity]]:
    """Give the persons whose full names are known by their last names."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        if entity.type == "person" and entity.is_full_name:
            found.setdefault(entity.last_name, []).append(entity)
    return found


def relative_of(
    mention: Mention, sentences: list[Sentence], namesakes: dict[str, list[Entity]], last: Entity | None
) -> Entity | None:
    """Find the one person who has the last name of somebody's kin; ``last`` spoke last."""
    if mention.name not in _SAME_NAME:
        return None
    owner = owner_of(mention, sentences, last)
    if owner is None:
        return None
    gender = gender_of_kin(mention.name)
    others = [
        entity
        for entity in namesakes.get(owner.last_name, [])
        if entity is not owner and (gender is None or entity.gender in (gender, None))
    ]
    kin = [entity for entity in others if mention.name in entity.titles] or [
        entity for entity in others if not entity.titles & KIN
    ]
    kin = [entity for entity in kin if entity.gender == gender] or kin
    return kin[0] if len(kin) == 1 else None


def is_known_kin(mention: Mention, entity: Entity) -> bool:
    """Tell whether the text says beside somebody's name that this is the wife, the brother and so on."""
    return mention.name in entity.titles


def owner_of(mention: Mention, sentences: list[Sentence], last: Entity | None) -> Entity | None:
    """Find whose kin is meant: the subject of a sentence just before, who spoke last, or who is named nearest."""
    sentence = sentences[mention.sentence]
    word = sentence.tokens[mention.first].lower
    if word not in _POSSESSIVES and mention.kind != "pronoun":
        named = [m.entity for m in sentence.mentions if m.first == mention.first and m.kind == "name"]
        return named[0] if named else None
    gender = PRONOUNS[word]
    for index in range(mention.sentence, max(-1, mention.sentence - _FARTHEST - 1), -1):
        fitting = [
            (m.first == sentences[index].begin or m.entity is last, m.start, m.entity)
            for m in sentences[index].mentions
            if m.entity is not None and m.start < mention.start and _fits(m.entity, gender)
        ]
        if fitting:
            return max(fitting, key=lambda found: found[:2])[2]
    return last if last is not None and _fits(last, gender) else None


def _word(sentence: Sentence, place: int) -> str:
    return sentence.tokens[place].lower.removesuffix("'s")


def _fits(entity: Entity, gender: str) -> bool:
    return entity.type == "person" and (gender == "many" or entity.gender in (gender, None))
