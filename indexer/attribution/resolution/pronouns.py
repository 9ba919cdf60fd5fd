"""Who he or she is: the persons named before, described by nearness, place in the sentence, and who spoke last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.attribution.phrases.bystanders import may_be_nameless
from indexer.attribution.phrases.pronoun_clues import (
    ANSWERED_WITHIN,
    head_of_run,
    named_in_clause,
    place_in_sentence,
    question_before,
    replies,
    words_before,
)
from indexer.attribution.resolution.last_speakers import LastSpeaker
from indexer.attribution.resolution.nameless import goes_on, nameless_features
from indexer.attribution.resolution.resolved import NOBODY_ELSE
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lands import is_land_or_people, is_state
from indexer.attribution.text.lexicon import PRONOUNS
from indexer.attribution.text.parts import Entity, Mention, Sentence

_LOOK_BACK = 25  # sentences
_MOST_CANDIDATES = 6
_STRANGER = -1.0  # the margin where somebody without a name goes on speaking


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom a pronoun can mean, the features of that choice, and where that person was named last."""

    entity: Entity
    features: list[str]
    start: int


class Pronouns:
    """Tells whom the hes and shes of one text can mean."""

    def __init__(self, sentences: list[Sentence], sources: set[int], namesakes: Mapping[str, list[Entity]]) -> None:
        """``sources``: ids of the mentions that are sources; ``namesakes``: persons of full names by last name."""
        self.sentences = sentences
        self.sources = sources
        self.namesakes = namesakes

    def possible_persons(
        self, pronoun: Mention, last: LastSpeaker | None, asker: LastSpeaker | None = None
    ) -> list[Person]:
        """Give the persons whom a pronoun can mean, nearest first; ``last``: who spoke last; ``asker``: who asked last.

        Whoever replies is not who has just asked something.
        """
        context = _Context(pronoun, last, self)
        found = context.candidates()
        if replies(pronoun, self.sentences[pronoun.sentence]):
            asked = last if context.question.startswith("mark") else asker
            if asked is not None and pronoun.sentence - asked.source.sentence <= ANSWERED_WITHIN:
                found = [one for one in found if one.entity is not asked.entity]
        others = named_in_clause(pronoun, self.sentences[pronoun.sentence])
        found = [one for one in found if id(one.entity) not in others] or found
        return [Person(one.entity, context.features(one), one.mention.start) for one in found]

    def most_margin(self, pronoun: Mention, chosen: Entity, persons: list[Person], spoke: Mention | None) -> float:
        """Give how well somebody can fit at most, whatever was learnt; ``spoke``: the nameless last speaker."""
        if goes_on(pronoun, spoke, [person.start for person in persons], self.sentences):
            return _STRANGER
        is_other = id(chosen) in named_in_clause(pronoun, self.sentences[pronoun.sentence])  # "He told Tom Hale"
        return 0.0 if is_other or may_be_nameless(pronoun, chosen, self.sentences) else NOBODY_ELSE

    def nameless(self, pronoun: Mention, persons: list[Person], spoke: Mention | None) -> list[str]:
        """Give the features of the choice that a pronoun means none of these; ``spoke``: the nameless last speaker."""
        return nameless_features(pronoun, spoke, [person.start for person in persons], self.sentences)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody with the last mention before a pronoun, and how many persons its sentence names before that one."""

    entity: Entity
    mention: Mention
    rank: int


class _Context:
    def __init__(self, pronoun: Mention, last: LastSpeaker | None, text: Pronouns) -> None:
        self.pronoun = pronoun
        self.text = text
        self.sentences = text.sentences
        self.sources = text.sources
        self.last = last
        self.gender = PRONOUNS[pronoun.name]
        self.has_new_person = self._has_new_person()
        self.head = head_of_run(pronoun, self.sentences)
        self.words = words_before(pronoun, self.sentences[pronoun.sentence])
        self.question = question_before(pronoun, last.source, self.sentences) if last is not None else ""

    def candidates(self) -> list[_Candidate]:
        """Give the last mention of each fitting person, nearest sentence first, with its rank in that sentence."""
        seen: set[int] = set()
        found: list[_Candidate] = []
        for index in range(self.pronoun.sentence, max(-1, self.pronoun.sentence - _LOOK_BACK), -1):
            here = [
                (entity, mention)
                for mention in self.sentences[index].mentions
                if (entity := self._person(mention)) is not None and id(entity) not in seen
            ]
            found += [_Candidate(entity, mention, rank) for rank, (entity, mention) in enumerate(here)]
            seen.update(id(entity) for entity, _ in here)
            if len(seen) >= _MOST_CANDIDATES:
                break
        return found

    def features(self, candidate: _Candidate) -> list[str]:
        """Describe a person by the last mention before the pronoun."""
        pronoun, last = self.pronoun, self.last
        entity, mention, rank = candidate.entity, candidate.mention, candidate.rank
        apart = f"s{min(pronoun.sentence - mention.sentence, 4)}"
        paragraphs = f"p{min(pronoun.paragraph - mention.paragraph, 3)}"
        place = place_in_sentence(mention, self.sentences[mention.sentence])
        source = f"source{id(mention) in self.sources:d}"
        new = f"new{self.has_new_person and mention.paragraph == pronoun.paragraph:d}"
        is_known = bool(entity.titles) or entity.role is not None
        is_known = is_known or (entity.is_full_name and is_given_name(entity.name.split()[0]))
        known = f"known{is_known:d}{entity.type}"
        full = f"full{' ' in mention.name:d}"
        spoke, after = "nobody", "after0"
        if last is not None:
            is_last = last.entity is entity
            spoke = f"last{min(pronoun.paragraph - last.source.paragraph, 3)}" if is_last else "other"
            after = f"after{not is_last and mention.start > last.source.start:d}"
        gender = f"gender{entity.gender == self.gender:d}"
        words = self.words if mention.sentence == pronoun.sentence else ""
        seen = f"as{mention.kind}"
        return [
            apart,
            paragraphs,
            apart + paragraphs,
            f"rank{min(rank, 2)}",
            f"{apart}rank{min(rank, 2)}",
            place,
            f"{place},{apart}",
            f"{place},{paragraphs}",
            source,
            f"{source},{paragraphs}",
            f"{source},{place}",
            spoke,
            f"{spoke},{place}",
            f"{spoke},{paragraphs}",
            f"{spoke},{self.has_new_person:d}",
            new,
            f"{new},{place}",
            known,
            gender,
            f"{gender},{known}",
            f"mentions{min(entity.mentions, 4)}",
            after,
            f"{after},{place},{paragraphs}",
            f"{full},{paragraphs}",
            f"{full},{new}",
            f"{known},{place}",
            *((f"words{words}", f"words{words},{place}", f"words{words},{spoke}") if words else ()),
            *((seen, f"{seen},{place}", f"{seen},{apart}") if mention.kind != "name" else ()),
            *self._run_features(entity, mention, place),
            *((f"asked,{spoke}", f"asked{self.question},{spoke}") if self.question else ()),
        ]

    def _run_features(self, entity: Entity, mention: Mention, place: str) -> list[str]:
        """Describe a person as seen from the first of the pronouns that may mean the same one."""
        head, last = self.head, self.last
        if head is self.pronoun:
            return []
        if mention.start > head.start:
            found = ["within", f"within,{place}"]
            if entity.starts[0] > head.start:
                found.append("within,new")
        else:
            head_apart = f"head,s{min(head.sentence - mention.sentence, 4)}"
            head_paragraphs = f"head,p{min(head.paragraph - mention.paragraph, 3)}"
            found = [head_apart, head_paragraphs, f"{head_apart},{place}", f"{head_paragraphs},{place}"]
        if last is not None and last.source.start >= head.start and last.source.name == self.pronoun.name:
            found.append(f"run,last{last.entity is entity:d}")
        return found

    def _person(self, mention: Mention) -> Entity | None:
        """Give whom a mention before the pronoun names, if he or she it can be; else a namesake who can."""
        entity = mention.entity
        if entity is None or not (mention.sentence < self.pronoun.sentence or mention.stop <= self.pronoun.first):
            return None
        if self._fits(entity):
            return entity
        if entity.gender is None or not mention.is_ambiguous:
            return None
        namesakes = [other for other in self.text.namesakes.get(mention.name, ()) if other.gender == self.gender]
        return namesakes[0] if len(namesakes) == 1 else None

    def _fits(self, entity: Entity) -> bool:
        is_nobody = not entity.may_be_person or is_land_or_people(entity.name) or is_state(entity.name)
        if entity.type != "person" and is_nobody:
            return False
        return entity.gender in (self.gender, None)

    def _has_new_person(self) -> bool:
        """Tell whether somebody else has come up in the pronoun's paragraph, where the last speaker has not."""
        if self.last is None or self.last.source.paragraph == self.pronoun.paragraph:
            return False
        here = [
            mention
            for mention in self._in_paragraph()
            if mention.entity is self.last.entity or (self._person(mention) is not None and self._is_prominent(mention))
        ]
        return bool(here) and all(mention.entity is not self.last.entity for mention in here)

    def _is_prominent(self, mention: Mention) -> bool:
        return place_in_sentence(mention, self.sentences[mention.sentence]) in ("subject", "any")

    def _in_paragraph(self) -> list[Mention]:
        found: list[Mention] = []
        for index in range(self.pronoun.sentence, max(-1, self.pronoun.sentence - _LOOK_BACK), -1):
            if self.sentences[index].paragraph != self.pronoun.paragraph:
                break
            found += [mention for mention in self.sentences[index].mentions if mention.start < self.pronoun.start]
        return found
