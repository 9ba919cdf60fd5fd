"""Who asks and who answers in an interview whose labels name nobody: "Q.", "A.", "WEEKLY:"."""

from __future__ import annotations

from collections import Counter

from indexer.attribution.analysis import Analysis
from indexer.attribution.parts import Entity, Sentence
from indexer.attribution.words import word_set

_INTERVIEWING = word_set(
    "talked spoke sat chatted interviewed interview interviewer questioned questioning asked asks met led conversation"
)
_THIRD_PERSON = word_set("he she him her they them")


def interviewee_of(analysis: Analysis, before: int, interviewer: Entity | None = None) -> Entity | None:
    """Give the person named most, and first, before the interview begins; subjects of sentences count twice."""
    counts: Counter[int] = Counter()
    for sentence in analysis.sentences:
        for mention in sentence.mentions:
            if mention.kind == "name" and mention.entity is not None and mention.start < before:
                counts[id(mention.entity)] += 2 if mention.first == sentence.begin else 1
    persons = [e for e in analysis.entities if e.type == "person" and e.starts[0] < before and e is not interviewer]
    return max(persons, key=lambda entity: (counts[id(entity)], -entity.starts[0]), default=None)


def interviewer_of(sentences: list[Sentence]) -> Entity | None:
    """Give who asks: the one person named in the last sentence before an interview that tells of talk with him or her.

    "She talked with KQND's Ann Bell", "The editor, Ann Bell, asked her to sit".
    """
    for sentence in reversed(sentences):
        words = {token.lower for token in sentence.tokens}
        persons = {id(m.entity): m.entity for m in sentence.mentions if m.entity is not None and _may_ask(m.entity)}
        if words & _INTERVIEWING and words & _THIRD_PERSON and len(persons) == 1:
            return next(iter(persons.values()))
    return None


def _may_ask(entity: Entity) -> bool:
    return entity.type == "person" or (entity.may_be_person and entity.is_full_name)
