"""The tokens of an article's text, from what the index knows of them: none is read again, few are ever made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

import numpy as np

from search.analysis import PARAGRAPH_GAP, Token, fold, tokenize
from search.backends.whoosh.arrays import Ints
from search.backends.whoosh.evaluate import Evaluator
from search.documents import Span
from search.query.nodes import Forms, Word
from search.reading import PlacedTokens

_FIELD = "text"


def text_tokens(evaluator: Evaluator, article: int, text: str) -> Sequence[Token]:
    """Give the tokens of an article's text."""
    spans = evaluator.segment.token_places.spans(article)
    return _TextTokens(evaluator, article, text, *spans) if spans else tuple(tokenize(text))


class _TextTokens(PlacedTokens):
    """The tokens of one article's text; each is made when it is asked for."""

    def __init__(self, evaluator: Evaluator, article: int, text: str, starts: Ints, ends: Ints) -> None:
        self._evaluator, self._article, self._text = evaluator, article, text
        self._starts, self._ends = starts, ends

    @cached_property
    def _positions(self) -> Ints:
        """A word's number, and a gap for each paragraph's end before it."""
        breaks, at = [], self._text.find("\n")
        while at >= 0:
            breaks.append(at)
            at = self._text.find("\n", at + 1)
        opening = np.unique(np.searchsorted(self._starts, breaks)) if breaks else np.empty(0, np.int64)
        gaps = np.zeros(len(self._starts) + 1, np.int64)
        gaps[opening] = PARAGRAPH_GAP
        found: Ints = np.arange(len(self._starts)) + np.cumsum(gaps[:-1])
        return found

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        if isinstance(index, slice):
            first, end, step = index.indices(len(self))
            assert step == 1, "tokens are taken as they follow each other"
            return _Run(self, range(first, max(first, end)))
        start, end = int(self._starts[index]), int(self._ends[index])
        position = int(self._positions[index])
        form, capital = fold(self._text[start:end])
        return Token(start, end, position, form, capital and self._is_meant(position, form))

    def _is_meant(self, position: int, form: str) -> bool:
        """Say whether capitals were kept: those of a word that was shouted were not."""
        return position in self._evaluator.positions(Word(form, capital=True), _FIELD, self._article)

    def standing(self, word: Word) -> Sequence[int]:
        return self._at(self._evaluator.positions(word, _FIELD, self._article))

    def standing_so(self, word: Word) -> Sequence[int]:
        return self._at(self._evaluator.positions_so(word, _FIELD, self._article))

    def standing_any(self, forms: Forms) -> Sequence[int]:
        return self._at(self._evaluator.positions_any(forms, _FIELD, self._article))

    def index_at(self, position: int) -> int:
        return int(np.searchsorted(self._positions, position))

    def inside(self, span: Span) -> range:
        first = int(np.searchsorted(self._starts, span.start))
        return range(first, int(np.searchsorted(self._ends, span.end, side="right")))

    def _at(self, positions: Ints) -> Sequence[int]:
        found: list[int] = np.searchsorted(self._positions, positions).tolist()
        return found


class _Run(PlacedTokens):
    """Some tokens of a text that follow each other."""

    def __init__(self, whole: PlacedTokens, indices: range) -> None:
        self._whole, self._indices = whole, indices

    def __len__(self) -> int:
        return len(self._indices)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | Sequence[Token]:
        if isinstance(index, slice):
            return _Run(self._whole, self._indices[index])
        return self._whole[self._indices[index]]

    def standing(self, word: Word) -> Sequence[int]:
        return self._own(self._whole.standing(word))

    def standing_so(self, word: Word) -> Sequence[int]:
        return self._own(self._whole.standing_so(word))

    def standing_any(self, forms: Forms) -> Sequence[int]:
        return self._own(self._whole.standing_any(forms))

    def index_at(self, position: int) -> int:
        found = self._whole.index_at(position) - self._indices.start
        return min(max(found, 0), len(self))

    def inside(self, span: Span) -> range:
        found = self._whole.inside(span)
        first = max(found.start, self._indices.start) - self._indices.start
        return range(first, max(first, min(found.stop, self._indices.stop) - self._indices.start))

    def _own(self, found: Sequence[int]) -> Sequence[int]:
        return [index - self._indices.start for index in found if index in self._indices]
