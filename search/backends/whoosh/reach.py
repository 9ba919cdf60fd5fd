"""Which places of several words can lie near a place of each other one: told roughly, by blocks of places.

A block has a bit for each word that stands in it. To join the bits of some blocks in a row, for all blocks at once,
takes a few passes over few bytes: of millions of places most are left out so before any is compared with another.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.backends.whoosh.arrays import Array, Mask

_BLOCKS = 8
"""A reach has at least so many blocks, if it has so many places: the more, the less is left that need not be."""


def within_reach(found: Sequence[Array], near: int, first: int, end: int) -> list[Mask]:
    """Say of places from ``first`` to before ``end``, of each word, which can be in a run of ``near`` with all others.

    It holds for all that are, and for some that are not.
    """
    shift = max((near // _BLOCKS).bit_length() - 1, 0)
    width = (near + (1 << shift) - 1 >> shift) + 1
    kind = np.min_scalar_type((1 << len(found)) - 1)
    blocks = [(places.astype(np.int64) - first) >> shift for places in found]
    bits = np.zeros((end - first >> shift) + width, kind)
    for number, own in enumerate(blocks):
        bits[own] |= kind.type(1 << number)
    begins = _joined(bits, width) == (1 << len(found)) - 1
    # A run that begins in a block ends before ``width`` blocks are over.
    padded = np.zeros(begins.size + width - 1, np.bool_)
    padded[width - 1 :] = begins
    near_all = _joined(padded, width)
    return [near_all.take(own) for own in blocks]


def _joined(bits: Array, width: int) -> Array:
    """Join each ``width`` values in a row by "or"; there are ``width - 1`` fewer of these."""
    joined, known = bits, 1
    while known < width:
        step = min(known, width - known)
        joined, known = joined[:-step] | joined[step:], known + step
    return joined
