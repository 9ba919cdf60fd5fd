"""Why an article was read as it was, beside its wire form."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indexer.articles import finish_articles, read_articles
from indexer.explaining import explain_file, explanation
from indexer.files import SourcePath
from indexer.outcomes import Limits, ReadingSettings
from indexer.outlets import load_outlets
from indexer.overrides import load_overrides
from indexer.parsing.effort import is_fast, reading
from indexer.parsing.parsed import LeftOut
from search.backends.memory import MemoryIndex
from search.builds import BuildReport
from search.wire import article_to_wire
from tests.builders import speaker, statement

STORY = """Bridge shut until spring
By Paula Quist
Published: May 14, 2024
Updated: May 20, 2024

HARROW — “The river is up,” said Mayor Ann Poe. She said the ferry would run until the first of June.

Copyright 2024
Load-Date: June 1, 2024
"""
PAGE = (
    "<html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1>{}"
    "<aside><p>Every Friday the paper tells in one letter what the council and the river did.</p></aside></article>"
)


def explain(folder: Path, name: str, text: str, fast: bool = False) -> list[dict[str, Any]]:
    (folder / name).write_text(text, encoding="utf-8")
    settings = ReadingSettings(load_outlets([folder]), load_overrides([folder]), fast=fast)
    lines = list(explain_file(SourcePath(folder, name, folder / name), settings, Limits()))
    assert json.loads(json.dumps(lines)) == lines
    return lines


def test_the_wire_form_is_as_ever(tmp_path: Path):
    (line,) = explain(tmp_path, "2024-05-14-bridge.txt", STORY)

    source = SourcePath(tmp_path, "2024-05-14-bridge.txt", tmp_path / "2024-05-14-bridge.txt")
    (article,) = read_articles(source, STORY.encode(), ReadingSettings())
    assert line == article_to_wire(article) | {"explain": line["explain"]}


def test_dates_from_the_best_down_and_why_one_won(tmp_path: Path):
    (line,) = explain(tmp_path, "2024-05-14-bridge.txt", STORY)
    told = line["explain"]

    assert [(date["rank"], date["evidence"], date["note"]) for date in told["dates"]] == [
        (1, "label", "won"),
        (2, "path", ""),
        (None, "label", "a day of change"),
        (None, "label", "a day before which it was published"),
    ]
    assert told["dated"] == "label is the best evidence; path agrees"


def test_a_date_that_is_none(tmp_path: Path):
    (line,) = explain(tmp_path, "a.txt", STORY.replace("May 14, 2024", "May 14, 2094"))

    assert line["published"] is None
    assert line["explain"]["dated"] == "nothing says when it was published"
    assert ("May 14, 2094", "not a day on which it can have been published") in [
        (date["text"], date["note"]) for date in line["explain"]["dates"]
    ]


def test_lines_left_out_and_why_each_speaker(tmp_path: Path):
    (line,) = explain(tmp_path, "a.txt", STORY)
    told = line["explain"]

    assert {"text": "Copyright 2024", "reason": "trailer"} in told["dropped"]
    assert [speaker["statement"] for speaker in told["speakers"]] == [said["id"] for said in line["statements"]]
    assert any("Mayor Ann Poe" in speaker["why"] for speaker in told["speakers"])


@pytest.mark.parametrize(("fast", "readings"), [(False, "usual rules and strict rules"), (True, "first rule")])
def test_on_whose_word_a_pages_text_is(tmp_path: Path, fast: bool, readings: str):
    said = "<p>The council met for the {}th time and spoke of the bridge, long into the night.</p>"
    paragraphs = "".join(said.format(number) for number in range(4, 8))

    (line,) = explain(tmp_path, "a.html", PAGE.format(paragraphs), fast)

    assert f"trafilatura finds ({readings})" in line["explain"]["text_from"]
    assert not is_fast()


def test_what_the_archive_overrides(tmp_path: Path):
    (tmp_path / "overrides.toml").write_text('["a.txt"]\ndate = 1926\noutlet = "The Ellery Ledger"\n', encoding="utf-8")

    (line,) = explain(tmp_path, "a.txt", STORY)

    assert line["explain"]["overridden"] == {"date": "1926", "outlet": "The Ellery Ledger"}
    assert line["explain"]["dates"][0]["evidence"] == "override"


def test_a_file_that_cannot_be_read(tmp_path: Path):
    assert explain(tmp_path, "a.txt", " ") == [{"wire": 1, "file": "a.txt", "error": "empty"}]


def test_haste_lasts_as_long_as_it_is_asked_for():
    with reading(fast=True):
        assert is_fast()
        with reading(fast=False):
            assert not is_fast()
        assert is_fast()
    assert not is_fast()


def test_each_statement_says_by_which_rule_it_has_its_speaker_and_who_that_is_in_the_archive(tmp_path: Path):
    text = (
        "AUSTIN (KXAN) — “It fell,” said Police Chief Brian Manley. “We did well,” he said. Manley said they knew.\n\n"
        "The chief said he agreed. The Capital Area Water Board (CAWB) said that it knew. CAWB said no more was needed."
    )
    (line,) = explain(tmp_path, "2017-02-10.txt", text)
    rules = [row["why"].rpartition("; ")[2] for row in line["explain"]["speakers"]]
    assert rules == [
        "named here",
        "he or she, and nobody else fits",
        "last name of the same person",
        "by the role",
        "named here",
        "by its initials",
    ]
    assert line["explain"]["archive_speakers"] == []
    assert {row["archive"] for row in line["explain"]["speakers"]} == {None}

    source = SourcePath(tmp_path, "2017-02-10.txt", tmp_path / "2017-02-10.txt")
    index = MemoryIndex()
    with index.writer() as writer:
        for article in read_articles(source, text.encode(), ReadingSettings()):
            writer.add(article)
        writer.publish(BuildReport(), "")
    (line,) = explain_file(source, ReadingSettings(), Limits(), index.searcher)
    first = line["explain"]["speakers"][0]
    assert first["archive"] == {"speaker": "brian-manley", "speakers": ["brian-manley"], "why": "the name"}
    assert {
        "id": "brian-manley",
        "name": "Brian Manley",
        "names": ["Brian Manley"],
        "roles": [{"role": "Police Chief", "first": "2017-02-10", "last": "2017-02-10", "count": 1}],
    } in line["explain"]["archive_speakers"]


def test_everyone_of_a_statement_that_several_make_is_told(tmp_path: Path):
    source = SourcePath(tmp_path, "a.txt", tmp_path / "a.txt")
    (made,) = finish_articles(source, STORY.encode(), ReadingSettings())
    assert not isinstance(made, LeftOut)
    several = (speaker("Carl Bell", "Sen."), speaker("Ann Moss"))
    joint = statement(made.article, several, "The river is up,")
    made = replace(made, article=replace(made.article, statements=(joint,)))
    index = MemoryIndex()
    with index.writer() as writer:
        writer.add(made.article)
        writer.publish(BuildReport(), "")

    told = explanation(made, index.searcher)

    ids = {"speaker": None, "speakers": ["carl-bell", "ann-moss"]}
    assert told["speakers"] == [
        {
            "statement": joint.id,
            **ids,
            "attribution": "sure",
            "why": joint.why,
            "archive": {**ids, "why": "the name"},
        }
    ]
    assert [entry["id"] for entry in told["archive_speakers"]] == ["ann-moss", "carl-bell"]
