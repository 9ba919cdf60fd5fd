"""Stories that are copies of each other, and paragraphs that ran elsewhere too: found by the shingles they share.

A *shingle* is five words in a row. Two texts are alike as far as they have the same shingles (Jaccard); that is
estimated from a *sketch* of each text, the least values of its shingles under many hash functions (MinHash: Broder, "On
the resemblance and containment of documents", 1997), kept to 16 bits each. Pairs worth comparing share a *band* of
their sketches (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", §3.4). All hashes are the same on every
machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from search.analysis import Token

Ints = NDArray[np.int64]
Sketches = NDArray[np.uint16]

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
_CHUNK = 1 << 12

_random = np.random.Generator(np.random.PCG64(20170210))
_FACTORS = (_random.integers(1, 1 << 62, SKETCH, dtype=np.uint64) << np.uint64(1)) | np.uint64(1)
_OFFSETS = _random.integers(0, 1 << 63, SKETCH, dtype=np.uint64)
_PLACES = (np.uint64(0x9E3779B97F4A7C15) ** np.arange(1, _SHINGLE + 1, dtype=np.uint64)).astype(np.uint64)


def sketch(tokens: Sequence[Token]) -> bytes:
    """Give a text's sketch; nothing for a text that is too short to be told from others."""
    if len(tokens) < LEAST_WORDS:
        return b""
    shingles = np.unique(_shingles([token.form for token in tokens]))
    least = np.full(SKETCH, np.iinfo(np.uint64).max, np.uint64)
    for first in range(0, shingles.size, _CHUNK):
        some = shingles[first : first + _CHUNK, None] * _FACTORS + _OFFSETS
        least = np.minimum(least, (some >> np.uint64(32)).min(axis=0))
    return (least & np.uint64(0xFFFF)).astype("<u2").tobytes()


def paragraph_marks(tokens: Sequence[Token]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Give, for each paragraph that is long enough, the index of its first token and the marks to find its copies by.

    Its marks are the least of its shingles' values: a paragraph with a word changed keeps some of them.
    """
    found = []
    first = 0
    for end in range(1, len(tokens) + 1):
        if end == len(tokens) or tokens[end].position - tokens[end - 1].position > 1:
            if end - first >= LEAST_IN_PARAGRAPH:
                values = np.unique(_shingles([token.form for token in tokens[first:end]]) >> np.uint64(32))
                found.append((first, tuple(values[:_MARKS].tolist())))
            first = end
    return tuple(found)


def words_mark(tokens: Sequence[Token]) -> int:
    """Give a number for a run of words: the same for the same words."""
    return crc32(" ".join(token.form for token in tokens).encode("utf-8", "surrogatepass"))


def unpack(joined: bytes) -> Sketches:
    """Give sketches, end to end, as rows; where a text has none, ``NO_SKETCH`` holds its place."""
    return np.frombuffer(joined, "<u2").astype(np.uint16).reshape(-1, SKETCH)


def find_leads(sketches: Sketches) -> Ints:
    """Give for each text the number of the first that it is a copy of: its own if there is none.

    Each is compared with leads only, so that everything in a group is alike to its lead, and chains of small changes
    do not run together.
    """
    leads = np.arange(len(sketches), dtype=np.int64)
    bands = _band_values(sketches)
    buckets: dict[tuple[int, int], list[int]] = {}
    for at in np.flatnonzero(_share_a_band(bands) & sketches.any(axis=1)).tolist():
        keys = list(enumerate(bands[at].tolist()))
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


def _shingles(forms: Sequence[str]) -> NDArray[np.uint64]:
    """Give a number for each five words in a row."""
    words = np.fromiter(map(_word, forms), np.uint64, len(forms))
    size = len(forms) - _SHINGLE + 1
    values = np.zeros(size, np.uint64)
    for place in range(_SHINGLE):
        values += words[place : place + size] * _PLACES[place]
    # Mixed, so that the high bits depend on every word.
    values ^= values >> np.uint64(29)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    mixed: NDArray[np.uint64] = values ^ (values >> np.uint64(32))
    return mixed


@lru_cache(maxsize=200_000)
def _word(form: str) -> int:
    data = form.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data, 0x9E3779B9)


def _band_values(sketches: Sketches) -> NDArray[np.uint64]:
    rows = sketches.reshape(-1, _BANDS, _ROWS).astype(np.uint64)
    values: NDArray[np.uint64] = (rows * _PLACES[:_ROWS]).sum(axis=2, dtype=np.uint64)
    return values


def _share_a_band(bands: NDArray[np.uint64]) -> NDArray[np.bool_]:
    shared = np.zeros(len(bands), np.bool_)
    for column in bands.T:
        order = np.argsort(column, kind="stable")
        same = column[order[1:]] == column[order[:-1]]
        shared[order[1:][same]] = True
        shared[order[:-1][same]] = True
    return shared


def pick_first(groups: NDArray[Any], places: NDArray[Any]) -> Ints:
    """Give the numbers of those that come first in their group, one for each group."""
    order = np.lexsort((places, groups))
    ordered = groups[order]
    first = np.ones(order.size, np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    chosen: Ints = order[first]
    return chosen
