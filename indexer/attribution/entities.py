"""The persons and organisations of one article: every name mention gets its entity."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Literal

from indexer.attribution.acronyms import full_names, is_acronym
from indexer.attribution.given_names import Gender, gender_of, is_given_name
from indexer.attribution.lexicon import (
    FEMALE_TITLES,
    MALE_TITLES,
    NEVER_NAMES,
    ORGANISATION_WORDS,
    PERSONAL_TITLES,
    PLACES,
    PREPOSITIONS,
    ROLE_NOUNS,
    TITLES,
)
from indexer.attribution.mentions import gender_of_name
from indexer.attribution.parts import Entity, Mention, Token, last_name
from indexer.attribution.sentences import TAG_VERBS
from indexer.attribution.skeleton import Skeleton
from indexer.attribution.words import word_set

_PLACE_PREPOSITIONS = word_set("in at near across outside around toward through")
_RELATIVES = word_set("his her their mother father brother sister wife husband son daughter uncle aunt cousin")
_PLURAL_TITLES = word_set("Sens Reps Senators Representatives Govs Governors Mayors")
_AS_PERSON = 1.0  # evidence from which an unknown name is a person's
_LONGEST_PERSON = 3  # words
_MOST_NAMESAKES = 12
_MAIN_PERSON = 4  # times as many mentions as a namesake: the last name alone is no riddle


def find_entities(skeleton: Skeleton, usual: frozenset[str]) -> list[Entity]:
    """Give the article's entities and set each name mention's entity."""
    return _Table(skeleton, usual).run()


class _Table:
    def __init__(self, skeleton: Skeleton, usual: frozenset[str]) -> None:
        self.skeleton = skeleton
        self.usual = usual
        self.by_name: dict[str, Entity] = {}
        self.by_last: dict[str, list[Entity]] = defaultdict(list)
        self.by_first: dict[str, list[Entity]] = defaultdict(list)
        self.by_inner: dict[str, list[Entity]] = defaultdict(list)  # Acosta of Melba Acosta Febo
        names = [m for sentence in skeleton.sentences for m in sentence.mentions if m.kind == "name"]
        self.in_headline = _has_headline_capitals(skeleton)
        # capitals in a headline say little, so the body decides what the names are
        self.names = sorted(names, key=lambda m: m.paragraph == 0) if self.in_headline else names

    def run(self) -> list[Entity]:
        """Link full names first, then what is left by last name, then the rest as they stand."""
        for mention in self.names:
            self._trim(mention)
        self.evidence = self._weigh()
        self.singles = Counter(m.name for m in self.names if " " not in m.name)
        self.full = full_names(self.skeleton.text, {m.name for m in self.names if is_acronym(m.name)})
        for mention in self.names:
            if self._is_full_person(mention):
                self._link(mention, self._person(mention))
        self._merge_variants()
        for mention in self.names:
            if mention.entity is None and _gender_of_title(mention):
                self._link(mention, self._rest(mention))
        for mention in self.names:
            if mention.entity is None:
                self._link(mention, self._rest(mention))
        self._settle_namesakes()
        return self._finish()

    # What a name is

    def _trim(self, mention: Mention) -> None:
        """Drop usual words that stand in capitals beside a name: "Neither Clinton", "Hillary Clinton Goes"."""
        words = mention.name.split()
        in_headline = self.in_headline and mention.paragraph == 0
        if len(words) < 2 or mention.shape == "organisation":
            return
        if in_headline:
            while len(words) > 1 and self._is_usual(words[-1]):
                words.pop()
        is_initial = mention.first == self.skeleton.sentences[mention.sentence].begin
        if (is_initial or in_headline) and len(words) > 1 and self._is_usual(words[0]):
            words.pop(0)
        name = " ".join(words)
        if name != mention.name:
            mention.name = name
            if len(words) == 1 and mention.title is None:
                mention.shape = "unknown"

    def _is_usual(self, word: str) -> bool:
        return (
            word.lower() in self.usual
            and not is_given_name(word)
            and word not in ORGANISATION_WORDS
            and word not in TITLES
        ) or word in NEVER_NAMES

    def _weigh(self) -> dict[str, float]:
        evidence: dict[str, float] = defaultdict(float)
        for mention in self.names:
            evidence[mention.name] += self._personhood(mention)
        return evidence

    def _personhood(self, mention: Mention) -> float:
        tokens = self.skeleton.sentences[mention.sentence].tokens
        before = tokens[mention.first - 1].lower if mention.first else ""
        after = _lower(tokens, mention.stop)
        second = _lower(tokens, mention.stop + 1)
        weight = 0.0
        if mention.title:
            weight += 4
        if mention.role:
            weight += 2
        if after in TAG_VERBS or before in TAG_VERBS:
            weight += 1
        if after == "who" or (after == "," and second == "who"):
            weight += 2
        if after == "," and second.isdigit() and len(second) < 4:
            weight += 2
        if after == "," and second in ROLE_NOUNS:
            weight += 1
        if tokens[mention.first].lower == "the" or before in _PLACE_PREPOSITIONS:
            weight -= 2
        elif before == "the":
            weight -= 1
        if mention.shape == "organisation":
            weight -= 3
        return weight

    def _is_full_person(self, mention: Mention) -> bool:
        words = mention.name.split()
        if len(words) < 2 or mention.shape == "organisation":
            return False
        if mention.shape == "person" or (len(words) <= 3 and is_given_name(words[0])):
            return True
        if len(words) > 4 or is_acronym(words[0]) or is_acronym(words[-1]):
            return False
        return self.evidence[mention.name] >= _AS_PERSON or (
            len(words) <= 3 and self.singles[last_name(mention.name)] > 0 and self.evidence[mention.name] >= 0
        )

    # Linking

    def _person(self, mention: Mention) -> Entity:
        entity = self.by_name.get(mention.name)
        if entity is None:
            entity = self._add(mention, mention.name, "person")
        return entity

    def _add(self, mention: Mention, name: str, type_: Literal["person", "organisation"]) -> Entity:
        entity = Entity(name, type_, mention)
        self.by_name[name] = entity
        if type_ == "person":
            self._register(entity)
        return entity

    def _register(self, entity: Entity) -> None:
        entity.type = "person"
        same = self.by_last[entity.last_name]
        if len(same) < _MOST_NAMESAKES:
            same.append(entity)
        if entity.is_full_name:
            words = entity.name.split()
            self.by_first[words[0]].append(entity)
            for word in words[1:-1]:
                self.by_inner[word].append(entity)

    def _merge_variants(self) -> None:
        """Make "Donald J. Trump" and "Donald Trump" one."""
        merged: dict[int, Entity] = {}
        for last, entities in self.by_last.items():
            kept: dict[str, Entity] = {}
            for entity in sorted(entities, key=lambda e: (len(e.name), e.name)):
                first = entity.name.split()[0]
                if first in kept:
                    merged[id(entity)] = kept[first]
                    self.by_name[entity.name] = kept[first]
                else:
                    kept[first] = entity
            self.by_last[last] = [entity for entity in entities if id(entity) not in merged]
        if merged:
            for mention in self.names:
                if mention.entity is not None:
                    mention.entity = merged.get(id(mention.entity), mention.entity)

    def _rest(self, mention: Mention) -> Entity:
        words = mention.name.split()
        is_single = len(words) == 1
        if is_single and mention.name.isupper() and self.by_last.get(mention.name.title()):
            return self.by_last[mention.name.title()][0]  # "PELL:" in an interview
        if is_single and not (mention.shape == "organisation" and mention.name not in self.by_last):
            namesakes = self.by_last.get(mention.name)
            if namesakes and all(_is_other_gender(mention, entity) for entity in namesakes):
                return self._add(
                    mention, mention.name, "person"
                )  # "Mr. Obama" where only Michelle Obama has a first name
            if namesakes:
                return namesakes[0]
            for table in (self.by_first, self.by_inner):
                found = table.get(mention.name, [])
                if len({id(entity) for entity in found}) == 1 and self.evidence[mention.name] >= 0:
                    return found[0]
        name = self.full.get(mention.name, mention.name)
        short = self._without_country(name)
        name = short or name
        entity = self.by_name.get(name)
        is_person = mention.shape != "organisation" and (
            mention.title is not None or (self.evidence[mention.name] >= _AS_PERSON and not mention.name.isupper())
        )
        if entity is None:
            return self._add(mention, name, "person" if is_person else "organisation")
        if entity.type == "organisation" and mention.title in TITLES and is_person:
            self._register(entity)
        return entity

    def _without_country(self, name: str) -> str | None:
        """Give "Immigration and Customs Enforcement" for the same after "U.S." where that is an acronym's full name."""
        for full in self.full.values():
            if name != full and name.endswith(" " + full):
                return full
        return None

    def _link(self, mention: Mention, entity: Entity) -> None:
        mention.entity = entity

    def _settle_namesakes(self) -> None:
        """Where two persons share a last name, the last name alone means the one named last."""
        recent: dict[str, Entity] = {}
        counts: Counter[int] = Counter()
        unclear: list[tuple[Mention, list[Entity]]] = []
        for mention in sorted(self.names, key=lambda m: m.start):
            entity = mention.entity
            if entity is None or entity.type != "person":
                continue
            last = entity.last_name
            namesakes = self.by_last.get(last, [])
            if mention.name == last and len(namesakes) > 1:
                fitting = [e for e in namesakes if _title_fits(mention, e)] or namesakes
                chosen = recent.get(last)
                mention.entity = entity = chosen if chosen in fitting else fitting[0]
                unclear.append((mention, fitting))
            counts[id(entity)] += 1
            is_clear = " " in mention.name or _gender_of_title(mention) is not None
            if is_clear and not (self._is_oblique(mention) and last in recent):
                recent[last] = entity
        for mention, fitting in unclear:
            others = [counts[id(e)] for e in fitting if e is not mention.entity]
            mention.is_ambiguous = any(_MAIN_PERSON * other > counts[id(mention.entity)] for other in others)

    def _is_oblique(self, mention: Mention) -> bool:
        before = self.skeleton.sentences[mention.sentence].tokens[mention.first - 1].lower if mention.first else ""
        return mention.is_possessive or before in PREPOSITIONS or before in _RELATIVES

    def _finish(self) -> list[Entity]:
        entities: dict[int, Entity] = {}
        for mention in sorted(self.names, key=lambda m: m.start):
            entity = mention.entity
            if entity is None:
                continue
            entities[id(entity)] = entity
            entity.mentions += 1
            entity.starts.append(mention.start)
            if mention.title:
                _note_title(entity, mention.title)
            if mention.role and entity.type == "person" and (entity.role is None or entity.has_shared_role):
                entity.role, entity.evidence = mention.role, mention
                entity.has_shared_role = mention.title in _PLURAL_TITLES
            elif entity.mentions == 1 or (" " not in entity.evidence.name and " " in mention.name and not entity.role):
                entity.evidence = mention
        for entity in entities.values():
            entity.may_be_person = entity.type == "person" or self._may_be_person(entity)
            if entity.may_be_person:
                entity.gender = entity.gender or gender_of_name(entity.name)
                if entity.gender is None and not entity.is_full_name and not entity.titles:
                    entity.gender = gender_of(entity.name)  # a witness who is only Melanie
                entity.titles |= _titles_in(entity.role)
        return list(entities.values())

    def _may_be_person(self, entity: Entity) -> bool:
        words = entity.name.split()
        return (
            len(words) <= _LONGEST_PERSON
            and entity.evidence.shape == "unknown"
            and self.evidence[entity.name] >= 0
            and not any(is_acronym(word) or word in PLACES for word in words)
        )


def _titles_in(role: str | None) -> set[str]:
    """Give the nouns of a role that "the …" may pick up: chief of "interim police chief of Austin"."""
    titles: set[str] = set()
    for word in re.findall(r"[\w-]+", (role or "").lower()):
        if word in PREPOSITIONS:
            break
        if word in ROLE_NOUNS or word.capitalize() in TITLES:
            titles.add(word)
    return titles


def _note_title(entity: Entity, title: str) -> None:
    if title not in PERSONAL_TITLES:
        entity.titles.add(title.lower())
    if title in FEMALE_TITLES:
        entity.gender = "f"
    elif title in MALE_TITLES and entity.gender is None:
        entity.gender = "m"


def _gender_of_title(mention: Mention) -> Gender | None:
    return "f" if mention.title in FEMALE_TITLES else "m" if mention.title in MALE_TITLES else None


def _is_other_gender(mention: Mention, entity: Entity) -> bool:
    gender, own = _gender_of_title(mention), gender_of_name(entity.name) or _gender_of_title(entity.evidence)
    return gender is not None and own is not None and gender != own


def _title_fits(mention: Mention, entity: Entity) -> bool:
    if _is_other_gender(mention, entity):
        return False
    if mention.title and mention.title not in PERSONAL_TITLES and entity.evidence.role:
        return mention.title.lower() in entity.evidence.role.lower()
    return True


def _lower(tokens: list[Token], place: int) -> str:
    return tokens[place].lower if place < len(tokens) else ""


def _has_headline_capitals(skeleton: Skeleton) -> bool:
    """Tell whether the first of several paragraphs is a headline with most words in capitals."""
    words = [
        token.word
        for sentence in skeleton.sentences
        if sentence.paragraph == 0
        for token in sentence.tokens
        if token.quotation is None and token.word[0].isalpha() and len(token.word) > 3
    ]
    return len(words) > 3 and skeleton.paragraphs > 1 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)
