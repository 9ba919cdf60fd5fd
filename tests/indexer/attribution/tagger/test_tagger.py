"""The tagger: what it sees, its two stages, the gradients that it learns by, and how its marks are read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from indexer.attribution.entities.analysis import analyse
from indexer.attribution.model import load_model
from indexer.attribution.tagger.decoding import cue_places, decode, window_about
from indexer.attribution.tagger.features import MENTION_ROWS, SHAPE_ROWS, Describer
from indexer.attribution.tagger.network import Network, normalised
from indexer.attribution.tagger.parameters import TABLES, Parameters, load_parameters, save_network, shapes, stack
from indexer.attribution.tagger.vocabulary import (
    FIRST_WORD,
    PARAGRAPH,
    PERSON,
    QUOTATION,
    SENTENCE,
    SUFFIXES,
    UNKNOWN,
    Vocabulary,
)
from indexer.attribution.tagger.windows import CONTENT, SOURCE, Window
from indexer.attribution.text.parts import Sentence
from indexer.attribution.training.gold import AnalysedGold, GoldArticle, GoldStatement
from indexer.attribution.training.gradients import Pass, join, neighbours
from indexer.attribution.training.tagger_examples import MASKED, NO_SOURCE, CueExample, TaggerExample, tagger_example
from indexer.attribution.training.tagger_learning import first_parameters, views
from indexer.attribution.training.word_vectors import SIZE, choose_words, count_words, word_vectors
from search.documents import Span

WORDS = 20


@pytest.fixture(name="chance")
def make_chance() -> np.random.Generator:
    return np.random.default_rng(0)


def sentences(text: str) -> list[Sentence]:
    return analyse(text, frozenset()).sentences


def some_parameters(chance: np.random.Generator) -> tuple[np.ndarray, Parameters]:
    return first_parameters(chance.normal(size=(WORDS, SIZE)).astype(np.float32), FIRST_WORD, chance)


def some_article(chance: np.random.Generator) -> TaggerExample:
    sizes = (FIRST_WORD + WORDS, SUFFIXES, MENTION_ROWS, SHAPE_ROWS)
    rows = np.stack([chance.integers(0, size, 30) for size in sizes], 1).astype(np.int64)
    cues = [
        CueExample(Window(5, 1, 12), [0, 8], 1, chance.integers(0, 2, 12).astype(np.int8)),
        CueExample(Window(20, 15, 10), [2], NO_SOURCE, chance.integers(0, 2, 10).astype(np.int8)),
    ]
    return TaggerExample(rows, chance.integers(-1, 2, 30).astype(np.int8), cues)


def test_names_are_hidden_and_numbers_are_one_word() -> None:
    vocabulary = Vocabulary(["0", "said"])
    features = Describer(vocabulary, frozenset()).describe(
        sentences("Mayor Greg Casar said 5,100 left. “It did.”\n\nHe left.")
    )
    words = features.rows[:, 0].tolist()
    assert words[0] == PARAGRAPH
    assert words[1:6] == [UNKNOWN, PERSON, PERSON, FIRST_WORD + 1, FIRST_WORD]
    assert SENTENCE in words
    assert QUOTATION in words
    assert features.offsets[0] == 1


def test_the_gradients_are_those_of_the_loss(chance: np.random.Generator) -> None:
    flat, parameters = some_parameters(chance)
    sizes = {name: values.shape for name, values in parameters.items()}
    gradient = np.zeros_like(flat)
    one = Pass(parameters, views(gradient, sizes), None)
    batch = join([some_article(chance), some_article(chance)])
    one.run(batch)
    expected = views(gradient.copy(), sizes)
    for name, values in parameters.items():
        place = np.unravel_index(np.abs(expected[name]).argmax(), values.shape)
        before = values[place]
        values[place] = before + 3e-3
        above = one.run(batch)
        values[place] = before - 3e-3
        below = one.run(batch)
        values[place] = before
        assert (above - below) / 6e-3 == pytest.approx(float(expected[name][place]), rel=0.05, abs=1e-3), name


def test_an_article_is_read_alike_in_learning_and_alone(chance: np.random.Generator) -> None:
    _, parameters = some_parameters(chance)
    article = some_article(chance)
    joined = join([article, article])
    network = Network(stack([parameters]))
    values, likelihoods = network.read(joined.rows)
    marks, without = network.look(values, joined.windows)
    assert likelihoods[:10] != pytest.approx(0)
    assert [len(found) for found in marks] == [12, 10, 12, 10]
    assert len(without) == 4
    again, _ = network.look(values, joined.windows[:1])
    assert again[0] == pytest.approx(marks[0], abs=1e-4)


def test_a_long_text_is_read_in_pieces_as_if_at_once(
    chance: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = some_article(chance)
    rows = np.concatenate([article.rows[chance.permutation(30)] for _ in range(8)])
    network = Network(stack([some_parameters(chance)[1], some_parameters(chance)[1]]))
    whole, odds = network.read(rows)
    for piece in (7, 50, 239, 240):
        monkeypatch.setattr("indexer.attribution.tagger.network.PIECE", piece)
        values, likelihoods = network.read(rows)
        assert values == pytest.approx(whole, abs=1e-4)
        assert likelihoods == pytest.approx(odds, abs=1e-4)


def test_neighbours_and_norm() -> None:
    near = neighbours(np.array([[1.0], [2.0], [3.0]], np.float32), 1)
    assert near.tolist() == [[0, 1, 2], [1, 2, 3], [2, 3, 0]]
    even, _ = normalised(np.array([[1.0, 3.0]], np.float32))
    assert even[0] == pytest.approx([-1, 1], abs=1e-3)


def test_of_several_networks_the_log_odds_are_averaged(chance: np.random.Generator) -> None:
    several = [some_parameters(chance)[1] for _ in range(3)]
    article = some_article(chance)
    windows = [cue.window for cue in article.cues]
    found = []
    for parameters in ([one] for one in several):
        network = Network(stack(parameters))
        values, likelihoods = network.read(article.rows)
        found.append((likelihoods, *network.look(values, windows)))
    together = Network(stack(several))
    values, likelihoods = together.read(article.rows)
    marks, without = together.look(values, windows)
    assert likelihoods == pytest.approx(np.mean([one[0] for one in found], axis=0), abs=1e-4)
    assert without == pytest.approx(np.mean([one[2] for one in found], axis=0), abs=1e-4)
    for number, mark in enumerate(marks):
        assert mark == pytest.approx(np.mean([one[1][number] for one in found], axis=0), abs=1e-4)
    assert found[0][0] != pytest.approx(found[1][0], abs=1e-2)


def test_networks_are_written_and_read_alike(tmp_path: Path, chance: np.random.Generator) -> None:
    parameters = stack([some_parameters(chance)[1], some_parameters(chance)[1]])
    words = [f"w{n}" for n in range(WORDS)]
    save_network(tmp_path / "one.npz", parameters, words)
    again, read = load_parameters(tmp_path / "one.npz")
    assert read == words
    assert set(again) == set(shapes(0))
    for name, values in parameters.items():
        near = 0.02 if name in TABLES else 0.002
        assert again[name] == pytest.approx(values, abs=near), name


def test_the_surer_of_two_neighbours_is_the_cue() -> None:
    sentence = sentences("Casar has said that it was.")[0]
    assert cue_places(sentence, [-1.0, 1.0, 3.0, -1.0, -1.0, 2.0, -1.0], 0.0) == [(2, 3.0), (5, 2.0)]
    assert cue_places(sentence, [-1.0] * 7, 0.0) == []


def test_marks_are_read_as_the_likeliest_source_and_run() -> None:
    sentence = sentences("Greg Casar told Mary Hale the road was shut.")[0]
    window = window_about(sentence, 2, 1)
    marks = np.full((window.length, 4), -1.0, np.float32)
    marks[1, SOURCE], marks[4, SOURCE] = 4.0, 1.0
    marks[5:9, CONTENT] = 2.0
    tag = decode(sentence, 2, 3.0, window, 1, marks, 0.0)
    assert tag.source is sentence.mentions[0]
    assert tag.margin == 3.0
    assert tag.content == ((5, 9),)
    assert decode(sentence, 2, 3.0, window, 1, marks, 9.0).source is None


def test_an_example_has_the_annotated_cue_source_and_content() -> None:
    text = "Greg Casar has said the road was shut. The rest is not annotated."
    statement = GoldStatement((Span(20, 37),), Span(0, 10), Span(11, 19), "Greg Casar")
    gold = GoldArticle(text, (statement,), (Span(39, len(text)),))
    analysis = analyse(text, frozenset())
    features = Describer(Vocabulary([]), frozenset()).describe(analysis.sentences)
    example = tagger_example(AnalysedGold(gold, analysis), features, {"said": "a"})
    assert example.is_cue[:5].tolist() == [MASKED, 0, 0, MASKED, 1]
    assert set(example.is_cue[11:].tolist()) == {MASKED}
    (cue,) = example.cues
    assert cue.window.cue == 4
    assert (cue.sources[cue.right], cue.content.tolist()) == (1, [0, 0, 0, 0, 1, 1, 1, 1, 0])


def test_words_among_the_same_words_are_alike() -> None:
    texts = [f"the {noun} {verb} that it was shut" for noun in "abc" for verb in ("said", "added")] * 20
    texts += [f"a {noun} ran over the wide field" for noun in ("dog", "cat")] * 20
    counts, chunks, numbers = count_words(texts)
    words = choose_words(counts, counts)
    vectors = dict(zip(words, word_vectors(words, counts, chunks, numbers), strict=True))

    def alike(one: str, other: str) -> float:
        a, b = vectors[one], vectors[other]
        return float(a @ b / np.sqrt((a @ a) * (b @ b)))

    assert alike("said", "added") > 0.9 > alike("said", "dog")


def test_nothing_to_tag() -> None:
    tagger = load_model().tagger
    assert tagger.tag([], 0.0) == []
    assert tagger.tag(sentences("The road."), 20.0) == [[]]
