"""What the tagger sees of a text: a row for each token and for each border between sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.vocabulary import (
    ORGANISATION,
    PARAGRAPH,
    PERSON,
    QUOTATION,
    SENTENCE,
    Vocabulary,
)
from indexer.attribution.text.lexicon import ORGANISATION_WORDS, TITLES
from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.tokens import lowered
from indexer.attribution.text.words import PerWord

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


class Describer:
    """Describes texts to the tagger. The tokens of a name show only whether it is a person's or not."""

    def __init__(self, vocabulary: Vocabulary, usual: frozenset[str]) -> None:
        """``usual``: the words usually printed in small letters, which are shown even in a name."""
        self._row_of = PerWord(lambda word: packed(*vocabulary.rows(lowered(word)), 0, _shape(word)))
        self._is_of_name = PerWord(lambda word: _is_of_name(word, usual))

    def describe(self, sentences: list[Sentence]) -> Features:
        """Describe a text: its tokens as words first, which most of them are, then its mentions and quotations."""
        rows: list[int] = []
        offsets: list[int] = []
        paragraph = -1
        for sentence in sentences:
            rows.append(PARAGRAPH if sentence.paragraph != paragraph else SENTENCE)
            paragraph = sentence.paragraph
            first = len(rows)
            offsets.append(first)
            rows += map(self._row_of.__getitem__, sentence.words)
            if sentence.begin < len(sentence.words) and rows[first + sentence.begin] >> _SHAPE == _CAPITAL:
                rows[first + sentence.begin] += (_INITIAL_CAPITAL - _CAPITAL) << _SHAPE
            for mention in sentence.mentions:
                self._describe_mention(mention, sentence.words, rows, first)
            for place in sentence.quotes:
                quotation = sentence.tokens[place].quotation
                if quotation is not None:
                    rows[first + place] = packed(QUOTATION, 0, _quotation_row(quotation), _OPENS + quotation.continues)
        rows.append(PARAGRAPH)
        return Features(_unpacked(rows), offsets)

    def _describe_mention(self, mention: Mention, words: list[str], rows: list[int], first: int) -> None:
        kind, named = _rows_of_mention(mention)
        begin, last = first + mention.first, first + mention.stop - 1
        if named:
            for place in range(begin, last + 1):
                if self._is_of_name[words[place - first]]:
                    rows[place] = rows[place] >> _SHAPE << _SHAPE | named
        rows[last] |= kind << _MENTION
        if begin < last:
            rows[begin] |= kind + 1 << _MENTION
            for place in range(begin + 1, last):
                rows[place] |= kind + 2 << _MENTION


def packed(word: int, suffix: int, mention: int, shape: int) -> int:
    """Give a row as one number: a list of these becomes an array in a tenth of the time."""
    return word | suffix << _SUFFIX | mention << _MENTION | shape << _SHAPE


_PERSON_ROW, _BODY_ROW = packed(PERSON, 1, 0, 0), packed(ORGANISATION, 1, 0, 0)


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


def _rows_of_mention(mention: Mention) -> tuple[int, int]:
    """Give the row of a mention's last token, after which those of its first and of the others follow; and a name's."""
    if mention.kind == "noun":
        return 1, 0
    if mention.kind == "pronoun":
        return 4, 0
    return (7, _PERSON_ROW) if mention.entity is not None and mention.entity.type == "person" else (10, _BODY_ROW)


def _shape(word: str) -> int:
    first = word[0]
    if first.islower():
        return _LOWER
    if first.isupper():
        return _ALL_CAPITALS if len(word) > 1 and word.isupper() else _CAPITAL
    return _DIGIT if first.isdigit() else _MARK


def _is_of_name(word: str, usual: frozenset[str]) -> bool:
    if not word[0].isupper() or word in TITLES or word in ORGANISATION_WORDS:
        return False
    return len(word) <= _LONGEST_USUAL or lowered(word) not in usual
