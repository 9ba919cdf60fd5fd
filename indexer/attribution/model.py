"""What was learnt: the tagger, the ranker of quotations' sources and the usual words, loaded once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from pathlib import Path

from indexer.attribution.tagger.network import Network
from indexer.attribution.tagger.parameters import load_parameters
from indexer.attribution.tagger.tagging import Tagger
from indexer.attribution.tagger.vocabulary import Vocabulary

WEIGHTS_FILE = Path(__file__).with_name("weights.json")
TAGGER_FILE = Path(__file__).with_name("tagger.npz")

Weights = dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The learnt models.

    ``usual``: words usually printed in small letters. ``quote``: the weights that rank the sources of quotations.
    ``report``: those that tell which reports are statements. ``person``: those that rank whom he or she can mean.
    """

    usual: frozenset[str]
    quote: Weights
    report: Weights
    person: Weights
    tagger: Tagger


@cache
def load_model(weights: Path = WEIGHTS_FILE, network: Path = TAGGER_FILE) -> Model:
    """Load the trained models."""
    data = json.loads(weights.read_text(encoding="utf-8"))
    usual = frozenset(data["usual"])
    parameters, words = load_parameters(network)
    tagger = Tagger(Network(parameters), Vocabulary(words), usual)
    return Model(usual, data["quote"], data["report"], data["person"], tagger)


def dump_model(model: Model, path: Path = WEIGHTS_FILE) -> None:
    """Write a model's words and weights, one line an entry, sorted, so that the same ones give the same bytes."""
    data = {"usual": sorted(model.usual), "quote": model.quote, "report": model.report, "person": model.person}
    path.write_text(json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")


def score(weights: Weights, features: Iterable[str]) -> float:
    """Sum the weights of the features."""
    return sum(map(weights.get, features, repeat(0.0)))
