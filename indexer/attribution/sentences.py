"""Sentences of a paragraph in which each quotation is one token: '"…," said X.' is one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.attribution.datelines import dateline_stop, label_stop
from indexer.attribution.lexicon import ABBREVIATIONS, CALENDAR_LOWER, DETERMINERS, NEVER_NAMES
from indexer.attribution.parts import Sentence, Token
from indexer.attribution.words import word_set

_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_ENDS = frozenset(".?!")
_MAY_END = _ENDS | {"<"}  # or what stands for a quotation
_BREAKS = frozenset(".?!;:")
_LAST_DATELINE = 2  # paragraph
_LONGEST = 250  # tokens; keeps every later step linear on a text without full stops

# Verbs that, right after a quotation that ends with a full stop, still belong to it: “Yes.” Adler said.
TAG_VERBS = word_set(
    "said says say added adds told tells asked asks wrote writes tweeted continued continues replied"
    " responded explained explains stated noted notes declared argued argues warned concluded claimed insisted"
    " recalled joked answered exclaimed shouted yelled chanted read reads remarked quipped testified"
)
_AFTER_TAG = word_set(". , in on at during after before to of as about — – ; when while last this by via earlier later")


def split_sentences(tokens: list[Token], paragraph: int, first_index: int) -> list[Sentence]:
    """Cut a paragraph's tokens into sentences, numbered from ``first_index``."""
    sentences: list[Sentence] = []
    begin = 0
    for place in _ends(tokens):
        proper = 0 if begin else label_stop(tokens[: place + 1])
        if not begin and paragraph <= _LAST_DATELINE:
            proper = proper or dateline_stop(tokens[: place + 1])
        sentence = Sentence(tokens[begin : place + 1], paragraph, first_index + len(sentences), proper)
        sentences.append(sentence)
        begin = place + 1
    for sentence in sentences:
        for number, token in enumerate(sentence.tokens):
            if token.quotation is not None:
                token.quotation.sentence = sentence.index
                token.quotation.place = number
                sentence.quotes.append(number)
    return sentences


def _ends(tokens: list[Token]) -> Iterator[int]:
    """Give the places of the tokens that end a sentence, the paragraph's last among them."""
    begin, last = 0, len(tokens) - 1
    for place, token in enumerate(tokens):
        if place == last or place - begin >= _LONGEST or (token.word[0] in _MAY_END and _ends_at(tokens, place)):
            yield place
            begin = place + 1


def _ends_at(tokens: list[Token], place: int) -> bool:
    token, following = tokens[place], tokens[place + 1]
    if token.quotation is not None:
        return _ends_after_quotation(tokens, place)
    if token.word == "." and place:
        return _ends_at_stop(tokens[place - 1], token, following)
    if token.word[0] in _ENDS:
        return following.quotation is not None or (not following.word[0].islower() and following.start > token.end)
    return False


def _ends_at_stop(before: Token, stop: Token, following: Token) -> bool:
    if before.end != stop.start:
        return following.quotation is not None or not following.word[0].islower()
    if following.start == stop.end or before.lower in ABBREVIATIONS:
        return following.quotation is not None and before.lower not in ABBREVIATIONS
    if len(before.word) == 1 and before.word.isalpha() and before.word != "I":
        return False
    if _INITIALS.fullmatch(before.word) and following.quotation is None and following.word not in NEVER_NAMES:
        return False
    return following.quotation is not None or not following.word[0].islower()


def _ends_after_quotation(tokens: list[Token], place: int) -> bool:
    quotation = tokens[place].quotation
    following = tokens[place + 1]
    if quotation is None or not quotation.last or quotation.last not in ".?!…":
        return False
    if following.quotation is not None:
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
