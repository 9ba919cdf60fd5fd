"""Somebody without a name whom he or she may mean: "one mother said", "Her coach was not surprised"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.attribution.phrases.bystanders import EITHER, MEN, WOMEN, is_subject
from indexer.attribution.phrases.descriptions import PERSON_NOUNS, gender_of_noun
from indexer.attribution.phrases.kin import KIN, gender_of_kin
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import PRONOUNS
from indexer.attribution.text.parts import Mention, Sentence, Token
from indexer.attribution.text.words import word_set

_BACK = 3  # sentences
_POSSESSIVES = word_set("his her their my our")
_LONGEST_PHRASE = 4  # tokens from whose it is to the noun
_ONE_OF_SEVERAL = word_set("older younger elder other first second third fourth fifth last former latter another")
_INDEFINITE = word_set("a an one another")
_ASKING = word_set("ask asks asked asking wonder wonders wondered wondering question questioned inquired ?")
_DEFINITE = word_set("the this that")
_YEARS_OLD = "-year-old"
_NOT = r"(?:\bnot|\bnever|n['’]t|\bdeclin[a-z]+|\brefus[a-z]+)(?: [a-z]+){0,2}?(?: to)?"
_NAMED = r"be (?:named|identified|quoted by name)\b"
_NAME = r"(?:give |use |have |print |share )?(?:his|her|their) (?:[a-z]+ )?names?\b"
# "a neighbor who did not want to be named", "a clerk, asking that her name not be used,", "a voter who declined to …"
_ANONYMOUS = re.compile(rf"\banonym(?:ity|ously)\b|{_NOT} (?:{_NAMED}|{_NAME})|\bnames? (?:not|never)\b")


@dataclass(frozen=True, slots=True)
class _Nameless:
    """A noun phrase for somebody whom the text has not named, at a place of it."""

    noun: str
    determiner: str
    sentence: int
    paragraph: int
    start: int


def nameless_features(
    pronoun: Mention, spoke: Mention | None, starts: list[int], sentences: list[Sentence]
) -> list[str]:
    """Describe how likely a pronoun means somebody without a name.

    ``spoke``: the last source if it was somebody without a name; ``starts``: where the persons who may be meant as
    well were last named.
    """
    found = ["nameless", f"nameless,of{min(len(starts), 3)}"]
    gender = PRONOUNS[pronoun.name]
    phrase = _phrase_before(pronoun, gender, sentences)
    if phrase is not None:
        apart = f"s{pronoun.sentence - phrase.sentence}"
        paragraphs = f"p{min(pronoun.paragraph - phrase.paragraph, 2)}"
        between = f"between{min(sum(start > phrase.start for start in starts), 2)}"
        kind = _kind(phrase.noun)
        own = f"gender{gender_of_one(phrase.noun) == gender:d}"
        found += [
            f"nameless,{apart}",
            f"nameless,{paragraphs}",
            f"nameless,{apart},{between}",
            f"nameless,{kind},{between}",
            f"nameless,{phrase.determiner},{between}",
            f"nameless,{phrase.determiner},{kind}",
            f"nameless,{own},{between}",
            f"nameless,{paragraphs},{between}",
        ]
    if spoke is not None and gender_of_one(spoke.name) in (gender, None):
        paragraphs = f"p{min(pronoun.paragraph - spoke.paragraph, 3)}"
        between = f"between{min(sum(start > spoke.start for start in starts), 2)}"
        own = f"gender{gender_of_one(spoke.name) == gender:d}"
        found += [
            f"nameless,spoke,{paragraphs}",
            f"nameless,spoke,{between}",
            f"nameless,spoke,{own},{paragraphs}",
            f"nameless,spoke,{paragraphs},{between}",
        ]
    return found


def goes_on(pronoun: Mention, spoke: Mention | None, starts: list[int], sentences: list[Sentence]) -> bool:
    """Tell whether a pronoun is the nameless one who spoke last just before, where nobody came between.

    That is a woman or a man, somebody of whom it is told that there shall be no name, or "A clerk said", who asked
    nobody else.
    """
    if spoke is None or pronoun.paragraph - spoke.paragraph > 1 or any(start > spoke.start for start in starts):
        return False
    gender = gender_of_one(spoke.name) or _gender_by_ending(spoke.name.lower())
    if gender is None:
        return is_anonymous(sentences[spoke.sentence]) or _is_new(spoke, sentences[spoke.sentence])
    return gender == PRONOUNS[pronoun.name]


def _gender_by_ending(noun: str) -> str | None:
    return "f" if noun.endswith("woman") else "m" if noun.endswith("man") else None


def is_anonymous(sentence: Sentence) -> bool:
    """Tell whether a sentence says of somebody that there shall be no name: "speaking on condition of anonymity"."""
    return _ANONYMOUS.search(" ".join(token.lower for token in sentence.tokens)) is not None


def is_somebody(noun: str) -> bool:
    """Tell whether a noun, or he or she, is said of one person."""
    return bool(_kind(noun))


def _is_new(spoke: Mention, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with somebody new who asks nobody else: "One clerk said it was a mess"."""
    is_subject_of_all = spoke.first == sentence.begin and sentence.tokens[spoke.first].lower in _INDEFINITE
    return is_subject_of_all and _ASKING.isdisjoint(token.lower for token in sentence.tokens)


def _phrase_before(pronoun: Mention, gender: str, sentences: list[Sentence]) -> _Nameless | None:
    """Find the noun phrase for somebody without a name that was a subject last before a pronoun."""
    left = _BACK
    for index in range(pronoun.sentence, -1, -1):
        sentence = sentences[index]
        for mention in reversed(sentence.mentions):
            if mention.start < pronoun.start and mention is not pronoun:
                phrase = _phrase(mention, sentence)
                if phrase is not None and gender_of_one(phrase.noun) in (gender, None):
                    return phrase
        left -= sentence.has_words
        if left < 0:
            return None
    return None


def _phrase(mention: Mention, sentence: Sentence) -> _Nameless | None:
    tokens = sentence.tokens
    if mention.kind == "noun":
        if mention.entity is not None or not is_subject(mention, sentence) or not _kind(mention.name):
            return None
        if _is_named(mention.stop, tokens):
            return None  # "the coach, Ann Hale, smiled"
        first = tokens[mention.first].lower
        determiner = "the" if first in _DEFINITE else "his" if first in _POSSESSIVES else "a"
        return _Nameless(mention.name, determiner, mention.sentence, mention.paragraph, mention.start)
    if mention.name not in _POSSESSIVES and not mention.is_possessive:
        return None
    if any(other.first == mention.first and other is not mention for other in sentence.mentions):
        return None  # "her husband", who is known
    for place in range(mention.stop, min(mention.stop + _LONGEST_PHRASE, len(tokens))):
        word = tokens[place]
        if word.mention is not None or not word.word.islower():
            return None
        if word.lower in KIN or is_role_noun(word.lower):
            if _is_named(place + 1, tokens):
                return None  # "her husband, Tom"
            return _Nameless(word.lower, "his", mention.sentence, mention.paragraph, mention.start)
    return None


def _is_named(stop: int, tokens: list[Token]) -> bool:
    """Tell whether a name follows a noun that ends at a place, at once or after a comma."""
    after = stop + (stop < len(tokens) and tokens[stop].word == ",")
    name = tokens[after].mention if after < len(tokens) else None
    return name is not None and name.kind == "name" and name.first == after


@lru_cache(maxsize=1 << 12)
def _kind(noun: str) -> str:
    lower = noun.lower()
    if lower in KIN:
        return "kin"
    if lower in MEN or lower in WOMEN or lower in EITHER or lower in PERSON_NOUNS:
        return "person"
    if lower.endswith(_YEARS_OLD) or lower in _ONE_OF_SEVERAL:
        return "one"
    if lower in ("he", "she"):
        return "pronoun"
    return "role" if is_role_noun(lower) else ""


@lru_cache(maxsize=1 << 12)
def gender_of_one(noun: str) -> str | None:
    """Tell the gender that a noun for one person, he or she implies."""
    lower = noun.lower()
    if lower in PRONOUNS:
        return PRONOUNS[lower]
    return "m" if lower in MEN else "f" if lower in WOMEN else gender_of_kin(lower) or gender_of_noun(lower)
