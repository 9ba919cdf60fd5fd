"""Which of two persons is "the elder Hale", "the younger man": by their ages, or by whose uncle or son one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

_ELDER, _YOUNGER = word_set("elder older"), word_set("younger")
_COMPARED = _ELDER | _YOUNGER
_ELDER_KIN = word_set("mother father uncle aunt grandmother grandfather stepmother stepfather mom dad")
_YOUNGER_KIN = word_set("son daughter nephew niece grandson granddaughter")
_MEN, _WOMEN = word_set("man brother"), word_set("woman sister")
_PEOPLE = _MEN | _WOMEN | word_set("elder older younger two")
_BACK = 12  # sentences


def is_compared(source: Mention, sentence: Sentence) -> bool:
    """Tell whether a source is the elder or the younger of two: "the elder Hale", "the younger man", "the younger"."""
    words = _words(source, sentence)
    return words[:1] == ["the"] and words[1:2] != [] and words[1] in _COMPARED


def elder_or_younger(
    source: Mention, sentences: list[Sentence], namesakes: Mapping[str, list[Entity]]
) -> Entity | None:
    """Find which of two persons is meant; None if there are more, or nothing tells who is older."""
    sentence = sentences[source.sentence]
    words = _words(source, sentence)
    last = sentence.tokens[source.stop - 1].word.removesuffix("'s").removesuffix("’s")
    if last in namesakes:
        return _chosen(namesakes[last], words[1])
    if source.kind != "noun" or words[-1] not in _PEOPLE:
        return None
    gender = "m" if words[-1] in _MEN else "f" if words[-1] in _WOMEN else None
    near: dict[int, Entity] = {}
    for index in range(source.sentence, max(-1, source.sentence - _BACK), -1):
        for mention in reversed(sentences[index].mentions):
            entity = mention.entity
            if entity is None or entity.type != "person" or mention.start >= source.start:
                continue
            if gender is None or entity.gender in (gender, None):
                near[id(entity)] = entity
        if len(near) >= 2:
            break
    return _chosen(list(near.values()), words[1])


def _chosen(persons: Sequence[Entity], word: str) -> Entity | None:
    if len(persons) != 2:
        return None
    one, other = persons
    order = _order(one, other)
    if order == 0:
        return None
    return one if (order > 0) == (word in _ELDER) else other


def _order(one: Entity, other: Entity) -> int:
    """Tell who is older: above 0 the first, below 0 the second, 0 if nothing tells."""
    if one.ages and other.ages:
        return max(map(int, one.ages)) - max(map(int, other.ages))
    return _generation(one) - _generation(other)


def _generation(entity: Entity) -> int:
    return bool(entity.titles & _ELDER_KIN) - bool(entity.titles & _YOUNGER_KIN)


def _words(source: Mention, sentence: Sentence) -> list[str]:
    """Give the words of a source in small letters, with "the elder" before a name."""
    tokens = sentence.tokens
    first = source.first
    if first > 1 and source.kind == "name" and tokens[first - 1].lower in _COMPARED:
        first -= 2
    return [token.lower for token in tokens[first : source.stop]]
