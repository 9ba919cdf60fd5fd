"""Stretches of places laid out as bits, one for each place, in words of 64: what is near what is told by shifting them.

A stretch begins with a word of its own, so that nothing is near what stands in another: an article, or a statement's
words. To find for each place whether something follows within reach takes some twenty passes over a bit for each place,
however often it stands there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, laid_out, starts

SIZE = 64
"""Bits a word."""
_SHIFT = 6
_WORD = np.dtype("<u8")
_EVERY = np.uint64(2**SIZE - 1)


def words_for(lengths: Ints) -> Ints:
    """Give how many words stretches of so many places take."""
    return (lengths + (SIZE - 1)) >> _SHIFT


class Stretches:
    """Stretches, one after the other. ``first`` says in which word each begins, and after the last where it ends."""

    def __init__(self, lengths: Ints) -> None:
        """Take how many places each has, one at least."""
        self.first = starts(words_for(lengths))
        self._goes_on = np.full(int(self.first[-1]), _EVERY)
        self._goes_on[self.first[1:] - 1] = 0

    def bits(self, places: Ints) -> Array:
        """Give the bits in which places are set; a stretch's places count from the first bit of its first word."""
        flags = np.zeros(int(self.first[-1]) * SIZE, np.bool_)
        flags[places] = True
        return np.packbits(flags, bitorder="little").view(_WORD)

    def windows(self, standing: Sequence[Array], near: int) -> Array:
        """Give where one of some words stands and each of them does within ``near`` places from there."""
        found: Array = reduce(np.bitwise_or, standing)
        for bits in standing:
            found = found & self._followed(bits, near)
        return found

    def _followed(self, bits: Array, near: int) -> Array:
        """Set each bit that is set or followed by one in its stretch, at most ``near`` later."""
        found, moved, within = bits.copy(), np.empty_like(bits), 0
        while within < min(near, SIZE - 1):
            step = min(within + 1, min(near, SIZE - 1) - within)
            found |= np.right_shift(found, np.uint64(step), out=moved)
            within += step
        later, distance = bits, SIZE
        while later.size and distance - near < SIZE:
            later = later[1:] & self._goes_on[: later.size - 1]
            onward = later | -later  # the first that is set, and all that follow
            if distance > near:
                reached = onward << np.uint64(distance - near)
            else:
                reached = (onward.view(np.int64) >> min(near - distance, SIZE - 1)).view(np.uint64)
            found[: later.size] |= reached
            distance += SIZE
        return found

    def counts(self, bits: Array) -> Array:
        """Give how many bits are set in each stretch."""
        return np.add.reduceat(np.bitwise_count(bits), self.first[:-1], dtype=np.uint32)


class Cut:
    """Stretches that are cut out of the bits of others."""

    def __init__(self, begins: Ints, lengths: Ints) -> None:
        """Take the bit at which each begins, and how many it has."""
        self.stretches = Stretches(lengths)
        self._many = words_for(lengths)
        before = laid_out(np.zeros_like(self._many), self._many) * SIZE
        self._at, left = begins.repeat(self._many) + before, lengths.repeat(self._many) - before
        self._word, self._shift = self._at >> _SHIFT, (self._at & (SIZE - 1)).astype(np.uint64)
        self._mask = _EVERY >> (SIZE - np.minimum(left, SIZE)).astype(np.uint64)

    def out_of(self, bits: Array) -> Array:
        """Give their bits."""
        following = np.append(bits, np.uint64(0)).take(self._word + 1)
        # In two steps, as none shifts by 64.
        following = following << np.uint64(1) << (np.uint64(SIZE - 1) - self._shift)
        found: Array = (bits.take(self._word) >> self._shift | following) & self._mask
        return found

    def standing(self, bits: Array, wanted: Mask) -> tuple[Ints, Ints]:
        """Give where bits are set in those stretches that are wanted, as places of what they were cut out of, and in
        which of all the stretches each is."""
        owners = np.arange(self._many.size).repeat(self._many)
        words = np.flatnonzero(wanted.take(owners))
        at = np.flatnonzero(np.unpackbits(bits.take(words).astype(_WORD, copy=False).view(np.uint8), bitorder="little"))
        words = words.take(at >> _SHIFT)
        return self._at.take(words) + (at & (SIZE - 1)), owners.take(words)
