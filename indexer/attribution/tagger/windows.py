"""Windows: the tokens about a cue that the tagger's second stage looks at, many of them laid end to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.parameters import DILATIONS_2, FARTHEST, Floats

Places = NDArray[np.int64]

SOURCE, CONTENT, FIRST, LAST = range(4)  # the marks of each token of a window
GAP = max(DILATIONS_2)  # rows of zeros between two windows


@dataclass(frozen=True, slots=True)
class Window:
    """The tokens about a cue, by their places among all rows: ``first`` and how many."""

    cue: int
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class Packed:
    """Windows laid end to end, with zeros between: for each row the token, its cue, and how far it is from it.

    ``starts``: where each window begins; ``at_cue``: where its cue is.
    """

    token: Places
    cue: Places
    distance: Places
    is_token: Floats
    starts: list[int]
    at_cue: Places


def pack(windows: Sequence[Window]) -> Packed:
    """Lay windows end to end."""
    numbers = np.array([number for w in windows for number in (w.cue, w.first, w.length)], np.int64)
    cues, firsts, lengths = numbers[::3], numbers[1::3], numbers[2::3]
    taken = lengths + GAP
    taken[-1] -= GAP
    starts = taken.cumsum() - taken
    cue = np.arange(len(windows)).repeat(taken)
    place = np.arange(len(cue)) - starts[cue]
    is_token = place < lengths[cue]
    token = (firsts[cue] + place) * is_token
    distance = np.minimum(np.maximum(token - cues[cue], -FARTHEST), FARTHEST) + FARTHEST
    at_cue = starts + cues - firsts
    return Packed(token, cue, distance, is_token[:, None].astype(np.float32), starts.tolist(), at_cue)
