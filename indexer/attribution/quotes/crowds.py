"""Quotations of nobody who is named: what many shout, "to chants of “Resign!”", and what stands on signs and shirts."""

from __future__ import annotations

from indexer.attribution.reports.reports import Report
from indexer.attribution.text.parts import Quotation, Sentence, word_at
from indexer.attribution.text.words import word_set

_SHOUTS = word_set("chants chant shouts cries screams cheers jeers yells boos choruses chorus")
_THINGS = word_set(
    "sign signs banner banners poster posters placard placards plaque sticker stickers shirt shirts t-shirt t-shirts"
    " hat hats cap caps jersey jerseys sweatshirt sweatshirts flag flags button buttons billboard billboards marquee"
)
_READING = word_set("reading saying read reads said says proclaiming declaring")
_THAT = word_set("that which")
_MARKS = frozenset(",:")
_FEWEST_WORDS = 2  # besides the quotation: "signs reading “…”" of who spoke beside them


def is_shouted_by_many(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether a quotation is what a crowd shouts: "was greeted with chants of “Lock him up!”"."""
    tokens, place = sentence.tokens, quotation.place
    return place > 1 and tokens[place - 1].lower == "of" and tokens[place - 2].lower in _SHOUTS


def is_written_up(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether a quotation is what a thing reads: "held signs reading “No more lies”", "a shirt saying “Rill”"."""
    tokens, place = sentence.tokens, quotation.place
    verb = place - 1 - (place > 1 and tokens[place - 1].word in _MARKS)
    if verb < 1 or word_at(tokens, verb) not in _READING:
        return False
    noun = verb - 1 - (tokens[verb - 1].lower in _THAT)
    return noun >= 0 and tokens[noun].lower in _THINGS


def holds_only_others(report: Report) -> bool:
    """Tell whether a report's content is no more than what a crowd shouts or a thing reads: "Roe spoke … “No”"."""
    words = [token for token in report.words() if token.quotation is None and token.word[0].isalnum()]
    quotations = [token.quotation for token in report.words() if token.quotation is not None]
    if len(words) > _FEWEST_WORDS or not quotations:
        return False
    return all(is_shouted_by_many(one, report.sentence) or is_written_up(one, report.sentence) for one in quotations)
