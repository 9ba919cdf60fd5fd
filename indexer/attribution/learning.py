"""Learners of linear models: logistic regression, and an averaged perceptron that ranks."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from indexer.attribution.model import Weights

LabelledFeatures = tuple[list[str], bool]
Choice = tuple[list[list[str]], set[int]]  # the features of each choice, and which are right


def logistic(
    examples: Sequence[LabelledFeatures],
    epochs: int = 6,
    rate: float = 0.25,
    decay: float = 1e-6,
    fewest: int = 2,
    smallest: float = 0.2,
) -> Weights:
    """Fit a logistic regression by AdaGrad; features seen less than ``fewest`` times are left out."""
    counts = Counter(feature for features, _ in examples for feature in features)
    kept = [([f for f in features if counts[f] >= fewest], label) for features, label in examples]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    order = list(range(len(kept)))
    shuffler = random.Random(1)
    for _ in range(epochs):
        shuffler.shuffle(order)
        for index in order:
            features, label = kept[index]
            total = sum(weights[feature] for feature in features)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label
            for feature in features:
                gradient = error + decay * weights[feature]
                squares[feature] += gradient * gradient
                weights[feature] -= rate * gradient / math.sqrt(squares[feature])
    return _pruned(weights, smallest)


def perceptron(choices: Sequence[Choice], epochs: int = 6, margin: float = 1.0, smallest: float = 0.2) -> Weights:
    """Learn to rank a right choice above every wrong one."""
    weights: defaultdict[str, float] = defaultdict(float)
    sums: defaultdict[str, float] = defaultdict(float)
    step = 1
    order = list(range(len(choices)))
    shuffler = random.Random(3)
    for _ in range(epochs):
        shuffler.shuffle(order)
        for index in order:
            options, right = choices[index]
            values = [sum(weights[feature] for feature in features) for features in options]
            good = max(sorted(right), key=values.__getitem__)
            wrong = [n for n in range(len(options)) if n not in right]
            bad = max(wrong, key=values.__getitem__, default=None)
            if bad is not None and values[bad] + margin > values[good]:
                for sign, option in ((1.0, good), (-1.0, bad)):
                    for feature in options[option]:
                        weights[feature] += sign
                        sums[feature] += sign * step
            step += 1
    return _pruned({feature: value - sums[feature] / step for feature, value in weights.items()}, smallest)


def _pruned(weights: dict[str, float], smallest: float) -> Weights:
    return {feature: round(value, 2) for feature, value in sorted(weights.items()) if abs(value) >= smallest}
