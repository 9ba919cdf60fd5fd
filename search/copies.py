"""Stories that are copies of each other, and paragraphs that ran elsewhere too: found by the shingles they share.

A *shingle* is five words in a row. Two texts are alike as far as they have the same shingles (Jaccard); that is
estimated from a *sketch* of each text, the least values of its shingles under many hash functions (MinHash: Broder, "On
the resemblance and containment of documents", 1997), kept to 16 bits each. Pairs worth comparing share a *band* of
their sketches (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", §3.4). All hashes are the same on every
machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from search.analysis import Token

Ints = NDArray[np.int64]
Sketches = NDArray[np.uint16]
Values = NDArray[np.uint64]

ALIKE = 0.92
"""Share of the shingles that two texts have in common, at least, to be copies of each other.

Read pair by pair in a real archive of 8,600 stories: what lies above is one story, printed again or corrected by a few
words; from 0.91 down come others that were made from it, such as the sentence after the verdict.
"""
LEAST_WORDS, LEAST_IN_PARAGRAPH = 40, 12
"""Words that a text, and a paragraph, must have: shorter ones are alike by chance."""
_SHINGLE, _BANDS, _ROWS, _MARKS = 5, 24, 5, 4
SKETCH = _BANDS * _ROWS
"""Values in a sketch. Two texts that share four fifths of their shingles share a band but for once in ten thousand."""
NO_SKETCH = bytes(2 * SKETCH)
_MOST_IN_BUCKET = 32
"""Leads that are compared for one band: forms with the same sentences in thousands must not cost their square."""
_CHUNK = 1 << 10

_PLACES = (np.uint64(0x9E3779B97F4A7C15) ** np.arange(1, _SHINGLE + 1, dtype=np.uint64)).astype(np.uint64)


@cache
def _hashes() -> tuple[Values, Values]:
    """Give the factors and offsets of a sketch's values: whoever only reads an index need not load ``numpy.random``."""
    random = np.random.Generator(np.random.PCG64(20170210))
    factors = (random.integers(1, 1 << 62, SKETCH, dtype=np.uint64) << np.uint64(1)) | np.uint64(1)
    return factors, random.integers(0, 1 << 63, SKETCH, dtype=np.uint64)


def sketch(tokens: Sequence[Token]) -> bytes:
    """Give a text's sketch; nothing for a text that is too short to be told from others."""
    return sketch_of(_values(tokens))


def sketch_of(words: Values) -> bytes:
    """Give the sketch of a text of which the words' values are known."""
    if words.size < LEAST_WORDS:
        return b""
    shingles = _shingles(words)
    factors, offsets = _hashes()
    least = np.full(SKETCH, np.iinfo(np.uint64).max, np.uint64)
    for first in range(0, shingles.size, _CHUNK):
        some = np.multiply.outer(factors, shingles[first : first + _CHUNK])
        some += offsets[:, None]
        np.minimum(least, some.min(axis=1), out=least)
    return ((least >> np.uint64(32)) & np.uint64(0xFFFF)).astype("<u2").tobytes()


def paragraph_marks(tokens: Sequence[Token]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Give, for each paragraph that is long enough, the index of its first token and the marks to find its copies by.

    Its marks are the least of its shingles' values: a paragraph with a word changed keeps some of them.
    """
    places = np.fromiter((token.position for token in tokens), np.int64, len(tokens))
    firsts, marks = marks_of(_values(tokens), np.flatnonzero(np.diff(places, prepend=-2) > 1))
    return tuple((first, tuple(marks[firsts == first].tolist())) for first in np.unique(firsts).tolist())


def marks_of(words: Values, paragraphs: Ints) -> tuple[Ints, Ints]:
    """Give the marks of a text's paragraphs, and for each the index of its paragraph's first word.

    Of the text the words' values are known, and which words begin ``paragraphs``.
    """
    ends = np.append(paragraphs, words.size)[1:]
    shingles = np.maximum(ends - paragraphs - _SHINGLE + 1, 0)
    shingles[ends - paragraphs < LEAST_IN_PARAGRAPH] = 0
    owners = np.repeat(np.arange(paragraphs.size), shingles)
    if not owners.size:
        return owners, owners
    at = np.arange(owners.size) + np.repeat(paragraphs - np.cumsum(shingles) + shingles, shingles)
    values = _shingles(words)[at] >> np.uint64(32)
    ordered = np.sort(owners.astype(np.uint64) << np.uint64(32) | values)
    ordered = ordered[np.append(True, ordered[1:] != ordered[:-1])]
    owners = (ordered >> np.uint64(32)).astype(np.int64)
    least = np.arange(owners.size) - np.searchsorted(owners, owners) < _MARKS
    return paragraphs[owners[least]], (ordered[least] & np.uint64(0xFFFFFFFF)).astype(np.int64)


def words_mark(forms: Iterable[str]) -> int:
    """Give a number for a run of words: the same for the same words."""
    return crc32(" ".join(forms).encode("utf-8", "surrogatepass"))


def unpack(joined: bytes) -> Sketches:
    """Give sketches, end to end, as rows; where a text has none, ``NO_SKETCH`` holds its place."""
    return np.frombuffer(joined, "<u2").astype(np.uint16).reshape(-1, SKETCH)


def find_leads(sketches: Sketches) -> Ints:
    """Give for each text the number of the first that it is a copy of: its own if there is none.

    Each is compared with leads only, so that everything in a group is alike to its lead, and chains of small changes
    do not run together.
    """
    leads = np.arange(len(sketches), dtype=np.int64)
    shared = np.flatnonzero(may_have_copies([sketches]))
    bands = [_band_values(sketches[shared], band).tolist() for band in range(_BANDS)]
    buckets: dict[tuple[int, int], list[int]] = {}
    for at, values in zip(shared.tolist(), zip(*bands, strict=True), strict=True):
        keys = list(enumerate(values))
        candidates = sorted({lead for key in keys for lead in buckets.get(key, ())})
        if candidates:
            agreement = (sketches[candidates] == sketches[at]).mean(axis=1)
            best = int(np.argmax(agreement >= ALIKE))
            if agreement[best] >= ALIKE:
                leads[at] = candidates[best]
                continue
        for key in keys:
            bucket = buckets.setdefault(key, [])
            if len(bucket) < _MOST_IN_BUCKET:
                bucket.append(at)
    return leads


def _values(tokens: Sequence[Token]) -> Values:
    return np.fromiter((word_value(token.form) for token in tokens), np.uint64, len(tokens))


def _shingles(words: Values) -> Values:
    """Give a number for each five words in a row."""
    size = words.size - _SHINGLE + 1
    values = np.zeros(size, np.uint64)
    for place in range(_SHINGLE):
        values += words[place : place + size] * _PLACES[place]
    # Mixed, so that the high bits depend on every word.
    values ^= values >> np.uint64(29)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    mixed: Values = values ^ (values >> np.uint64(32))
    return mixed


def word_value(form: str) -> int:
    """Give the number by which a form counts in shingles."""
    data = form.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data, 0x9E3779B9)


def _band_values(sketches: Sketches, band: int) -> Values:
    """Give a number for a band of each sketch."""
    rows = sketches[:, band * _ROWS : (band + 1) * _ROWS]
    values: Values = (rows * _PLACES[:_ROWS]).sum(axis=1, dtype=np.uint64)
    return values


def may_have_copies(tables: Sequence[Sketches]) -> NDArray[np.bool_]:
    """Say of each row of some tables of sketches whether another has a band in common with it.

    One band is looked at after the other: the values of all would take as much as the sketches.
    """
    shared = np.zeros(sum(map(len, tables)), np.bool_)
    for band in range(_BANDS):
        values = np.concatenate([_band_values(sketches, band) for sketches in tables])
        order = np.argsort(values)
        ordered = values[order]
        same = ordered[1:] == ordered[:-1]
        shared[order[1:][same]] = True
        shared[order[:-1][same]] = True
    shared &= np.concatenate([sketches.any(axis=1) for sketches in tables])
    return shared


def pick_first(groups: NDArray[Any], places: NDArray[Any]) -> Ints:
    """Give the numbers of those that come first in their group, one for each group."""
    order = np.lexsort((places, groups))
    ordered = groups[order]
    first = np.ones(order.size, np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    chosen: Ints = order[first]
    return chosen
