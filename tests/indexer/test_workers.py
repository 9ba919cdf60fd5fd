"""A file that hangs, bloats or breaks its reader costs one line in the report and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from indexer.articles import ReadingSettings
from indexer.batches import Limits, Outcome, read_one
from indexer.files import SourcePath, find_files
from indexer.workers import read_all

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
    sources = (hanging(tmp_path), *write(tmp_path, z="HARROW — After."))
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
