"""What stands just before a source that refers back: the person before "who", the body before "the company"."""

from __future__ import annotations

from indexer.attribution.lexicon import PREPOSITIONS, ROLE_NOUNS
from indexer.attribution.nominals import is_organisation_like, is_subject_body, may_be_called
from indexer.attribution.parts import Entity, Mention, Sentence

_FARTHEST_BODY = 3  # sentences


def person_before_who(source: Mention, sentence: Sentence) -> Entity | None:
    """Give the person before "who", across "of the Harbor Commission," and ", a council member,"."""
    tokens = sentence.tokens
    end = source.first
    for mention in reversed(sentence.mentions):
        if mention.stop > end:
            continue
        while end > mention.stop and tokens[end - 1].lower in ROLE_NOUNS:
            end -= 1  # "chairman" of "Hollis Grandy, chairman of the Harbor Commission, who"
        has_comma = tokens[end - 1].word == ","
        if end - mention.stop > has_comma:
            return None
        if mention.entity is not None and mention.entity.type == "person":
            return mention.entity
        before = tokens[mention.first - 1] if mention.first else None
        if before is None or not (before.word == "," or before.lower in PREPOSITIONS):
            return None
        end = mention.first if before.word == "," else mention.first - 1
    return None


def body_before(source: Mention, noun: str, sentences: list[Sentence]) -> Entity | None:
    """Find the body that was the subject of a sentence just before, or that was named last."""
    first = max(0, source.sentence - _FARTHEST_BODY)
    bodies = [
        (mention, sentence)
        for sentence in reversed(sentences[first : source.sentence + 1])
        for mention in reversed(sentence.mentions)
        if mention.start < source.start and _is_body(mention, noun)
    ]
    subjects = [mention for mention, sentence in bodies if is_subject_body(mention, sentence)]
    named = [mention for mention, _ in bodies if mention.entity and is_organisation_like(mention.entity)]
    return next((mention.entity for mention in subjects + named), None)


def _is_body(mention: Mention, noun: str) -> bool:
    entity = mention.entity
    return entity is not None and entity.type == "organisation" and may_be_called(noun, entity)
