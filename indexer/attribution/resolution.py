"""Who is meant by a source: a name, he or she, "who", "the mayor", "the agency"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable

from indexer.attribution.analysis import Analysis
from indexer.attribution.antecedents import body_before, name_in_next, person_before_who
from indexer.attribution.descriptions import (
    PARTY_NOUNS,
    PERSON_NOUNS,
    introduced_nouns,
    is_describing,
    is_explained,
    is_one_of_several,
    salient_person,
)
from indexer.attribution.elders import elder_or_younger, is_compared
from indexer.attribution.kin import KIN
from indexer.attribution.lexicon import TITLES_OF_NOUN
from indexer.attribution.model import Weights, score
from indexer.attribution.nameless import is_somebody
from indexer.attribution.nominals import (
    ORGANISATION_NOUNS,
    POSSESSIVES,
    bodies_by_head,
    gender_fits,
    is_description,
    is_known_by_whose,
    may_be_called,
    organisations_named,
    persons_of_title,
    words_of,
)
from indexer.attribution.parts import Entity, Mention
from indexer.attribution.pronoun_clues import HE_OR_SHE
from indexer.attribution.pronouns import LastSpeaker, Person, Pronouns
from indexer.attribution.relatives import by_last_name, is_known_kin, is_relative, owner_of, relative_of, relatives_in
from indexer.attribution.resolved import BY_NOUN, LIKELY, NOBODY_ELSE, SURE, UNSURE, Resolved
from indexer.attribution.voices import beginnings_of_bodies, is_place, may_speak_at_all, names_nobody
from indexer.attribution.words import word_set
from indexer.attribution.writings import is_writing, writer_of

_MOST_FITTING = 50
_BEGINNING = 1  # paragraphs, besides a headline
_INDEFINITE = word_set("a an one another")
_IN_STAND = word_set("testified testifies testifying testimony stand jurors jury")
_FARTHEST_SUBJECT = 2  # sentences
_FARTHEST_IT, _FARTHEST_ORGANISATION = 2, 4  # sentences


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
        self.relatives = relatives_in(self.sentences)[::-1]
        self.namesakes = by_last_name(self.entities)
        self.pronouns = Pronouns(self.sentences, sources, self.namesakes)
        self.bodies: set[str] | None = None
        self.introduced: dict[str, int] | None = None
        self.said: dict[int, Entity] = {}
        self.last_person: LastSpeaker | None = None
        self.last_nameless: Mention | None = None  # the last source if it is somebody without a name
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
        is_nobody = found is None or (found.how == "pronoun" and found.margin < 0)
        if is_nobody and is_somebody(source.name):
            self.last_nameless = source
        elif found is not None:
            self.last_nameless = None
            self.said[source.sentence] = found.entity
            if found.entity.type == "person":
                self.last_person = LastSpeaker(found.entity, source)
            else:
                self.last_organisation = LastSpeaker(found.entity, source)
        return found

    def _find(self, source: Mention) -> Resolved | None:
        self._link_relatives(source.start)
        if is_writing(source, self.sentences[source.sentence]):
            writer = writer_of(source, self.sentences, self.said)
            if writer is not None:
                return Resolved(writer, UNSURE, "noun")
        one = self._somebody(source)
        if one is not None or source.kind == "noun":
            return one
        if source.kind == "name" and is_describing(source, self.sentences[source.sentence]):
            return self._described(source, source.name.lower().split())  # "the Kanaga Republican"
        if source.entity is not None and (self._is_place(source.entity) or names_nobody(source.entity)):
            return None
        if source.entity is not None:
            may_speak = may_speak_at_all(source, self.sentences[source.sentence], self.usual)
            return Resolved(source.entity, SURE if may_speak and not source.is_ambiguous else UNSURE)
        if source.name in HE_OR_SHE:
            return self._he_or_she(source)
        if source.name == "who":
            person = person_before_who(source, self.sentences[source.sentence])
            return Resolved(person, SURE) if person is not None else None
        return self._last_organisation(source, _FARTHEST_IT) if source.name == "it" else None

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
        others = values[:best] + values[best + 1 :]
        entity = persons[best].entity
        entity.type = "person"  # even if only he or she tells so
        margin = values[best] - max([*others, score(self.weights, nobody)])
        if not others and margin > 0:
            margin = NOBODY_ELSE
        margin = min(margin, self.pronouns.most_margin(source, entity, persons, self.last_nameless))
        return Resolved(entity, margin, "pronoun")

    def _possible_persons(self, source: Mention) -> tuple[list[Person], list[str]]:
        self._link_subjects(source)
        persons = self.pronouns.possible_persons(source, self.last_person)
        return persons, self.pronouns.nameless(source, persons, self.last_nameless)

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
        return self._noun(source) if source.kind == "noun" else None

    def _link_relatives(self, before: int) -> None:
        """Link "his wife" and the like, up to a place, to whom they mean, who may be the "she" of what follows."""
        while self.relatives and self.relatives[-1].start <= before:
            mention = self.relatives.pop()
            last = self.last_person.entity if self.last_person else None
            mention.entity = relative_of(mention, self.sentences, self.namesakes, last)
            if mention.entity is not None:
                insort(self.sentences[mention.sentence].mentions, mention, key=lambda m: m.start)

    def _noun(self, source: Mention) -> Resolved | None:
        sentence = self.sentences[source.sentence]
        words = words_of(source, sentence)
        is_owned = sentence.tokens[source.first].lower in POSSESSIVES
        if words and words[-1] in ORGANISATION_NOUNS and not is_owned:
            return self._organisation(source, words)
        if is_relative(source, sentence):
            last = self.last_person.entity if self.last_person else None
            kin = relative_of(source, self.sentences, self.namesakes, last)
            if kin is not None:
                return Resolved(kin, LIKELY if is_known_kin(source, kin) else UNSURE, "noun")
        if not words:
            return self._named_later(source)
        fitting = self._fitting(words, persons_of_title) or self._fitting(words, bodies_by_head)
        owner = owner_of(source, self.sentences, None) if is_owned else None  # nobody is his own brother
        found = self._nearest(source, [entity for entity in fitting if entity is not owner])
        if found is not None or self._is_nameless(source, words[-1]):
            return found
        if words[-1] == "witness":
            return self._last_witness()
        if is_owned and not is_known_by_whose(words[-1]):
            return None
        described = self._subject_before(source, words) or self._described(source, words)
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
        fitting = self._fitting([noun], persons_of_title)
        later = [entity for entity in fitting if entity.starts[0] > source.start]
        if source.paragraph > _BEGINNING:
            later = [entity for entity in later if noun in entity.epithets and entity.epithets[noun].recalls]
        return Resolved(later[0], UNSURE, "noun") if len(later) == len(fitting) == 1 else None

    def _last_witness(self) -> Resolved | None:
        """Give who spoke last if that was in the witness stand."""
        if self.last_person is None:
            return None
        sentence = self.sentences[self.last_person.source.sentence]
        in_stand = any(token.lower in _IN_STAND for token in sentence.tokens)
        return Resolved(self.last_person.entity, UNSURE, "noun") if in_stand else None

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
        found = self._last_organisation(source, _FARTHEST_ORGANISATION)
        if found is not None and not may_be_called(words[-1], found.entity):
            found = None
        body = body_before(source, words[-1], self.sentences, self.entities) if found is None else None
        return Resolved(body, UNSURE, "noun") if body is not None else found

    def _nearest(self, source: Mention, fitting: list[Entity]) -> Resolved | None:
        """Choose the one of several named last before the source; one named only later must be the only one."""
        index = bisect_left(fitting, source.start, key=lambda entity: entity.starts[0])
        named_before = fitting[max(0, index - _MOST_FITTING) : index]
        before = [(entity.starts[bisect_left(entity.starts, source.start) - 1], entity) for entity in named_before]
        if before:
            nearest = max(before, key=lambda pair: pair[0])[1]
            return Resolved(nearest, BY_NOUN if len(fitting) == 1 else UNSURE, "noun")
        return Resolved(fitting[0], LIKELY, "noun") if len(fitting) == 1 else None

    def _last_organisation(self, source: Mention, sentences: int) -> Resolved | None:
        last = self.last_organisation
        if last is None or source.sentence - last.source.sentence > sentences:
            return None
        return Resolved(last.entity, LIKELY, "noun")

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
        if self._is_office_of_another(words[-1], entity):
            return None
        return Resolved(entity, UNSURE, "noun")

    def _is_office_of_another(self, noun: str, entity: Entity) -> bool:
        """Tell whether a noun is that of an office, whose bearer has a name elsewhere: not who has just spoken."""
        has_spoken = self.last_person is not None and self.last_person.entity is entity
        return noun in TITLES_OF_NOUN and not has_spoken

    def _is_nameless(self, source: Mention, noun: str) -> bool:
        """Tell whether a noun means somebody else than whom the text is about: "a barber" of before, "the older"."""
        if self.introduced is None:
            self.introduced = introduced_nouns(self.sentences)
        is_new = self.introduced.get(noun, source.start) < source.start or is_explained(source, self.sentences)
        return is_new or is_one_of_several(source, self.sentences[source.sentence])

    def _described(self, source: Mention, words: list[str]) -> Resolved | None:
        """Find whom "the barber" describes: the person that the text just before is about."""
        noun = words[-1]
        is_described = is_describing(source, self.sentences[source.sentence])
        if not is_described or not (noun in PERSON_NOUNS or is_description(words)):
            return None
        last = self.last_person.source if self.last_person else None
        entity = salient_person(source, self.sentences, last, noun)
        if entity is None or not gender_fits(noun, entity):
            return None
        if entity.role and (noun not in PARTY_NOUNS or words == ["nominee"]):
            return None  # known for something else
        if self._is_office_of_another(noun, entity):
            return None
        return Resolved(entity, UNSURE, "noun")
