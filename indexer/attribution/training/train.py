"""Learn every model anew: python -m indexer.attribution.training ARTICLES FOLDER… --stories FOLDER.

ARTICLES is a file of annotated articles; the labels that readers gave to their pronouns are put over its own. Each
FOLDER holds plain texts (.txt) that teach the tagger which words are alike; nothing else is taken from them. The
folder of --stories holds annotated stories of our own (annotated.py), which are learnt from as well. The same files
give the same models again where numpy runs in one thread (OPENBLAS_NUM_THREADS=1) on the same kind of machine.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from indexer.attribution.model import TAGGER_FILE, WEIGHTS_FILE, Model, Weights, dump_model
from indexer.attribution.reports.reports import find_reports
from indexer.attribution.tagger.features import Describer
from indexer.attribution.tagger.network import Network
from indexer.attribution.tagger.parameters import Floats, Parameters, save_network, stack
from indexer.attribution.tagger.tagging import Tagger
from indexer.attribution.tagger.vocabulary import FIRST_WORD, Vocabulary
from indexer.attribution.text.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.training.annotated import read_stories
from indexer.attribution.training.annotated_pronouns import read_pronoun_labels, with_pronouns_put_right
from indexer.attribution.training.choices import Choice, learn_choices
from indexer.attribution.training.examples import (
    cue_words,
    person_examples,
    quote_examples,
    report_examples,
    usual_words,
)
from indexer.attribution.training.gold import AnalysedGold, analyse_gold, read_gold
from indexer.attribution.training.tagger_examples import TaggerExample, tagger_example
from indexer.attribution.training.tagger_learning import learn
from indexer.attribution.training.word_vectors import choose_words, count_words, word_vectors

EPOCHS = 9
_STORY_SHARE = 0.5  # our own stories count less: they are denser in statements, and marked by habits of their own
_MOST_TEXTS = 12_000  # of a folder, evenly spread


@dataclass(frozen=True, slots=True)
class _Course:
    """What the taggers are taught with."""

    words: list[str]
    vectors: Floats
    usual: frozenset[str]
    epochs: int

    def teach(self, articles: Sequence[TaggerExample], stories: Sequence[TaggerExample]) -> Parameters:
        """Give the parameters learnt from articles and from stories, which are seen less often."""
        useful = [example for example in (*list(articles) * round(1 / _STORY_SHARE), *stories) if example.cues]
        return learn(useful, self.vectors, FIRST_WORD, self.epochs, _print_progress)

    def tagger(self, parameters: Parameters) -> Tagger:
        """Give the tagger of some parameters."""
        return Tagger(Network(stack([parameters])), Vocabulary(self.words), self.usual)


@dataclass(frozen=True, slots=True)
class Seen:
    """An annotated article, a tagger that has not learnt from it, and how much it counts."""

    article: AnalysedGold
    tagger: Tagger
    share: float


class _Choices:
    """Choices to learn from, and how much each counts."""

    def __init__(self) -> None:
        self.choices: list[Choice] = []
        self.shares: list[float] = []

    def add(self, choices: Sequence[Choice], share: float) -> None:
        self.choices += choices
        self.shares += [share] * len(choices)

    def learn(self) -> Weights:
        return learn_choices(self.choices, self.shares)


def train(
    articles: Path,
    folders: Sequence[Path],
    stories: Path | None,
    weights: Path,
    network: Path,
    epochs: int = EPOCHS,
) -> None:
    """Train the tagger, the ranker of quotations' sources and the choice of reports, and write them.

    The linear models see each half of the articles through a tagger that learnt on the other half, because they would
    trust a tagger too much that had learnt on the same articles.
    """
    gold = with_pronouns_put_right(read_gold(articles))
    first_story = len(gold)
    gold += [story.gold() for story in read_stories(stories)] if stories else []
    usual = usual_words(article.text for article in gold)
    analysed = analyse_gold(gold, usual)
    own = [article.text for article in gold]
    counts, chunks, numbers = count_words(chain(_texts(folders), own))
    words = choose_words(counts, count_words(own)[0])
    course = _Course(words, word_vectors(words, counts, chunks, numbers), usual, epochs)
    examples = _examples(analysed, course)
    of_articles, of_stories = examples[:first_story], examples[first_story:]
    halves = [course.tagger(course.teach(of_articles[half::2], of_stories[half::2])) for half in (0, 1)]
    parts = (1.0, analysed[:first_story]), (_STORY_SHARE, analysed[first_story:])
    seen = [
        Seen(article, halves[1 - number % 2], share) for share, part in parts for number, article in enumerate(part)
    ]
    dump_model(learn_linear(seen, usual), weights)
    save_network(network, stack([course.teach(of_articles, of_stories)]), words)


def learn_linear(articles: Sequence[Seen], usual: frozenset[str]) -> Model:
    """Learn the linear models from articles, each with a tagger that has not learnt from it."""
    quotes, reports, persons = _Choices(), _Choices(), _Choices()
    for one in articles:
        found = find_reports(one.article.analysis.sentences, Model(usual, {}, {}, {}, one.tagger))
        quotes.add(quote_examples(one.article, found), one.share)
        reports.add(report_examples(one.article, found), one.share)
    learnt = Model(usual, quotes.learn(), reports.learn(), {}, articles[0].tagger)
    labels = read_pronoun_labels()
    for one in articles:
        persons.add(person_examples(one.article, replace(learnt, tagger=one.tagger), labels), one.share)
    return replace(learnt, person=persons.learn())


def _examples(articles: Sequence[AnalysedGold], course: _Course) -> list[TaggerExample]:
    describer = Describer(Vocabulary(course.words), course.usual)
    ranks = cue_words(articles, sorted(SPEECH_WORDS | BELIEF_WORDS))
    return [tagger_example(article, describer.describe(article.analysis.sentences), ranks) for article in articles]


def _texts(folders: Sequence[Path]) -> Iterator[str]:
    for folder in folders:
        files = sorted(folder.rglob("*.txt"))
        for file in files[:: max(1, len(files) // _MOST_TEXTS)]:
            yield file.read_text(encoding="utf-8", errors="replace")


def _print_progress(epoch: int, loss: float) -> None:
    print(f"pass {epoch + 1}: loss {loss:.3f}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train by the arguments of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m indexer.attribution.training", description="Learn every model anew."
    )
    parser.add_argument("articles", type=Path, help="annotated articles, one JSON object a line (.jsonl, .jsonl.xz)")
    parser.add_argument("folders", type=Path, nargs="*", help="folders of plain texts")
    parser.add_argument("--stories", type=Path, help="a folder of annotated stories")
    given = parser.parse_args(arguments)
    train(given.articles, given.folders, given.stories, WEIGHTS_FILE, TAGGER_FILE)
