"""Train everything again: python -m indexer.attribution.train ARTICLES FOLDER….

ARTICLES is a file of annotated articles. Each FOLDER holds plain texts (.txt) that teach the tagger which words are
alike; nothing else is taken from them. The same files give the same models again where numpy runs in one thread
(OPENBLAS_NUM_THREADS=1) on the same kind of machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from indexer.attribution.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.examples import cue_words, quote_examples, usual_words
from indexer.attribution.gold import AnalysedGold, analyse_gold, read_gold
from indexer.attribution.learning import perceptron
from indexer.attribution.model import TAGGER_FILE, WEIGHTS_FILE, Model, dump_weights
from indexer.attribution.tagger.examples import TaggerExample, tagger_example
from indexer.attribution.tagger.features import describe
from indexer.attribution.tagger.learning import learn
from indexer.attribution.tagger.network import Floats, Network, Parameters, save_network
from indexer.attribution.tagger.tagging import Tagger
from indexer.attribution.tagger.vocabulary import FIRST_WORD, Vocabulary
from indexer.attribution.tagger.word_vectors import choose_words, count_words, word_vectors

EPOCHS = 10
_MOST_TEXTS = 12_000  # of a folder, evenly spread


@dataclass(frozen=True, slots=True)
class _Course:
    """What the taggers are taught with."""

    words: list[str]
    vectors: Floats
    usual: frozenset[str]
    epochs: int

    def teach(self, examples: Sequence[TaggerExample]) -> Parameters:
        """Give the parameters learnt from examples."""
        useful = [example for example in examples if example.cues]
        return learn(useful, self.vectors, FIRST_WORD, self.epochs, _print_progress)

    def tagger(self, parameters: Parameters) -> Tagger:
        """Give the tagger of some parameters."""
        return Tagger(Network(parameters), Vocabulary(self.words), self.usual)


def train(articles: Path, folders: Sequence[Path], weights: Path, network: Path, epochs: int = EPOCHS) -> None:
    """Train the tagger and the ranker of quotations' sources, and write them.

    The ranker sees each half of the articles through a tagger that learnt on the other half, because it would trust
    a tagger too much that had learnt on the same articles.
    """
    gold = read_gold(articles)
    usual = usual_words(article.text for article in gold)
    analysed = analyse_gold(gold, usual)
    own = [article.text for article in gold]
    counts, chunks, numbers = count_words(chain(_texts(folders), own))
    words = choose_words(counts, count_words(own)[0])
    course = _Course(words, word_vectors(words, counts, chunks, numbers), usual, epochs)
    examples = _examples(analysed, course)
    choices = []
    for half in (0, 1):
        tagger = course.tagger(course.teach(examples[half::2]))
        model = Model(usual, {}, tagger)
        for article in analysed[1 - half :: 2]:
            choices += quote_examples(article, model)
    dump_weights(usual, perceptron(choices, epochs=8), weights)
    save_network(network, course.teach(examples), words)


def _examples(articles: Sequence[AnalysedGold], course: _Course) -> list[TaggerExample]:
    vocabulary = Vocabulary(course.words)
    ranks = cue_words(articles, sorted(SPEECH_WORDS | BELIEF_WORDS))
    return [
        tagger_example(article, describe(article.analysis.sentences, vocabulary, course.usual), ranks)
        for article in articles
    ]


def _texts(folders: Sequence[Path]) -> Iterator[str]:
    for folder in folders:
        files = sorted(folder.rglob("*.txt"))
        for file in files[:: max(1, len(files) // _MOST_TEXTS)]:
            yield file.read_text(encoding="utf-8", errors="replace")


def _print_progress(epoch: int, loss: float) -> None:
    print(f"pass {epoch + 1}: loss {loss:.3f}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    train(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]], WEIGHTS_FILE, TAGGER_FILE)
