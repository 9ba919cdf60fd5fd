"""The search command on the terminal, beside what tests/indexer/test_cli.py shows on a real index."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from search.cli import main, page_lines, to_words
from search.deadline import time_limit
from search.query.request import SearchRequest
from tests.builders import article, request, speaker
from tests.search.test_service import DATED, MONTHLY, RAIDS, serve


def test_a_page_on_the_terminal() -> None:
    lines = page_lines(serve(RAIDS, DATED, MONTHLY).page(request("raids", speakers=("steve-adler",))))
    assert lines[0] == "1 article"
    assert lines[1] == "Steve Adler [steve-adler]: Mayor (2017-02-10, 2)"
    assert lines[3] == f"undated  An open letter  [KXAN]  /article/{RAIDS.id}"
    assert lines[4] == "    Steve Adler: The raids make us less safe,"


@pytest.mark.parametrize(
    ("names", "lead"),
    [
        (("Carl Bell", "Ann Moss"), "Carl Bell and Ann Moss"),
        (("Carl Bell", "Ann Moss", "Tom Roy"), "Carl Bell, Ann Moss and Tom Roy"),
        (("Carl Bell",), "Carl Bell and others"),
        (("Carl Bell", "Carl Bell"), "Carl Bell"),
    ],
)
def test_everyone_who_says_it_stands_before_the_words(names: tuple[str, ...], lead: str) -> None:
    joint = article("The levee will hold.", says=[(tuple(map(speaker, names)), "The levee will hold.")])
    lines = page_lines(serve(joint).page(request(collection="statements")))
    assert lines[-1] == f"    {lead}: The levee will hold."


def test_nothing_found_names_what_would_find_something() -> None:
    lines = page_lines(serve(RAIDS, DATED).page(request("raids", speakers=("nobody",))))
    assert lines[0] == "0 articles"
    assert "Or: raids (2 articles)" in lines


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (request(), ""),
        (request("water bond"), "'water bond'"),
        (request("bond", collection="statements", per_page=25), "bond --in statements --per-page 25"),
        (
            request(speakers=("ann-poe", "bo-dell"), role="city clerk"),
            "--speaker ann-poe --speaker bo-dell --role 'city clerk'",
        ),
    ],
    ids=str,
)
def test_a_search_is_written_as_it_is_typed(asked: SearchRequest, words: str) -> None:
    assert to_words(asked) == words


def test_a_misspelled_word_is_answered_with_what_was_perhaps_meant() -> None:
    lines = page_lines(serve(RAIDS, DATED).page(request("riads", speakers=("steve-adlar",))))
    assert lines[1] == "Did you mean: raids --speaker steve-adler (1)"


def test_a_search_that_was_stopped_says_that_it_is_partial() -> None:
    service = serve(RAIDS, DATED)
    with time_limit(0):
        lines = page_lines(service.page(request("raids")))
    assert lines[0] == "at least 0 articles"
    assert "Partial" in lines[1]


def test_a_page_past_the_last_is_said_to_be() -> None:
    lines = page_lines(serve(RAIDS, DATED).page(request("raids", page=7)))
    assert lines == ["2 articles", "There is no page 7: page 1 is the last."]


def test_a_wrong_value_names_the_option_as_it_is_typed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["search", "raids", "--per-page", "many"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("--per-page: ")


@pytest.mark.parametrize(
    ("words", "setting", "code"),
    [
        (["--help"], {}, 0),
        (["--nosuch"], {}, 2),
        (["x"], {"ONTHERECORD_PORT": "x"}, 2),
        (["x"], {"ONTHERECORD_TIME_LIMIT": "0"}, 2),
        (["x"], {}, 4),
    ],
)
def test_exit_codes(tmp_path: Path, words: list[str], setting: dict[str, str], code: int) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **setting}
    command = [sys.executable, "-m", "search", *words]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert (done.stdout if code == 0 else done.stderr) != ""
    assert "Traceback" not in done.stderr
