"""The last names that a text has, by the first names, titles and ages beside them: "Banks" where Luther Banks is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count

from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import (
    FEMALE_TITLES,
    MALE_TITLES,
    NEVER_NAMES,
    OFFICE_TITLES,
    ORGANISATION_WORDS,
    PERSONAL_TITLES,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    SELDOM_LAST_NAMES,
)
from indexer.attribution.text.parts import Sentence, Token, word_at
from indexer.attribution.text.words import PerWord, word_set

_LONGEST_AGE = 2  # digits
# Before a name in small letters, of a company as often as of somebody: "developer Rill Homes".
_MAY_BE_COMPANIES = word_set(
    "owner developer contractor vendor maker operator lender insurer builder publisher partner"
)
_NO_PERSONS = ORGANISATION_WORDS | PLACE_ENDINGS | PLACE_BEGINNINGS | NEVER_NAMES


def last_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Give the words that follow a first name in this text, or a capital behind what somebody is or before an age.

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
                if surname in SELDOM_LAST_NAMES and not _is_third(sentence.words, place + 1):
                    continue  # "in Austin May 5"
                found.add(surname)
                if not _MAY_BE_EITHER[sentence.words[place]]:
                    of_others.add(surname)
                elif _is_told_of(sentence, place + 2):
                    titled.append((sentence.words[place], surname))
        found.update(_of_uncommon(sentence))
    return frozenset(found.union(f"{first} {last}" for first, last in titled if last not in of_others))


def _of_uncommon(sentence: Sentence) -> Iterator[str]:
    """Give the last names of persons whose first name is no common one: "Mayor Winsome King", "Deion Banks, 24,"."""
    words = sentence.words
    for place in compress(count(), map(_IS_SOMEBODY.__getitem__, words)):
        first = place + 1 + (word_at(sentence.tokens, place + 1) == ".")
        if _are_two_names(words, first):
            yield sentence.tokens[first + 1].word.removesuffix("'s").removesuffix("’s")
    for place in compress(count(), map(_IS_AGE.__getitem__, words)):
        is_between = place > 2 and words[place - 1] == "," == word_at(sentence.tokens, place + 1)
        if is_between and _are_two_names(words, place - 3):
            yield words[place - 2]


def _are_two_names(words: list[str], place: int) -> bool:
    """Tell whether two words that may be somebody's first and last name stand at a place, and no third."""
    pair = words[place : place + 2]
    if len(pair) < 2 or not all(word[0].isupper() and not word.isupper() for word in pair):
        return False
    is_third = place + 2 < len(words) and words[place + 2][0].isupper()
    return not is_third and _NO_PERSONS.isdisjoint(pair) and title_of(pair[0]) is None


def _is_told_of(sentence: Sentence, place: int) -> bool:
    """Tell whether an age or what somebody is follows a name: "Dean Hale, 44,", "Dean Hale, an economist"."""
    after = sentence.words[place : place + 2]
    return len(after) > 1 and after[0] == "," and (after[1].isdigit() or after[1] in ("a", "an"))


def _is_third(words: list[str], place: int) -> bool:
    """Tell whether a name ends at a place, so that it may be the last of three: "Billie Jean Rivers left"."""
    return place + 1 == len(words) or not (words[place + 1][0].isupper() or words[place + 1].isdigit())


def _after_initial(tokens: list[Token], place: int) -> Token:
    """Give the last name at a place, which may begin with an initial: "Nell T. Rivers"."""
    has_initial = len(tokens[place].word) == 1 and place + 2 < len(tokens) and tokens[place + 1].word == "."
    return tokens[place + 2] if has_initial and tokens[place + 2].word[0].isupper() else tokens[place]


def _is_first_name(word: str) -> bool:
    return word[0].isupper() and is_given_name(word)


def _is_somebody(word: str) -> bool:
    if word[0].isupper():
        return word in OFFICE_TITLES or word in PERSONAL_TITLES
    return word not in _MAY_BE_COMPANIES and is_role_noun(word)


_IS_FIRST_NAME = PerWord(_is_first_name)
_IS_SOMEBODY = PerWord(_is_somebody)
_IS_AGE = PerWord(lambda word: word.isdigit() and len(word) <= _LONGEST_AGE)
_MAY_BE_EITHER = PerWord(lambda word: word.istitle() and word in OFFICE_TITLES - FEMALE_TITLES - MALE_TITLES)
