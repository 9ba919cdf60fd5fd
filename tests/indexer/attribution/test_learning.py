"""Learning the linear models: what is learnt, and the same again from the same articles."""

from __future__ import annotations

import json
from pathlib import Path

from indexer.attribution.gold import read_gold, same_person
from indexer.attribution.learning import logistic, perceptron
from indexer.attribution.model import Model, dump_model, load_model, score
from indexer.attribution.train import train


def test_logistic_regression_separates() -> None:
    weights = logistic([(["a", "bias"], True), (["b", "bias"], False)] * 20)
    assert score(weights, ["a", "bias"]) > 0 > score(weights, ["b", "bias"])


def test_perceptron_ranks() -> None:
    choices = [([["near", "person"], ["far", "person"], ["none"]], {0})] * 10
    weights = perceptron(choices)
    assert score(weights, ["near", "person"]) > score(weights, ["far", "person"])


def test_a_model_is_written_and_read_alike(tmp_path: Path) -> None:
    model = Model(usual=frozenset({"the"}), cue_words={"said": "a"}, cue={"w=said": 1.5})
    dump_model(model, tmp_path / "one.json")
    data = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert data["cue"] == {"w=said": 1.5}
    assert data["usual"] == ["the"]


def test_the_shipped_model_is_small_and_whole() -> None:
    model = load_model()
    assert all((model.usual, model.cue_words, model.cue, model.source, model.layout, model.end, model.quote))
    assert model.cue_words["said"] == "a"


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


def test_training_gives_the_same_model_again(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(gold_line(number) for number in range(12)) + "\n", encoding="utf-8")
    assert len(read_gold(path)) == 12
    for name in ("one.json", "two.json"):
        dump_model(train(path), tmp_path / name)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    model = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert model["cue"]["w=said"] > 0
