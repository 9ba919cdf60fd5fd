"""The persons and organisations of one article: every name mention gets its entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from operator import attrgetter
from typing import Literal

from indexer.attribution.entities.acronyms import full_names, is_acronym
from indexer.attribution.entities.couples import name_couples
from indexer.attribution.entities.entity_notes import is_late, note_kin_and_age, note_title, titles_in
from indexer.attribution.entities.epithets import epithets_of
from indexer.attribution.entities.firms import join_firms
from indexer.attribution.entities.houses import name_houses
from indexer.attribution.entities.misprints import mend_misprints
from indexer.attribution.entities.namesakes import gender_of_title, is_other_gender, settle_namesakes
from indexer.attribution.entities.personhood import Personhood
from indexer.attribution.entities.shared_roles import is_of_then, is_shared, role_of_each, share_roles
from indexer.attribution.entities.variants import are_two, bearer_of_last_names, first_of
from indexer.attribution.mentions.headline_names import cut_headline_names, spell_headline_names
from indexer.attribution.mentions.names_within import name_within
from indexer.attribution.phrases.capitals import (
    has_headline_capitals,
    in_small_letters,
    named_in_sentences,
    trim_name,
)
from indexer.attribution.phrases.short_names import names_of_short
from indexer.attribution.text.given_names import gender_of, gender_of_name, is_given_name
from indexer.attribution.text.lexicon import OFFICE_TITLES, TITLE_ABBREVIATIONS, TITLES
from indexer.attribution.text.parts import Entity, Mention, without_suffix
from indexer.attribution.text.skeleton import Skeleton

_MOST_NAMESAKES = 12


def find_entities(skeleton: Skeleton, usual: Container[str]) -> list[Entity]:
    """Give the article's entities and set each name mention's entity."""
    return _Table(skeleton, usual).run()


class _Table:
    def __init__(self, skeleton: Skeleton, usual: Container[str]) -> None:
        self.skeleton = skeleton
        self.usual = usual
        self.by_name: dict[str, Entity] = {}
        self.by_last: dict[str, list[Entity]] = defaultdict(list)
        self.by_first: dict[str, list[Entity]] = defaultdict(list)
        self.by_inner: dict[str, list[Entity]] = defaultdict(list)  # Acosta, Acosta Febo of Melba Acosta Febo
        names = [m for sentence in skeleton.sentences for m in sentence.mentions if m.kind == "name"]
        self.in_headline = has_headline_capitals(skeleton)
        # capitals in a headline say little, so the body decides what the names are
        self.names = sorted(names, key=lambda m: m.paragraph == 0) if self.in_headline else names

    def run(self) -> list[Entity]:
        """Link full names first, then what is left by last name, then the rest as they stand."""
        has_curly = any("’" in mention.name for mention in self.names)
        for mention in self.names:
            trim_name(mention, self.skeleton, self.usual, self.in_headline)
            if has_curly:
                mention.name = mention.name.replace("'", "’")  # James O’Neill, and O'Neill
        cut_headline_names(self.names, self.in_headline)
        if self.in_headline:
            self.names = spell_headline_names(self.names, self.skeleton.sentences)
        mend_misprints(self.names, self.skeleton.sentences)
        name_couples(self.names, self.skeleton.sentences)
        name_houses(self.names, self.skeleton.sentences)
        self.names = join_firms(self.names, self.skeleton.sentences)
        name_within(self.names, self.skeleton.sentences)
        self.persons = Personhood(self.names, self.skeleton.sentences, self.usual)
        self.of_acronyms = full_names(self.skeleton.text, {m.name for m in self.names if is_acronym(m.name)})
        of_story = [m for m in self.names if m.paragraph or not self.in_headline]
        self.full = names_of_short(of_story, self.skeleton.sentences, self.usual) | self.of_acronyms
        for mention in self.names:
            if mention.name not in self.full and self.persons.is_full_person(mention):
                mention.entity = self._person(mention)
        self._merge_variants()
        for mention in self.names:
            gender = gender_of_title(mention) if mention.entity is None else None
            if gender is not None:
                mention.entity = self._rest(mention)
                if gender_of_name(mention.entity.name) is None:
                    mention.entity.gender = mention.entity.gender or gender
        for mention in self.names:
            if mention.entity is None:
                mention.entity = self._rest(mention)
        settle_namesakes(self.names, self.by_last, self.skeleton.sentences)
        return self._finish()

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
            for word in (*words[1:-1], " ".join(words[-2:])) if len(words) > 2 and is_given_name(words[0]) else ():
                self.by_inner[word].append(entity)

    def _merge_variants(self) -> None:
        """Make "Donald J. Trump" and "Donald Trump" one, "Jim Hale" and "James Hale", "J. T. Hale" and "John Hale"."""
        merged: dict[int, Entity] = {}
        for last, entities in self.by_last.items():
            for entity in entities if len(entities) > 1 else ():
                whole = bearer_of_last_names(entity, entities)
                if whole is not None:
                    merged[id(entity)] = whole
                    self.by_name[entity.name] = whole
            if merged:
                entities = [entity for entity in entities if id(entity) not in merged]
            kept: dict[str, Entity] = {}
            for entity in sorted(entities, key=lambda e: ("." in e.name.split()[0], len(e.name), e.name)):
                first = first_of(entity, kept, entities)
                if first in kept and are_two(kept[first].name, entity.name):
                    kept[entity.name] = entity
                elif first in kept:
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
        bare = without_suffix(mention.name)
        if bare != mention.name and " " not in bare:
            borne = [entity for entity in self.by_last.get(bare, ()) if entity.name.endswith(words[-1])]
            known = self.by_name.get(mention.name)
            return borne[0] if len(borne) == 1 else known or self._add(mention, mention.name, "person")  # "Cole Jr."
        is_single = len(words) == 1
        spelled = in_small_letters(words)[0] if is_single else mention.name
        if spelled != mention.name and self._of_story(spelled):
            return self.by_last[spelled][0]  # "PELL:" in an interview
        if is_single and not (mention.shape == "organisation" and mention.name not in self.by_last):
            namesakes = self.by_last.get(mention.name)
            if namesakes and all(is_other_gender(mention, entity) for entity in namesakes):
                return self._add(mention, mention.name, "person")  # "Mr. Obama" beside Michelle Obama alone
            if namesakes:
                return namesakes[0]
            for table in (self.by_first, self.by_inner):
                found = table.get(mention.name)
                if not found:
                    continue
                if table is self.by_first and mention.title in OFFICE_TITLES:
                    found = [entity for entity in found if entity.evidence.title == mention.title]
                if len({id(entity) for entity in found}) == 1 and self.persons.of(mention.name) >= 0:
                    return found[0]
        if mention.name in self.by_inner and not is_single and mention.name not in self.persons.located:
            bearers = {id(bearer): bearer for bearer in self._bearers(mention.name)}
            if len(bearers) == 1:
                return bearers.popitem()[1]  # "Big Hair" of Teresa Big Hair
        name = self.full.get(mention.name, mention.name)
        short = self._without_country(name)
        name = short or name
        entity = self.by_name.get(name)
        is_person = mention.shape != "organisation" and (
            mention.title is not None or self.persons.is_told_of(mention.name)
        )
        if entity is None:
            return self._add(mention, name, "person" if is_person else "organisation")
        if entity.type == "organisation" and mention.title in TITLES and is_person:
            self._register(entity)
        return entity

    def _of_story(self, name: str) -> bool:
        """Tell whether somebody has a last name, not only by a headline in capitals: "CHIEF PRAISES SEC" of the SEC."""
        return bool(self.by_last.get(name)) and not self._is_of_headline(self.by_last[name][0])

    def _is_of_headline(self, entity: Entity) -> bool:
        """Tell whether a role was read in a headline in capitals, where words of no role may stand beside it."""
        return self.in_headline and entity.evidence.paragraph == 0

    def _bearers(self, last_names: str) -> Iterator[Entity]:
        """Give who has two words as last names, after a first name."""
        return (self.by_name.get(entity.name, entity) for entity in self.by_inner[last_names])

    def _without_country(self, name: str) -> str | None:
        """Give "Immigration and Customs Enforcement" for the same after "U.S." where that is an acronym's full name."""
        for full in self.of_acronyms.values():
            if name != full and name.endswith(" " + full):
                return full
        return None

    def _finish(self) -> list[Entity]:
        entities: dict[int, Entity] = {}
        has_dead = "late" in self.skeleton.text
        for mention in sorted(self.names, key=attrgetter("start")):
            entity = mention.entity
            if entity is None:
                continue
            entities[id(entity)] = entity
            entity.mentions += 1
            entity.starts.append(mention.start)
            if mention.title:
                note_title(entity, mention.title)
            tokens = self.skeleton.sentences[mention.sentence].tokens
            note_kin_and_age(entity, mention, tokens)
            if has_dead:
                entity.is_dead = entity.is_dead or is_late(mention, tokens)
            if entity.type == "person":
                entity.epithets |= {epithet.noun: epithet for epithet in epithets_of(mention, tokens)}
            is_better = entity.has_shared_role or (mention.title in OFFICE_TITLES and self._is_of_headline(entity))
            is_better = is_better or (is_of_then(entity.role) and not is_of_then(mention.role))
            if mention.role and entity.type == "person" and (entity.role is None or is_better):
                entity.has_shared_role = is_shared(mention.title)
                entity.role = role_of_each(mention.role) if entity.has_shared_role else mention.role
                entity.evidence = mention
            elif entity.mentions == 1 or (" " not in entity.evidence.name and " " in mention.name and not entity.role):
                entity.evidence = mention
        share_roles(self.names, self.skeleton)
        in_sentences = named_in_sentences(self.names, self.skeleton.sentences)
        for entity in entities.values():
            is_titled = not entity.titles.isdisjoint(TITLE_ABBREVIATIONS)  # "SEN. HALE ISSUES STATEMENT"
            if id(entity) not in in_sentences and not is_titled and not any(map(is_given_name, entity.name.split())):
                entity.type, entity.role, entity.titles = "organisation", None, set()  # "Commissioner Reduces Bail"
                continue
            if entity.name in self.persons.animals:
                entity.type, entity.is_animal = "organisation", True
                continue
            entity.may_be_person = entity.type == "person" or self.persons.may_be_person(entity)
            if entity.may_be_person:
                entity.gender = entity.gender or gender_of_name(entity.name)
                if entity.gender is None and not entity.is_full_name and not entity.titles:
                    entity.gender = gender_of(entity.name)  # a witness who is only Melanie
                entity.titles |= titles_in(entity.role)
        return list(entities.values())
