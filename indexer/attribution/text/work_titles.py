"""Quotations that are no statements but titles: of a book, a film, a show."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import DETERMINERS, PREPOSITIONS
from indexer.attribution.text.parts import START, Quotation, Sentence, Token, kind_at, word_at
from indexer.attribution.text.words import word_set

_SMALL_IN_TITLES = word_set("with from into over under about after before between against through without upon that")
_ENTITLED = word_set("entitled titled")
_NAMED = _ENTITLED | word_set("called named like")
WORKS = word_set(
    "album albums anthem article articles autobiography ballad biography book books cartoon column columns comedy"
    " documentary drama episode essay exhibit exhibition film films game hymn magazine memoir movie movies mural"
    " musical newsletter novel novels op-ed opera painting play plays podcast podcasts poem program programs series"
    " show shows single sitcom song songs symphony tune video"
)
# What is read, of which "she said in her memoir, “Salt Roads.”" gives the name, not what she said there.
_READ = word_set("autobiography biography book books memoir memoirs novel novels")
_WHOSE = word_set("his her their my our a new first second last latest bestselling best-selling recent")
_MAKERS = word_set("author authors co-author co-authors creator director editor host star stars writer")
_MADE = word_set("authored co-authored co-wrote directed hosted performed played published sang starred")
_BEFORE_NAMES = DETERMINERS | (PREPOSITIONS - word_set("as like"))
_WHICH, _IS = word_set("which that"), word_set("is are was were")
_NO_NAMES = word_set(": , read reads reading") | {START}  # before what is said, and "a post reading “Thank You Rill”"
_WHERE_SHOWN = word_set("on in from")  # "spoke with him on “The Sunday Table.”"
_LONGEST_LAW = 3  # words: "Act of 2005"
_LONGEST_PLAIN, _LONGEST = 9, 16  # words; a title with a colon in it may have more


def looks_like_title(quotation: Quotation) -> bool:
    """Tell whether the quotation is printed like a title of a work: “All the King’s Men”."""
    return len(quotation.words) <= _LONGEST_PLAIN and _has_capitals(quotation.words)


def _has_capitals(words: Sequence[str]) -> bool:
    """Tell whether all words of several have a capital but for the small ones between the first and the last."""
    if len(words) < 2 or not words[0][0].isupper() or words[-1][0].islower():
        return False
    long = [word for word in words if len(word) > 3 and word not in _SMALL_IN_TITLES]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def is_title(quotation: Quotation, sentence: Sentence) -> bool:
    """Say whether a quotation is a title or a term: “Face the Nation” in a sentence that goes on, so-called “hubs”."""
    if _is_term(sentence.tokens, quotation.place):
        return True
    behind = quotation.place - (kind_at(sentence.tokens, quotation.place - 1) in (",", ":"))
    if quotation.is_capital and kind_at(sentence.tokens, behind - 1) in _ENTITLED:
        return True
    is_printed_so = looks_like_title(quotation)
    if (is_printed_so or _is_long_title(quotation)) and _is_somebodys_work(sentence.tokens, quotation.place):
        return True
    if (is_printed_so or (quotation.is_capital and len(quotation.words) == 1)) and _names_a_work(sentence, quotation):
        return True
    before = kind_at(sentence.tokens, quotation.place - 1)
    if is_printed_so and quotation.last in (".", ",") and before in _WHERE_SHOWN:
        return True
    if not is_printed_so or not (quotation.last.isalnum() or _is_law(quotation)):
        return False
    return before not in VERBS_OF_SAYING and before not in _NO_NAMES


def _is_law(quotation: Quotation) -> bool:
    """Tell whether a quotation is the name of a law: the “Clean Rivers Act of 2005,” a bill."""
    return "Act" in quotation.words[-_LONGEST_LAW:] and quotation.last == ","


def names_something(quotation: Quotation, sentence: Sentence) -> bool:
    """Say whether a quotation within what somebody says is a title or a term, and no words of that: a “Dam Forum”.

    What only has capitals must stand where a thing is named, not "told him “Absolutely Not”".
    """
    tokens, place = sentence.tokens, quotation.place
    if not is_title(quotation, sentence):
        return False
    is_work = _is_term(tokens, place) or _is_somebodys_work(tokens, place) or _names_a_work(sentence, quotation)
    before = tokens[place - 1] if place else None
    if is_work or before is None:
        return is_work
    return (
        before.is_possessive
        or before.lower in _BEFORE_NAMES
        or not _BEFORE_NAMES.isdisjoint(token.lower for token in tokens[max(0, place - 2) : place - 1])
    )


def _is_term(tokens: list[Token], place: int) -> bool:
    """Tell whether a word or two are so called, and no more: so-called “hubs”; a “hub,” which is defined as a stop."""
    if place and tokens[place - 1].lower == "so-called":
        return True
    behind = place + 1
    if word_at(tokens, behind) in _WHICH:
        behind += 1 + (word_at(tokens, behind + 1) in _IS)
    return word_at(tokens, behind) == "defined"


def _names_a_work(sentence: Sentence, quotation: Quotation) -> bool:
    """Tell whether a quotation is the name of what stands before it: her memoir, “Salt Roads,”; a show called “Ice”.

    "He said on the show, “Come Home Now.”" is none.
    """
    tokens, place = sentence.tokens, quotation.place - 1
    if place > 0 and tokens[place].word == ",":
        place -= 1
        if not (len(quotation.words) > 1 and _is_in_what_is_read(tokens, place)) and any(
            token.lower in VERBS_OF_SAYING for token in tokens[:place]
        ):
            return False
    if place > 0 and tokens[place].lower in _NAMED:
        place -= 1
    return place >= 0 and tokens[place].lower in WORKS


def _is_in_what_is_read(tokens: list[Token], place: int) -> bool:
    """Tell whether "in her 2012 memoir" ends at a place; not "of the book", "in the visitors' book"."""
    if tokens[place].lower not in _READ:
        return False
    first = place
    while first > 0 and (tokens[first - 1].lower in _WHOSE or tokens[first - 1].word.isdigit()):
        first -= 1
    return 0 < first < place and tokens[first - 1].lower == "in"


def _is_long_title(quotation: Quotation) -> bool:
    return len(quotation.words) <= _LONGEST and _has_capitals(quotation.words)


def _is_somebodys_work(tokens: list[Token], place: int) -> bool:
    """Tell whether it is said who made what is printed like a title: Moss's “Salt Roads”, “Salt Roads,” by Ann Moss."""
    if word_at(tokens, place + 1) == "by" and any(token.word[0].isupper() for token in tokens[place + 2 : place + 3]):
        return True
    before = tokens[place - 1] if place else None
    if before is None:
        return False
    if before.word == "of":
        return place > 1 and tokens[place - 2].lower in _MAKERS
    return before.is_possessive or before.lower in _MADE
