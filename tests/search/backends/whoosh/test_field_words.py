"""The words of a field as numbers: the same that the tokenizer reads, whatever the text."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import stem, tokenize
from search.backends.whoosh.arrays import encoded, sorted_order
from search.backends.whoosh.field_words import read_field
from search.backends.whoosh.growing import GrowingForms
from search.copies import marks_of, paragraph_marks, sketch, sketch_of
from search.documents import Span
from search.reading import _run_of

PIECES = st.sampled_from(
    [
        *("FBI ", "THE ", "US ", "U.S. ", "bridge ", "Bridge ", "King’s ", "O'Neil ", "1,200 ", "9th ", "café ", "İ"),
        *("\n", "\n\n", ". ", "“", "” ", " ", "-", "J.B. ", "A ", "and so it was said again and again by the mayor "),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS)
def test_the_words_are_those_of_the_tokenizer(text: str) -> None:
    forms = GrowingForms()
    words = read_field(text, forms)

    tokens = tokenize(text)
    read = zip(words.starts, words.ends, words.positions, forms.forms(words.codes), words.codes & 1, strict=True)
    assert [tuple(word) for word in read] == [tuple(token) for token in tokens]
    assert words.extent == (tokens[-1].position + 1 if tokens else 0)


@given(TEXTS, st.integers(0, 200), st.integers(0, 200))
def test_a_span_holds_the_words_that_lie_wholly_within_it(text: str, start: int, end: int) -> None:
    assert read_field(text, GrowingForms()).inside(Span(start, end)) == _run_of(Span(start, end), tokenize(text))


@given(TEXTS)
def test_copies_are_known_by_the_same_numbers(text: str) -> None:
    forms = GrowingForms()
    words = read_field(text, forms)
    values = forms.values(words.codes)

    firsts, marks = marks_of(values, words.paragraphs)
    found = {first: tuple(marks[firsts == first].tolist()) for first in firsts.tolist()}
    assert found == dict(paragraph_marks(tokenize(text)))
    assert sketch_of(values) == sketch(tokenize(text))


@given(st.lists(TEXTS))
def test_forms_keep_their_stems_and_their_places_among_them(texts: list[str]) -> None:
    forms = GrowingForms()
    for text in texts:
        codes = read_field(text, forms).codes
        stems, marks = forms.marked(codes)
        words = forms.forms(codes)
        assert [forms.stem(number) for number in stems.tolist()] == [encoded(stem(form)) for form in words]
        assert sorted(forms.called(stems, marks >> 1)) == sorted(set(words))


@given(st.lists(st.integers(0, 1 << 34)))
def test_numbers_are_put_in_order_and_equal_ones_keep_theirs(values: list[int]) -> None:
    order = sorted_order(np.array(values, np.int64), max(values, default=0) + 1)

    assert order.tolist() == sorted(range(len(values)), key=values.__getitem__)
