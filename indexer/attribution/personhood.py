"""What speaks for a name being a person's, not a body's or a place's: titles, roles, "who", an age, a cue."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from indexer.attribution.acronyms import is_acronym
from indexer.attribution.given_names import is_given_name
from indexer.attribution.kin import KIN
from indexer.attribution.lexicon import PLACES, ROLE_NOUNS
from indexer.attribution.parts import Entity, Mention, Sentence, Token, last_name, without_suffix
from indexer.attribution.roles import is_role_noun
from indexer.attribution.sentences import TAG_VERBS
from indexer.attribution.words import word_set

AS_PERSON = 1.0  # evidence from which an unknown name is a person's
_PLACE_PREPOSITIONS = word_set("in at near across outside around toward through")
_OF = word_set("of from in at near")
_LONGEST_PERSON = 3  # words
_SOMEBODY = ROLE_NOUNS | KIN
_MAY_BE_COMPANIES = word_set(
    "bidder contractor subcontractor developer vendor supplier maker employer operator lender insurer carrier builder"
    " publisher broadcaster distributor producer retailer manufacturer competitor sponsor creditor provider processor"
    " seller grower brewer importer exporter shipper printer newspaper paper partner tenant"
)


class Personhood:
    """The evidence for each name of a text."""

    def __init__(self, names: Iterable[Mention], sentences: list[Sentence]) -> None:
        self.evidence: dict[str, float] = defaultdict(float)
        self.singles: Counter[str] = Counter()
        self.located: set[str] = set()  # "in Victoria Lake"
        for mention in names:
            tokens = sentences[mention.sentence].tokens
            self.evidence[mention.name] += _weight(mention, tokens)
            if mention.first and tokens[mention.first - 1].lower in _PLACE_PREPOSITIONS:
                self.located.add(mention.name)
            if " " not in mention.name:
                self.singles[mention.name] += 1

    def of(self, name: str) -> float:
        """Give the evidence for a name; below 0 it speaks against a person."""
        return self.evidence[name]

    def is_full_person(self, mention: Mention) -> bool:
        """Tell whether a mention is a person's full name."""
        words = mention.name.split()
        if len(words) < 2 or " " not in without_suffix(mention.name):
            return False  # "Cole Jr."
        if mention.shape == "organisation":
            return self._is_called_as_place(words)
        if mention.shape == "person" or (len(words) <= 3 and is_given_name(words[0])):
            return True
        if len(words) > 4 or is_acronym(words[0]) or is_acronym(words[-1]):
            return False
        return self.evidence[mention.name] >= AS_PERSON or (
            len(words) <= 3 and self.singles[last_name(mention.name)] > 0 and self.evidence[mention.name] >= 0
        )

    def _is_called_as_place(self, words: list[str]) -> bool:
        """Tell whether somebody's last name is a word for a place: John Park of whom "Park said" tells as well."""
        if len(words) > _LONGEST_PERSON or words[-1] not in PLACES or not is_given_name(words[0]):
            return False
        return self.evidence.get(words[-1], 0) >= AS_PERSON and " ".join(words) not in self.located

    def may_be_person(self, entity: Entity) -> bool:
        """Tell whether an entity that nothing marks as a person may be one all the same."""
        words = entity.name.split()
        return (
            len(words) <= _LONGEST_PERSON
            and entity.evidence.shape == "unknown"
            and self.evidence[entity.name] >= 0
            and not any(is_acronym(word) or word in PLACES for word in words)
        )


def _weight(mention: Mention, tokens: list[Token]) -> float:
    before = tokens[mention.first - 1].lower if mention.first else ""
    after = _lower(tokens, mention.stop)
    second = _lower(tokens, mention.stop + 1)
    weight = 0.0
    if mention.title:
        weight += 4
    if mention.role:
        weight += 2
    if after in TAG_VERBS or (before in TAG_VERBS and not mention.is_possessive):
        weight += 1
    is_of = before in _OF and " " not in mention.name  # "Ann Roy of Rill, who"
    if (after == "who" or (after == "," and second == "who")) and not is_of:
        weight += 2
    if before in KIN and not mention.is_possessive:
        weight += 2  # "her nephew Pravin"
    if after == "," and second.isdigit() and len(second) < 4:
        weight += 2
    if after == "," and second in ROLE_NOUNS:
        weight += 1
    if before == "," and mention.first > 1 and _is_somebody(tokens[mention.first - 2].word):
        weight += 2  # "the company's chief executive, Laszlo Bock, said"
    if tokens[mention.first].lower == "the" or before in _PLACE_PREPOSITIONS:
        weight -= 2
    elif before == "the":
        weight -= 1
    if mention.shape == "organisation":
        weight -= 3
    return weight


def _is_somebody(word: str) -> bool:
    """Tell whether a word says what somebody is: "his partner, Nalani Roy"; not "the low bidder, Rill Works"."""
    return word.lower() in _SOMEBODY or (word.islower() and word not in _MAY_BE_COMPANIES and is_role_noun(word))


def _lower(tokens: list[Token], place: int) -> str:
    return tokens[place].lower if place < len(tokens) else ""
