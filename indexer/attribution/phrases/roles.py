"""The role printed with a name: "Interim Police Chief Brian Manley", "Kevin Lashus, an immigration lawyer"."""

from __future__ import annotations

from indexer.attribution.phrases.capitals import role_in_small_letters, title_of
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.initials import is_company_stop, is_point, takes_point
from indexer.attribution.text.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    IRREGULAR_PASTS,
    NEVER_NAMES,
    PERSONAL_TITLES,
    PHRASE_STOPS,
    PREPOSITIONS,
    ROLE_NOUNS,
)
from indexer.attribution.text.parts import Token, word_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set

_LONGEST_BEFORE = 7
_LONGEST_AFTER = 16
_MODIFIERS = word_set(
    "former then-city city county state police fire school board council campaign deputy assistant associate"
    " executive senior chief vice public defense defence press civil rights immigration criminal longtime"
    " retired acting interim managing general district federal local national company university high-school"
    " health legal lead co-founding union hospital department office staff communications team media field"
    " program policy then-mayor presidential party committee labor labour community business property"
    " apartment shop restaurant store dairy farm family prime foreign finance trade"
)
_ARTICLES = word_set("a an the")
_CONJUNCTIONS = word_set("and or")
_OPENINGS = word_set("the a an its his her their our")
_ENDINGS_OF_ROLES = ("er", "or", "ist", "ian", "man", "woman", "keeper")
_NO_ROLES = word_set(
    "other another number matter former latter winter summer river center letter order power paper water error factor"
    " minor major senior junior color honor favor terror mother father brother sister daughter woman man human"
    " never ever over under after later sooner rather either neither corner chapter answer quarter offer dinner"
    " twist list civilian older younger inner outer upper lower further however moreover together altogether earlier"
    " forever whenever wherever whether thereafter hereafter"
)
_NOT_FIRST = word_set(". also whereas as and then meet meets joining following including dear tonight")
_ADVERBS = word_set("down up out off away back over")
_STOPS = word_set(
    "who which that whose where when while after before since because but said says currently presently formerly"
    " previously"
)


def role_before(tokens: list[Token], first: int, has_title: bool = False) -> int:
    """Give the place at which a role in small letters before a name begins; ``first`` if there is none.

    "City Council member Greg Casar", "former prosecutor Kevin Lashus"; before a title: "Tulsa police Chief".
    """
    heads = _MODIFIERS if has_title else ROLE_NOUNS
    if first == 0 or tokens[first - 1].lower not in heads or tokens[first - 1].word[0].isupper():
        return first
    if tokens[first].start - tokens[first - 1].end > 1:
        return first  # something was left out between them
    begin = joined = first - 1
    while begin > max(0, first - _LONGEST_BEFORE):
        before = tokens[begin - 1]
        if before.lower == "and" and begin > 1 and tokens[begin - 2].lower in ROLE_NOUNS:
            joined, begin = begin, begin - 2  # "Ellery mayor and former trustee Ed Rowse"
            continue
        is_name = before.word[0].isupper() and before.word not in NEVER_NAMES and before.quotation is None
        is_role = before.lower in _MODIFIERS or before.lower in ROLE_NOUNS or before.word.startswith("then-")
        is_role = is_role or is_company_stop(tokens, begin - 1)  # "Rill Foods Inc. spokesman"
        if before.is_possessive or not (is_name or is_role):
            break
        begin -= 1
    is_another = begin < joined < first - 1 and begin > 0 and tokens[begin - 1].lower in DETERMINERS
    return joined if is_another else begin  # "the mayor and trustee Ed Rowse" are two


def is_role_noun(word: str) -> bool:
    """Tell whether a word in small letters says what somebody is: a known one, or made like "drummer", "pianist"."""
    return word in ROLE_NOUNS or (word.endswith(_ENDINGS_OF_ROLES) and word not in _NO_ROLES)


def role_in_front(text: str, tokens: list[Token], first: int, stop: int) -> str | None:
    """Give the role before a name and a comma: "The public defender, Luis Ortega,", "Hale's press aide, Ann Roy,"."""
    if first < 3 or tokens[first - 1].word != "," or tokens[first - 2].lower not in ROLE_NOUNS:
        return None
    if stop < len(tokens) and tokens[stop].word != ",":
        return None
    begin = first - 2
    while begin and first - begin <= _LONGEST_BEFORE and _may_modify(tokens[begin - 1]):
        begin -= 1
    opening = tokens[begin - 1] if begin else None
    if opening is None or not (opening.lower in _OPENINGS or opening.is_possessive):
        return None
    return printed_role(text, tokens, begin, first - 1)


def _may_modify(token: Token) -> bool:
    if token.quotation is not None or not token.word[0].isalpha() or token.is_possessive:
        return False
    return token.lower not in DETERMINERS and token.lower not in PHRASE_STOPS and not _is_verb(token.lower)


def role_after(text: str, tokens: list[Token], stop: int, is_person: bool = False) -> str | None:
    """Give the role that follows a name and a comma: ", 34, an immigration lawyer and former prosecutor, …".

    ``is_person``: the name is surely a person's, so that "a drummer" will do.
    """
    place = stop
    if not _is_comma(tokens, place):
        return None
    place += 1
    if place + 1 < len(tokens) and tokens[place].word.isdigit() and _is_comma(tokens, place + 1):
        place += 2
    if place + 1 < len(tokens) and tokens[place].lower in _CONJUNCTIONS and tokens[place + 1].lower in DETERMINERS:
        return None  # somebody else: "Tom Hale, and the manager"
    is_loose = False
    if place < len(tokens) and tokens[place].lower in DETERMINERS:
        is_loose = is_person and tokens[place].lower in _ARTICLES
        place += 1
    end, has_noun, in_modifier = place, False, False
    while end < min(len(tokens), place + _LONGEST_AFTER):
        token = tokens[end]
        if token.quotation is not None or token.lower in _STOPS or _ends_role(tokens, end):
            break
        if _is_verb(token.lower) or _has_object(tokens, end):
            if token.lower not in TAG_VERBS:
                return None  # a clause: "On Mill Street, the defendant broke into …"
            break
        if has_noun and (not in_modifier or _is_name(tokens[end - 1])) and _begins_name(tokens, end):
            return None  # somebody else's: "Tom Hale, Police Chief Ann Roy and others"
        if token.lower in _OPENINGS and end > place and not _may_stand_before(tokens[end - 1].lower):
            return None  # "Hale, earlier this year the mayor"
        if has_noun and in_modifier and tokens[end - 1].lower == "and" and _begins_name(tokens, end):
            break  # "Tom Hale, an aide in Rill and Ann Roy"
        in_modifier = in_modifier or token.lower in PREPOSITIONS
        is_noun = token.lower.removesuffix("'s") in ROLE_NOUNS
        is_noun = is_noun or (is_loose and is_role_noun(token.lower) and _ends_noun(tokens, end + 1))
        has_noun = has_noun or (is_noun and not in_modifier)
        end += 1
    if not has_noun or end == place:
        return None
    if not in_modifier and word_at(tokens, end) in TAG_VERBS and _is_titled(tokens, place, end):
        return None  # "Of Tom Hale, Judge Roy said"
    return printed_role(text, tokens, place, end)


def _ends_role(tokens: list[Token], place: int) -> bool:
    """Tell whether a mark that ends a role stands at a place, or "representing the victims" begins there."""
    token = tokens[place]
    if not token.word[0].isalnum():
        return token.word != "&" and not _is_inner_stop(tokens, place)
    if not token.word.islower() or not token.word.endswith("ing") or not is_role_noun(tokens[place - 1].lower):
        return False
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return after in DETERMINERS or after in PREPOSITIONS


def _is_inner_stop(tokens: list[Token], place: int) -> bool:
    """Tell whether a stop belongs to the word before it, within a sentence: "agent of the U.S. Coast Guard"."""
    if not is_point(tokens, place) or place + 1 == len(tokens) or tokens[place - 1].end != tokens[place].start:
        return False
    after = tokens[place + 1].word
    if is_company_stop(tokens, place):
        return after[0].islower()  # not "of Rill Foods Inc. He left"
    return takes_point(tokens[place - 1]) and after not in NEVER_NAMES


def _may_stand_before(word: str) -> bool:
    """Tell whether an article within a role may stand behind a word: "of the", "all the", "and a"."""
    return word in PHRASE_STOPS or word in DETERMINERS


def _is_titled(tokens: list[Token], first: int, stop: int) -> bool:
    """Tell whether words are a title and a last name: "Judge Roy", not "Attorney General"."""
    if stop - first < 2 or title_of(tokens[first].word) is None:
        return False
    last = tokens[stop - 1].word
    return last[0].isupper() and title_of(last) is None


def _ends_noun(tokens: list[Token], place: int) -> bool:
    """Tell whether a noun phrase's own words end before a place: at its end, or before "at", "who"."""
    if place >= len(tokens) or tokens[place].quotation is not None or not tokens[place].word[0].isalnum():
        return True
    return tokens[place].lower in PREPOSITIONS or tokens[place].lower in _STOPS


def _has_object(tokens: list[Token], place: int) -> bool:
    """Tell whether a word is a past form with an object behind it: "delivered a statement", "flagged down a car"."""
    if place + 1 >= len(tokens) or not tokens[place].lower.endswith("ed") or tokens[place].word[0].isupper():
        return False
    after = place + 1 + (tokens[place + 1].lower in _ADVERBS)
    return word_at(tokens, after) in DETERMINERS


def _is_verb(word: str) -> bool:
    if word in ROLE_NOUNS:
        return False
    return word in AUXILIARIES or word in VERBS_OF_SAYING or word in IRREGULAR_PASTS or word.endswith("edly")


def printed_role(text: str, tokens: list[Token], first: int, stop: int) -> str | None:
    """Give the words ``tokens[first:stop]`` as a role, without an article; None for Mr, Mrs and the like."""
    while first < stop and (tokens[first].lower in DETERMINERS or tokens[first].lower in _NOT_FIRST):
        first += 1
    while stop > first + 1 and _is_left_over(tokens, stop):
        stop -= 1
    if first >= stop:
        return None
    words = [token.word for token in tokens[first:stop] if token.word != "."]
    if all((title_of(word) or word) in PERSONAL_TITLES for word in words):
        return None
    return role_in_small_letters(" ".join(text[tokens[first].start : tokens[stop - 1].end].split()))


def _is_left_over(tokens: list[Token], stop: int) -> bool:
    """Tell whether a role's last word is no part of it: "Director of", "Health Commissioner Dr."."""
    last, before = tokens[stop - 1], tokens[stop - 2]
    if last.word == ".":
        return before.word in PERSONAL_TITLES
    return last.word in PERSONAL_TITLES or last.lower in PREPOSITIONS or last.lower == "and"


def _begins_name(tokens: list[Token], place: int) -> bool:
    """Tell whether a first name stands here, and a capital behind it."""
    if not is_given_name(tokens[place].word) or place + 1 >= len(tokens):
        return False
    return tokens[place + 1].quotation is None and tokens[place + 1].word[0].isupper()


def _is_name(token: Token) -> bool:
    """Tell whether a word has a capital and is no title: "agent of Rill Investigations Ann Roy", not "of Mayor Ann"."""
    return token.word[0].isupper() and title_of(token.word) is None


def _is_comma(tokens: list[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].word == ","
