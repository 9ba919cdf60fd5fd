"""Which body a noun means: "the agency", "the hospital", "the sheriff's office", "the union"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from indexer.attribution.entities.acronyms import is_acronym
from indexer.attribution.phrases.bodies import bodies_of_kind, firms_in, is_of_one, may_be_called
from indexer.attribution.phrases.nominals import bodies_by_head, organisations_named
from indexer.attribution.resolution.antecedents import body_before, nearest_named
from indexer.attribution.resolution.last_speakers import LastSpeakers
from indexer.attribution.resolution.phrase_bodies import bodies_in_phrases
from indexer.attribution.resolution.resolved import UNSURE, Resolved
from indexer.attribution.text.parts import Entity, Mention, Sentence

_FARTHEST = 4  # sentences
_MOST_BEFORE = 50


class BodyNouns:
    """Tells which bodies the nouns of one text mean; ``last`` says who has spoken so far."""

    def __init__(self, sentences: list[Sentence], entities: list[Entity], last: LastSpeakers) -> None:
        self.sentences = sentences
        self.entities = entities
        self.last = last
        self.firms = firms_in(entities)
        self.found: dict[str, list[Entity]] = {}
        self.in_phrases: list[Entity] | None = None

    def of_head(self, words: list[str]) -> list[Entity]:
        """Give the bodies that a noun phrase ends the name of: "the service" of the Rill Ferry Service."""
        return self._fitting(words, bodies_by_head)

    def resolve(self, source: Mention, words: list[str]) -> Resolved | None:
        """Tell which body the words of a noun phrase mean, or None: nothing is guessed.

        Its name has all of them; or it has just spoken or been told of, and its name says nothing else; or, of a
        noun like "hospital", its name says that it is one.
        """
        named = self._fitting(words, organisations_named) or self._fitting(words, self._named_in_phrases)
        if named:
            return nearest_named(source, named)
        if len(words) > 1 or self._is_another(source):
            return None
        of_kind = self._fitting(words, bodies_of_kind)
        found = self.last.organisation_within(source, _FARTHEST)
        if found is not None and not may_be_called(words[-1], found.entity):
            found = None
        before = _named_before(source, of_kind) if is_of_one(words[-1]) else []
        if before and (found is None or not _may_be_one(found.entity, before)):
            return nearest_named(source, before)
        body = body_before(source, words[-1], self.sentences, self.firms) if found is None else None
        if body is not None:
            return Resolved(body, UNSURE, "noun")
        return found or (nearest_named(source, of_kind) if len(of_kind) == 1 else None)

    def _fitting(self, words: list[str], find: Callable[[list[str], list[Entity]], list[Entity]]) -> list[Entity]:
        """Give the entities that fit a noun phrase, by first mention; each phrase is looked up once."""
        key = find.__name__ + " " + " ".join(words)
        if key not in self.found:
            self.found[key] = find(words, self.entities)
        return self.found[key]

    def _named_in_phrases(self, words: list[str], _: list[Entity]) -> list[Entity]:
        """Give the bodies of a name that the text has only within noun phrases."""
        if self.in_phrases is None:
            self.in_phrases = bodies_in_phrases(self.sentences)
        return organisations_named(words, self.in_phrases)

    def _is_another(self, source: Mention) -> bool:
        """Tell whether a noun's body is told apart from those named: "the agency that enforces the rule"."""
        tokens = self.sentences[source.sentence].tokens
        return source.stop < len(tokens) and tokens[source.stop].lower == "that"


def _named_before(source: Mention, bodies: list[Entity]) -> list[Entity]:
    index = bisect_left(bodies, source.start, key=lambda entity: entity.starts[0])
    return bodies[max(0, index - _MOST_BEFORE) : index]


def _may_be_one(entity: Entity, others: list[Entity]) -> bool:
    """Tell whether a body may be what others are: it is one of them, or its initials do not say."""
    return is_acronym(entity.name) or any(entity is other for other in others)
