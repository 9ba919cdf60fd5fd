"""Who spoke last, as far as a text has been read: a person, a body, or somebody without a name."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.phrases.pronoun_clues import asks
from indexer.attribution.resolution.resolved import LIKELY, Resolved
from indexer.attribution.text.parts import Entity, Mention, Sentence


@dataclass(frozen=True, slots=True)
class LastSpeaker:
    """Who spoke last, and the source that said so."""

    entity: Entity
    source: Mention


@dataclass(slots=True)
class LastSpeakers:
    """The last person and body that spoke.

    ``asker``: the last person who asked something; ``nameless``: the last source if that is somebody without a name.
    """

    person: LastSpeaker | None = None
    organisation: LastSpeaker | None = None
    asker: LastSpeaker | None = None
    nameless: Mention | None = None

    def note(self, entity: Entity, source: Mention, sentence: Sentence) -> None:
        """Note who speaks in a sentence."""
        self.nameless = None
        if entity.type == "person":
            self.person = LastSpeaker(entity, source)
            if asks(source, sentence):
                self.asker = self.person
        else:
            self.organisation = LastSpeaker(entity, source)

    def organisation_within(self, source: Mention, sentences: int) -> Resolved | None:
        """Give the last body that spoke as whom a source means, if that is at most so many sentences before."""
        last = self.organisation
        if last is None or source.sentence - last.source.sentence > sentences:
            return None
        return Resolved(last.entity, LIKELY, "noun")
