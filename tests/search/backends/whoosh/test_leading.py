"""What is left out before scores are known never belongs to the best."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from search.backends.whoosh.arrays import Array
from search.backends.whoosh.held import Held
from search.backends.whoosh.holding import Holding, Norms
from search.backends.whoosh.leading import leading
from search.scoring import rounded, saturated

SIZE, MOST = 20_000, 10


def _held(chance: np.random.Generator, many: int, often: int) -> Held:
    numbers = np.sort(chance.choice(SIZE, many, replace=False)).astype(np.uint32)
    return Held(SIZE, [(numbers, np.minimum(chance.geometric(1 / often, many), 255).astype(np.uint8))])


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("headlines", "often"), [(0, 5), (30, 5), (6_000, 3), (900, 1)])
def test_the_best_are_always_left(headlines: int, often: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    holding = Holding(
        SIZE, [("headline", 3.0, _held(chance, headlines, 1)), ("text", 1.0, _held(chance, 12_000, often))]
    )
    lengths = {"headline": chance.integers(1, 15, SIZE), "text": chance.integers(20 if seed % 2 else 390, 400, SIZE)}
    tables = {name: 0.5 + 0.5 * own / own.mean() for name, own in lengths.items()}

    def norms(documents: Array) -> Norms:
        return lambda name: tables[name].take(documents)

    def level(frequency: float) -> float:
        return frequency - 1e-5

    every = holding.numbers
    some = every[chance.random(every.size) < 0.5]
    for documents in (every, some):
        left = leading(holding, documents, MOST, norms, lambda name: float(tables[name].min()), level)
        scores = partial(lambda rows: rounded(saturated(holding.frequency(rows, norms(rows)), 1.0)))
        least = np.sort(scores(documents))[-MOST]
        best = documents[scores(documents) >= least]
        assert set(best.tolist()) <= set(left.tolist()) <= set(documents.tolist())
        assert len(left) == len(set(left.tolist()))
        if often == 5 and seed % 2 == 0:
            assert len(left) < len(documents) / 4
