"""Who is meant by a source: a name, he or she, "who", "the mayor", "the agency"."""

from __future__ import annotations

from bisect import insort
from collections.abc import Container

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.entities.elders import elder_or_younger, is_compared
from indexer.attribution.mentions.voices import (
    are_several,
    beginnings_of_bodies,
    is_place,
    may_speak_at_all,
    names_nobody,
)
from indexer.attribution.model import Weights, score
from indexer.attribution.phrases.descriptions import is_describing
from indexer.attribution.phrases.pronoun_clues import HE_OR_SHE
from indexer.attribution.resolution.antecedents import person_before_who
from indexer.attribution.resolution.last_speakers import LastSpeakers
from indexer.attribution.resolution.nameless import is_somebody
from indexer.attribution.resolution.nouns import Nouns
from indexer.attribution.resolution.papers import Papers
from indexer.attribution.resolution.pronouns import Person, Pronouns
from indexer.attribution.resolution.relatives import by_last_name, relative_of, relatives_in
from indexer.attribution.resolution.resolved import NOBODY_ELSE, SURE, UNSURE, Resolved
from indexer.attribution.resolution.writings import is_writing, writer_of
from indexer.attribution.text.parts import Entity, Mention

_FARTHEST_SUBJECT, _FARTHEST_IT = 2, 2  # sentences


class Resolver:
    """Resolves the sources of one text, which must come in their order in the text."""

    def __init__(
        self, analysis: Analysis, sources: set[int], weights: Weights, relayed: Container[int] = frozenset()
    ) -> None:
        """``sources``: the ids of the mentions that are sources; a person who speaks is likelier to be he or she.

        ``weights``: those by which the persons are ranked whom he or she can mean; ``relayed``: the ids of sources
        whom somebody else quotes: behind "Tass quoted the ministry as saying" the agency is Tass.
        """
        self.weights = weights
        self.relayed = relayed
        self.sentences = analysis.sentences
        self.entities = analysis.entities
        self.usual = analysis.usual
        self.sources = sources
        self.relatives = relatives_in(self.sentences)[::-1]
        self.namesakes = by_last_name(self.entities)
        self.pronouns = Pronouns(self.sentences, sources, self.namesakes)
        self.bodies: set[str] | None = None
        self.said: dict[int, Entity] = {}
        self.last = LastSpeakers()
        self.nouns = Nouns(self.sentences, self.entities, self.namesakes, self.last)
        self.nouns.link_titles()
        self.papers = Papers(self.sentences, self.nouns.bodies)

    def resolve(self, source: Mention) -> Resolved | None:
        """Tell who is meant, or None: nothing is guessed."""
        found = self._find(source)
        is_nobody = found is None or (found.how == "pronoun" and found.margin < 0)
        if is_nobody and is_somebody(source.name):
            self.last.nameless = source
        elif found is not None and (found.entity.type == "person" or id(source) not in self.relayed):
            self.said[source.sentence] = found.entity
            self.last.note(found.entity, source, self.sentences[source.sentence])
        return found

    def _find(self, source: Mention) -> Resolved | None:
        self._link_relatives(source.start)
        maker = self.papers.resolve(source)
        if maker is not None:
            return maker
        if is_writing(source, self.sentences[source.sentence]):
            writer = writer_of(source, self.sentences, self.said)
            if writer is not None:
                return Resolved(writer, UNSURE, "noun")
        one = self._somebody(source)
        if one is not None or source.kind == "noun":
            return one
        if source.kind == "name" and is_describing(source, self.sentences[source.sentence]):
            return self.nouns.described(source, source.name.lower().split())  # "the Kanaga Republican"
        if source.entity is not None:
            return self.named(source)
        if source.name in HE_OR_SHE:
            return self._he_or_she(source)
        if source.name == "who":
            person = person_before_who(source, self.sentences[source.sentence])
            return Resolved(person, SURE) if person is not None else None
        return self.last.organisation_within(source, _FARTHEST_IT) if source.name == "it" else None

    def named(self, source: Mention) -> Resolved | None:
        """Tell who is meant by a name, wherever it stands; None where it is a place's, or nobody's."""
        entity = source.entity if source.kind != "noun" else None
        if entity is None or self._is_place(entity) or names_nobody(entity):
            return None
        if are_several(source, self.sentences[source.sentence], self.usual):
            return None
        may_speak = may_speak_at_all(source, self.sentences[source.sentence], self.usual)
        return Resolved(entity, SURE if may_speak and not source.is_ambiguous else UNSURE)

    def _is_place(self, entity: Entity) -> bool:
        if self.bodies is None:
            self.bodies = beginnings_of_bodies(self.entities)
        return is_place(entity, self.bodies)

    def _he_or_she(self, source: Mention) -> Resolved | None:
        persons, nobody = self._possible_persons(source)
        if not persons:
            return None
        values = [score(self.weights, person.features) for person in persons]
        best = max(range(len(persons)), key=values.__getitem__)
        entity = persons[best].entity
        others = [value for value, person in zip(values, persons, strict=True) if person.entity is not entity]
        entity.type = "person"  # even if only he or she tells so
        margin = values[best] - max([*others, score(self.weights, nobody)])
        if not others and margin > 0:
            margin = NOBODY_ELSE
        margin = min(margin, self.pronouns.most_margin(source, entity, persons, self.last.nameless))
        return Resolved(entity, margin, "pronoun")

    def _possible_persons(self, source: Mention) -> tuple[list[Person], list[str]]:
        self._link_subjects(source)
        persons = self.pronouns.possible_persons(source, self.last.person, self.last.asker)
        return persons, self.pronouns.nameless(source, persons, self.last.nameless)

    def _link_subjects(self, source: Mention) -> None:
        """Link the nouns that the sentences just before a pronoun are about: "The pitcher understands that."."""
        for index in range(max(0, source.sentence - _FARTHEST_SUBJECT), source.sentence + 1):
            sentence = self.sentences[index]
            noun = sentence.mentions[0] if sentence.mentions else None
            if noun is None or noun.kind != "noun" or noun.first != sentence.begin or noun.start > source.start:
                continue
            if noun.entity is None and id(noun) not in self.sources and is_somebody(noun.name):
                found = self._somebody(noun)
                if found is not None and found.entity.type == "person":
                    noun.entity = found.entity

    def _somebody(self, source: Mention) -> Resolved | None:
        """Find whom a noun means, or one of two persons: "the older"."""
        if is_compared(source, self.sentences[source.sentence]):
            one = elder_or_younger(source, self.sentences, self.namesakes)
            if one is not None:
                return Resolved(one, UNSURE, "noun")
        return self.nouns.resolve(source) if source.kind == "noun" else None

    def _link_relatives(self, before: int) -> None:
        """Link "his wife" and the like, up to a place, to whom they mean, who may be the "she" of what follows."""
        while self.relatives and self.relatives[-1].start <= before:
            mention = self.relatives.pop()
            last = self.last.person.entity if self.last.person else None
            mention.entity = relative_of(mention, self.sentences, self.namesakes, last)
            if mention.entity is not None:
                insort(self.sentences[mention.sentence].mentions, mention, key=lambda m: m.start)
