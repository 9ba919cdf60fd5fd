"""The commands as a librarian types them: what they print, and the code that they end with."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


class Place:
    """A folder with a corpus and an index, and the commands run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.corpus, self.index = folder / "corpus", folder / "index"
        self.corpus.mkdir()

    def put(self, name: str, text: str | bytes) -> Path:
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def start(self, *words: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        pipes: Any = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([sys.executable, "-m", *words], cwd=self.folder, env=environment, text=True, **pipes)

    def run(self, *words: str) -> tuple[int, str, str]:
        with self.start(*words) as process:
            out, err = process.communicate(timeout=120)
        return process.returncode, out, err


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.put("a.txt", "HARROW — “The river is up,” said Mayor Ann Poe.")
    made.put("2024-05-14-b.txt", "HARROW — Sheriff Bo Dell said the bridge was closed.")
    return made


def test_a_folder_without_files_takes_nothing_away(place: Place) -> None:
    place.run("indexer", "rebuild", "corpus")
    (place.folder / "empty").mkdir()
    code, out, err = place.run("indexer", "rebuild", "empty")
    assert (code, out) == (6, "")
    assert err == "There are no article files in “empty”. Nothing was published.\n"
    assert place.run("search", "river")[0] == 0
    assert place.run("indexer", "rebuild", "empty", "--allow-removals")[0] == 0


def test_an_index_among_the_articles_is_none_of_them(place: Place) -> None:
    where = ("corpus", "--index", "corpus/index")
    assert place.run("indexer", "rebuild", *where)[0] == 0
    assert place.run("indexer", "update", *where) == (0, "The index is up to date.\n", "")
    assert place.run("indexer", "check", *where)[0] == 0
    code, _, err = place.run("indexer", "rebuild", "corpus", "--index", "corpus")
    assert code == 2
    assert "“corpus” cannot be the folder of the articles and of the index." in err


def test_an_index_that_is_a_file_is_refused_by_name(place: Place) -> None:
    code, _, err = place.run("indexer", "rebuild", "corpus", "--index", "corpus/a.txt")
    assert code == 2
    assert "The index is a folder, and “corpus/a.txt” is a file." in err
    assert place.run("search", "river", "--index", "corpus/a.txt") == (
        4,
        "",
        "The index is a folder, and “corpus/a.txt” is a file.\n",
    )


@pytest.mark.parametrize("name", ["generation.json", "files.json", "whoosh/_archive_1.toc"])
def test_check_names_what_is_damaged_though_the_index_cannot_be_read(place: Place, name: str) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    (path,) = place.index.glob(f"*/{name}")
    path.write_bytes(b"\0" + path.read_bytes()[1:])
    code, out, err = place.run("indexer", "check", "corpus")
    assert (code, err) == (5, "")
    assert out.splitlines() == [
        f"damaged file of the index: {path.relative_to(place.index)}",
        "It was not compared with its files: `python -m indexer rebuild` makes it anew from them.",
    ]
    code, out, _ = place.run("indexer", "check", "corpus", "--json")
    told = json.loads(out)
    assert (code, told["damaged"], told["missing"]) == (5, [str(path.relative_to(place.index))], None)


def test_rebuild_reports_and_ends_with_0(place: Place) -> None:
    code, out, err = place.run("indexer", "rebuild", "corpus")
    assert (code, err) == (0, "")
    assert "2 files: 2 read, 0 unchanged, 0 skipped" in out
    assert "1 undated" in out
    code, out, _ = place.run("search", "river", "--speaker", "ann-poe")
    assert code == 0
    assert out.startswith("1 article\n")
    assert "Ann Poe: The river is up," in out


def test_a_skipped_file_is_named_and_ends_with_1(place: Place) -> None:
    place.put("bad.txt", b"\x00\x01\x02" * 50)
    code, out, _ = place.run("indexer", "rebuild", "corpus")
    assert code == 1
    assert "1 skipped" in out
    assert "bad.txt: " in out


def test_strict_ends_with_6_and_publishes_nothing(place: Place) -> None:
    place.put("bad.txt", b"")
    code, _, err = place.run("indexer", "rebuild", "corpus", "--strict")
    assert code == 6
    assert "bad.txt" in err
    assert place.run("indexer", "status")[0] == 4


def test_without_an_index_the_message_names_the_command_and_the_code_is_4(place: Place) -> None:
    for words in (("indexer", "status"), ("indexer", "check", "corpus"), ("search", "river")):
        code, out, err = place.run(*words)
        assert (code, out) == (4, "")
        assert "python -m indexer rebuild" in err


@pytest.mark.parametrize("words", [["nosuch"], ["rebuild", "nowhere"], ["rebuild", "--jobs", "x"], ["show"]])
def test_what_cannot_be_done_ends_with_2(place: Place, words: list[str]) -> None:
    code, _, err = place.run("indexer", *words)
    assert code == 2
    assert err


def test_a_search_that_cannot_be_read_points_at_the_place(place: Place) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    code, _, err = place.run("search", "river foo:bar")
    assert code == 2
    assert err.splitlines()[-1].index("^") == 4 + len("river ")
    assert place.run("search", "river", "--from", "2017-02-31")[0] == 2


def test_update_and_check(place: Place) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    assert place.run("indexer", "check", "corpus") == (0, "The index says what its files say.\n", "")
    assert place.run("indexer", "update", "corpus") == (0, "The index is up to date.\n", "")
    place.put("a.txt", "HARROW — Nobody spoke.")
    place.put("c.txt", "HARROW — A third story.")
    (place.corpus / "2024-05-14-b.txt").unlink()
    code, out, _ = place.run("indexer", "check", "corpus")
    assert code == 5
    assert out.splitlines() == [
        "missing from the index: c.txt",
        "in the index, but gone: 2024-05-14-b.txt",
        "changed since it was indexed: a.txt",
    ]
    code, _, err = place.run("indexer", "update", "corpus")
    assert code == 6
    assert "--allow-removals" in err
    code, out, _ = place.run("indexer", "update", "corpus", "--allow-removals", "--json")
    assert code == 0
    assert json.loads(out)["report"]["removed"] == 1
    assert place.run("indexer", "check", "corpus")[0] == 0


def of_another_schema(place: Place) -> None:
    """Make the index one that another version of the program wrote."""
    (path,) = place.index.glob("*/generation.json")
    body = path.read_text().partition("\n")[2].replace('"schema_version": ', '"schema_version": 9')
    path.write_text(json.dumps({"sha256": hashlib.sha256(body.encode()).hexdigest()}) + "\n" + body)


def test_an_update_of_another_versions_index_reads_everything_again(place: Place) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    of_another_schema(place)
    assert place.run("search", "river")[0] == 4
    code, out, err = place.run("indexer", "update", "corpus")
    assert (code, err.splitlines()[0]) == (
        0,
        "This index was made by another version of the program: everything is read again.",
    )
    assert "2 files: 2 read, 0 unchanged, 0 skipped" in out
    assert place.run("search", "river")[0] == 0


def test_files_that_are_gone_are_missed_in_another_versions_index_too(place: Place) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    of_another_schema(place)
    (place.corpus / "a.txt").unlink()
    code, out, err = place.run("indexer", "update", "corpus")
    assert (code, out) == (6, "")
    assert "1 of the 2 files in the index is not there any more" in err
    assert place.run("indexer", "update", "corpus", "--allow-removals", "--quiet")[0] == 0


def test_one_file_does_not_take_the_place_of_another_versions_index(place: Place) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    of_another_schema(place)
    there = set(place.index.iterdir())
    code, out, err = place.run("indexer", "update", "corpus/a.txt", "--root", "corpus")
    assert (code, out) == (6, "")
    assert "Rebuild it from all its files first." in err
    assert set(place.index.iterdir()) == there


def test_update_makes_the_first_index_as_well(place: Place) -> None:
    assert place.run("indexer", "update", "corpus")[0] == 0
    assert place.run("indexer", "status")[0] == 0


def test_show_prints_one_object_a_line_in_the_order_of_the_files(place: Place) -> None:
    place.put("bad.txt", b"")
    code, out, _ = place.run("indexer", "show", "corpus", "--jobs", "2")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line["file"] for line in lines] == ["2024-05-14-b.txt", "a.txt", "bad.txt"]
    assert [line.get("published") for line in lines] == ["2024-05-14", None, None]
    assert lines[1]["statements"][0]["speaker"]["id"] == "ann-poe"
    assert lines[2].keys() == {"wire", "file", "error"}
    code, out, _ = place.run("indexer", "show", "--body", "corpus/a.txt")
    assert code == 0
    assert json.loads(out)["text"] == (place.corpus / "a.txt").read_text()


def test_a_second_writer_is_refused_with_the_pid_of_the_first(place: Place) -> None:
    for number in range(400):
        place.put(f"more/{number}.txt", f"HARROW — “Story {number},” said Ann Poe, a reader of the paper. " * 20)
    with place.start("indexer", "rebuild", "corpus", "--jobs", "1", "--quiet") as first:
        try:
            while not list(place.index.glob("*.building")):
                assert first.poll() is None, "the first build ended before it could be met"
                time.sleep(0.02)
            code, _, err = place.run("indexer", "rebuild", "corpus", "--quiet")
        finally:
            first.terminate()
    assert code == 3
    assert f"pid {first.pid}" in err


@pytest.mark.parametrize("seconds", [0.1, 0.6, 1.2])
def test_a_killed_rebuild_leaves_the_old_index_answering(place: Place, seconds: float) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    before = place.run("search", "river", "--json")[1]
    for number in range(300):
        place.put(f"more/{number}.txt", f"HARROW — “The river, {number},” said Ann Poe, a reader of the paper. " * 20)
    with place.start("indexer", "rebuild", "corpus", "--quiet") as build:
        while not list(place.index.glob("*.building")):
            assert build.poll() is None
            time.sleep(0.02)
        time.sleep(seconds)
        build.send_signal(signal.SIGKILL)
    after = json.loads(place.run("search", "river", "--json")[1])
    if after["index"] != json.loads(before)["index"]:
        assert after["total"] == 301, "a build that was faster than its killer is whole"
    else:
        assert after["total"] == json.loads(before)["total"]
    assert place.run("indexer", "rebuild", "corpus", "--quiet")[0] == 0
    assert json.loads(place.run("search", "river", "--json")[1])["total"] == 301
    assert not list(place.index.glob("*.building"))


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_rebuild_leaves_nothing_behind(place: Place, sent: signal.Signals) -> None:
    place.run("indexer", "rebuild", "corpus", "--quiet")
    before = sorted(path.name for path in place.index.iterdir())
    for number in range(400):
        place.put(f"more/{number}.txt", f"HARROW — “Story {number},” said Ann Poe, a reader of the paper. " * 20)
    with place.start("indexer", "rebuild", "corpus", "--jobs", "1", "--quiet") as build:
        while not list(place.index.glob("*.building")):
            assert build.poll() is None
            time.sleep(0.02)
        build.send_signal(sent)
        assert build.communicate(timeout=120) == ("", "\nStopped. Nothing was published.\n")
    assert build.returncode == 6
    assert sorted(path.name for path in place.index.iterdir()) == before
    assert place.run("indexer", "check", "corpus")[0] == 5


def test_show_explains_and_names_what_it_cannot_read(place: Place):
    place.put("empty.txt", " ")

    code, out, _ = place.run("indexer", "show", "--explain", "corpus")

    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line.get("error") for line in lines] == [None, None, "empty"]
    assert lines[0]["explain"]["dated"] == "path is the best evidence"


def test_a_hasty_build_reads_the_same_files(place: Place):
    place.put("c.html", "<html><body><h1>Ferry stops</h1>" + "<p>The ferry stopped for fog on Monday.</p>" * 4)

    code, out, _ = place.run("indexer", "rebuild", "--fast", "--json", "--index", "index", "corpus")

    assert code == 0
    assert json.loads(out)["articles"] == 3


def test_a_bad_table_of_overrides_is_a_fault_of_usage(place: Place):
    place.put("overrides.toml", "['a.txt']\ncolour = 'red'\n")

    code, _, err = place.run("indexer", "rebuild", "--index", "index", "corpus")

    assert code == 2
    assert "“a.txt” has “colour”" in err
