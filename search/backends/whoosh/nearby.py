"""Words near each other in one field of one segment: ``matching.windows``, for all articles at once.

Of many places most are left out at first (``reach.py``). The others are merged into one line, some articles at a time,
so that the work fits into a processor's cache: to look every place of one word up among those of another takes ten
times as long as to pass over both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask, laid_out, type_for
from search.backends.whoosh.postings import Postings
from search.backends.whoosh.reach import within_reach
from search.deadline import check_time
from search.query.nodes import Word

_AT_ONCE = 1 << 15
"""About how many places are merged at once."""
_LOOKED_AT = 1 << 17
"""So many places are looked at together to leave out what cannot be near all others; fewer are not worth the look."""
_SPARSE = 64
"""Nor are they where only one place in so many of the line is a word's."""
_ALL = 0.75
"""Where more than this is left of the first that are looked at, the others are not."""
_FEW = 8
"""If so many times fewer articles hold all words than hold one, its places in these are looked for."""


def find_windows(words: Sequence[Word], near: int, field: Postings) -> tuple[Array, Array]:
    """Give the windows that begin with one of some words and hold all, the last at most ``near`` after the first.

    They are given by their first and last places, both in order. Raises OutOfTime.
    """
    found = _near_all(_places_together(words, field), near, field.bases)
    windows = [(NOTHING, NOTHING)]
    for bases, places in _parts(found, field.bases, _AT_ONCE):
        check_time()
        windows.append(_windows(places, near, bases))
    first, last = (np.concatenate(parts).astype(field.bases.dtype) for parts in zip(*windows, strict=True))
    return first, last


def _places_together(words: Sequence[Word], field: Postings) -> list[Array]:
    """Give where each word stands; if few of its articles hold all the words, in those alone."""
    stems = [field.number(stem(word.form)) for word in words]
    known = [number for number in stems if number is not None]
    if len(known) < len(stems):
        return [NOTHING]
    distinct = dict.fromkeys(known)
    held = np.bincount(np.concatenate([field.articles(number)[0] for number in distinct]))
    together = np.flatnonzero(held == len(distinct))
    found = []
    for word, number in zip(words, known, strict=True):
        places = field.line(number)
        kept = (field.marks(number) & 1).astype(np.bool_) if word.capital else None
        if _FEW * together.size < field.articles(number)[0].size:
            rows = _rows_of(together, places, field.bases)
            places, kept = places.take(rows), kept if kept is None else kept.take(rows)
        found.append(places if kept is None else places.compress(kept))
    return found


def _rows_of(articles: Ints, places: Array, bases: Array) -> Ints:
    """Give which of some places are in some articles."""
    first, end = places.searchsorted(bases.take(articles)), places.searchsorted(bases.take(articles + 1))
    return laid_out(first, end - first)


def _near_all(found: Sequence[Array], near: int, bases: Array) -> Sequence[Array]:
    """Leave out, of many places, most that are not near all other words."""
    every = sum([places.size for places in found])
    if len(found) < 2 or every < max(_LOOKED_AT, int(bases[-1]) // _SPARSE):
        return found
    kept: list[list[Array]] = [[places[:0]] for places in found]
    for part, (own, places) in enumerate(_parts(found, bases, _LOOKED_AT)):
        check_time()
        masks = within_reach(places, near, int(own[0]), int(own[-1]))
        if not part and sum(map(np.count_nonzero, masks)) > _ALL * sum(map(len, masks)):
            return found
        for pieces, piece, mask in zip(kept, places, masks, strict=True):
            pieces.append(piece.compress(mask))
    return [np.concatenate(pieces) for pieces in kept]


def _parts(found: Sequence[Array], bases: Array, most: int) -> Iterator[tuple[Array, list[Array]]]:
    """Give the places of some articles after others, about so many, with these articles' bases and the next one's.

    Articles that lack a word are left out if none of a part has it.
    """
    every = sum([places.size for places in found])
    if not all(places.size for places in found):
        return
    count = len(bases) - 1
    step = max(1, count * most // every)
    edges = [*range(0, count, step), count]
    cuts = [np.searchsorted(places, bases[edges]).tolist() for places in found]
    for part, (first, end) in enumerate(pairwise(edges)):
        pieces = [places[at[part] : at[part + 1]] for places, at in zip(found, cuts, strict=True)]
        if all(piece.size for piece in pieces):
            yield bases[first : end + 1], pieces


def _windows(found: Sequence[Array], near: int, bases: Array) -> tuple[Array, Array]:
    """Give the windows of some articles, whose bases are known."""
    bits = (len(found) - 1).bit_length()
    kind = np.promote_types(type_for((int(bases[-1]) + near + 1) << bits), bases.dtype)
    merged = np.concatenate([(places.astype(kind) << bits) | kind.type(number) for number, places in enumerate(found)])
    merged.sort(kind="stable")  # which merges what is in order already
    if len(found) > 1:
        merged = merged[_have_company(merged >> bits, near)]
    first, own = merged >> bits, merged & kind.type((1 << bits) - 1)
    last, never = first, kind.type(np.iinfo(kind).max)
    for number in range(len(found)):
        following = np.where(own == number, first, never)[::-1]
        last = np.maximum(last, np.minimum.accumulate(following)[::-1])
    # Several words can stand at one place, in one form or another: a window begins there once.
    within = last - first <= near
    within[1:] &= first[1:] != first[:-1]
    first, last = first[within], last[within]
    whole = _within_articles(first, last, bases[1:-1])
    return (first, last) if whole is None else (first[whole], last[whole])


def _within_articles(first: Array, last: Array, bases: Array) -> Mask | None:
    """Say of windows in order, by both ends, which lie within one article; None if all do. Few reach over a base."""
    begin = last.searchsorted(bases.astype(last.dtype))
    end = first.searchsorted(bases.astype(first.dtype))
    over = np.flatnonzero(begin < end)
    if not over.size:
        return None
    whole = np.ones(first.size, np.bool_)
    whole[laid_out(begin[over], end[over] - begin[over])] = False
    return whole


def _have_company(places: Array, near: int) -> Mask:
    """Say of places in order which have another within reach, as all those of a window of several words have."""
    close = places[1:] - places[:-1] <= near
    found: Mask = np.append(close, False) | np.append(False, close)
    return found
