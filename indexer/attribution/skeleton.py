"""A text's skeleton: its words outside quotations, each quotation one token, cut into sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.attribution.parts import Quotation, Sentence, Token
from indexer.attribution.quotations import find_quotations, find_single_quotations
from indexer.attribution.sentences import split_sentences
from indexer.attribution.tokens import tokens_in

QUOTATION = "<quotation>"  # the word of a token that stands for a quotation
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
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    is_open = False
    paragraph = -1
    for paragraph, line in enumerate(_PARAGRAPH.finditer(text)):
        start, end = line.span()
        if has_headline and paragraph == 0:
            found = find_single_quotations(text, start, end, paragraph)
        else:
            found = find_quotations(text, start, end, paragraph, is_open)
        sentences += split_sentences(_paragraph_tokens(text, start, end, found), paragraph, len(sentences))
        quotations += found
        is_open = bool(found) and not found[-1].closed and found[-1].end == end
        is_open = is_open and not (has_headline and paragraph == 0)
    return Skeleton(text, sentences, quotations, paragraph + 1)


def _paragraph_tokens(text: str, start: int, end: int, quotations: list[Quotation]) -> list[Token]:
    tokens: list[Token] = []
    place = start
    for quotation in quotations:
        tokens.extend(tokens_in(text, place, quotation.start))
        tokens.append(Token(QUOTATION, QUOTATION, quotation.start, quotation.end, quotation, None, QUOTATION))
        place = quotation.end
    tokens.extend(tokens_in(text, place, end))
    return tokens
