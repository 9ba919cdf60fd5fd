"""What the tagger sees of a text: a row for each token and for each border between sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.lexicon import ORGANISATION_WORDS, TITLES
from indexer.attribution.parts import Mention, Quotation, Sentence, Token
from indexer.attribution.tagger.vocabulary import (
    ORGANISATION,
    PARAGRAPH,
    PERSON,
    QUOTATION,
    SENTENCE,
    Vocabulary,
)

Rows = NDArray[np.int64]

MENTION_ROWS = 48  # three for each kind of mention, then the quotations
SHAPE_ROWS = 8
_FIRST_QUOTATION = 16
_LAST_MARKS = {".": 1, ",": 2, "?": 3, "!": 3}
_LOWER, _INITIAL_CAPITAL, _CAPITAL, _DIGIT, _MARK, _ALL_CAPITALS, _OPENS, _CONTINUES = range(SHAPE_ROWS)
_LONGEST_USUAL = 3
_SUFFIX, _MENTION, _SHAPE = 32, 44, 54
"""From which bits on the parts of a row stand, if it is one number."""


@dataclass(frozen=True, slots=True)
class Features:
    """The rows of the four tables (word, suffix, mention or quotation, shape) for each token of a text.

    ``offsets``: for each sentence the place of its first token.
    """

    rows: Rows
    offsets: list[int]


def describe(sentences: list[Sentence], vocabulary: Vocabulary, usual: frozenset[str]) -> Features:
    """Describe a text to the tagger. The tokens of a name show only whether it is a person's or not."""
    rows: list[int] = []
    offsets: list[int] = []
    paragraph = -1
    for sentence in sentences:
        rows.append(PARAGRAPH if sentence.paragraph != paragraph else SENTENCE)
        paragraph = sentence.paragraph
        offsets.append(len(rows))
        rows += _rows(sentence, vocabulary, usual)
    rows.append(PARAGRAPH)
    return Features(_unpacked(rows), offsets)


def _rows(sentence: Sentence, vocabulary: Vocabulary, usual: frozenset[str]) -> list[int]:
    """Describe a sentence's tokens: as words first, which most of them are, then what is a quotation or a mention."""
    tokens = sentence.tokens
    known = vocabulary.described
    rows = [*map(known.get, sentence.words, repeat(-1))]
    if -1 in rows:
        rows = [_row(token, vocabulary) if row < 0 else row for token, row in zip(tokens, rows, strict=True)]
    if sentence.begin < len(tokens) and rows[sentence.begin] >> _SHAPE == _CAPITAL:
        rows[sentence.begin] += (_INITIAL_CAPITAL - _CAPITAL) << _SHAPE
    for mention in sentence.mentions:
        kind = _kind_row(mention)
        named = packed(PERSON if _is_person(mention) else ORGANISATION, 1, 0, 0) if mention.kind == "name" else 0
        last = mention.stop - 1
        for place in range(mention.first, mention.stop):
            row = rows[place]
            if named and _is_of_name(tokens[place].word, tokens[place].lower, usual):
                row = row >> _SHAPE << _SHAPE | named
            rows[place] = row | kind + (0 if place == last else 1 if place == mention.first else 2) << _MENTION
    for place in sentence.quotes:
        quotation = tokens[place].quotation
        if quotation is not None:
            rows[place] = packed(QUOTATION, 0, _quotation_row(quotation), _OPENS + quotation.continues)
    return rows


def _row(token: Token, vocabulary: Vocabulary) -> int:
    """Give the row of a word as printed, and keep it."""
    return vocabulary.keep(token.word, packed(*vocabulary.rows(token.lower), 0, _shape(token.word)))


def packed(word: int, suffix: int, mention: int, shape: int) -> int:
    """Give a row as one number: a list of these becomes an array in a tenth of the time."""
    return word | suffix << _SUFFIX | mention << _MENTION | shape << _SHAPE


def _unpacked(rows: list[int]) -> Rows:
    joined = np.array(rows, np.int64)
    found = np.empty((4, len(rows)), np.int64)  # each column in one piece, the way that its table is looked up
    for column, (first, end) in enumerate(pairwise((0, _SUFFIX, _MENTION, _SHAPE, 63))):
        found[column] = joined >> first & (1 << (end - first)) - 1
    return found.T


def _quotation_row(quotation: Quotation) -> int:
    words = len(quotation.words)
    length = 0 if words < 3 else 1 if words < 6 else 2 if words < 12 else 3
    return _FIRST_QUOTATION + _LAST_MARKS.get(quotation.last, 0) * 8 + length * 2 + quotation.is_capital


def _kind_row(mention: Mention) -> int:
    """Give the row of a mention's last token; those of its first and of the others follow."""
    kind = 0 if mention.kind == "noun" else 1 if mention.kind == "pronoun" else 2 if _is_person(mention) else 3
    return 1 + kind * 3


@lru_cache(maxsize=50_000)
def _shape(word: str) -> int:
    first = word[0]
    if first.islower():
        return _LOWER
    if first.isupper():
        return _ALL_CAPITALS if len(word) > 1 and word.isupper() else _CAPITAL
    return _DIGIT if first.isdigit() else _MARK


@lru_cache(maxsize=50_000)
def _is_of_name(word: str, lower: str, usual: frozenset[str]) -> bool:
    if not word[0].isupper() or word in TITLES or word in ORGANISATION_WORDS:
        return False
    return len(word) <= _LONGEST_USUAL or lower not in usual


def _is_person(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.type == "person"
