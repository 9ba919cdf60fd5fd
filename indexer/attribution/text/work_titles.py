"""Quotations that are no statements but titles: of a book, a film, a show."""

from __future__ import annotations

from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.parts import START, Quotation, Sentence, kind_at
from indexer.attribution.text.words import word_set

_SMALL_IN_TITLES = word_set("with from into over under about after before between against through without upon that")
_ENTITLED = word_set("entitled titled")
_NAMED = _ENTITLED | word_set("called named like")
_WORKS = word_set(
    "album albums anthem article articles autobiography ballad biography book books cartoon column columns comedy"
    " documentary drama episode essay exhibit exhibition film films game hymn magazine memoir movie movies mural"
    " musical newsletter novel novels op-ed opera painting play plays podcast podcasts poem program programs series"
    " show shows single sitcom song songs symphony tune video"
)


def looks_like_title(quotation: Quotation) -> bool:
    """Tell whether the quotation is printed like a title of a work: “All the King’s Men”."""
    words = quotation.words
    if not 1 < len(words) <= 9 or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    long = [word for word in words if len(word) > 3 and word not in _SMALL_IN_TITLES]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def is_title(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether a quotation printed like a title is one: “Face the Nation” in a sentence that goes on after it."""
    if quotation.is_capital and kind_at(sentence.tokens, quotation.place - 1) in _ENTITLED:
        return True
    is_printed_so = looks_like_title(quotation)
    if (is_printed_so or (quotation.is_capital and len(quotation.words) == 1)) and _names_a_work(sentence, quotation):
        return True
    if not is_printed_so or not quotation.last.isalnum():
        return False
    before = kind_at(sentence.tokens, quotation.place - 1)
    return before not in VERBS_OF_SAYING and before not in (":", ",", START)


def _names_a_work(sentence: Sentence, quotation: Quotation) -> bool:
    """Tell whether a quotation is the name of what stands before it: her memoir, “Salt Roads,”; a show called “Ice”.

    "He said on the show, “Come Home Now.”" is none.
    """
    tokens, place = sentence.tokens, quotation.place - 1
    if place > 0 and tokens[place].word == ",":
        place -= 1
        if any(token.lower in VERBS_OF_SAYING for token in tokens[:place]):
            return False
    if place > 0 and tokens[place].lower in _NAMED:
        place -= 1
    return place >= 0 and tokens[place].lower in _WORKS
