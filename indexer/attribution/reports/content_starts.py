"""Where a clause that is said begins: "said | about 40 people fled", "said at the meeting | it will open"."""

from __future__ import annotations

from indexer.attribution.text.lexicon import DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Token, TokenSpan, word_at
from indexer.attribution.text.verbs import SAYING, TELLING, has_verb
from indexer.attribution.text.words import word_set

_ABOUT_HOW_MANY = word_set("about around over under between near")
_LIMITS = {"at": word_set("least most"), "up": word_set("to")}  # "at least 40", "up to 40"
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy"
    " eighty ninety half several dozens hundreds thousands millions $"
)
_PARTS = word_set("dozen third quarter fifth half hundred thousand million score")  # "a third of them"
_SHORTEST = 3  # tokens: "40 people qualify"
_SUBJECTS = DETERMINERS | (SUBJECT_PRONOUNS - {"who"}) | {"there"}
_OCCASIONS = word_set(
    "meeting interview hearing conference statement email letter release speech briefing debate rally court testimony"
    " forum session"
)
_RELATIVES = word_set("who whose")
_LONGEST_SUBJECT = 4  # tokens before "who": "said the drivers who"
_LONGEST_OCCASION = 4  # tokens: "the last council meeting"
_SPOKEN_TO = word_set("to by")  # "said to owners the road", "said by phone the road"


def begins_with_number(tokens: list[Token], place: int) -> bool:
    """Tell whether how many begins at a place, with what makes it uncertain: "at least two", "about a third"."""
    word, after = word_at(tokens, place), word_at(tokens, place + 1)
    if word in _LIMITS:
        return after in _LIMITS[word] and _is_number(tokens, place + 2)
    return word in _ABOUT_HOW_MANY and _is_number(tokens, place + 1)


def _is_number(tokens: list[Token], place: int) -> bool:
    word, after = word_at(tokens, place), word_at(tokens, place + 1)
    return word[0].isdigit() or word in _NUMBERS or (word == "a" and after in _PARTS)


def with_preposition(tokens: list[Token], cue: int, span: TokenSpan) -> TokenSpan:
    """Give a content behind "said" with the preposition that it lacks, if its first words hang on that.

    Where it was said does not belong to it: "said at the meeting | the road would close".
    """
    first, stop = span
    begin = cue + 1
    if tokens[first].lower in _RELATIVES and begin < first <= begin + _LONGEST_SUBJECT and _is_said(tokens, cue):
        is_subject = not has_verb(tokens[begin:first]) and all(token.word[0].isalnum() for token in tokens[begin:first])
        return (begin, stop) if is_subject else span  # "said | drivers who see it should call"
    if not begin <= first <= begin + 2 or tokens[cue].lower not in SAYING:
        return span
    if begins_with_number(tokens, begin):
        return (begin, stop) if stop - first >= _SHORTEST else span
    word = tokens[begin].lower
    if first > begin + 1 or word not in PREPOSITIONS or word in _SPOKEN_TO or tokens[first].lower == "that":
        return span
    clause = _behind_occasion(tokens, begin + 1, stop)
    if clause:
        return clause, stop
    return (begin, stop) if has_clause_behind(tokens[begin:stop]) else span


def _is_said(tokens: list[Token], cue: int) -> bool:
    return tokens[cue].lower in SAYING and tokens[cue].lower not in TELLING


def _behind_occasion(tokens: list[Token], first: int, stop: int) -> int:
    """Give where a clause begins behind the occasion on which it was said, "the meeting | the road", or 0."""
    for place in range(first, min(first + _LONGEST_OCCASION, stop - 2)):
        after = tokens[place + 1]
        if tokens[place].lower in _OCCASIONS and (after.lower in _SUBJECTS or not after.word[0].islower()):
            return place + 1 if after.word[0].isalnum() and has_verb(tokens[place + 2 : stop]) else 0
    return 0


def has_clause_behind(words: list[Token]) -> bool:
    """Tell whether a clause follows behind words that begin with a preposition: "in recent years, the town grew"."""
    comma = next((place for place, token in enumerate(words) if token.word == ","), len(words) - 1)
    subject = words[comma + 1 : comma + 2]
    is_subject = bool(subject) and (subject[0].lower in _SUBJECTS or not subject[0].word[0].islower())
    return is_subject and not has_verb(words[1:comma]) and has_verb(words[comma + 2 :])
