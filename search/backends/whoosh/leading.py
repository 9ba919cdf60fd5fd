"""Which documents can be among the best for one leaf: told by how often they hold it, before their lengths."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from search.backends.whoosh.arrays import Array
from search.backends.whoosh.holding import Holding, Norms

WORTHWHILE = 64
"""So many times more documents than are wanted are worth the look."""
_SHARE = 4
"""If one in so many documents is left, all are."""


def leading(
    holding: Holding,
    documents: Array,
    most: int,
    norms: Callable[[Array], Norms],
    least_norm: Callable[[str], float],
    level: Callable[[float], float],
) -> Array:
    """Give those of some documents that can be among the ``most`` best, and maybe others.

    The ``most``-th frequency among those that hold the leaf most often is at most that of the last of the best; what
    does not come up to it even at the least length is left out. ``level`` gives the least frequency that is as good
    as another once scores are rounded.
    """
    if documents.size < WORTHWHILE * most or not most:
        return documents
    (name, weight, held), *others = holding.fields
    unit = weight / least_norm(name)
    counts = held.at(documents)
    for other, own_weight, elsewhere in others:
        counts = counts + np.float32(own_weight / least_norm(other) / unit) * elsewhere.at(documents)
    least = float(counts.max())
    while np.count_nonzero(counts >= least) < most:
        least = min(least - 1.0, least * 0.875)
    tried = np.flatnonzero(counts >= least)
    if tried.size * _SHARE > documents.size:
        return documents
    some = documents.take(tried)
    needed = level(float(np.partition(holding.frequency(some, norms(some)), -most)[-most])) / unit * (1.0 - _SLIP)
    if needed >= least:
        return some
    tried = np.flatnonzero(counts >= needed)
    return documents if tried.size * _SHARE > documents.size else documents.take(tried)


_SLIP = 1e-5
"""What single precision may add to or take from a number, and more."""
