"""Who is meant by a source: a name, he or she, "who", "the mayor", "the agency"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from indexer.attribution.analysis import Analysis
from indexer.attribution.bystanders import may_be_nameless
from indexer.attribution.kin import KIN
from indexer.attribution.lexicon import PLACES, PREPOSITIONS, ROLE_NOUNS, TITLES_OF_NOUN
from indexer.attribution.model import Weights, score
from indexer.attribution.nominals import (
    ORGANISATION_NOUNS,
    gender_fits,
    is_description,
    is_organisation_like,
    is_subject_body,
    may_be_called,
    organisations_named,
    persons_of_title,
    words_of,
)
from indexer.attribution.parts import Entity, Mention
from indexer.attribution.pronouns import HE_OR_SHE, LastSpeaker, Person, possible_persons
from indexer.attribution.voices import may_speak_at_all

How = Literal["name", "pronoun", "noun"]

SURE = 1.0  # the share of such resolutions that are right: a name
_BY_NOUN = 0.9  # "the mayor" where one person is mayor
_LIKELY = 0.8
_UNSURE = 0.5
NOBODY_ELSE = 50.0  # the margin of fit where nobody else fits
_MOST_FITTING = 50
_FARTHEST_BODY = 3  # sentences
_OFTEN = 3  # mentions
_FARTHEST_IT, _FARTHEST_ORGANISATION = 2, 4  # sentences


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity behind a source, how it was found, and how sure that is.

    ``margin``: for he and she the margin of fit over the next person, else the share that is right.
    """

    entity: Entity
    margin: float
    how: How = "name"


class Resolver:
    """Resolves the sources of one text, which must come in their order in the text."""

    def __init__(self, analysis: Analysis, sources: set[int], weights: Weights) -> None:
        """``sources``: the ids of the mentions that are sources; a person who speaks is likelier to be he or she.

        ``weights``: those by which the persons are ranked whom he or she can mean.
        """
        self.weights = weights
        self.sentences = analysis.sentences
        self.entities = analysis.entities
        self.usual = analysis.usual
        self.sources = sources
        self.found: dict[str, list[Entity]] = {}
        self._link_titles()
        self.last_person: LastSpeaker | None = None
        self.last_organisation: LastSpeaker | None = None

    def _link_titles(self) -> None:
        """Link "the mayor" to the one mayor of the article, who may be the "she" of the next sentence."""
        for sentence in self.sentences:
            for mention in sentence.mentions:
                if mention.kind == "noun" and mention.entity is None:
                    words = words_of(mention, sentence)
                    fitting = self._fitting(words, persons_of_title) if words else []
                    if len(fitting) == 1 and fitting[0].starts[0] < mention.start:
                        mention.entity = fitting[0]

    def resolve(self, source: Mention) -> Resolved | None:
        """Tell who is meant, or None: nothing is guessed."""
        found = self._find(source)
        if found is not None:
            if found.entity.type == "person":
                self.last_person = LastSpeaker(found.entity, source)
            else:
                self.last_organisation = LastSpeaker(found.entity, source)
        return found

    def _find(self, source: Mention) -> Resolved | None:
        if source.kind == "noun":
            return self._noun(source)
        if source.entity is not None and source.entity.name.split()[-1] in PLACES:
            return None
        if source.entity is not None:
            may_speak = may_speak_at_all(source, self.sentences[source.sentence], self.usual)
            return Resolved(source.entity, SURE if may_speak and not source.is_ambiguous else _UNSURE)
        if source.name in HE_OR_SHE:
            return self._he_or_she(source)
        if source.name == "who":
            return self._who(source)
        return self._last_organisation(source, _FARTHEST_IT) if source.name == "it" else None

    def _he_or_she(self, source: Mention) -> Resolved | None:
        persons = self._possible_persons(source)
        if not persons:
            return None
        values = [score(self.weights, person.features) for person in persons]
        best = max(range(len(persons)), key=values.__getitem__)
        others = values[:best] + values[best + 1 :]
        entity = persons[best].entity
        entity.type = "person"  # even if only he or she tells so
        margin = values[best] - max(others) if others else NOBODY_ELSE
        if may_be_nameless(source, entity, self.sentences):
            margin = min(margin, 0.0)
        return Resolved(entity, margin, "pronoun")

    def _possible_persons(self, source: Mention) -> list[Person]:
        return possible_persons(source, self.sentences, self.sources, self.last_person)

    def _who(self, source: Mention) -> Resolved | None:
        """Resolve "who": the person before it, across "of the Harbor Commission," and ", a council member,"."""
        tokens = self.sentences[source.sentence].tokens
        end = source.first
        for mention in reversed(self.sentences[source.sentence].mentions):
            if mention.stop > end:
                continue
            while end > mention.stop and tokens[end - 1].lower in ROLE_NOUNS:
                end -= 1  # "chairman" of "Hollis Grandy, chairman of the Harbor Commission, who"
            has_comma = tokens[end - 1].word == ","
            if end - mention.stop > has_comma:
                return None
            if mention.entity is not None and mention.entity.type == "person":
                return Resolved(mention.entity, SURE)
            before = tokens[mention.first - 1] if mention.first else None
            if before is None or not (before.word == "," or before.lower in PREPOSITIONS):
                return None
            end = mention.first if before.word == "," else mention.first - 1
        return None

    def _noun(self, source: Mention) -> Resolved | None:
        words = words_of(source, self.sentences[source.sentence])
        if not words:
            return None
        if words[-1] in ORGANISATION_NOUNS:
            return self._organisation(source, words)
        found = self._nearest(source, self._fitting(words, persons_of_title))
        return found or self._subject_before(source, words)

    def _fitting(self, words: list[str], find: Callable[[list[str], list[Entity]], list[Entity]]) -> list[Entity]:
        """Give the entities that fit a noun phrase, by first mention; each phrase is looked up once."""
        key = find.__name__ + " " + " ".join(words)
        if key not in self.found:
            self.found[key] = find(words, self.entities)
        return self.found[key]

    def _organisation(self, source: Mention, words: list[str]) -> Resolved | None:
        named = self._fitting(words, organisations_named)
        if named:
            return self._nearest(source, named)
        if len(words) > 1:
            return None
        return self._last_organisation(source, _FARTHEST_ORGANISATION) or self._organisation_before(source, words[-1])

    def _nearest(self, source: Mention, fitting: list[Entity]) -> Resolved | None:
        """Choose the one of several named last before the source; one named only later must be the only one."""
        index = bisect_left(fitting, source.start, key=lambda entity: entity.starts[0])
        named_before = fitting[max(0, index - _MOST_FITTING) : index]
        before = [(entity.starts[bisect_left(entity.starts, source.start) - 1], entity) for entity in named_before]
        if before:
            nearest = max(before, key=lambda pair: pair[0])[1]
            return Resolved(nearest, _BY_NOUN if len(fitting) == 1 else _UNSURE, "noun")
        return Resolved(fitting[0], _LIKELY, "noun") if len(fitting) == 1 else None

    def _last_organisation(self, source: Mention, sentences: int) -> Resolved | None:
        last = self.last_organisation
        if last is None or source.sentence - last.source.sentence > sentences:
            return None
        return Resolved(last.entity, _LIKELY, "noun")

    def _organisation_before(self, source: Mention, noun: str) -> Resolved | None:
        """Find the body that was the subject of a sentence just before, or that was named last."""
        first = max(0, source.sentence - _FARTHEST_BODY)
        bodies = [
            (mention, sentence)
            for sentence in reversed(self.sentences[first : source.sentence + 1])
            for mention in reversed(sentence.mentions)
            if mention.start < source.start and _is_body(mention, noun)
        ]
        subjects = [mention for mention, sentence in bodies if is_subject_body(mention, sentence)]
        named = [mention for mention, _ in bodies if mention.entity and is_organisation_like(mention.entity)]
        for mention in subjects + named:
            if mention.entity is not None:
                return Resolved(mention.entity, _UNSURE, "noun")
        return None

    def _subject_before(self, source: Mention, words: list[str]) -> Resolved | None:
        """Find whom "the sixth grader" describes: the only person of the sentence before, who is its subject."""
        if not source.sentence or not is_description(words):
            return None
        sentence = self.sentences[source.sentence - 1]
        persons = [m for m in sentence.mentions if m.entity is not None and m.entity.type == "person"]
        is_subject = len({id(m.entity) for m in persons}) == 1 and persons[0].first == sentence.begin
        named = [e for e in self.entities if e.type == "person" and e.starts[0] < source.start]
        entity = persons[0].entity if is_subject else named[0] if len(named) == 1 else None
        if entity is None or not gender_fits(words[-1], entity):
            return None
        if entity.role is not None and words[-1] not in KIN:
            return None  # known for something else
        if words[-1] in TITLES_OF_NOUN and entity.mentions < _OFTEN:
            return None  # an office has a name elsewhere
        return Resolved(entity, _UNSURE, "noun")


def _is_body(mention: Mention, noun: str) -> bool:
    entity = mention.entity
    return entity is not None and entity.type == "organisation" and may_be_called(noun, entity)
