"""Names that stand where a source could, but are nobody's who speaks: Texas, DNA, "FICTION" before a colon."""

from __future__ import annotations

from indexer.attribution.given_names import is_given_name
from indexer.attribution.lexicon import DETERMINERS, ORGANISATION_WORDS, PARTIES, PLACES
from indexer.attribution.nominals import ORGANISATION_NOUNS
from indexer.attribution.parts import Mention, Sentence
from indexer.attribution.words import word_set

_STATES = word_set(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois"
    " Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri"
    " Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin"
    " Wyoming"
)
_STATES_OF_TWO = word_set("Hampshire Jersey Mexico York Carolina Dakota Virginia")
_BEFORE_STATE = word_set("New North South West")
_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_THINGS = word_set("DNA GPS TV CCTV DUI DWI BAC HIV AIDS Toxicology")
_LAWS = word_set("ordinance act bill amendment statute treaty resolution")


def may_speak_at_all(source: Mention, sentence: Sentence, usual: frozenset[str]) -> bool:
    """Tell whether a name that is no person's may be somebody's who speaks."""
    entity = source.entity
    if entity is None:
        return False
    if entity.type == "person":  # one letter is what is left of "Lady H."
        return len(entity.name) > 1 and (not _is_state(entity.name) or is_given_name(entity.name))
    if entity.name in _THINGS or _is_state(entity.name):
        return False
    words = [word.lower() for word in entity.name.split()]
    if words[0].split("-")[0] in _NUMBERS or words[-1] in _LAWS:
        return False  # "Thirty-Two Alleged Members Charged", "the Safe Parks Ordinance"
    if any(word not in usual for word in words) or words[-1] in ORGANISATION_NOUNS or entity.name in PARTIES:
        return True
    if any(word.capitalize() in ORGANISATION_WORDS for word in words):
        return True
    tokens = sentence.tokens
    before = tokens[source.first - 1].lower if source.first else ""
    return before in DETERMINERS or tokens[source.first].lower in DETERMINERS  # "the Panel", "The Parents"


def may_be_called_so(mention: Mention) -> bool:
    """Tell whether a name beside a noun may be the name of whom the noun means: not "the capital, Ohio,"."""
    entity = mention.entity
    if entity is None or entity.name.split()[-1] in PLACES:
        return False
    return entity.type == "person" or not (_is_state(entity.name) or entity.name in _THINGS)


def _is_state(name: str) -> bool:
    words = name.split()
    if len(words) == 2:
        return words[0] in _BEFORE_STATE and words[1] in _STATES_OF_TWO
    return name in _STATES
