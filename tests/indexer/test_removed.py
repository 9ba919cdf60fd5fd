"""What the archive's list takes out is in no index, however it is built; and comes back when it is off the list."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from indexer.cli import cli
from indexer.removed import load_removed
from search.backends.opening import open_reader
from search.errors import Gone, NotFound
from search.ids import article_id
from search.service import SearchService
from search.settings import Settings

STORY = "Date: May 1{number}, 2024\n\nBridge shut, part {number}\n\nThe council shut the bridge a {number}th time.\n"
FIRST, SECOND = article_id("1.txt"), article_id("2.txt")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"{number}.txt").write_text(STORY.format(number=number), encoding="utf-8")
    return folder


def run(command: str, corpus: Path) -> dict[str, Any]:
    index = corpus.parent / "index"
    done = CliRunner().invoke(cli, [command, str(corpus), "--index", str(index), "--json", "--jobs", "1"])
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def service(corpus: Path) -> SearchService:
    return SearchService(
        open_reader(Settings.from_environment({"ONTHERECORD_INDEX": str(corpus.parent / "index")})).current
    )


@pytest.mark.parametrize("command", ["rebuild", "update"])
def test_what_is_on_the_list_is_taken_out_for_good(corpus: Path, command: str) -> None:
    assert run("rebuild", corpus)["articles"] == 4
    (corpus / "removed.toml").write_text(f'{FIRST} = "At the request\\n of a witness."\n', encoding="utf-8")
    status = run(command, corpus)
    assert (status["articles"], status["report"]["found"]) == (3, 4)
    assert status["report"]["taken_out"] == {FIRST: "At the request of a witness."}
    with pytest.raises(Gone, match=r"At the request of a witness\."):
        service(corpus).article(FIRST)
    with pytest.raises(Gone):
        service(corpus).statement(f"{FIRST}-aaaaaaaa")
    with pytest.raises(NotFound):
        service(corpus).article("aaaaaaaaaaaaa")
    assert service(corpus).article(SECOND).headline.startswith("Bridge shut")
    (corpus / "1.txt").write_text(STORY.format(number=1) + "More.\n", encoding="utf-8")
    assert run("update", corpus)["articles"] == 3


def test_an_update_with_the_same_list_changes_nothing(corpus: Path) -> None:
    (corpus / "removed.toml").write_text(f'{FIRST} = ""\n', encoding="utf-8")
    before = run("rebuild", corpus)
    assert run("update", corpus)["generation"] == before["generation"]


def test_what_is_off_the_list_comes_back(corpus: Path) -> None:
    (corpus / "removed.toml").write_text(f'{FIRST} = ""\n{SECOND} = ""\n', encoding="utf-8")
    assert run("rebuild", corpus)["articles"] == 2
    (corpus / "removed.toml").write_text(f'{SECOND} = ""\n', encoding="utf-8")
    assert run("update", corpus)["articles"] == 3
    assert service(corpus).article(FIRST).id == FIRST


@pytest.mark.parametrize("text", ['nothing = "x"\n', f"{FIRST} = 3\n", "x = ", f'[{FIRST}]\nreason = "x"\n'])
def test_a_list_that_cannot_be_meant_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "removed.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"removed\.toml"):
        load_removed([tmp_path])
    assert load_removed([tmp_path / "elsewhere"]) == {}
