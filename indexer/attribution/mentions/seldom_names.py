"""Words that are seldom last names, in a text that has them as such: "May said" of Rose May, "Nell Two Elms"."""

from __future__ import annotations

from indexer.attribution.mentions.name_words import bare, is_like_name
from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import SELDOM_LAST_NAMES
from indexer.attribution.text.parts import Token, word_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set

_NUMBERS = word_set("One Two Three Four Five Six Seven Eight Nine Ten")
_WORDS = SELDOM_LAST_NAMES | _NUMBERS


def seldom_names(last_names: frozenset[str]) -> frozenset[str]:
    """Give those of a text's last names that are words of another kind nearly everywhere."""
    return frozenset() if last_names.isdisjoint(_WORDS) else last_names & _WORDS


def is_behind_first_name(tokens: list[Token], place: int) -> bool:
    """Tell whether a word stands behind a first name or a title and is no date: "Rose May", not "in Austin May 5"."""
    before = place - 1 - (place > 1 and tokens[place - 1].word == ".")
    if before < 0 or word_at(tokens, place + 1).isdigit():
        return False
    is_title = title_of(tokens[before].word) is not None
    return is_title or (before == place - 1 and is_given_name(tokens[before].word))


def goes_on_seldom_name(tokens: list[Token], place: int, seldom: frozenset[str]) -> bool:
    """Tell whether such a word goes on somebody's name at a place: "Ken Oh", "Ms. Oh", "Nell Two Elms"."""
    if bare(tokens[place].word) not in seldom:
        return False
    return is_behind_first_name(tokens, place) or _is_number_in_name(tokens, place)


def begins_seldom_name(tokens: list[Token], place: int, seldom: frozenset[str]) -> bool:
    """Tell whether such a word is somebody's name by itself: "Oh said", "“No,” said May", "Two Elms"."""
    if tokens[place].word not in seldom:
        return False
    after, second = word_at(tokens, place + 1), word_at(tokens, place + 2)
    if after in VERBS_OF_SAYING or (after == "," and second == "who") or _is_number_in_name(tokens, place):
        return True
    return place > 1 and tokens[place - 1].lower in TAG_VERBS and tokens[place - 2].quotation is not None


def _is_number_in_name(tokens: list[Token], place: int) -> bool:
    """Tell whether a number is part of a person's last name: "Nell Two Elms", and "Two Elms" in the same text."""
    return tokens[place].word in _NUMBERS and place + 1 < len(tokens) and is_like_name(tokens[place + 1].word)
