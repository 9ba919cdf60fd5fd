"""What somebody is, as printed with a name: "Kevin Lashus, an immigration lawyer", "drummer", "pianist"."""

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

_LONGEST_AFTER = 16
_ARTICLES = word_set("a an the")
_CONJUNCTIONS = word_set("and or")
_OPENINGS = word_set("the a an its his her their our")
_CREDENTIALS = word_set(
    "MPH RN MD M.D Ph.D PhD Ed.D EdD CPA Esq DVM MBA MSW LCSW DO DDS DMD JD J.D FAIA AIA PE P.E NP PA LPN BSN MSN APRN"
)
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


def is_role_noun(word: str) -> bool:
    """Tell whether a word in small letters says what somebody is: a known one, or made like "drummer", "pianist"."""
    return word in ROLE_NOUNS or (word.endswith(_ENDINGS_OF_ROLES) and word not in _NO_ROLES)


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
    while place + 1 < len(tokens) and tokens[place].word in _CREDENTIALS and place + 2 < len(tokens):
        behind = place + 1 + (tokens[place + 1].word == ".")
        if not _is_comma(tokens, behind):
            break
        place = behind + 1
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
        if is_verb(token.lower) or _has_object(tokens, end):
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


def is_verb(word: str) -> bool:
    """Tell whether a word that no role holds is a verb: "was", "said", "supposedly"."""
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
