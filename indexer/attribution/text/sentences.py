"""Sentences of a paragraph in which each quotation is one token: '"…," said X.' is one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, compress

from indexer.attribution.text.datelines import dateline_stop, is_full_dateline, label_stop
from indexer.attribution.text.initials import is_after_initial, is_initials
from indexer.attribution.text.lexicon import (
    ABBREVIATIONS,
    CALENDAR_LOWER,
    DETERMINERS,
    NEVER_NAMES,
    TITLE_ABBREVIATIONS,
)
from indexer.attribution.text.parts import QUOTATION, Sentence, Token
from indexer.attribution.text.time_stamps import stamp_stop
from indexer.attribution.text.words import PerWord, word_set

_ENDS = frozenset(".?!")
_MAY_END = PerWord(lambda word: word[0] in _ENDS or word == QUOTATION)
_BREAKS = frozenset(".?!;:")
_LAST_DATELINE = 2  # paragraph
_LONGEST_LEAD = 25  # tokens
_LONGEST = 250  # tokens; keeps every later step linear on a text without full stops

# Verbs that, right after a quotation that ends with a full stop, still belong to it: “Yes.” Adler said.
TAG_VERBS = word_set(
    "said says say added adds told tells asked asks wrote writes tweeted continued continues replied"
    " responded explained explains stated noted notes declared argued argues warned concluded claimed insisted"
    " recalled joked answered exclaimed shouted yelled chanted read reads remarked quipped testified"
)
_ASKED = word_set("asked asks wondered wonders")
_SHORT_PLACES = ("-st", "-ft", "-mt")
_ENDING_NAMES = word_set("inc corp co ltd")
_LONGEST_TAG = 5  # tokens
_LONGEST_NICKNAME = 2  # words
# Words that begin a sentence even behind "2 p.m." or "in the U.S.", which may end one.
_OPENERS = word_set(
    "A An The It He She They We You I There This That These Those His Her Its Their Our In On At When While After"
    " Before If As But And Some Most Many Both However"
)
_NO_ENDS = (TITLE_ABBREVIATIONS - {"jr", "sr"}) | word_set("vs no mt ft e.g i.e")
_ASKED_FOR = word_set("about whether if why what how who when where which by")
_AFTER_TAG = word_set(". , in on at during after before to of as about — – ; when while last this by via earlier later")


def split_sentences(tokens: list[Token], paragraph: int, first_index: int) -> list[Sentence]:
    """Cut a paragraph's tokens into sentences, numbered from ``first_index``."""
    words = [token.word for token in tokens]
    sentences: list[Sentence] = []
    begin = 0
    for place in _ends(tokens, words):
        own = tokens[begin : place + 1]
        proper = 0
        if not begin:
            proper = label_stop(own) or stamp_stop(own) or _dateline_stop(own, paragraph)
        sentences.append(Sentence(own, words[begin : place + 1], paragraph, first_index + len(sentences), proper))
        begin = place + 1
    if QUOTATION in words:
        for sentence in sentences:
            if QUOTATION in sentence.words:
                _place_quotations(sentence)
    return sentences


def _dateline_stop(tokens: list[Token], paragraph: int) -> int:
    if paragraph <= _LAST_DATELINE:
        return dateline_stop(tokens)
    if tokens[0].word.islower() or tokens[0].word[1:].islower():
        return 0  # of most sentences; the place of a full dateline is in capitals
    stop = dateline_stop(tokens)
    return stop if stop and is_full_dateline(tokens, stop) else 0


def _place_quotations(sentence: Sentence) -> None:
    for place, token in enumerate(sentence.tokens):
        if token.quotation is not None:
            token.quotation.sentence = sentence.index
            token.quotation.place = place
            sentence.quotes.append(place)


def _ends(tokens: list[Token], words: list[str]) -> Iterator[int]:
    """Give the places of the tokens that end a sentence, the paragraph's last among them."""
    begin, last = 0, len(tokens) - 1
    for place in chain(compress(range(last), map(_MAY_END.__getitem__, words)), (last,)):
        while place - begin > _LONGEST:
            begin += _LONGEST + 1
            yield begin - 1
        if place == last or place - begin == _LONGEST or _ends_at(tokens, place):
            yield place
            begin = place + 1


def _ends_at(tokens: list[Token], place: int) -> bool:
    token, following = tokens[place], tokens[place + 1]
    if token.quotation is not None:
        return _ends_after_quotation(tokens, place)
    if token.word == "." and place:
        if is_after_initial(tokens, place - 1) and len(tokens[place - 1].word) == 1:
            return False  # "James H. I. Weller"
        if is_initials(tokens[place - 1].word) and _is_nickname(tokens, place + 1):
            return False
        return _ends_at_stop(tokens[place - 1], token, following)
    if token.word[0] in _ENDS:
        if _is_tag(tokens, place + 1):
            return False
        return following.quotation is not None or (not following.word[0].islower() and following.start > token.end)
    return False


def _is_nickname(tokens: list[Token], place: int) -> bool:
    """Tell whether a short quotation stands before the rest of a name: J.B. “Big Jim” Hale."""
    quotation = tokens[place].quotation
    if quotation is None or len(quotation.words) > _LONGEST_NICKNAME or place + 1 == len(tokens):
        return False
    is_title = all(word[0].isupper() for word in quotation.words)
    return is_title and quotation.last.isalpha() and tokens[place + 1].word[0].isupper()


def _is_tag(tokens: list[Token], place: int) -> bool:
    """Tell whether only who asked follows a question without quotation marks: "Paid with what? Hale asked."."""
    for at in range(place, min(len(tokens) - 1, place + _LONGEST_TAG)):
        if tokens[at].quotation is not None or not tokens[at].word[0].isalpha():
            return False
        if tokens[at + 1].word == ".":
            return tokens[at].lower in _ASKED
    return False


def _ends_at_stop(before: Token, stop: Token, following: Token) -> bool:
    if before.end != stop.start:
        return following.quotation is not None or not following.word[0].islower()
    is_abbreviation = _is_abbreviation(before, following)
    if following.start == stop.end or is_abbreviation:
        return following.quotation is not None and not is_abbreviation
    if len(before.word) == 1 and before.word.isalpha() and before.word != "I":
        return False
    is_several = len(before.word) > 1 and is_initials(before.word)
    if is_several and following.quotation is None and following.word not in NEVER_NAMES:
        return False
    return following.quotation is not None or not following.word[0].islower()


def _is_abbreviation(before: Token, following: Token) -> bool:
    """Tell whether the stop between two words is only an abbreviation's: not in "at 2 p.m. It rained"."""
    if before.lower.endswith(_SHORT_PLACES):
        return True  # "DFL-St. Paul"
    if before.lower not in ABBREVIATIONS:
        return False
    if before.lower in _ENDING_NAMES and following.quotation is not None and following.quotation.is_capital:
        return False  # "He works for Rill Inc. “We did it,” Roy said."
    if following.word in _OPENERS and following.quotation is None and before.lower not in _NO_ENDS:
        return False
    return before.word != "no" or following.word[0].isdigit()


def _ends_after_quotation(tokens: list[Token], place: int) -> bool:
    quotation = tokens[place].quotation
    following = tokens[place + 1]
    if quotation is None or not quotation.last or quotation.last not in ".?!…":
        return False
    if following.quotation is not None:
        return True
    if following.word[0].isupper() and following.lower in TAG_VERBS and _is_opening(tokens, place + 1):
        return True
    if following.lower in TAG_VERBS or (following.word[0].islower() and following.lower not in DETERMINERS):
        return False
    if not (following.word[0].isupper() or following.lower in DETERMINERS):
        return following.word[0] not in ",—–―-"
    for ahead in range(place + 1, min(len(tokens), place + 9)):
        token = tokens[ahead]
        if token.quotation is not None or token.word[0] in _BREAKS:
            return True
        if token.word == "," and quotation.last == ".":
            return True  # “….” South Carolina, he said, was
        if token.lower in TAG_VERBS:
            after = tokens[ahead + 1].lower if ahead + 1 < len(tokens) else "."
            return not (quotation.last in "?!" or after in _AFTER_TAG or after in CALENDAR_LOWER)
    return True


def _is_opening(tokens: list[Token], begin: int) -> bool:
    """Tell whether a verb of saying begins a sentence: '“….” Asked whether', or leads on: '“….” Added Hale: “…”'."""
    if begin + 1 < len(tokens) and tokens[begin + 1].lower in _ASKED_FOR:
        return True
    for place in range(begin, min(len(tokens), begin + _LONGEST_LEAD)):
        if tokens[place].quotation is not None:
            return tokens[place - 1].word == ":"
    return False
