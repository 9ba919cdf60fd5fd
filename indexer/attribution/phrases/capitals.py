"""Usual words that stand in capitals beside a name: "Neither Clinton", "Hillary Clinton Goes" in a headline."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import (
    NAME_PARTICLES,
    NEVER_NAMES,
    OFFICE_TITLES,
    ORGANISATION_WORDS,
    PLURAL_TITLES,
    PREPOSITIONS,
    ROLE_NOUNS,
    SELDOM_FIRST_NAMES,
    TITLE_MODIFIERS,
    TITLES,
)
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.skeleton import Skeleton
from indexer.attribution.text.words import PerWord, word_set

_FEWEST_SHOUTED = 4  # words
_FEWEST_OF_LINE = 4
_FEWEST_TITLED = 6  # words longer than "with"
_SHORT = 4  # letters
_STOPS = (".", "?", "!")
_CLIPPED = frozenset({"Con"})  # "Con Edison"; with a capital none of these begins a sentence before a name
_SHORT_TITLES = frozenset({"MR", "DR"})
_BEFORE_TITLES = word_set("Vice Co Ex Then Under Deputy")
_AFTER_TITLES = word_set("elect designate nominee in-waiting at-large in-charge")
_PREFIXED = re.compile(r"Mc[A-Z]{2,}")


@lru_cache(maxsize=1 << 14)
def title_of(word: str) -> str | None:
    """Give the title that a word is, "Sens" for SENS as well, Mayor for Mayor-elect and Ex-Mayor; None if none."""
    if word in TITLES or word in PLURAL_TITLES:
        return word
    title, _, of_what = word.partition("-")
    if title in _BEFORE_TITLES:
        return title_of(of_what[:1].upper() + of_what[1:])  # "Vice-President", "Co-chair"
    if of_what and of_what.lower() not in _AFTER_TITLES and title_of(of_what) is None:
        return None
    if title in OFFICE_TITLES:
        return title
    is_printed_so = (len(title) > 2 or title in _SHORT_TITLES) and title.isupper()
    return title.capitalize() if is_printed_so and title.capitalize() in TITLES else None


def in_small_letters(words: list[str]) -> list[str]:
    """Give the words of a person's name without capitals throughout: Mary O'Neill for MARY O'NEILL."""
    for word in words:
        if word[0].isalpha() and not (word.isupper() or (word.startswith("Mc") and _PREFIXED.fullmatch(word))):
            return words
    return [_small(word, place) for place, word in enumerate(words)]


def role_in_small_letters(role: str) -> str:
    """Give a role without capitals throughout: "Sen." for SEN., and for what ends a headline's "APPROVES SEN."."""
    if not role.isupper():
        return role
    words = role.split()
    if words[-1].endswith(".") and title_of(words[-1][:-1]):
        words = words[-2:] if words[-2:-1] == ["U.S."] else words[-1:]
    return " ".join(map(_small_in_role, words)) if all(map(_is_known, words)) else role


def _is_known(word: str) -> bool:
    word = word.rstrip(".,")
    known = title_of(word) or word.lower() in ROLE_NOUNS or word.lower() in PREPOSITIONS
    return bool(known) or len(word) < 3 or "." in word or word.capitalize() in TITLE_MODIFIERS | ORGANISATION_WORDS


def _small_in_role(word: str) -> str:
    if word.lower() in PREPOSITIONS:
        return word.lower()
    bare = word.rstrip(".,")
    return word if len(bare) < 3 or "." in bare or bare in TITLES else word.capitalize()


def _small(word: str, place: int) -> str:
    if place and word.lower() in NAME_PARTICLES:
        return word.lower()
    if len(word) < 3:
        return word.capitalize() if word in ("JR", "SR") else word
    if word.startswith("Mc") or (word.startswith("MC") and len(word) > 4):
        return "Mc" + word[2:].capitalize()
    small = word.replace("’", "'").title()
    if small.endswith("'S"):
        small = f"{small[:-2]}'s"  # "MOODY'S"
    return small.replace("'", "’") if "’" in word else small


def has_headline_capitals(skeleton: Skeleton) -> bool:
    """Tell whether the first of several paragraphs is a headline with most words in capitals, without a dateline."""
    first = [sentence for sentence in skeleton.sentences if sentence.paragraph == 0]
    if first and (first[0].begin or any(map(_has_small_verb, first))):
        return False
    words = [
        word
        for sentence in first
        for token in sentence.tokens
        for word in (token.quotation.words if token.quotation is not None else (token.word,))
        if word[0].isalpha() and len(word) > 3
    ]
    return len(words) > 3 and skeleton.paragraphs > 1 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _has_small_verb(sentence: Sentence) -> bool:
    """Tell whether a verb of saying is printed in small letters, as in no such headline: "A boy drowned, Roy said"."""
    return any(word in TAG_VERBS and len(word) > 3 for word in sentence.words)


def sentences_in_capitals(skeleton: Skeleton) -> set[int]:
    """Give the indexes of the sentences most of whose words are printed with a capital, or in capitals throughout."""
    has_headline = has_headline_capitals(skeleton)
    return {
        s.index
        for s in skeleton.sentences
        if (has_headline and s.paragraph == 0) or is_shouted(s) or (is_titled(s) and not s.quotes)
    }


def is_shouted(sentence: Sentence) -> bool:
    """Tell whether nearly all words of a sentence are printed in capitals throughout."""
    if not any(map(str.isupper, sentence.words[:2])):
        return False
    words = [word for word in sentence.words if word[0].isalpha()]
    return len(words) >= _FEWEST_SHOUTED and sum(map(str.isupper, words)) >= 0.8 * len(words)


def is_titled(sentence: Sentence) -> bool:
    """Tell whether a sentence of the text is printed as headlines are, as those of other stories below it."""
    last = sentence.tokens[-1]
    if len(sentence.words) < _FEWEST_TITLED or last.word in _STOPS:
        return False
    if last.quotation is not None and last.quotation.last in _STOPS:
        return False
    small, capital = _long_words(sentence)
    return small + capital >= _FEWEST_TITLED and capital >= 0.8 * (small + capital)


def named_in_sentences(names: Sequence[Mention], sentences: Sequence[Sentence]) -> set[int]:
    """Give the ids of the entities that are named in a sentence, or speak in a headline, and are not words of it."""
    titled: dict[int, bool] = {}
    found: set[int] = set()
    for mention in names:
        if mention.entity is None or id(mention.entity) in found:
            continue
        index = mention.sentence
        if index not in titled:
            titled[index] = _is_line_of_capitals(sentences[index])
        if not titled[index] or _speaks(mention, sentences[index]):
            found.add(id(mention.entity))
    return found


def _speaks(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a verb of saying follows a title and a name, or a full one: "Zelka Morvan Says Road Is Shut"."""
    after = sentence.tokens[mention.stop].lower if mention.stop < len(sentence.tokens) else ""
    return (mention.title is not None or " " in mention.name) and after in VERBS_OF_SAYING


def _is_line_of_capitals(sentence: Sentence) -> bool:
    """Tell whether a line without a mark at its end has no long word without a capital."""
    if sentence.words[-1] in (".", "?", "!", ":"):
        return False
    small, capital = _long_words(sentence)
    return not small and capital >= _FEWEST_OF_LINE


def _long_words(sentence: Sentence) -> tuple[int, int]:
    """Give how many words of a sentence are longer than "with": those in small letters, those with a capital."""
    told = [*map(_LONG.__getitem__, sentence.words)]
    return told.count("small"), told.count("capital")


def _long(word: str) -> str:
    if len(word) <= _SHORT or not word[0].isalpha():
        return ""
    return "capital" if word[0].isupper() else "small"


_LONG = PerWord(_long)


def trim_name(mention: Mention, skeleton: Skeleton, usual: Container[str], has_headline: bool) -> None:
    """Drop usual words from the ends of a name; ``has_headline``: the first paragraph is one in capitals."""
    if mention.shape == "organisation" or " " not in mention.name:
        return
    words = mention.name.split()
    in_headline = has_headline and mention.paragraph == 0
    if in_headline:
        while len(words) > 1 and is_usual(words[-1], usual):
            words.pop()
    is_initial = mention.first == skeleton.sentences[mention.sentence].begin and mention.title is None
    has_particle = len(words) > 1 and words[1].islower()  # "Van der Berg", "City of Fenwick"
    is_bearer = not in_headline and words[0] in SELDOM_FIRST_NAMES and not is_usual(words[-1], usual)  # "June Hale"
    may_open = (is_initial or in_headline) and len(words) > 1 and not (has_particle or is_bearer)
    if may_open and _is_no_name(words, usual):
        words.pop(0)
    name = " ".join(words)
    if name != mention.name:
        mention.name = name
        if len(words) == 1 and mention.title is None:
            mention.shape = "unknown"


def _is_no_name(words: Sequence[str], usual: Container[str]) -> bool:
    """Tell whether the first word is none of a name's: "Neither Hale"; but "Southwest Gas" is one, if any is."""
    first, _, rest = words[0].lower().partition("-")
    if rest.endswith("s") and rest.removesuffix("s") in ROLE_NOUNS and first:
        return True  # "Co-owners Ann"
    if words[0] in _CLIPPED or not is_usual(words[0], usual):
        return False
    return words[0].isupper() or not all(is_usual(word, usual) for word in words[1:])


def is_usual(word: str, usual: Container[str]) -> bool:
    """Tell whether a word with a capital is one that is usually printed without, and no part of a name or title."""
    told = _USUAL[word]
    return word.lower() in usual if told is None else told


def _is_usual_anywhere(word: str) -> bool | None:
    """Tell the same of a word whatever words are usual; None if they decide."""
    lower = word.lower()
    if word.isupper() and len(word) > 2:
        word = word.capitalize()
    if word in NEVER_NAMES:
        return True
    if is_given_name(word) or word in ORGANISATION_WORDS or word in TITLES:
        return False
    return True if lower in VERBS_OF_SAYING else None


_USUAL = PerWord(_is_usual_anywhere)
