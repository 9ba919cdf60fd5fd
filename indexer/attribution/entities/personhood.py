"""What speaks for a name being a person's, not a body's or a place's: titles, roles, "who", an age, a cue."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from indexer.attribution.entities.acronyms import is_acronym
from indexer.attribution.entities.animals import animals_in
from indexer.attribution.mentions.name_shapes import is_called_as_place
from indexer.attribution.phrases.company_marks import is_listed
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.cue_words import NOUNS_OR_VERBS, VERBS_OF_SAYING
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lands import is_land_or_people, is_state
from indexer.attribution.text.lexicon import ALSO_LAST_NAMES, IRREGULAR_PASTS, PLACES, ROLE_NOUNS
from indexer.attribution.text.parts import Entity, Mention, Sentence, Token, last_name, without_suffix
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_AS_PERSON = 1.0  # evidence from which an unknown name is a person's
_AS_USUAL = 2.0  # the same where the last word is a usual one
_AS_ANIMAL = -10.0
_AS_LISTED = -6.0
_PLACE_PREPOSITIONS = word_set("in at near across outside around toward through")
_OBLIQUE = _PLACE_PREPOSITIONS | word_set("to from for on via into onto within using")
_OF = word_set("of from in at near")
_OF_WHOM = word_set("of from with at")
_GAMES = word_set("victory win triumph upset rout loss defeat game match opener final shutout sweep tie draw rematch")
_OTHER_SIDE = word_set("over against to with")  # "a 3-1 victory over Rill Hill"
_ITS = word_set("it its")  # "Rill said its sales rose"
_HIS = word_set("his her")
_HE_OR_SHE = word_set("he she")
_SAYING = VERBS_OF_SAYING - NOUNS_OR_VERBS
_RECORD = re.compile(r"\d{1,3}-\d{1,3}(?:-\d{1,3})?")  # of a team: won, lost, drawn
_FEWEST_LABELS = 2
_LONGEST_AGE = 3  # digits
_LONGEST_PERSON = 3  # words
_FARTHEST_VERB = 8  # tokens
_SOMEBODY = ROLE_NOUNS | KIN
_MAY_BE_COMPANIES = word_set(
    "bidder contractor subcontractor developer vendor supplier maker employer operator lender insurer carrier builder"
    " publisher broadcaster distributor producer retailer manufacturer competitor sponsor creditor provider processor"
    " seller grower brewer importer exporter shipper printer newspaper paper partner tenant"
)


class Personhood:
    """The evidence for each name of a text."""

    def __init__(self, names: Sequence[Mention], sentences: list[Sentence], usual: Container[str]) -> None:
        """``usual``: words usually printed in small letters."""
        self.usual = usual
        self.animals = animals_in(names, sentences)
        self.evidence: dict[str, float] = defaultdict(float)
        self.singles: Counter[str] = Counter()
        self.located: set[str] = set()  # "in Victoria Lake"
        self.free: set[str] = set()  # that stand without a preposition somewhere
        self.living: set[str] = set()  # "Victoria Lake, 34,", and "Lake expects"
        labels: Counter[str] = Counter()
        for mention in names:
            tokens = sentences[mention.sentence].tokens
            is_located = _is_located(mention, tokens)
            self.evidence[mention.name] += _weight(mention, tokens, is_located)
            if " " in mention.name and _is_told_on(mention, sentences):
                self.evidence[mention.name] += 1
            if is_located:
                self.located.add(mention.name)
            if mention.name not in self.free and not _is_oblique(mention, tokens):
                self.free.add(mention.name)
            if " " not in mention.name:
                self.singles[mention.name] += 1
            if mention.name.rpartition(" ")[2].capitalize() in ALSO_LAST_NAMES:
                labels[mention.name.capitalize()] += _is_label(mention, tokens)
                if _lives(mention, sentences[mention.sentence]):
                    self.living.add(mention.name)
        self.living.update(name for name, count in labels.items() if count >= _FEWEST_LABELS)

    def of(self, name: str) -> float:
        """Give the evidence for a name; below 0 it speaks against a person."""
        return self.evidence[name] if name not in self.animals else _AS_ANIMAL

    def is_told_of(self, name: str) -> bool:
        """Tell whether what is told of a name makes it a person's by itself; more must be if a usual word ends it."""
        if name.isupper() or is_land_or_people(name) or is_state(name):
            return False
        is_usual = " " in name and name.rpartition(" ")[2].lower() in self.usual  # "Rill Metals said"
        return self.of(name) >= (_AS_USUAL if is_usual else _AS_PERSON)

    def is_full_person(self, mention: Mention) -> bool:
        """Tell whether a mention is a person's full name."""
        words = mention.name.split()
        if len(words) < 2 or " " not in without_suffix(mention.name) or mention.name in self.animals:
            return False  # "Cole Jr."
        if mention.shape == "organisation":
            return self._is_called_as_place(words)
        if mention.shape == "person" or (len(words) <= 3 and is_given_name(words[0])):
            return True
        if len(words) > 4 or is_acronym(words[0]) or is_acronym(words[-1]):
            return False
        return self.is_told_of(mention.name) or (
            len(words) <= 3 and self.singles[last_name(mention.name)] > 0 and self.evidence[mention.name] >= 0
        )

    def _is_called_as_place(self, words: list[str]) -> bool:
        """Tell whether somebody's last name is a word for a place: John Park of whom "Park said" tells as well."""
        name = " ".join(words)
        if not is_called_as_place(words) or name in self.located:
            return False
        return not self.living.isdisjoint((name, words[-1])) or self.evidence.get(words[-1], 0) >= _AS_PERSON

    def may_be_person(self, entity: Entity) -> bool:
        """Tell whether an entity that nothing marks as a person may be one all the same."""
        words = entity.name.split()
        return (
            len(words) <= _LONGEST_PERSON
            and entity.evidence.shape == "unknown"
            and self.evidence[entity.name] >= 0
            and (entity.name in self.free or is_given_name(words[0]))
            and not any(is_acronym(word) or word in PLACES for word in words)
        )


def _weight(mention: Mention, tokens: list[Token], is_located: bool) -> float:
    before = tokens[mention.first - 1].lower if mention.first else ""
    after = _lower(tokens, mention.stop)
    second = _lower(tokens, mention.stop + 1)
    weight = 0.0
    if mention.title:
        weight += 4
    if mention.role:
        weight += 2
    if (after in TAG_VERBS and second not in _ITS) or (before in TAG_VERBS and not mention.is_possessive):
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
    if tokens[mention.first].lower == "the" or is_located or _is_team(mention, before, tokens):
        weight -= 2
    elif before == "the":
        weight -= 1
    if mention.shape == "organisation":
        weight -= 3
    if after == "(" and _RECORD.fullmatch(second):
        weight -= 3  # "Rill (31-9)"
    if is_listed(tokens, mention.first, mention.stop):
        weight += _AS_LISTED
    return weight


def _is_told_on(mention: Mention, sentences: list[Sentence]) -> bool:
    """Tell whether he or she of the next sentence is the name that one begins with: "Primo Ash left. He was tired."."""
    sentence = sentences[mention.sentence]
    if mention.first != sentence.begin or mention.is_possessive or mention.sentence + 1 == len(sentences):
        return False
    following = sentences[mention.sentence + 1]
    if following.paragraph != sentence.paragraph or not following.mentions:
        return False
    if following.mentions[0].name not in _HE_OR_SHE:
        return False
    return not any(other.kind == "name" and other is not mention for other in sentence.mentions)


def _is_located(mention: Mention, tokens: list[Token]) -> bool:
    """Tell whether a name tells where: "in Rill", "in Fenwick, Rill."."""
    place = mention.first - 1
    one = tokens[place - 1].mention if place > 1 and tokens[place].lower == "and" else None
    if one is not None:  # "in Rill and Fenwick"
        place = one.first - 1
        return place >= 0 and tokens[place].lower in _PLACE_PREPOSITIONS
    if place < 0 or tokens[place].word != ",":
        return place >= 0 and tokens[place].lower in _PLACE_PREPOSITIONS
    is_closed = mention.stop == len(tokens) or not tokens[mention.stop].word[0].isalnum()
    may_end = is_closed or not is_given_name(tokens[mention.first].word)  # not "in Rill, Ann plans"
    while may_end and place > 0 and tokens[place].word == "," and tokens[place - 1].word[0].isupper():
        place -= 1
        while place >= 0 and tokens[place].word[0].isupper() and tokens[place].quotation is None:
            place -= 1
    return place >= 0 and tokens[place].lower in _PLACE_PREPOSITIONS


def _is_oblique(mention: Mention, tokens: list[Token]) -> bool:
    """Tell whether a name stands where places and sites do: "to Rill", "via Rill"."""
    return mention.first > 0 and tokens[mention.first - 1].lower in _OBLIQUE


def _is_team(mention: Mention, before: str, tokens: list[Token]) -> bool:
    """Tell whether a name is of who was played against: "a loss to Rill Hill"."""
    return before in _OTHER_SIDE and mention.first > 1 and tokens[mention.first - 2].lower in _GAMES


def _is_label(mention: Mention, tokens: list[Token]) -> bool:
    """Tell whether a word of an interview tells who speaks: "LAKE: I did."."""
    return mention.first == 0 and " " not in mention.name and _lower(tokens, mention.stop) == ":"


def _lives(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a name that ends as places do does what persons do: "Lake expects", "Ann Lake, 41,", "lost her"."""
    tokens = sentence.tokens
    if tokens[mention.first].lower == "the" or mention.is_possessive:
        return False
    after, second = _lower(tokens, mention.stop), _lower(tokens, mention.stop + 1)
    if after == ",":
        return second == "who" or (
            second.isdigit() and len(second) <= _LONGEST_AGE and _lower(tokens, mention.stop + 2) == ","
        )
    if after in _OF_WHOM and is_given_name(tokens[mention.first].word) and _says(tokens, mention.stop):
        return True  # "Ed Lane of Lane's Towing said"
    if after == "who" or after in TAG_VERBS or (" " not in mention.name and after in _SAYING):
        return True
    if mention.first > 1 and tokens[mention.first - 2].quotation is not None:
        return tokens[mention.first - 1].lower in TAG_VERBS  # "“No,” said Ann Lake"
    return mention.first == sentence.begin and (after.endswith("ed") or after in IRREGULAR_PASTS) and second in _HIS


def _says(tokens: list[Token], place: int) -> bool:
    """Tell whether the first verb from a place on is one of saying."""
    for token in tokens[place : place + _FARTHEST_VERB]:
        if token.quotation is not None or (token.word.islower() and has_verb([token])):
            return token.lower in TAG_VERBS
    return False


def _is_somebody(word: str) -> bool:
    """Tell whether a word says what somebody is: "his partner, Nalani Roy"; not "the low bidder, Rill Works"."""
    return word.lower() in _SOMEBODY or (word.islower() and word not in _MAY_BE_COMPANIES and is_role_noun(word))


def _lower(tokens: list[Token], place: int) -> str:
    return tokens[place].lower if place < len(tokens) else ""
