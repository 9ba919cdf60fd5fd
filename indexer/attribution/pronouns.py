"""Who he or she is: the persons named before, described by nearness, place in the sentence, and who spoke last."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.cue_words import SPEECH_WORDS
from indexer.attribution.given_names import is_given_name
from indexer.attribution.lexicon import AUXILIARIES, PHRASE_STOPS, PREPOSITIONS, PRONOUNS
from indexer.attribution.parts import Entity, Mention, Sentence
from indexer.attribution.words import word_set

HE_OR_SHE = word_set("he she him her his hers")
_LOOK_BACK = 25  # sentences
_MOST_CANDIDATES = 6
_BEFORE_SUBJECT = word_set(", and but when while as that was is were because if — – ;")


@dataclass(frozen=True, slots=True)
class LastSpeaker:
    """The person who spoke last, and the source that said so."""

    entity: Entity
    source: Mention


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom a pronoun can mean, and the features of that choice."""

    entity: Entity
    features: list[str]


def possible_persons(
    pronoun: Mention, sentences: list[Sentence], sources: set[int], last: LastSpeaker | None
) -> list[Person]:
    """Give the persons whom a pronoun can mean, nearest first; ``sources``: ids of the mentions that are sources."""
    context = _Context(pronoun, sentences, sources, last)
    return [
        Person(mention.entity, context.features(mention, mention.entity, rank))
        for rank, mention in context.candidates()
        if mention.entity is not None
    ]


class _Context:
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

    def features(self, mention: Mention, entity: Entity, rank: int) -> list[str]:
        """Describe a person by the last mention before the pronoun."""
        pronoun, last = self.pronoun, self.last
        apart = f"s{min(pronoun.sentence - mention.sentence, 4)}"
        paragraphs = f"p{min(pronoun.paragraph - mention.paragraph, 3)}"
        place = self._place(mention)
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
        ]

    def _fits(self, mention: Mention) -> bool:
        entity = mention.entity
        if entity is None or entity.gender not in (self.gender, None):
            return False
        if entity.type != "person" and not entity.may_be_person:
            return False
        return mention.sentence < self.pronoun.sentence or mention.stop <= self.pronoun.first

    def _place(self, mention: Mention) -> str:
        sentence = self.sentences[mention.sentence]
        tokens = sentence.tokens
        if mention.is_possessive:
            return "possessive"
        if self._is_modifier(mention):
            return "modifier"
        before = tokens[mention.first - 1].lower if mention.first else ""
        if before in PREPOSITIONS:
            return "oblique"
        after = tokens[mention.stop].lower if mention.stop < len(tokens) else ""
        is_subject = mention.first == sentence.begin or after in AUXILIARIES or after in SPEECH_WORDS
        return "subject" if is_subject or before in _BEFORE_SUBJECT else "any"

    def _has_new_person(self) -> bool:
        """Tell whether somebody else has come up in the pronoun's paragraph, where the last speaker has not."""
        if self.last is None or self.last.source.paragraph == self.pronoun.paragraph:
            return False
        here = [
            mention
            for mention in self._in_paragraph()
            if mention.entity is self.last.entity
            or (self._fits(mention) and self._place(mention) in ("subject", "any"))
        ]
        return bool(here) and all(mention.entity is not self.last.entity for mention in here)

    def _in_paragraph(self) -> list[Mention]:
        found: list[Mention] = []
        for index in range(self.pronoun.sentence, max(-1, self.pronoun.sentence - _LOOK_BACK), -1):
            if self.sentences[index].paragraph != self.pronoun.paragraph:
                break
            found += [mention for mention in self.sentences[index].mentions if mention.start < self.pronoun.start]
        return found

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
