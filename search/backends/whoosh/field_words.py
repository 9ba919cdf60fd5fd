"""The words of an article's fields as numbers, and where they stand: read in one pass, without an object for a word.

What is read is what ``search.analysis.tokenize`` reads, word for word.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from search.analysis import PARAGRAPH_GAP, SHOUTING, split
from search.backends.whoosh.arrays import NOTHING, Array, Ints
from search.backends.whoosh.growing import GrowingForms
from search.documents import Article, Span


class FieldWords(NamedTuple):
    """Words in order: the characters from which to which each stands, its position, and its code.

    A code is twice the number of the word's form, plus 1 if it is in capitals. ``paragraphs`` lists the words that
    begin one.
    """

    starts: Ints
    ends: Ints
    positions: Ints
    codes: Array
    paragraphs: Ints

    @property
    def extent(self) -> int:
        """How many positions the words take."""
        return int(self.positions[-1]) + 1 if len(self.positions) else 0

    def inside(self, span: Span) -> range:
        """Give the words that lie wholly within a span of characters."""
        first = int(self.starts.searchsorted(span.start))
        return range(first, max(first, int(self.ends.searchsorted(span.end, side="right"))))


class ArticleWords(NamedTuple):
    """The words of an article, field by field, in the order of ``layout.WORD_FIELDS``."""

    headline: FieldWords
    text: FieldWords
    byline: FieldWords


_FIRST: Ints = np.zeros(1, np.int64)
NO_WORDS = FieldWords(NOTHING, NOTHING, NOTHING, NOTHING.astype(np.uint32), NOTHING)


def read_words(article: Article, forms: GrowingForms) -> ArticleWords:
    """Give the words of an article. A derived headline is a part of the text, so its words count only there."""
    return ArticleWords(
        NO_WORDS if article.headline_derived else read_field(article.headline, forms),
        read_field(article.text, forms),
        read_field("\n".join(article.bylines), forms),
    )


def read_field(text: str, forms: GrowingForms) -> FieldWords:
    """Give the words of a text."""
    parts = split(text)
    count = len(parts) // 2
    if not count:
        return NO_WORDS
    bounds = np.fromiter(map(len, parts), np.int64, len(parts)).cumsum()
    starts, ends = bounds[:-1:2], bounds[1::2]
    codes = np.fromiter(map(forms.code_of, parts[1::2]), np.uint32, count)
    positions = np.arange(count)
    paragraphs = _line_starts(text, starts)
    if paragraphs.size:
        gaps = np.zeros(count, np.int64)
        gaps[paragraphs] = PARAGRAPH_GAP
        positions += gaps.cumsum()
    if not paragraphs.size or paragraphs[0]:
        paragraphs = np.concatenate((_FIRST, paragraphs))
    capitals = (codes & 1).nonzero()[0]
    if capitals.size >= SHOUTING and (capitals[SHOUTING - 1 :] - capitals[: 1 - SHOUTING] == SHOUTING - 1).any():
        codes[_shouted(capitals, paragraphs)] &= ~np.uint32(1)
    return FieldWords(starts, ends, positions, codes, paragraphs)


def _line_starts(text: str, starts: Ints) -> Ints:
    """Give the words before which a line ended."""
    ended = []
    at = text.find("\n")
    while at >= 0:
        ended.append(at)
        at = text.find("\n", at + 1)
    if not ended:
        return NOTHING
    found = starts.searchsorted(np.array(ended))
    # Of several ends of lines before a word, one counts; those after the last word are before none.
    return found[np.append(found[1:] != found[:-1], True) & (found < starts.size)]


def _shouted(capitals: Ints, paragraphs: Ints) -> Ints:
    """Give those of the words in capitals that stand in a row of many such words, all of one paragraph."""
    row = capitals - np.arange(capitals.size)
    paragraph = np.searchsorted(paragraphs, capitals, side="right")
    begins = np.flatnonzero(np.append(True, (row[1:] != row[:-1]) | (paragraph[1:] != paragraph[:-1])))
    sizes = np.diff(np.append(begins, capitals.size))
    return capitals[np.repeat(sizes >= SHOUTING, sizes)]
