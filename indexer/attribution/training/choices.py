"""The learner of choices: weights of features that make the right one of several options likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.model import Weights

Doubles = NDArray[np.float64]
Choice = tuple[list[list[str]], set[int]]  # the features of each option, and which are right

_STEPS, _RATE = 300, 0.3
_MOMENT, _SQUARE = 0.9, 0.99


def learn_choices(
    choices: Sequence[Choice],
    shares: Sequence[float] | None = None,
    decay: float = 3.0,
    fewest: int = 2,
    smallest: float = 0.05,
) -> Weights:
    """Fit a logistic model of choice: the options' likelihoods go as the exponents of their sums of weights.

    ``shares``: how much each choice counts, 1 if not given; ``decay``: how strongly the weights are held near 0;
    features seen less than ``fewest`` times are left out, as are weights below ``smallest`` in the end. All choices
    are looked at in every step, so that the same ones give the same weights.
    """
    counts = Counter(feature for options, _ in choices for option in options for feature in set(option))
    names = sorted(feature for feature, count in counts.items() if count >= fewest)
    if not names:
        return {}
    table = _Table(choices, shares or [1.0] * len(choices), {name: number for number, name in enumerate(names)})
    weights = np.zeros(len(names) + 1)
    moment, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        gradient = table.gradient(weights) + decay * weights
        gradient[-1] = 0
        moment += (1 - _MOMENT) * (gradient - moment)
        square += (1 - _SQUARE) * (gradient * gradient - square)
        rate = _RATE * (1 - (step - 1) / _STEPS)
        weights -= rate * (moment / (1 - _MOMENT**step)) / (np.sqrt(square / (1 - _SQUARE**step)) + 1e-6)
    return {
        name: round(float(weight), 2) for name, weight in zip(names, weights, strict=False) if abs(weight) >= smallest
    }


class _Table:
    """Choices as numbers of features end to end; every option has one more feature, of no weight, so none is empty."""

    def __init__(self, choices: Sequence[Choice], shares: Sequence[float], numbers: dict[str, int]) -> None:
        features: list[int] = []
        lengths, options, right = [], [], []
        for choice, good in choices:
            options.append(len(choice))
            for place, option in enumerate(choice):
                found = [numbers[feature] for feature in option if feature in numbers]
                features += [*found, len(numbers)]
                lengths.append(len(found) + 1)
                right.append(place in good)
        self.features = np.array(features)
        self.lengths, self.options = np.array(lengths), np.array(options)
        self.right = np.array(right, dtype=np.float64)
        self.shares = np.repeat(np.array(shares, dtype=np.float64), self.options)
        self.option_starts = np.concatenate(([0], np.cumsum(self.lengths)[:-1]))
        self.choice_starts = np.concatenate(([0], np.cumsum(self.options)[:-1]))

    def gradient(self, weights: Doubles) -> Doubles:
        """Give the gradient of the loss: how much likelier each option is than it would be if a right one were sure."""
        sums = np.add.reduceat(weights[self.features], self.option_starts)
        sums -= np.repeat(np.maximum.reduceat(sums, self.choice_starts), self.options)
        likelihoods = np.exp(sums)
        likelihoods /= self._by_choice(likelihoods)
        wanted = likelihoods * self.right
        wanted /= np.maximum(self._by_choice(wanted), 1e-12)
        found = np.bincount(self.features, np.repeat((likelihoods - wanted) * self.shares, self.lengths), len(weights))
        return np.asarray(found, dtype=np.float64)

    def _by_choice(self, values: Doubles) -> Doubles:
        return np.repeat(np.add.reduceat(values, self.choice_starts), self.options)
