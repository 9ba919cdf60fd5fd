"""The role printed with a name: "Interim Police Chief Brian Manley", "Kevin Lashus, an immigration lawyer"."""

from __future__ import annotations

from indexer.attribution.cue_words import VERBS_OF_SAYING
from indexer.attribution.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR_PASTS,
    NEVER_NAMES,
    PERSONAL_TITLES,
    PREPOSITIONS,
    ROLE_NOUNS,
)
from indexer.attribution.parts import Token
from indexer.attribution.sentences import TAG_VERBS
from indexer.attribution.words import word_set

_LONGEST_BEFORE = 5
_LONGEST_AFTER = 16
_MODIFIERS = word_set(
    "former then-city city county state police fire school board council campaign deputy assistant associate"
    " executive senior chief vice public defense defence press civil rights immigration criminal longtime"
    " retired acting interim managing general district federal local national company university high-school"
    " health legal lead co-founding union hospital department office staff communications team media field"
    " program policy then-mayor presidential party committee labor labour community business property"
    " apartment shop restaurant store dairy farm family"
)
_STOPS = word_set("who which that whose where when while after before since because but said says")


def role_before(tokens: list[Token], first: int, has_title: bool = False) -> int:
    """Give the place at which a role in small letters before a name begins; ``first`` if there is none.

    "City Council member Greg Casar", "former prosecutor Kevin Lashus"; before a title: "Tulsa police Chief".
    """
    heads = _MODIFIERS if has_title else ROLE_NOUNS
    if first == 0 or tokens[first - 1].lower not in heads or tokens[first - 1].word[0].isupper():
        return first
    begin = first - 1
    while begin > max(0, first - _LONGEST_BEFORE):
        before = tokens[begin - 1]
        is_name = before.word[0].isupper() and before.word not in NEVER_NAMES and before.quotation is None
        if before.is_possessive or not (is_name or before.lower in _MODIFIERS or before.lower in ROLE_NOUNS):
            break
        begin -= 1
    return begin


def role_after(text: str, tokens: list[Token], stop: int) -> str | None:
    """Give the role that follows a name and a comma: ", 34, an immigration lawyer and former prosecutor, …"."""
    place = stop
    if not _is_comma(tokens, place):
        return None
    place += 1
    if place + 1 < len(tokens) and tokens[place].word.isdigit() and _is_comma(tokens, place + 1):
        place += 2
    if place < len(tokens) and tokens[place].lower in DETERMINERS:
        place += 1
    end, has_noun, in_modifier = place, False, False
    while end < min(len(tokens), place + _LONGEST_AFTER):
        token = tokens[end]
        if token.quotation is not None or not token.word[0].isalnum() or token.lower in _STOPS:
            break
        if _is_verb(token.lower):
            if token.lower not in TAG_VERBS:
                return None  # a clause: "On Mill Street, the defendant broke into …"
            break
        in_modifier = in_modifier or token.lower in PREPOSITIONS
        if not in_modifier and token.lower.removesuffix("'s") in ROLE_NOUNS:
            has_noun = True
        end += 1
    if not has_noun or end == place:
        return None
    return text[tokens[place].start : tokens[end - 1].end]


def _is_verb(word: str) -> bool:
    if word in ROLE_NOUNS:
        return False
    return word in AUXILIARIES or word in VERBS_OF_SAYING or word in IRREGULAR_PASTS or word.endswith("edly")


def printed_role(text: str, tokens: list[Token], first: int, stop: int) -> str | None:
    """Give the words ``tokens[first:stop]`` as a role, without a leading article; None for Mr, Mrs and the like."""
    while first < stop and (tokens[first].lower in DETERMINERS or tokens[first].word == "."):
        first += 1
    if first >= stop:
        return None
    words = [token.word for token in tokens[first:stop] if token.word != "."]
    if all(word in PERSONAL_TITLES for word in words):
        return None
    return text[tokens[first].start : tokens[stop - 1].end]


def _is_comma(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].word == ","
