"""Whom a source means that is a noun phrase: "the mayor", "his wife", "the actuary", "the company"."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

from indexer.attribution.phrases.descriptions import (
    PARTY_NOUNS,
    PERSON_NOUNS,
    introduced_nouns,
    is_describing,
    is_explained,
    is_of_anybody,
    is_one_of_several,
    salient_person,
)
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.nominals import (
    ORGANISATION_NOUNS,
    POSSESSIVES,
    gender_fits,
    is_description,
    is_known_by_whose,
    may_mean_person,
    persons_of_title,
    said_by,
    said_of,
    words_of,
)
from indexer.attribution.phrases.offices import office_in_full
from indexer.attribution.resolution.antecedents import (
    candidate_of_campaign,
    name_behind,
    name_heading_next,
    name_in_next,
    nearest_named,
)
from indexer.attribution.resolution.body_nouns import BodyNouns
from indexer.attribution.resolution.last_speakers import LastSpeakers
from indexer.attribution.resolution.nameless import is_anonymous, is_somebody
from indexer.attribution.resolution.relatives import is_known_kin, is_relative, owner_of, relative_of
from indexer.attribution.resolution.resolved import BY_NOUN, LIKELY, UNSURE, Resolved
from indexer.attribution.text.lexicon import TITLES_OF_NOUN
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

_RUNNING = (["candidate"], ["nominee"])
_BEGINNING = 1  # paragraphs, besides a headline
_INDEFINITE = word_set("a an one another")
_IN_STAND = word_set("testified testifies testifying testimony stand jurors jury")


class Nouns:
    """Tells whom the noun phrases of one text mean; ``last`` says who has spoken so far."""

    def __init__(
        self,
        sentences: list[Sentence],
        entities: list[Entity],
        namesakes: dict[str, list[Entity]],
        last: LastSpeakers,
    ) -> None:
        """``namesakes``: persons of full names by last name."""
        self.sentences = sentences
        self.entities = entities
        self.namesakes = namesakes
        self.last = last
        self.epithets = {noun for entity in entities for noun in entity.epithets}
        self.said: defaultdict[str, list[int]] = defaultdict(list)
        for number, entity in enumerate(entities):
            for word in () if entity.is_dead else said_of(entity):
                self.said[word].append(number)
        self.bodies = BodyNouns(sentences, entities, last)
        self.persons: dict[str, list[Entity]] = {}
        self.introduced: dict[str, int] | None = None

    def link_titles(self) -> None:
        """Link "the mayor" to the one mayor of the article, who may be the "she" of the next sentence."""
        for sentence in self.sentences:
            for mention in sentence.mentions:
                if mention.kind == "noun" and mention.entity is None:
                    words = words_of(mention, sentence)
                    fitting = self._persons(words) if words else []
                    if len(fitting) == 1 and fitting[0].starts[0] < mention.start:
                        mention.entity = fitting[0]

    def resolve(self, source: Mention) -> Resolved | None:
        """Tell who is meant, or None: nothing is guessed."""
        sentence = self.sentences[source.sentence]
        words = words_of(source, sentence)
        is_owned = sentence.tokens[source.first].lower in POSSESSIVES
        if words and words[-1] in ORGANISATION_NOUNS and not is_owned:
            return self.bodies.resolve(source, words)
        if is_relative(source, sentence):
            last = self.last.person.entity if self.last.person else None
            kin = relative_of(source, self.sentences, self.namesakes, last)
            if kin is not None:
                return Resolved(kin, LIKELY if is_known_kin(source, kin) else UNSURE, "noun")
        if not words:
            return self._named_later(source)
        if is_anonymous(sentence):
            return None
        if words in _RUNNING:
            candidate = candidate_of_campaign(source, self.sentences, self.namesakes)
            if candidate is not None:
                return Resolved(candidate, LIKELY, "noun")
        fitting = self._persons(words) or self.bodies.of_head(words)
        owner = owner_of(source, self.sentences, None) if is_owned else None  # nobody is his own brother
        found = nearest_named(source, [entity for entity in fitting if entity is not owner])
        if found is not None or self._is_nameless(source, words[-1]):
            return found
        if words[-1] == "witness":
            return self._last_witness()
        if is_owned and not is_known_by_whose(words[-1]):
            return None
        described = (
            self._subject_before(source, words) or self.described(source, words) or self._introduced_next(source)
        )
        return described if described is None or described.entity is not owner else None

    def _named_later(self, source: Mention) -> Resolved | None:
        """Find who "a judge" or "a man in a hat" is whom the story names only after this.

        Either the next sentence says so, "He is Tom Hale, 34"; or it recalls him, "the neighbor, Tom Hale,"; or the
        noun stands at the story's beginning, and it has one judge.
        """
        tokens = self.sentences[source.sentence].tokens[source.first : source.stop]
        if tokens[0].lower not in _INDEFINITE:
            return None
        named = name_in_next(source, self.sentences)
        if named is not None:
            return Resolved(named, LIKELY, "noun")
        noun = tokens[-1].lower
        fitting = self._persons([noun])
        later = [entity for entity in fitting if entity.starts[0] > source.start]
        if source.paragraph > _BEGINNING:
            later = [entity for entity in later if noun in entity.epithets and entity.epithets[noun].recalls]
        if len(later) == len(fitting) == 1:
            return Resolved(later[0], UNSURE, "noun")
        return self._introduced_next(source)

    def _introduced_next(self, source: Mention) -> Resolved | None:
        """Find whom the story tells of, by the name at the head of the next sentence or paragraph."""
        is_beginning = source.paragraph <= _BEGINNING
        named = name_heading_next(source, self.sentences) if is_beginning else None
        if named is not None:
            return Resolved(named, LIKELY, "noun")
        named = name_behind(source, self.sentences, is_beginning)
        return Resolved(named, UNSURE, "noun") if named is not None else None

    def _last_witness(self) -> Resolved | None:
        """Give who spoke last if that was in the witness stand."""
        if self.last.person is None:
            return None
        sentence = self.sentences[self.last.person.source.sentence]
        in_stand = any(token.lower in _IN_STAND for token in sentence.tokens)
        return Resolved(self.last.person.entity, UNSURE, "noun") if in_stand else None

    def _persons(self, words: list[str]) -> list[Entity]:
        """Give the persons whom a noun phrase may mean by their titles, or by what the text says that they are."""
        in_full = office_in_full(words)
        return self._called(words) or (self._called(in_full) if in_full != words else [])

    def _called(self, words: list[str]) -> list[Entity]:
        if words[-1] not in self.epithets and not may_mean_person(words):
            return []
        key = " ".join(words)
        if key not in self.persons:
            numbers = sorted({number for word in said_by(words) for number in self.said.get(word, ())})
            self.persons[key] = persons_of_title(words, [self.entities[number] for number in numbers])
        return self.persons[key]

    def _subject_before(self, source: Mention, words: list[str]) -> Resolved | None:
        """Find whom "the sixth grader" describes: the only person of the sentence before, who is its subject."""
        if not source.sentence or not is_description(words) or self._is_of_thing(source):
            return None
        sentence = self.sentences[source.sentence - 1]
        persons = [m for m in sentence.mentions if m.entity is not None and m.entity.type == "person"]
        is_subject = len({id(m.entity) for m in persons}) == 1 and persons[0].first == sentence.begin
        named = list(islice((e for e in self.entities if e.type == "person" and e.starts[0] < source.start), 2))
        entity = persons[0].entity if is_subject else named[0] if len(named) == 1 else None
        if entity is None or not gender_fits(words[-1], entity):
            return None
        if entity.role is not None and words[-1] not in KIN and not is_of_anybody(words[-1]):
            return None  # known for something else
        if self._is_office_of_another(words[-1], entity):
            return None
        return Resolved(entity, self._surety(entity, source), "noun")

    def _surety(self, entity: Entity, source: Mention) -> float:
        """Give how sure it is that a description means somebody: very, if the story has told of no other person."""
        if self.introduced is None:
            self.introduced = introduced_nouns(self.sentences)
        is_alone = self.last.nameless is None and not any(map(is_somebody, self.introduced))
        others = (e for e in self.entities if e.type == "person" and e is not entity and e.starts[0] < source.start)
        return BY_NOUN if is_alone and next(others, None) is None else UNSURE

    def _is_of_thing(self, source: Mention) -> bool:
        """Tell whether a noun is somebody of a thing: "the store’s guard"."""
        tokens = self.sentences[source.sentence].tokens[source.first : source.stop - 1]
        return any(token.is_possessive for token in tokens)

    def _is_office_of_another(self, noun: str, entity: Entity) -> bool:
        """Tell whether a noun is that of an office, whose bearer has a name elsewhere: not who has just spoken."""
        has_spoken = self.last.person is not None and self.last.person.entity is entity
        return noun in TITLES_OF_NOUN and not has_spoken

    def _is_nameless(self, source: Mention, noun: str) -> bool:
        """Tell whether a noun means somebody else than whom the text is about: "a barber" of before, "the older"."""
        if self.introduced is None:
            self.introduced = introduced_nouns(self.sentences)
        is_new = self.introduced.get(noun, source.start) < source.start or is_explained(source, self.sentences)
        return is_new or is_one_of_several(source, self.sentences[source.sentence])

    def described(self, source: Mention, words: list[str]) -> Resolved | None:
        """Find whom "the barber" describes: the person that the text just before is about."""
        noun = words[-1]
        is_described = is_describing(source, self.sentences[source.sentence])
        if not is_described or not (noun in PERSON_NOUNS or is_description(words)):
            return None
        last = self.last.person.source if self.last.person else None
        entity = salient_person(source, self.sentences, last, noun)
        if entity is None or not gender_fits(noun, entity):
            return None
        if entity.role and not is_of_anybody(noun) and (noun not in PARTY_NOUNS or words == ["nominee"]):
            return None  # known for something else
        if self._is_office_of_another(noun, entity):
            return None
        return Resolved(entity, self._surety(entity, source), "noun")
