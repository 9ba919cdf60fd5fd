"""One text taken apart: skeleton, mentions, entities; what every later step looks at."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from itertools import compress, count

from indexer.attribution.entities.contacts import drop_contacts
from indexer.attribution.entities.entities import find_entities
from indexer.attribution.mentions.mentions import find_mentions
from indexer.attribution.phrases.capitals import sentences_in_capitals
from indexer.attribution.phrases.per import read_per
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import FEMALE_TITLES, MALE_TITLES, OFFICE_TITLES
from indexer.attribution.text.parts import Entity, Mention, Quotation, Sentence, Token
from indexer.attribution.text.skeleton import build_skeleton
from indexer.attribution.text.words import PerWord, Without


@dataclass(frozen=True, slots=True)
class Analysis:
    """The parts of a text that statements are made of; its first paragraph may be a headline."""

    text: str
    has_headline: bool
    sentences: list[Sentence]
    quotations: list[Quotation]
    entities: list[Entity]
    usual: Container[str] = frozenset()  # words usually printed in small letters


def analyse(text: str, usual: frozenset[str], has_headline: bool = False) -> Analysis:
    """Take a text apart and link its names."""
    skeleton = build_skeleton(text, has_headline)
    in_capitals = sentences_in_capitals(skeleton)
    surnames = _surnames(sentence for sentence in skeleton.sentences if sentence.index not in in_capitals)
    names = usual.intersection(surname.lower() for surname in surnames)
    usual_here = Without(usual, names) if names else usual
    for sentence in skeleton.sentences:
        find_mentions(text, sentence, usual_here, surnames, sentence.index in in_capitals)
        read_per(sentence)
    drop_contacts(skeleton.sentences)
    entities = find_entities(skeleton, usual_here)
    for sentence in skeleton.sentences:
        for mention in sentence.mentions:
            mention.seen_as = mention_kind(mention)
    return Analysis(text, has_headline, skeleton.sentences, skeleton.quotations, entities, usual_here)


def _surnames(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Give the words that follow a first name in this text: "Banks" is a name where there is a Luther Banks.

    With them, whole: whose first name could be a title, "Dean Hale" where he is told of as others are.
    """
    found: set[str] = set()
    of_others: set[str] = set()  # of those whose first name is no title
    titled: list[tuple[str, str]] = []
    for sentence in sentences:
        taken = -1
        for place in compress(count(), map(_IS_FIRST_NAME.__getitem__, sentence.words[:-1])):
            token = sentence.tokens[place + 1]
            if (taken != place or _is_third(sentence.words, place + 1)) and token.word[0].isupper():
                last = _after_initial(sentence.tokens, place + 1)
                surname = last.word[:-2] if last.is_possessive else last.word
                taken = place + 1
                found.add(surname)
                if not _MAY_BE_EITHER[sentence.words[place]]:
                    of_others.add(surname)
                elif _is_told_of(sentence, place + 2):
                    titled.append((sentence.words[place], surname))
    return frozenset(found.union(f"{first} {last}" for first, last in titled if last not in of_others))


def _is_told_of(sentence: Sentence, place: int) -> bool:
    """Tell whether an age or what somebody is follows a name: "Dean Hale, 44,", "Dean Hale, an economist"."""
    after = sentence.words[place : place + 2]
    return len(after) > 1 and after[0] == "," and (after[1].isdigit() or after[1] in ("a", "an"))


def _is_third(words: list[str], place: int) -> bool:
    """Tell whether a name ends at a place, so that it may be the last of three: "Billie Jean Rivers left"."""
    return place + 1 == len(words) or not words[place + 1][0].isupper()


def _after_initial(tokens: list[Token], place: int) -> Token:
    """Give the last name at a place, which may begin with an initial: "Nell T. Rivers"."""
    has_initial = len(tokens[place].word) == 1 and place + 2 < len(tokens) and tokens[place + 1].word == "."
    return tokens[place + 2] if has_initial and tokens[place + 2].word[0].isupper() else tokens[place]


def _is_first_name(word: str) -> bool:
    return word[0].isupper() and is_given_name(word)


_IS_FIRST_NAME = PerWord(_is_first_name)
_MAY_BE_EITHER = PerWord(lambda word: word.istitle() and word in OFFICE_TITLES - FEMALE_TITLES - MALE_TITLES)


def mention_kind(mention: Mention) -> str:
    """Give what the linear models see of a mention."""
    if mention.kind == "pronoun":
        return f"<{mention.name}>"
    if mention.kind == "noun":
        return "<noun>"
    return "<person>" if mention.entity is not None and mention.entity.type == "person" else "<organisation>"
