"""Words near each other, of all articles and statements at once, against the windows of one after the other."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.backends.whoosh import nearby, ranges
from search.backends.whoosh.arrays import Array, Ints, counted, stand, starts
from search.backends.whoosh.nearby import Counts, Said, count_windows
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.postings import Postings
from search.backends.whoosh.ranges import Ranges, write_ranges
from search.backends.whoosh.said_words import SaidWords
from search.occurrences import windows
from search.query.leaves import Phrase, Word

STEMS = ("dam", "road", "weir")
ARTICLES = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(STEMS), st.integers(1, 3) | st.integers(60, 130)), max_size=25),
        st.lists(st.lists(st.tuples(st.integers(0, 150), st.integers(1, 140)), min_size=1, max_size=3), max_size=3),
    ),
    min_size=1,
    max_size=12,
)
"""Of each article its words, each with how far behind the last it stands, and its statements: where and how long."""
WORDS = st.lists(st.builds(Word, st.sampled_from(STEMS), st.booleans()), min_size=1, max_size=4, unique=True)

Made = tuple[list[tuple[str, int]], list[list[tuple[int, int]]]]
Standing = list[tuple[int, str]]


class _Field:
    """What is asked of postings: every third place has capitals."""

    def __init__(self, articles: list[Standing], extents: list[int]) -> None:
        self.bases = starts([extent + 1 for extent in extents]).astype(np.uint32)
        self._standing = {
            stem: np.array(
                [
                    int(base) + at
                    for base, words in zip(self.bases, articles, strict=False)
                    for at, word in words
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


class _Said:
    """What is asked of the words of statements."""

    def __init__(self, field: _Field, own: Ranges) -> None:
        self._field, self._ranges = field, own

    def statements(self, stem: int) -> tuple[Array, Array]:
        line = self._field.line(stem).astype(np.int64)
        return counted(np.sort(self._ranges.statements_at(line, line)))


class _Columns(dict[str, Array]):
    def save(self, name: str, values: Array) -> None:
        self[name] = values

    def array(self, name: str) -> Array:
        return self[name]


@pytest.mark.parametrize(("at_once", "most", "few"), [(1, 0.0, 1), (9, 2.0, 32), (1 << 15, 0.5, 1), (1 << 15, 2.0, 0)])
@given(ARTICLES, WORDS, st.integers(0, 50) | st.integers(60, 200))
def test_are_those_of_one_article_and_one_statement_after_the_other(
    at_once: int, most: float, few: int, made: list[Made], words: list[Word], near: int
) -> None:
    articles: list[Standing] = [
        list(zip(accumulate(gap for _, gap in own), [stem for stem, _ in own], strict=True)) for own, _ in made
    ]
    said = [[(own[0], own[0] + own[1]) for own in one] for _, spoken in made for one in spoken]
    owners = np.array([number for number, (_, spoken) in enumerate(made) for _ in spoken], np.int64)
    field = _Field(articles, [max([300, *(at + 1 for at, _ in own)]) for own in articles])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearby, "_AT_ONCE", at_once)
        patch.setattr(nearby, "_MOST", most)
        patch.setattr(nearby, "_FEW", few)
        patch.setattr(ranges, "_FEW", few)
        own = _ranges(field.bases.astype(np.int64), owners, said)
        told = Said(owners, cast(SaidWords, _Said(field, own)), own)
        leaf = Phrase(tuple(words), near)
        in_articles, in_statements = count_windows(leaf, cast(Postings, field), told)
        alone, _ = count_windows(leaf, cast(Postings, field))

    bases = field.bases.tolist()
    found = [
        _found(standing, words, near, int(base), 0, 10_000) for base, standing in zip(bases, articles, strict=False)
    ]
    assert _as_counts(in_articles) == _as_counts(alone) == {at: len(own) for at, own in enumerate(found) if own}
    expected = Counter[int]()
    for number, (article, spans) in enumerate(zip(owners.tolist(), said, strict=True)):
        own_bases = int(bases[article])
        inside = (_found(articles[article], words, near, own_bases, first, end) for first, end in spans)
        expected[number] = len(set[tuple[int, ...]]().union(*inside))
    assert _as_counts(in_statements) == +expected


def _ranges(bases: Ints, owners: Ints, said: list[list[tuple[int, int]]]) -> Ranges:
    columns = _Columns()
    rows = [(int(bases[owner]), *span, at) for at, owner in enumerate(owners) for span in said[at]]
    base, first, end, statement = np.array(rows, np.int64).reshape(-1, 4).T
    write_ranges(cast(Packing, columns), "text", base + first, base + end, statement)
    return Ranges(cast(Packed, columns), "text")


def _found(standing: Standing, words: list[Word], near: int, base: int, first: int, end: int) -> set[tuple[int, ...]]:
    places = [
        [at for at, form in standing if first <= at < end and form == word.form and _is_capital(word, base + at)]
        for word in words
    ]
    return set(windows(places, near))


def _is_capital(word: Word, place: int) -> bool:
    return not word.capital or place % 3 == 0


def _as_counts(found: Counts) -> dict[int, int]:
    documents, often = found[0].tolist(), found[1].tolist()
    assert documents == sorted(set(documents))
    return dict(zip(documents, often, strict=True))


@given(st.lists(st.integers(0, 60), max_size=80), st.lists(st.integers(0, 60), max_size=20), st.booleans())
def test_many_in_order_stand_where_few_do(values: list[int], known: list[int], in_order: bool) -> None:
    asked = np.array(sorted(values) if in_order else values, np.int64)
    table = np.array(sorted(known), np.uint16)

    assert stand(table, asked).tolist() == [sum(one <= value for one in known) for value in asked.tolist()]
