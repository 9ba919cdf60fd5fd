"""Train the linear models from annotated articles: python -m indexer.attribution.train ARTICLES [WEIGHTS]."""

from __future__ import annotations

import sys
from pathlib import Path

from indexer.attribution.contents import LAYOUTS
from indexer.attribution.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.examples import ReportExamples, cue_examples, cue_words, quote_examples, usual_words
from indexer.attribution.gold import AnalysedGold, analyse_gold, read_gold
from indexer.attribution.learning import Choice, logistic, perceptron
from indexer.attribution.model import WEIGHTS_FILE, Model, Weights, dump_model

_SEPARATOR = "|"


def train(path: Path) -> Model:
    """Train every model on a file of annotated articles.

    The quote ranker sees each half of the articles through reports that were learnt on the other half, because it
    would trust reports learnt on the same articles too much.
    """
    gold = read_gold(path)
    usual = usual_words(article.text for article in gold)
    articles = analyse_gold(gold, usual)
    model = Model(usual=usual, cue_words=cue_words(articles, sorted(SPEECH_WORDS | BELIEF_WORDS)))
    halves = articles[::2], articles[1::2]
    choices: list[Choice] = []
    for seen, unseen in (halves, halves[::-1]):
        half = _with_reports(model, seen)
        for article in unseen:
            choices += quote_examples(article, half)
    trained = _with_reports(model, articles)
    trained.quote = perceptron(choices, epochs=8)
    return trained


def _with_reports(base: Model, articles: list[AnalysedGold]) -> Model:
    """Train cues, sources and contents."""
    model = Model(usual=base.usual, cue_words=base.cue_words)
    model.cue = logistic([example for article in articles for example in cue_examples(article, model)])
    examples = ReportExamples()
    for article in articles:
        examples.add(article, model)
    model.source = perceptron(examples.sources)
    model.layout = _layouts(examples.layouts)
    model.end = logistic(examples.ends, epochs=3, rate=0.1, decay=1e-4, fewest=4)
    return model


def _layouts(examples: list[tuple[list[str], str]]) -> dict[str, Weights]:
    choices: list[Choice] = [
        ([[name + _SEPARATOR + feature for feature in features] for name in LAYOUTS], {LAYOUTS.index(right)})
        for features, right in examples
    ]
    layouts: dict[str, Weights] = {name: {} for name in LAYOUTS}
    for feature, value in perceptron(choices, epochs=5).items():
        name, _, rest = feature.partition(_SEPARATOR)
        layouts[name][rest] = value
    return layouts


if __name__ == "__main__":
    dump_model(train(Path(sys.argv[1])), Path(sys.argv[2]) if len(sys.argv) > 2 else WEIGHTS_FILE)
