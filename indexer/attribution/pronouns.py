"""Who he or she is: the persons named before, weighed by nearness, place in the sentence, and who spoke last."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.cue_words import SPEECH_WORDS
from indexer.attribution.given_names import is_given_name
from indexer.attribution.lexicon import AUXILIARIES, PHRASE_STOPS, PREPOSITIONS, PRONOUNS
from indexer.attribution.parts import Entity, Mention, Sentence
from indexer.attribution.words import word_set

HE_OR_SHE = word_set("he she him her his hers")
_NEW_PERSON = 4.0
_LOOK_BACK = 25  # sentences
_MOST_CANDIDATES = 6
_BEFORE_SUBJECT = word_set(", and but when while as that was is were because if — – ;")


@dataclass(frozen=True, slots=True)
class LastSpeaker:
    """The person who spoke last, and the source that said so."""

    entity: Entity
    source: Mention


def weigh_persons(
    pronoun: Mention, sentences: list[Sentence], sources: set[int], last: LastSpeaker | None
) -> list[tuple[float, Entity]]:
    """Give the persons whom a pronoun can mean, the likeliest first, each with its weight."""
    weigher = _Weigher(pronoun, sentences, sources, last)
    ranked = [(weigher.weigh(mention, rank), mention.entity) for rank, mention in weigher.candidates()]
    return sorted(((weight, entity) for weight, entity in ranked if entity), key=lambda pair: -pair[0])


class _Weigher:
    def __init__(
        self, pronoun: Mention, sentences: list[Sentence], sources: set[int], last: LastSpeaker | None
    ) -> None:
        self.pronoun = pronoun
        self.sentences = sentences
        self.sources = sources
        self.last = last
        self.gender = PRONOUNS[pronoun.name]
        self.has_new_person = self._has_new_person()

    def candidates(self) -> list[tuple[int, Mention]]:
        """Give the last mention of each fitting person, nearest sentence first, with its rank in that sentence."""
        seen: set[int] = set()
        found: list[tuple[int, Mention]] = []
        for index in range(self.pronoun.sentence, max(-1, self.pronoun.sentence - _LOOK_BACK), -1):
            fitting = [
                mention
                for mention in self.sentences[index].mentions
                if self._fits(mention) and id(mention.entity) not in seen
            ]
            found += enumerate(fitting)
            seen.update(id(mention.entity) for mention in fitting)
            if len(seen) >= _MOST_CANDIDATES:
                break
        return found

    def weigh(self, mention: Mention, rank: int) -> float:
        """Weigh a person by the last mention before the pronoun."""
        entity = mention.entity
        assert entity is not None
        weight = -0.7 * min(self.pronoun.sentence - mention.sentence, 6) - 0.4 * min(rank, 3)
        weight -= 0.5 * min(self.pronoun.paragraph - mention.paragraph, 4)
        weight += self._place_weight(mention)
        if id(mention) in self.sources:
            weight += 2.0
        elif self.has_new_person and mention.paragraph == self.pronoun.paragraph and not self._is_oblique(mention):
            weight += _NEW_PERSON
        is_known = bool(entity.titles) or entity.role is not None
        is_known = is_known or (entity.is_full_name and is_given_name(entity.name.split()[0]))
        weight += 0.8 if is_known else -0.5
        if entity.gender == self.gender:
            weight += 1.0
        return weight + self._last_speaker_weight(entity) + 0.3 * min(entity.mentions, 4)

    def _fits(self, mention: Mention) -> bool:
        entity = mention.entity
        if entity is None or entity.type != "person" or entity.gender not in (self.gender, None):
            return False
        return mention.sentence < self.pronoun.sentence or mention.stop <= self.pronoun.first

    def _place_weight(self, mention: Mention) -> float:
        sentence = self.sentences[mention.sentence]
        tokens = sentence.tokens
        if self._is_oblique(mention):
            return -1.5 if tokens[mention.first - 1].lower in PREPOSITIONS and not mention.is_possessive else -2.5
        after = tokens[mention.stop].lower if mention.stop < len(tokens) else ""
        is_subject = mention.first == sentence.begin or after in AUXILIARIES or after in SPEECH_WORDS
        return 1.5 if is_subject or tokens[mention.first - 1].lower in _BEFORE_SUBJECT else 0.0

    def _last_speaker_weight(self, entity: Entity) -> float:
        if self.last is None or self.last.entity is not entity:
            return 0.0
        apart = self.pronoun.paragraph - self.last.source.paragraph
        if self.has_new_person:
            return 0.0
        return 4.0 if apart <= 1 else 2.5 if apart == 2 else 1.0

    def _has_new_person(self) -> bool:
        """Tell whether somebody else has come up in the pronoun's paragraph, where the last speaker has not."""
        if self.last is None or self.last.source.paragraph == self.pronoun.paragraph:
            return False
        here = [
            mention
            for mention in self._in_paragraph()
            if mention.entity is self.last.entity or (self._fits(mention) and not self._is_oblique(mention))
        ]
        return bool(here) and all(mention.entity is not self.last.entity for mention in here)

    def _in_paragraph(self) -> list[Mention]:
        found: list[Mention] = []
        for index in range(self.pronoun.sentence, max(-1, self.pronoun.sentence - _LOOK_BACK), -1):
            if self.sentences[index].paragraph != self.pronoun.paragraph:
                break
            found += [mention for mention in self.sentences[index].mentions if mention.start < self.pronoun.start]
        return found

    def _is_oblique(self, mention: Mention) -> bool:
        """Tell whether the name is a possessive, a modifier, or follows a preposition."""
        tokens = self.sentences[mention.sentence].tokens
        if mention.is_possessive or self._is_modifier(mention):
            return True
        return mention.first > 0 and tokens[mention.first - 1].lower in PREPOSITIONS

    def _is_modifier(self, mention: Mention) -> bool:
        """Tell whether the name says whose somebody else is: "Clinton communications director Jennifer Palmieri"."""
        sentence = self.sentences[mention.sentence]
        if mention.stop + 1 >= len(sentence.tokens):
            return False
        noun = sentence.tokens[mention.stop]
        if noun.quotation is not None or not noun.word[0].islower() or noun.lower.endswith(("ed", "ly")):
            return False
        if noun.lower in AUXILIARIES or noun.lower in PHRASE_STOPS or noun.lower in SPEECH_WORDS:
            return False
        return any(
            other.entity is not None
            and other.entity.type == "person"
            and mention.stop < other.first <= mention.stop + 4
            for other in sentence.mentions
        )
