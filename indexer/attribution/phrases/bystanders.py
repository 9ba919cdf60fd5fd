"""Nouns that he or she may mean though the story gives them no name: "the victim said", "her husband left"."""

from __future__ import annotations

from indexer.attribution.phrases.kin import gender_of_kin
from indexer.attribution.text.lexicon import AUXILIARIES, IRREGULAR_PASTS, PREPOSITIONS, PRONOUNS
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

MEN = word_set("man boy gentleman guy")
WOMEN = word_set("woman girl lady")
EITHER = word_set(
    "victim witness teen teenager child juvenile officer deputy detective passenger pedestrian driver"
    " friend roommate co-worker coworker neighbor neighbour relative employee student teacher patient prosecutor judge"
    " intruder attacker assailant robber stranger survivor"
)
_ACCUSED = word_set("defendant suspect inmate parolee")  # who often is the person named, unless that one has an office
_CAPITAL = frozenset(noun.capitalize() for noun in EITHER)
_BEFORE_SUBJECT = word_set(", and but when while as that because if after before — – ; one")
_GOING_ON = word_set("where when and because after before as while until")
_SENTENCES_BACK = 1


def may_be_nameless(pronoun: Mention, entity: Entity, sentences: list[Sentence]) -> bool:
    """Tell whether somebody without a name was a subject since a person was last named before a pronoun."""
    named = _last_named(pronoun, entity, sentences)
    gender = PRONOUNS[pronoun.name]
    for index in range(pronoun.sentence, -1, -1):
        sentence = sentences[index]
        is_far = index < pronoun.sentence - _SENTENCES_BACK
        if sentence.paragraph != pronoun.paragraph or (is_far and entity.role is None):
            return False
        for mention in reversed(sentence.mentions):
            if mention.start >= pronoun.start or (mention.start < named and mention.is_possessive):
                continue
            if not is_far and _is_kin_of(mention, sentence, gender):
                return True
            is_noun = mention.kind == "noun" and mention.entity is None
            if not is_noun and mention.name not in _CAPITAL:  # "The Victim told"
                continue
            if mention.start < named:
                return False
            is_near = index == pronoun.sentence  # what "he said" stands after may be his words about an officer
            if mention.name in _ACCUSED and entity.role is None:
                continue
            if mention.name in _ACCUSED and (not is_near or _goes_on(pronoun, sentence)):
                return True  # "The district attorney had the defendant brought in. He told the police …"
            if not is_far and is_subject(mention, sentence) and _may_be(mention.name.lower(), gender, is_near):
                return True
    return False


def _last_named(pronoun: Mention, entity: Entity, sentences: list[Sentence]) -> int:
    """Give where somebody was last named before a pronoun; not where something is his: "Simms' aunt"."""
    for index in range(pronoun.sentence, -1, -1):
        for mention in reversed(sentences[index].mentions):
            if mention.entity is entity and mention.start < pronoun.start and not mention.is_possessive:
                return mention.start
    return -1


def _goes_on(pronoun: Mention, sentence: Sentence) -> bool:
    """Tell whether a clause of the same sentence goes on with a pronoun: "The suspect ran home, where he said"."""
    return bool(pronoun.first) and sentence.tokens[pronoun.first - 1].lower in _GOING_ON


def _may_be(noun: str, gender: str, is_near: bool) -> bool:
    if noun in EITHER | _ACCUSED:
        return not is_near
    return noun in (MEN if gender == "m" else WOMEN) or gender_of_kin(noun) == gender


def _is_kin_of(mention: Mention, sentence: Sentence, gender: str) -> bool:
    """Tell whether a possessor's relative of that gender is named: "Hale's wife Annie"."""
    tokens = sentence.tokens
    if mention.kind != "name" or not mention.is_possessive or mention.stop >= len(tokens):
        return False
    before = tokens[mention.first - 1].lower if mention.first else ""
    return before not in PREPOSITIONS and gender_of_kin(tokens[mention.stop].lower) == gender


def is_subject(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a noun phrase is the subject of its sentence or of a clause."""
    tokens = sentence.tokens
    before = tokens[mention.first - 1].lower if mention.first else ""
    if mention.is_possessive or before in PREPOSITIONS:
        return False
    if before == "," and any(m.kind == "name" and m.stop == mention.first - 1 for m in sentence.mentions):
        return False  # "Ann Roy, a teacher,"
    if mention.first == sentence.begin or before in _BEFORE_SUBJECT:
        return True
    after = tokens[mention.stop].lower if mention.stop < len(tokens) else ""
    return after in AUXILIARIES or after in IRREGULAR_PASTS or after.endswith("ed")
