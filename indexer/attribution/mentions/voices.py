"""Names that stand where a source could, but are nobody's who speaks: Texas, DNA, "FICTION" before a colon."""

from __future__ import annotations

from collections.abc import Container, Iterable

from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS, is_organisation_like
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lands import is_state
from indexer.attribution.text.lexicon import (
    COURTS,
    DETERMINERS,
    OFFICE_TITLES,
    ORGANISATION_WORDS,
    PARTIES,
    PLACES,
    ROLE_NOUNS,
)
from indexer.attribution.text.parts import Entity, Mention, Sentence
from indexer.attribution.text.words import word_set

_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_THINGS = word_set(
    "SB AB HB LB DNA GPS TV CCTV DUI DWI BAC HIV AIDS Toxicology Im Ive Id Dont Thats Its Hes Shes Were Theyre"
)
# What is written or asked: the ordinance says nothing, its authors do.
_WRITTEN = word_set(
    "ordinance act bill amendment statute treaty resolution constitution charter code rule report study survey review"
    " index census poll questionnaire declaration agreement program plan announcement compact accord pact deal"
)
_WHO_SURVEY = (["geological"], ["food"], ["law"])  # Geological Survey, World Food Program, Rill Law Review
_BODIES = word_set(
    "board court panel committee subcommittee commission council department agency office administration delegation"
    " company authority bureau center service association institute union group university college school district"
    " county city state town village division unit team foundation coalition task force"
    " academy hospital society federation organization organisation alliance league bank church campaign club"
)
_OF_WORDS = ("s", "ing", "ed", "ly", "ion")  # of plurals, verbs, adverbs, what is done
_OFFICES = ROLE_NOUNS | word_set("secretary") | frozenset(title.lower() for title in OFFICE_TITLES)


def names_nobody(entity: Entity) -> bool:
    """Tell whether a name is none: "The People argued", "Co-defendants told the jury", "DNA tests", or an animal's."""
    if entity.is_animal or entity.name in _THINGS or entity.name == "People":
        return True
    word = entity.name.rpartition("-")[2].lower()
    is_plural = word.endswith("s") and word.removesuffix("s") in ROLE_NOUNS
    return is_plural and " " not in entity.name and entity.name not in PARTIES


def are_several(source: Mention, sentence: Sentence, usual: Container[str]) -> bool:
    """Tell whether a sentence begins with several who have no name: "Archaeologists say"; not "Waters says"."""
    entity = source.entity
    word = sentence.tokens[source.first].lower
    if entity is None or entity.mentions > 1 or source.stop > source.first + 1 or source.first != sentence.begin:
        return False
    if entity.name in PARTIES or entity.titles:
        return False
    if word.endswith("men"):
        return word in usual or is_role_noun(word[:-3] + "man")
    is_role = word.endswith("s") and is_role_noun(word[:-1])
    return is_role and (word in usual or word.endswith(("ists", "keepers", "ologists")))


def may_speak_at_all(source: Mention, sentence: Sentence, usual: Container[str]) -> bool:
    """Tell whether a name that is no person's may be somebody's who speaks."""
    entity = source.entity
    if entity is None:
        return False
    if entity.type == "person":  # one letter is what is left of "Lady H."
        return len(entity.name) > 1 and (not is_state(entity.name) or is_given_name(entity.name))
    if is_state(entity.name) or "'t" in entity.name.replace("’", "'"):
        return False
    words = [word.lower() for word in entity.name.split()]
    if len(words) == 1 and words[0] in _BODIES:
        return False  # "the Board" of a city, a prison or a bank
    if words[0].split("-")[0] in _NUMBERS or (words[-1] in _WRITTEN and words[-2:-1] not in _WHO_SURVEY):
        return False  # "Thirty-Two Alleged Members Charged", "the Safe Parks Ordinance"
    is_acronym = sentence.tokens[source.stop - 1].word.isupper()
    if (_is_office(words) and not is_acronym) or _is_cut(source, sentence) or _only_opens(source, sentence):
        return False
    if any(word not in usual for word in words) or words[-1] in ORGANISATION_NOUNS or entity.name in PARTIES:
        return True
    if any(word.capitalize() in ORGANISATION_WORDS for word in words):
        return True
    tokens = sentence.tokens
    before = tokens[source.first - 1].lower if source.first else ""
    return before in DETERMINERS or tokens[source.first].lower in DETERMINERS  # "the Panel", "The Parents"


def beginnings_of_bodies(entities: Iterable[Entity]) -> set[str]:
    """Give the names that the names of bodies begin with: Rill and Rill River of the Rill River Council."""
    names = [entity.name.split() for entity in entities if is_organisation_like(entity)]
    return {" ".join(words[:count]) for words in names for count in range(1, len(words) + 1)}


def is_place(entity: Entity, bodies: Container[str]) -> bool:
    """Tell whether a name ends as places do, and is neither a court's nor the beginning of a body's."""
    words = entity.name.split()
    if entity.type == "person" and entity.is_full_name:
        return False  # Soo-Jin Park
    if words[-1] not in PLACES or (words[-1] == "Court" and not COURTS.isdisjoint(words[-2:-1])):
        return False
    return entity.name not in bodies


def may_be_called_so(mention: Mention) -> bool:
    """Tell whether a name beside a noun may be the name of whom the noun means: not "the capital, Ohio,"."""
    entity = mention.entity
    if entity is None:
        return False
    if entity.type == "person" and entity.is_full_name:
        return True
    if entity.name.split()[-1] in PLACES:
        return False
    return entity.type == "person" or not (is_state(entity.name) or entity.name in _THINGS)


def _is_office(words: list[str]) -> bool:
    """Tell whether a name says what somebody is: "Deputy Secretary of State", "Majority Leader", "Founders"."""
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    if head.capitalize() in PARTIES or head.capitalize() in ORGANISATION_WORDS:
        return False
    return head in _OFFICES or head.removesuffix("s") in _OFFICES


def _is_cut(source: Mention, sentence: Sentence) -> bool:
    """Tell whether a body's name goes on behind what was read of it: "Order" of "Order of Ferrymen", "Centers for"."""
    after = [token.word for token in sentence.tokens[source.stop : source.stop + 4]]
    if after and after[0] in OFFICE_TITLES:
        return True  # "said HLC Chief of Staff Ann Roy"
    if len(after) < 2 or not after[1][0].isupper():
        return False
    return after[0] in ("of", "for") or (after[0] == "and" and after[2:3] == ["("] and after[-1].isupper())


def _only_opens(source: Mention, sentence: Sentence) -> bool:
    """Tell whether a word has its capital from the beginning of a sentence: "Exhibits remind us of it"."""
    entity = source.entity
    if entity is None or entity.mentions > 1 or " " in entity.name or source.first != sentence.begin:
        return False
    is_body = entity.name.isupper() or entity.name in PARTIES or entity.name in ORGANISATION_WORDS
    is_body = is_body or entity.name.endswith(("'s", "’s"))  # "Rosie's said"
    return entity.name.endswith(_OF_WORDS) and not is_body
