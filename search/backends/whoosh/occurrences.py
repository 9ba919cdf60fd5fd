"""Where a query's leaf stands in one field of one segment: ``search.occurrences``, for all articles at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask
from search.backends.whoosh.chosen import found_at
from search.backends.whoosh.forms import Lexicon
from search.backends.whoosh.postings import Postings
from search.deadline import check_time
from search.query.leaves import Phrase, Word


@dataclass(frozen=True, slots=True)
class Places:
    """Runs of places, by their first and last, in the order of their first."""

    first: Array
    last: Array

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return self.first.nbytes + self.last.nbytes


def find_places(leaf: Word | Phrase, field: Postings, lexicon: Lexicon) -> Places:
    """Give every place where a leaf matches; words near each other are only counted (``nearby``). Raises OutOfTime."""
    check_time()
    if isinstance(leaf, Word):
        return _single(_word(leaf, field))
    assert isinstance(leaf, Phrase)
    assert leaf.near is None
    return _verbatim(leaf.words, field, lexicon)


def _single(places: Array) -> Places:
    return Places(places, places)


def _word(word: Word, field: Postings) -> Array:
    """Give where any form of a word stands."""
    at = field.number(stem(word.form))
    if at is None:
        return NOTHING
    return field.line(at).compress(field.marks(at) & 1) if word.capital else field.line(at)


def _form(word: Word, field: Postings, lexicon: Lexicon) -> Array:
    """Give where a word stands in the very form in which it was typed."""
    stemmed, number, many = lexicon.number(word.form)
    at = field.number(stemmed) if number is not None else None
    if at is None or number is None:
        return NOTHING
    if many == 1 and not word.capital:
        return field.line(at)
    marks = field.marks(at)
    return field.line(at).compress(marks == (number << 1 | 1) if word.capital else marks >> 1 == number)


def by_stem(forms: Sequence[str], field: Postings, lexicon: Lexicon) -> Iterator[tuple[int, list[int] | None]]:
    """Give the stems of some forms in a field, each with the numbers of its own, or None if these are all it has."""
    found: dict[tuple[str, int], list[int]] = {}
    for form in forms:
        stemmed, number, many = lexicon.number(form)
        if number is not None:
            found.setdefault((stemmed, many), []).append(number)
    for (stemmed, many), numbers in found.items():
        check_time()
        at = field.number(stemmed)
        if at is not None:
            yield at, None if len(numbers) == many else numbers


def is_any(marks: Array, wanted: list[int]) -> Mask:
    """Say of the marks of places whether the form there is one of those wanted."""
    numbers = marks >> 1
    found = np.zeros(numbers.size, np.bool_)
    for number in wanted:
        found |= numbers == number
    return found


def held_forms(forms: Sequence[str], field: Postings, lexicon: Lexicon) -> Iterator[tuple[int | None, Ints]]:
    """Give, for each stem of some forms, its number if all its forms are asked for, and else the places of those."""
    for at, numbers in by_stem(forms, field, lexicon):
        if numbers is None:
            yield at, NOTHING
        else:
            yield None, field.line(at).compress(is_any(field.marks(at), numbers)).astype(np.int64)


def _verbatim(words: Sequence[Word], field: Postings, lexicon: Lexicon) -> Places:
    """Join the places of the words: those of the rarest, moved back to where the first would be, are looked for."""
    standing: dict[Word, Array] = {}
    for word in dict.fromkeys(words):
        check_time()
        standing[word] = _form(word, field, lexicon)
        if not standing[word].size:
            return _single(NOTHING)
    rarest, *others = sorted(enumerate(words), key=lambda one: standing[one[1]].size)
    first = standing[rarest[1]].astype(np.int64) - rarest[0]
    first = first[first.searchsorted(0) :]
    for offset, word in others:
        known = standing[word]
        wanted = first[: first.searchsorted(int(known[-1]) - offset, "right")]
        first = wanted.compress(found_at(known, wanted + offset)[1])
    first = first.astype(field.bases.dtype)
    return Places(first, first + (len(words) - 1))
