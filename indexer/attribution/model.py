"""The linear models and learnt word lists, kept as JSON beside the code and loaded once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

WEIGHTS_FILE = Path(__file__).with_name("weights.json")

Weights = dict[str, float]


@dataclass(slots=True, eq=False)
class Model:
    """One linear model for each decision, a sum of the weights of the features that hold.

    ``usual``: words usually printed in small letters. ``cue_words``: words that may be a cue, each with a letter
    for how often it is one ("a" mostly, "d" seldom).
    """

    usual: frozenset[str] = frozenset()
    cue_words: dict[str, str] = field(default_factory=dict)
    cue: Weights = field(default_factory=dict)
    source: Weights = field(default_factory=dict)
    layout: dict[str, Weights] = field(default_factory=dict)
    end: Weights = field(default_factory=dict)
    quote: Weights = field(default_factory=dict)


@cache
def load_model() -> Model:
    """Load the trained model."""
    data = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return Model(**(data | {"usual": frozenset(data["usual"])}))


def dump_model(model: Model, path: Path = WEIGHTS_FILE) -> None:
    """Write a model, one line an entry, sorted, so that the same model gives the same bytes."""
    data = {name: getattr(model, name) for name in Model.__slots__} | {"usual": sorted(model.usual)}
    path.write_text(json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")


def score(weights: Weights, features: Iterable[str]) -> float:
    """Sum the weights of the features."""
    return sum([weights[feature] for feature in features if feature in weights])
