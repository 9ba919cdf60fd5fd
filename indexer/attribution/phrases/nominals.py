"""Who a noun phrase is: "the mayor" by title, "the sheriff's office" by name, "the agency" by what spoke last."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.attribution.phrases.bodies import COMPANIES
from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.phrases.kin import KIN, gender_of_kin
from indexer.attribution.phrases.offices import with_offices_in_full
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import (
    BARE_PLURALS,
    DETERMINERS,
    ORGANISATION_WORDS,
    PARTIES,
    PLACES,
    TITLES_OF_NOUN,
)
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import PerWord, word_set

ORGANISATION_NOUNS = COMPANIES | word_set(
    "agency department organization organisation group committee council commission board university school"
    " newspaper paper network station union association bureau institute authority district office hospital"
    " foundation nonprofit court church shelter academy campaign campus league museum library college"
    " chamber coalition society federation partnership alliance co-op cooperative"
)
_ARTICLES, POSSESSIVES = word_set("the this"), word_set("his her their its")
_DEFINITE = _ARTICLES | POSSESSIVES
_KNOWN_BY_WHOSE = KIN | word_set("lawyer attorney spokesman spokeswoman doctor coach manager")
_COMING, _GOING = word_set("new newest incoming next"), word_set("outgoing departing retiring")
_NEW = _COMING | _GOING | word_set("longtime veteran young old older younger lone sole only")
_TO_COME = word_set("incoming next elect designate")
_NEWLY, _ELECT = _COMING | word_set("elect designate"), "-elect"
_PAST = word_set("former retired")
_OF_PARTY = word_set("republican democratic gop libertarian independent")
_LESSER = word_set("deputy vice assistant associate former then ex elect designate")
_PROSECUTING = word_set("district general")  # attorneys who are not "the lawyer"
_OF_GOVERNMENTS = _PROSECUTING | word_set("county city town state assistant u.s united prosecuting commonwealth")
_LAWYERS = word_set("lawyer attorney defender")
# What need not be said of somebody again: "the head coach" beside an assistant coach, "his court-appointed lawyer".
_LEADING, _DEFENDING = word_set("head"), word_set("public defense defence appointed court-appointed")
_YEARS_OLD = re.compile(r"(\d{1,3})-year-old")
_OFTEN_NAMELESS = word_set(
    "official spokesman spokeswoman spokesperson source aide adviser advisor assistant staffer reporter interviewer"
    " host moderator lawyer attorney prosecutor officer deputy investigator detective judge witness caller voter"
    " supporter insider operative strategist member leader president speaker candidate nominee newspaper paper poster"
    " banner narrator announcer commenter anchor user analyst chair agent volunteer campaigner organizer protester"
    " questioner victim"
)
_OF_WHAT = ORGANISATION_NOUNS | word_set("city county state town village police fire federal local national district")
# Nouns that a body's name may end in, besides those that stand for a body by themselves.
_HEADS_OF_BODIES = ORGANISATION_NOUNS | word_set(
    "service services division unit team center centre fund trust society conference congress senate house legislature"
    " parliament ministry army navy guard patrol force task administration government treasury exchange system corps"
    " squad club laboratory clinic studio theater theatre orchestra symphony caucus delegation county panel jury"
    " subcommittee registry post lodge"
)
NEVER_PERSONS = _HEADS_OF_BODIES - word_set("guard center centre host")
_WORD = re.compile(r"[\w-]+(?:\.[\w-]+)*")  # "u.s"


def words_of(mention: Mention, sentence: Sentence) -> list[str]:
    """Give the words of a noun phrase without its article; empty unless it is definite ("the", "this", or none)."""
    first = sentence.tokens[mention.first]
    if first.word[0].islower() and first.lower not in _DEFINITE:
        return _words_without_article(mention, sentence)
    tokens = sentence.tokens[mention.first : mention.stop]
    words = [token.lower.removesuffix("'s") for token in tokens if token.word[0].isalnum()]
    if words[-2:] in (["pro", "tem"], ["pro", "tempore"]):
        words = words[:-2]
    if words and words[0] in _DEFINITE:
        return words[1:]
    return words if all(token.word[0].isupper() for token in tokens) else []


def _words_without_article(mention: Mention, sentence: Sentence) -> list[str]:
    """Give the words of one person's role in small letters, as headlines have them: "mayor", "police chief"."""
    words = [token.lower for token in sentence.tokens[mention.first : mention.stop]]
    is_one = words[0] not in DETERMINERS and may_mean_person(words) and not words[-1].endswith("s")
    return words if is_one and not mention.is_possessive else []


def said_of(entity: Entity) -> set[str]:
    """Give what the text says that somebody is: titles, epithets and ages."""
    return entity.titles | entity.epithets.keys() | entity.ages


def said_by(words: list[str]) -> set[str]:
    """Give the titles, epithets and ages of which a noun phrase says one: whom it means, one of them is said of."""
    return _ages(words) or _titles(words) | {words[-1], words[-1].removesuffix(_ELECT)}


_IN_COURT = word_set("defendant suspect plaintiff")


def persons_of_title(words: list[str], entities: list[Entity]) -> list[Entity]:
    """Give the persons who bear the title that a noun phrase names: "mayor", "council member", "new superintendent"."""
    noun = words[-1]
    modifiers = {word for word in words[:-1] if word not in _NEW and not _YEARS_OLD.fullmatch(word)}
    if noun not in TITLES_OF_NOUN:
        modifiers -= _PAST  # "the former bookkeeper", whereas a former president is another than the president
    if noun in KIN:
        modifiers = set()  # "the boy's mother"
    fitting = _new_or_old(words, _bearers(words, modifiers, entities))
    if not fitting and not modifiers.isdisjoint(_OF_PARTY):  # "the Republican governor", where there is no other
        bearers = _bearers(words, modifiers - _OF_PARTY, entities)
        return bearers if len(bearers) == 1 else []
    if not fitting and noun.endswith(_ELECT):  # "elected Ann Roy mayor", "the mayor-elect"
        elected = _bearers([noun.removesuffix(_ELECT)], modifiers, entities)
        return [one for one in elected if not _all_words(one, noun.removesuffix(_ELECT)).isdisjoint(_NEWLY)]
    if not fitting and not modifiers.isdisjoint(_PAST):  # "the former coach", beside the new one
        bearers = _bearers(words, modifiers - _PAST, entities)
        old = [one for one in bearers if _all_words(one, noun).isdisjoint(_NEWLY)]
        return old if len(old) < len(bearers) else []
    unsaid = _LEADING | (_DEFENDING if noun in _LAWYERS else frozenset())
    if fitting or modifiers.isdisjoint(unsaid):
        return fitting
    others = _LESSER | (_OF_GOVERNMENTS if noun in _LAWYERS else frozenset())
    return [entity for entity in _bearers(words, modifiers - unsaid, entities) if not role_words(entity) & others]


def _new_or_old(words: list[str], fitting: list[Entity]) -> list[Entity]:
    """Tell bearers of one office apart by who comes and who goes: "the incoming chief", "the outgoing mayor"."""
    said = set(words[:-1])
    is_coming, is_going = not _COMING.isdisjoint(said), not _GOING.isdisjoint(said)
    if not (is_coming or is_going) or (len(fitting) < 2 and "new" in said):
        return fitting
    marked = [entity for entity in fitting if not _all_words(entity, words[-1]).isdisjoint(_NEWLY)]
    if is_coming:
        return marked or (fitting if "new" in said else [])
    leaving = [entity for entity in fitting if not _all_words(entity, words[-1]).isdisjoint(_GOING)]
    return leaving or ([entity for entity in fitting if entity not in marked] if marked else [])


def _all_words(entity: Entity, noun: str) -> frozenset[str]:
    """Give the words of a role, and those beside a noun that somebody is said to be."""
    epithets = [entity.epithets[title].words for title in _titles([noun]) | {noun} if title in entity.epithets]
    return role_words(entity).union(*epithets)


def _bearers(words: list[str], modifiers: set[str], entities: list[Entity]) -> list[Entity]:
    noun = words[-1]
    titles, ages, gender = _titles(words), _ages(words), gender_of_kin(noun)
    fitting = [
        entity
        for entity in entities
        if entity.type == "person"
        and (entity.ages & ages if ages else _bears(entity, titles, noun, modifiers))
        and (gender is None or entity.gender in (gender, None))
        and not (noun in ("lawyer", "attorney") and not modifiers and role_words(entity) & _PROSECUTING)
        and not (noun in _IN_COURT and role_words(entity) & _PAST)  # a former defendant is none any more
    ]
    if len(fitting) > 1 and modifiers.isdisjoint(_LESSER):  # beside a mayor, a deputy mayor is not "the mayor"
        fitting = [entity for entity in fitting if not _all_words(entity, noun) & _LESSER] or fitting
    if len(fitting) > 1 and modifiers.isdisjoint(_TO_COME) and _COMING.isdisjoint(words):
        fitting = [entity for entity in fitting if not _all_words(entity, noun) & _TO_COME] or fitting
    return fitting


def _titles(words: list[str]) -> set[str]:
    noun = words[-1]
    if words[-2:] == ["public", "defender"]:
        return {noun, *TITLES_OF_NOUN["lawyer"]}
    return set(TITLES_OF_NOUN.get(noun) or ({noun} if _MAY_BE_TITLE[noun] else ()))


def _ages(words: list[str]) -> set[str]:
    return {_AGE_OF[word] for word in words if _AGE_OF[word]}


def may_mean_person(words: list[str]) -> bool:
    """Tell whether a noun phrase may mean a person by what it says alone: a title, a role, an age."""
    return words[-1] in TITLES_OF_NOUN or _MAY_BE_TITLE[words[-1]] or any(map(_AGE_OF.__getitem__, words))


def _bears(entity: Entity, titles: set[str], noun: str, modifiers: set[str]) -> bool:
    """Tell whether somebody is called by a title, or was said to be what the noun says: "the shop teacher"."""
    if entity.titles & titles and (modifiers <= role_words(entity) or _is_bare(entity, modifiers)):
        return True
    said = [entity.epithets[title] for title in titles | {noun} if title in entity.epithets]
    return any(not epithet.words or modifiers <= epithet.words | role_words(entity) for epithet in said)


def _may_be_title(noun: str) -> bool:
    return noun in KIN or is_role_noun(noun) or (title_of(noun.capitalize()) is not None and not noun.endswith("s"))


def _age_in(word: str) -> str:
    """Give the age that "34-year-old" says; empty for another word."""
    found = _YEARS_OLD.fullmatch(word)
    return found[1] if found else ""


_MAY_BE_TITLE, _AGE_OF = PerWord(_may_be_title), PerWord(_age_in)


def _is_bare(entity: Entity, modifiers: set[str]) -> bool:
    """Tell whether a role says nothing of where: "the board president" may be President Ann Roy, but not "of Rill"."""
    return modifiers <= _OF_WHAT and len(role_words(entity)) == 1 and not entity.has_shared_role


def role_words(entity: Entity) -> frozenset[str]:
    """Give the words of a person's role in small letters."""
    return _words(entity.role or "")


@lru_cache(maxsize=1 << 12)
def _words(role: str) -> frozenset[str]:
    words = _WORD.findall(with_offices_in_full(role))
    return frozenset([*words, *(part for word in words for part in word.split("-"))])  # elect of "mayor-elect"


def organisations_named(words: list[str], entities: list[Entity]) -> list[Entity]:
    """Give the organisations whose name has every word of a noun phrase: "sheriff's office", "water authority"."""
    wanted = set(words)
    return [entity for entity in entities if entity.type == "organisation" and wanted <= name_words(entity)]


def is_head_of_bodies(noun: str) -> bool:
    """Tell whether a body's name may end in a noun: "Rill Ferry Service"."""
    return noun in _HEADS_OF_BODIES


def bodies_by_head(words: list[str], entities: list[Entity]) -> list[Entity]:
    """Give the bodies that a noun phrase ends the name of: "the service" of the Rill Ferry Service."""
    if words[-1].capitalize() in PLACES or words[-1] not in _HEADS_OF_BODIES:
        return []
    ending = " " + " ".join(words)
    return [entity for entity in entities if entity.type == "organisation" and entity.name.lower().endswith(ending)]


def name_words(entity: Entity) -> set[str]:
    """Give the words of a name in small letters, without possessive endings."""
    return {word.removesuffix("'s") for word in entity.name.lower().replace("’", "'").split()}


def is_organisation_like(entity: Entity) -> bool:
    """Tell whether a name is surely an organisation's, not a place's or a thing's."""
    return entity.type == "organisation" and (
        entity.name.isupper() or any(word in ORGANISATION_WORDS for word in entity.name.split())
    )


def is_subject_body(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a name that may be a company's is what its sentence is about: "Hale Energy, which builds it,"."""
    tokens = sentence.tokens
    if mention.is_possessive or mention.name.split()[-1] in PLACES or mention.name in PARTIES:
        return False
    after = [token.lower for token in tokens[mention.stop : mention.stop + 2]]
    return after == [",", "which"] or (mention.first == sentence.begin and " " in mention.name)


def is_known_by_whose(noun: str) -> bool:
    """Tell whether "his …" is whom the text tells of beside him: "his wife", "her lawyer"."""
    return noun in _KNOWN_BY_WHOSE


def is_description(words: list[str]) -> bool:
    """Tell whether a noun phrase describes one person whom the text has just named: "sixth grader", "mother"."""
    noun = words[-1]
    return noun not in _OFTEN_NAMELESS and (noun in KIN or is_role_noun(noun) or _YEARS_OLD.fullmatch(noun) is not None)


def is_of_several(noun: str) -> bool:
    """Tell whether a noun means several persons: prosecutors, defendants."""
    return noun in BARE_PLURALS or (noun.endswith("s") and is_role_noun(noun[:-1]) and not is_role_noun(noun))


def is_told_of_later(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether who is told of without a name may be whom the text is about: a former judge, but not a judge."""
    words = [token.lower for token in sentence.tokens[mention.first : mention.stop]]
    return words[-1] not in _OFTEN_NAMELESS or not _PAST.isdisjoint(words)


def gender_fits(noun: str, entity: Entity) -> bool:
    """Tell whether a word of kin goes with a person's gender."""
    gender = gender_of_kin(noun)
    return gender is None or entity.gender in (gender, None)
