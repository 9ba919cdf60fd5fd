"""A file that hangs, bloats or breaks its reader costs one line in the report and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from indexer.batches import read_file, read_one
from indexer.files import SourcePath, find_files
from indexer.outcomes import Limits, Outcome, ReadingSettings
from indexer.parsing.registry import find_parts
from indexer.workers import read_all
from search.builds import SkippedPart

SETTINGS = ReadingSettings()


def write(folder: Path, **files: str | bytes) -> tuple[SourcePath, ...]:
    for name, content in files.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return find_files([folder])


def hanging(folder: Path, name: str = "hang.txt") -> SourcePath:
    """A file that can be opened and never ends: nobody writes to this pipe."""
    os.mkfifo(folder / name)
    return SourcePath(folder, name, folder / name)


def mailbox(count: int) -> bytes:
    """A file of many articles."""
    return b"".join(
        b"From a@x.example Thu Jun  6 09:00:00 2024\nMessage-ID: <%d@x>\nSubject: Story %d\n\n"
        b"HARROW - Story %d is told.\n\n" % (number, number, number)
        for number in range(count)
    )


def by_name(outcomes: list[Outcome]) -> dict[str, Outcome]:
    return {outcome.source.path: outcome for outcome in outcomes}


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_file_has_one_outcome(tmp_path: Path, jobs: int) -> None:
    sources = write(tmp_path, **{f"story{number}": f"HARROW — Story {number} was told." for number in range(7)})
    outcomes = by_name(list(read_all(sources, SETTINGS, Limits(), jobs)))
    assert outcomes.keys() == {source.path for source in sources}
    assert all(outcome.error is None and len(outcome.articles) == 1 for outcome in outcomes.values())


def test_no_files_no_outcomes() -> None:
    assert list(read_all((), SETTINGS, Limits(), 2)) == []


def test_a_file_that_hangs_is_stopped_and_named_and_the_others_are_read(tmp_path: Path) -> None:
    sources = (*write(tmp_path, a="HARROW — One.", b="HARROW — Two."), hanging(tmp_path))
    outcomes = by_name(list(read_all(sources, SETTINGS, Limits(seconds=5.0), 1)))
    assert "took longer than 5 seconds" in (outcomes["hang.txt"].error or "")
    assert outcomes["a.txt"].error is None
    assert outcomes["b.txt"].error is None


def test_a_reader_that_is_killed_is_replaced(tmp_path: Path) -> None:
    after = write(tmp_path, z="HARROW — After.")
    sources = (hanging(tmp_path), *after)
    victims = set(multiprocessing.active_children())

    def kill() -> None:
        while not (found := set(multiprocessing.active_children()) - victims):
            time.sleep(0.05)
        time.sleep(0.5)
        os.kill(found.pop().pid or 0, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    outcomes = by_name(list(read_all(sources, SETTINGS, Limits(seconds=60.0), 1)))
    killer.join()
    assert "SIGKILL" in (outcomes["hang.txt"].error or "")
    assert outcomes["z.txt"].error is None


def test_a_file_over_the_size_limit_is_skipped_with_its_reason(tmp_path: Path) -> None:
    (source,) = write(tmp_path, big="x" * 5000)
    outcome = read_one(source, SETTINGS, Limits(file_bytes=4999))
    assert "larger than" in (outcome.error or "")


@pytest.mark.parametrize("content", [b"", b"   \n", b"\x00\x01\x02\x03" * 99, b"\x89PNG\r\n\x1a\n" + bytes(99)])
def test_what_is_no_article_is_skipped_with_a_reason(tmp_path: Path, content: bytes) -> None:
    (source,) = write(tmp_path, odd=content)
    outcome = read_one(source, SETTINGS, Limits())
    assert outcome.error
    assert outcome.articles == ()


def test_a_file_that_vanished_is_skipped(tmp_path: Path) -> None:
    (source,) = write(tmp_path, gone="HARROW — Gone.")
    source.absolute.unlink()
    assert "cannot be read" in (read_one(source, SETTINGS, Limits()).error or "")


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_articles_of_one_file_come_in_batches_and_the_last_says_so(tmp_path: Path, jobs: int) -> None:
    (tmp_path / "all.mbox").write_bytes(mailbox(120))
    write(tmp_path, story="HARROW — One.")
    outcomes = list(read_all(find_files([tmp_path]), SETTINGS, Limits(), jobs))
    batches = [outcome for outcome in outcomes if outcome.source.path == "all.mbox"]
    assert [len(outcome.articles) for outcome in batches] == [50, 50, 20]
    assert [outcome.last for outcome in batches] == [False, False, True]
    assert {outcome.digest for outcome in batches} == {batches[0].digest}
    assert [article.part for outcome in batches for article in outcome.articles] == [f"{n}@x" for n in range(120)]


def test_batches_put_together_are_the_whole_file(tmp_path: Path) -> None:
    (tmp_path / "all.mbox").write_bytes(mailbox(120))
    (source,) = find_files([tmp_path])
    whole = read_one(source, SETTINGS, Limits())
    assert whole.last
    assert len(whole.articles) == 120


def test_the_same_article_twice_in_a_file_is_one(tmp_path: Path) -> None:
    (tmp_path / "all.mbox").write_bytes(mailbox(3) + mailbox(3))
    (source,) = find_files([tmp_path])
    assert len(read_one(source, SETTINGS, Limits()).articles) == 3


def test_what_was_handed_over_before_a_file_broke_its_reader_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "all.mbox").write_bytes(mailbox(60))
    (source,) = find_files([tmp_path])
    monkeypatch.setattr("indexer.articles.find_parts", breaking_after(55))
    *_, last = outcomes = list(read_file(source, SETTINGS, Limits()))
    assert sum(len(outcome.articles) for outcome in outcomes) == 55
    assert last.error is None
    assert last.parts == (SkippedPart("all.mbox", "the rest", "needs more memory than a file may take"),)


def breaking_after(count: int) -> Callable[..., Iterator[object]]:
    def find(path: str, data: bytes, outlets: frozenset[str]) -> Iterator[object]:
        yield from islice(find_parts(path, data, outlets), count)
        raise MemoryError

    return find


def test_a_reader_killed_in_the_middle_loses_only_the_rest(tmp_path: Path) -> None:
    (tmp_path / "all.mbox").write_bytes(mailbox(4000))
    outcomes = []
    reading = read_all(find_files([tmp_path]), SETTINGS, Limits(), 1)
    for outcome in reading:
        outcomes.append(outcome)
        for child in multiprocessing.active_children():
            child.kill()
    assert all(outcome.error is None for outcome in outcomes)
    assert 50 <= sum(len(outcome.articles) for outcome in outcomes) < 4000
    (lost,) = outcomes[-1].parts
    assert (lost.path, lost.part) == ("all.mbox", "the rest")
    assert "SIGKILL" in lost.reason
    assert outcomes[-1].digest == ""


def test_parts_that_nobody_looks_for_are_counted_and_others_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("story.txt", "HARROW — One.")
        archive.writestr("empty.txt", "")
        for number in range(4):
            archive.writestr(f"__MACOSX/._{number}", "x")
    (source,) = find_files([tmp_path])
    assert read_one(source, SETTINGS, Limits()).parts == (
        SkippedPart("all.zip", "empty.txt", "empty"),
        SkippedPart("all.zip", None, "a system's own file", 4),
    )


def test_only_a_thousand_parts_of_a_file_are_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for number in range(1200):
            archive.writestr(f"{number}.txt", "")
        archive.writestr("story.txt", "HARROW — One.")
    (source,) = find_files([tmp_path])
    parts = read_one(source, SETTINGS, Limits()).parts
    assert len(parts) == 1001
    assert parts[-1] == SkippedPart("all.zip", "others", "empty", 200)


def test_an_interrupt_while_readers_are_made_ready_does_not_reach_them(tmp_path: Path) -> None:
    write(tmp_path, story="HARROW — One.")
    program = (
        "import signal, sys; from pathlib import Path; from multiprocessing.forkserver import _forkserver\n"
        "signal.signal(signal.SIGINT, lambda *_: None)\n"
        "from indexer.forking import prepare_readers\n"
        "prepare_readers(); first = _forkserver._forkserver_pid; print('loading', flush=True); sys.stdin.readline()\n"
        "from indexer.files import find_files; from indexer.outcomes import Limits, ReadingSettings\n"
        "from indexer.workers import read_all\n"
        "print([one.error for one in read_all(find_files([Path(sys.argv[1])]), ReadingSettings(), Limits(), 1)])\n"
        "print(_forkserver._forkserver_pid == first)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "loading\n"
    os.killpg(process.pid, signal.SIGINT)
    told, errors = process.communicate("go on\n", timeout=120)
    assert told == "[None]\nTrue\n"
    assert "Traceback" not in errors


INTERRUPTED = """
import multiprocessing.forkserver, os, signal, sys
from pathlib import Path

from indexer.files import find_files
from indexer.outcomes import Limits, ReadingSettings
from indexer.workers import read_all

begin = multiprocessing.forkserver.connect_to_new_process

def interrupted(files):
    found = begin(files)  # the reader waits to be told what it is
    os.kill(os.getpid(), signal.SIGINT)
    return found

multiprocessing.forkserver.connect_to_new_process = interrupted
try:
    list(read_all(find_files([Path(sys.argv[1])]), ReadingSettings(), Limits(), 1))
except KeyboardInterrupt:
    print("interrupted")
"""


def test_an_interrupt_while_a_reader_begins_makes_no_noise(tmp_path: Path) -> None:
    write(tmp_path, one="ELLERY — “The levee held,” said Ann Poe.")
    command = [sys.executable, "-c", INTERRUPTED, str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.stdout, ended.stderr) == ("interrupted\n", "")
