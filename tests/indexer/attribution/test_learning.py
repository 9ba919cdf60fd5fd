"""Learning the models: what is learnt, and the same again from the same articles."""

from __future__ import annotations

import json
from pathlib import Path

from indexer.attribution.gold import read_gold, same_person
from indexer.attribution.learning import logistic, perceptron
from indexer.attribution.model import TAGGER_FILE, WEIGHTS_FILE, dump_weights, load_model, score
from indexer.attribution.tagger.network import load_network
from indexer.attribution.train import train


def test_logistic_regression_separates() -> None:
    weights = logistic([(["a", "bias"], True), (["b", "bias"], False)] * 20)
    assert score(weights, ["a", "bias"]) > 0 > score(weights, ["b", "bias"])


def test_perceptron_ranks() -> None:
    choices = [([["near", "person"], ["far", "person"], ["none"]], {0})] * 10
    weights = perceptron(choices)
    assert score(weights, ["near", "person"]) > score(weights, ["far", "person"])


def test_weights_are_written_and_read_alike(tmp_path: Path) -> None:
    dump_weights(frozenset({"the"}), {"w=said": 1.5}, tmp_path / "one.json")
    model = load_model(tmp_path / "one.json")
    assert model.quote == {"w=said": 1.5}
    assert model.usual == {"the"}


def test_the_shipped_models_are_small_and_whole() -> None:
    model = load_model()
    assert model.usual
    assert model.quote
    assert len(model.tagger.vocabulary) > 10_000
    assert WEIGHTS_FILE.stat().st_size + TAGGER_FILE.stat().st_size < 2_000_000


def test_names_of_one_person() -> None:
    assert same_person("Steve Adler", "Adler")
    assert same_person("Mr. Steve Adler Jr.", "Steve Adler")
    assert not same_person("Steve Adler", "Mary Adler")
    assert not same_person("Steve Adler", None)


def gold_line(number: int) -> str:
    names = ("Hale", "Bell", "Finch", "Okabe")
    name = names[number % 4]
    text = f"{name} said the road was shut.\n\n“It is shut,” said {name}."
    quote = text.index("It is")
    statements = [
        {"speaker": name, "source_span": [0, len(name)], "cue_span": [len(name) + 1, len(name) + 5],
         "content_spans": [[len(name) + 6, text.index(".")]]},
        {"speaker": name, "source_span": [len(text) - 1 - len(name), len(text) - 1],
         "cue_span": [text.rindex("said"), text.rindex("said") + 4], "content_spans": [[quote, quote + 11]]},
    ]  # fmt: skip
    return json.dumps({"text": text, "statements": statements})


def test_training_gives_the_same_models_again(tmp_path: Path) -> None:
    articles = tmp_path / "gold.jsonl"
    articles.write_text("\n".join(gold_line(number) for number in range(12)) + "\n", encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("The road was shut. Nobody said why the road was shut.", encoding="utf-8")
    assert len(read_gold(articles)) == 12
    for name in ("one", "two"):
        train(articles, [texts], tmp_path / f"{name}.json", tmp_path / f"{name}.npz", epochs=2)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    one, two = (load_network(tmp_path / f"{name}.npz") for name in ("one", "two"))
    assert one[1] == two[1]
    assert "said" in one[1]
    assert all((values == two[0].parameters[name]).all() for name, values in one[0].parameters.items())
