"""Learning the models: what is learnt, and the same again from the same articles."""

from __future__ import annotations

import json
from pathlib import Path

from indexer.attribution.model import TAGGER_FILE, WEIGHTS_FILE, Model, dump_model, load_model, score
from indexer.attribution.tagger.parameters import load_parameters
from indexer.attribution.training.choices import learn_choices
from indexer.attribution.training.gold import read_gold, same_person
from indexer.attribution.training.train import train


def test_the_right_option_becomes_the_likeliest() -> None:
    choices = [([["near", "person"], ["far", "person"], ["none"]], {0})] * 10
    weights = learn_choices(choices)
    assert score(weights, ["near", "person"]) > score(weights, ["far", "person"])
    assert score(weights, ["near", "person"]) > score(weights, ["none"])


def test_of_two_right_options_the_likelier_is_learnt() -> None:
    clear = [([["cue"], ["name"]], {0})] * 20
    open_ = [([["cue"], ["name"], ["none"]], {0, 1})] * 10
    weights = learn_choices(clear + open_)
    assert score(weights, ["cue"]) > score(weights, ["name"])


def test_strong_decay_keeps_weights_small() -> None:
    choices = [([["near"], ["far"]], {0})] * 10
    assert learn_choices(choices, decay=30)["near"] < learn_choices(choices, decay=1)["near"]


def test_what_counts_less_gives_way() -> None:
    choices = [([["name"], ["none"]], {0})] * 10 + [([["name"], ["none"]], {1})] * 10
    weights = learn_choices(choices, [1.0] * 10 + [0.5] * 10)
    assert score(weights, ["name"]) > score(weights, ["none"])
    weights = learn_choices(choices, [0.5] * 10 + [1.0] * 10)
    assert score(weights, ["name"]) < score(weights, ["none"])


def test_nothing_is_learnt_from_nothing() -> None:
    assert learn_choices([]) == {}


def test_weights_are_written_and_read_alike(tmp_path: Path) -> None:
    written = Model(frozenset({"the"}), {"w=said": 1.5}, {"w=told": 0.5}, {"near": 1.0}, load_model().tagger)
    dump_model(written, tmp_path / "one.json")
    model = load_model(tmp_path / "one.json")
    assert model.quote == {"w=said": 1.5}
    assert model.report == {"w=told": 0.5}
    assert model.person == {"near": 1.0}
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
        train(articles, [texts], None, tmp_path / f"{name}.json", tmp_path / f"{name}.npz", epochs=2)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    one, two = (load_parameters(tmp_path / f"{name}.npz") for name in ("one", "two"))
    assert one[1] == two[1]
    assert "said" in one[1]
    assert all((values == two[0][name]).all() for name, values in one[0].items())
