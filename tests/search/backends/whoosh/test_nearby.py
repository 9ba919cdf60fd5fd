"""Words near each other, of all articles at once, against the windows of one article after the other."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.backends.whoosh import nearby
from search.backends.whoosh.arrays import Array, Ints, counted, stand, starts
from search.backends.whoosh.nearby import find_windows
from search.backends.whoosh.postings import Postings
from search.matching import windows
from search.query.nodes import Word

STEMS = ("dam", "road", "weir")
ARTICLES = st.lists(st.lists(st.sampled_from((*STEMS, "other")), max_size=30), min_size=1, max_size=12)
WORDS = st.lists(st.builds(Word, st.sampled_from(STEMS), st.booleans()), min_size=1, max_size=4, unique=True)


class _Field:
    """What ``find_windows`` asks of postings: every third word is in capitals."""

    def __init__(self, articles: list[list[str]]) -> None:
        self.bases = starts([len(words) + 1 for words in articles]).astype(np.uint32)
        self._standing = {
            stem: np.array(
                [
                    int(base) + at
                    for base, words in zip(self.bases, articles, strict=False)
                    for at, word in enumerate(words)
                    if word == stem
                ],
                np.uint32,
            )
            for stem in STEMS
        }

    def number(self, stem: str) -> int | None:
        return STEMS.index(stem) if self._standing[stem].size else None

    def line(self, stem: int) -> Array:
        return self._standing[STEMS[stem]]

    def marks(self, stem: int) -> Array:
        found: Array = (self.line(stem) % 3 == 0).astype(np.uint8)
        return found

    def articles(self, stem: int) -> tuple[Ints, Ints]:
        return counted(stand(self.bases, self.line(stem)) - 1)


@pytest.mark.parametrize(("at_once", "looked_at"), [(1, 1), (20, 10), (1 << 15, 1), (1 << 15, 1 << 17)])
@given(ARTICLES, WORDS, st.integers(0, 50))
def test_are_those_of_one_article_after_the_other(
    at_once: int, looked_at: int, articles: list[list[str]], words: list[Word], near: int
) -> None:
    field = _Field(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearby, "_AT_ONCE", at_once)
        patch.setattr(nearby, "_LOOKED_AT", looked_at)
        patch.setattr(nearby, "_ALL", 1.0)
        first, last = find_windows(words, near, cast(Postings, field))

    expected = []
    for base, own in zip(field.bases.tolist(), articles, strict=False):
        standing = [
            [
                base + at
                for at, form in enumerate(own)
                if form == word.form and (not word.capital or (base + at) % 3 == 0)
            ]
            for word in words
        ]
        expected += [(window[0], window[-1]) for window in windows(standing, near)]
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == expected


@given(st.lists(st.integers(0, 60), max_size=80), st.lists(st.integers(0, 60), max_size=20), st.booleans())
def test_many_in_order_stand_where_few_do(values: list[int], known: list[int], in_order: bool) -> None:
    asked = np.array(sorted(values) if in_order else values, np.int64)
    table = np.array(sorted(known), np.uint16)

    assert stand(table, asked).tolist() == [sum(one <= value for one in known) for value in asked.tolist()]
