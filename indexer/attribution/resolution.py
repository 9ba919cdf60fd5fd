"""Who is meant by a source: a name, he or she, "the mayor", "the agency"."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.analysis import Analysis
from indexer.attribution.cue_words import SPEECH_WORDS
from indexer.attribution.entities import Entity
from indexer.attribution.given_names import is_given_name
from indexer.attribution.lexicon import (
    AUXILIARIES,
    ORGANISATION_WORDS,
    PHRASE_STOPS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES_OF_NOUN,
)
from indexer.attribution.mentions import Mention
from indexer.attribution.words import word_set

_ORGANISATION_NOUNS = word_set(
    "agency department company organization organisation group committee council commission board university"
    " school newspaper paper network station union association bureau firm institute authority district office"
    " hospital foundation nonprofit court church shelter"
)
_HE_OR_SHE = word_set("he she him her his hers")
_LOOK_BACK = 25  # sentences
_MOST_CANDIDATES = 6
_SURE = 4.0  # the margin of a name


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity behind a source, and the margin over the next best."""

    entity: Entity
    margin: float


class Resolver:
    """Resolves the sources of one text, which must come in their order in the text."""

    def __init__(self, analysis: Analysis, sources: set[int]) -> None:
        """``sources``: the ids of the mentions that are sources; a person who speaks is likelier to be he or she."""
        self.sentences = analysis.sentences
        self.entities = analysis.entities
        self.sources = sources
        self.last_person: tuple[Entity, Mention] | None = None
        self.last_organisation: tuple[Entity, Mention] | None = None

    def resolve(self, source: Mention) -> Resolved | None:
        """Tell who is meant, or None: nothing is guessed."""
        found = self._find(source)
        if found is not None:
            if found.entity.type == "person":
                self.last_person = found.entity, source
            else:
                self.last_organisation = found.entity, source
        return found

    def _find(self, source: Mention) -> Resolved | None:
        if source.entity is not None:
            return Resolved(source.entity, _SURE)
        if source.kind == "pronoun":
            if source.name in _HE_OR_SHE:
                return self._he_or_she(source)
            if source.name == "who":
                return self._who(source)
            if source.name == "it":
                return self._last_organisation(source, 2)
            return None
        return self._noun(source)

    # he, she

    def _he_or_she(self, source: Mention) -> Resolved | None:
        ranked = [(self._fit(source, mention, rank), mention) for rank, mention in self._persons_before(source)]
        if not ranked:
            return None
        ranked.sort(key=lambda pair: -pair[0])
        best = ranked[0][1].entity
        assert best is not None
        margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else _SURE
        return Resolved(best, margin)

    def _persons_before(self, source: Mention) -> list[tuple[int, Mention]]:
        """Give the last mention of each person who can be meant, nearest sentence first."""
        wanted = PRONOUNS[source.name]
        seen: set[int] = set()
        found: list[tuple[int, Mention]] = []
        for index in range(source.sentence, max(-1, source.sentence - _LOOK_BACK), -1):
            fitting = []
            for mention in self.sentences[index].mentions:
                entity = mention.entity
                if entity is None or entity.type != "person" or entity.gender not in (wanted, None):
                    continue
                if index == source.sentence and mention.stop > source.first:
                    continue
                if id(entity) not in seen:
                    fitting.append(mention)
            found += enumerate(fitting)
            seen.update(id(mention.entity) for mention in fitting)
            if len(seen) >= _MOST_CANDIDATES:
                break
        return found

    def _fit(self, source: Mention, mention: Mention, rank: int) -> float:
        """Weigh a person as the one meant: near, subject, speaker, the last speaker above all."""
        entity = mention.entity
        assert entity is not None
        tokens = self.sentences[mention.sentence].tokens
        before = tokens[mention.first - 1].lower if mention.first else ""
        after = tokens[mention.stop].lower if mention.stop < len(tokens) else ""
        value = -0.7 * min(source.sentence - mention.sentence, 6) - 0.4 * min(rank, 3)
        value -= 0.5 * min(source.paragraph - mention.paragraph, 4)
        if mention.is_possessive or self._is_modifier(mention):
            value -= 2.5
        elif before in PREPOSITIONS:
            value -= 1.5
        elif mention.first == 0 or after in AUXILIARIES or after in SPEECH_WORDS:
            value += 1.5
        if id(mention) in self.sources:
            value += 2.0
        is_known = bool(entity.titles) or entity.role is not None
        is_known = is_known or (entity.is_full_name and is_given_name(entity.name.split()[0]))
        value += 0.8 if is_known else -0.5
        if entity.gender == PRONOUNS[source.name]:
            value += 1.0
        if self.last_person is not None and self.last_person[0] is entity:
            apart = source.paragraph - self.last_person[1].paragraph
            value += 4.0 if apart <= 1 else 2.5 if apart == 2 else 1.0
        return value + 0.3 * min(entity.mentions, 4)

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

    def _who(self, source: Mention) -> Resolved | None:
        before = [
            m for m in self.sentences[source.sentence].mentions if m.stop <= source.first and m.entity is not None
        ]
        if before and source.first - before[-1].stop <= 1:
            entity = before[-1].entity
            assert entity is not None
            return Resolved(entity, _SURE) if entity.type == "person" else None
        return None

    # nouns

    def _noun(self, source: Mention) -> Resolved | None:
        tokens = self.sentences[source.sentence].tokens
        determiner = tokens[source.first].lower
        is_alone = source.stop - source.first == 1 and tokens[source.first].word[0].isupper()
        if determiner not in ("the", "this") and not is_alone:
            return None
        noun = tokens[source.stop - 1].lower
        titles = TITLES_OF_NOUN.get(noun)
        if titles and source.stop - source.first <= 2:
            return self._by_title(source, titles)
        if noun in _ORGANISATION_NOUNS and source.stop - source.first == 2:
            return self._organisation(source, noun)
        return None

    def _by_title(self, source: Mention, titles: frozenset[str]) -> Resolved | None:
        before = [
            (max(start for start in entity.starts if start < source.start), entity)
            for entity in self.entities
            if entity.type == "person" and entity.titles & titles and entity.starts and entity.starts[0] < source.start
        ]
        if not before:
            return None
        best = max(before, key=lambda pair: pair[0])[1]
        return Resolved(best, _SURE if len(before) == 1 else 1.0)

    def _organisation(self, source: Mention, noun: str) -> Resolved | None:
        """Find the organisation meant: the one whose name has the noun, else the one that spoke last."""
        named = [
            entity
            for entity in self.entities
            if entity.type == "organisation"
            and entity.starts
            and entity.starts[0] < source.start
            and noun in entity.name.lower().split()
        ]
        if len(named) == 1:
            return Resolved(named[0], _SURE)
        if named:
            return None
        return self._last_organisation(source, 4) or self._organisation_before(source)

    def _last_organisation(self, source: Mention, sentences: int) -> Resolved | None:
        if self.last_organisation is None or source.sentence - self.last_organisation[1].sentence > sentences:
            return None
        return Resolved(self.last_organisation[0], 2.0)

    def _organisation_before(self, source: Mention) -> Resolved | None:
        for index in range(source.sentence, max(-1, source.sentence - 3), -1):
            for mention in reversed(self.sentences[index].mentions):
                entity = mention.entity
                if entity is None or mention.start >= source.start or entity.type != "organisation":
                    continue
                if entity.name.isupper() or any(word in ORGANISATION_WORDS for word in entity.name.split()):
                    return Resolved(entity, 1.0)
        return None
