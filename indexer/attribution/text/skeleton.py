"""A text's skeleton: its words outside quotations, each quotation one token, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from indexer.attribution.text.parts import QUOTATION, Quotation, Sentence, Token
from indexer.attribution.text.quotations import (
    find_quotations,
    find_single_quotations,
    goes_on_unmarked,
    whole_paragraph,
)
from indexer.attribution.text.sentences import split_sentences
from indexer.attribution.text.tokens import tokens_in

_MOST_UNMARKED = 8  # paragraphs of a quotation that is closed only behind the last of them
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The sentences and quotations of one text."""

    text: str
    sentences: list[Sentence]
    quotations: list[Quotation]
    paragraphs: int


def build_skeleton(text: str, has_headline: bool = False) -> Skeleton:
    """Take a text apart; each line is a paragraph, the first perhaps a headline, which may quote by single marks."""
    paragraphs = [line.span() for line in _PARAGRAPH.finditer(text)]
    quotations = _quotations(text, paragraphs, has_headline)
    tokens = _tokens(text, quotations)
    starts = [token.start for token in tokens]
    sentences: list[Sentence] = []
    first = 0
    for paragraph, (_, end) in enumerate(paragraphs):
        stop = bisect_left(starts, end, first)
        if stop > first:  # a paragraph may hold nothing but soft hyphens
            sentences += split_sentences(tokens[first:stop], paragraph, len(sentences))
        first = stop
    return Skeleton(text, sentences, quotations, len(paragraphs))


def _quotations(text: str, paragraphs: list[tuple[int, int]], has_headline: bool) -> list[Quotation]:
    quotations: list[Quotation] = []
    is_open = False
    for paragraph, (start, end) in enumerate(paragraphs):
        if has_headline and paragraph == 0:
            quotations += find_single_quotations(text, start, end, paragraph)
        else:
            found = find_quotations(text, start, end, paragraph, is_open)
            behind = paragraphs[paragraph + 1 : paragraph + 1 + _MOST_UNMARKED]
            if is_open and not found and goes_on_unmarked(text, (start, end), behind):
                found = [whole_paragraph(text, start, end, paragraph)]
            is_open = bool(found) and not found[-1].closed and found[-1].end == end
            quotations += found
    return quotations


def _tokens(text: str, quotations: list[Quotation]) -> list[Token]:
    """Give the tokens of all paragraphs, which are parted by blanks as words are."""
    tokens: list[Token] = []
    place = 0
    for quotation in quotations:
        tokens += tokens_in(text, place, quotation.start)
        tokens.append(Token(QUOTATION, QUOTATION, quotation.start, quotation.end, quotation))
        place = quotation.end
    tokens += tokens_in(text, place, len(text))
    return tokens
