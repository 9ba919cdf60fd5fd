"""Generations follow each other: built beside, switched in one step, linked, swept."""

from __future__ import annotations

import gc
import os
import shutil
import stat
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from search.backends.whoosh.generations import IndexFolder
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.manifest import files_below, read_manifest, sum_file
from search.backends.whoosh.opened import read_generation
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport
from search.errors import NoIndex
from search.query.leaves import Phrase, Prefix, Word
from search.query.nodes import Everything
from tests.search.backends.whoosh.archives import build, current, names, opened, stories, total


def test_without_an_index_the_error_names_the_command(tmp_path: Path) -> None:
    for index in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NoIndex, match="python -m indexer rebuild"):
            opened(index)


def test_the_folder_is_its_owners_alone(tmp_path: Path) -> None:
    index = tmp_path / "index"
    index.mkdir(mode=0o755)
    build(index, range(2))
    for folder in (index, current(index)):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_generation_before_is_kept_and_older_ones_are_swept(tmp_path: Path) -> None:
    made = [build(tmp_path, range(number), fresh=True).generation for number in (1, 2, 3, 4)]
    assert names(tmp_path) == set(made[-2:])
    assert current(tmp_path).name == made[-1]
    assert made == sorted(made)


def test_a_build_is_not_seen_until_it_is_published(tmp_path: Path) -> None:
    build(tmp_path, range(2))
    reader = LiveReader(tmp_path)
    with WhooshWriter(tmp_path, fresh=False) as writer:
        writer.add(stories([7])[0])
        assert total(reader.current()) == total(opened(tmp_path)) == 2
        writer.publish(BuildReport(), "digest")
    assert total(reader.current()) == total(opened(tmp_path)) == 3


def test_a_reader_follows_without_a_restart_and_keeps_what_it_has_open(tmp_path: Path) -> None:
    reader = LiveReader(tmp_path)
    with pytest.raises(NoIndex):
        reader.current()
    build(tmp_path, range(2))
    first = reader.current()
    assert reader.current() is first
    for number in (3, 4, 5):
        build(tmp_path, range(number), fresh=True)
    assert total(reader.current()) == 5
    assert total(first) == 2
    hits = first.search(Word("story1"), "articles", "relevance", 0, 10).hits
    assert [hit.headline[0].text for hit in hits] == ["Story 1"]


def test_a_generation_that_was_frozen_goes_with_its_searcher(tmp_path: Path) -> None:
    """The server exempts from collections what it opens first: in a circle, that would stay for good."""

    def held() -> Counter[str]:
        kinds = (type(one) for one in gc.get_objects())
        return Counter(kind.__name__ for kind in kinds if "search.backends.whoosh" in str(kind.__module__))

    build(tmp_path, range(3))
    gc.disable()
    try:
        gc.collect()
        before = held()
        reader = LiveReader(tmp_path)
        reader.current()
        gc.freeze()
        for query in (Word("number"), Prefix("num"), Phrase((Word("the"), Word("river")))):
            assert reader.current().search(query, "articles", "relevance", 0, 10).total == 3
        del reader
        gc.collect()
        gc.unfreeze()
        assert held() == before
    finally:
        gc.unfreeze()
        gc.enable()


def test_an_update_links_what_it_does_not_change(tmp_path: Path) -> None:
    build(tmp_path, range(40))
    before = current(tmp_path)
    build(tmp_path, [40])
    after = current(tmp_path)
    kept = read_manifest(before).segments[0]
    linked = [name for name in files_below(after) if kept in name]
    assert {name.partition(".")[2] for name in linked} == {"pack", "pst", "trm", "_stored.col"}
    for name in linked:
        assert os.path.samefile(before / name, after / name)
    for name, known in read_manifest(after).files.items():
        assert sum_file(after / name) == known


def test_segments_stay_few_under_many_updates(tmp_path: Path) -> None:
    for number in range(12):
        build(tmp_path, [number])
    assert len(read_manifest(current(tmp_path)).segments) <= 4
    assert total(opened(tmp_path)) == 12


def test_a_hollow_segment_is_written_anew(tmp_path: Path) -> None:
    build(tmp_path, range(20))
    with WhooshWriter(tmp_path, fresh=False) as writer:
        for story in stories(range(15)):
            writer.remove(story.id)
        writer.publish(BuildReport(), "digest")
    assert not any(read_manifest(current(tmp_path)).dead.values())
    assert total(opened(tmp_path)) == 5


def test_every_file_of_a_generation_is_in_its_manifest(tmp_path: Path) -> None:
    build(tmp_path, range(3))
    folder = current(tmp_path)
    manifest = read_manifest(folder)
    assert set(manifest.files) == set(files_below(folder))
    assert manifest.status.size == sum(known.size for known in manifest.files.values())
    assert opened(tmp_path).status() == manifest.status


def test_what_is_served_needs_nothing_of_whooshs_and_so_no_pickle(tmp_path: Path) -> None:
    build(tmp_path, range(3))
    folder = current(tmp_path)
    manifest = read_manifest(folder)
    shutil.rmtree(folder / "whoosh")
    program = "import sys, search.backends.whoosh.live; sys.exit('whoosh' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
    assert read_generation(folder, manifest).search(Word("story1"), "articles", "relevance", 0, 10).total == 1


def test_readers_during_swaps_see_one_generation_each(tmp_path: Path) -> None:
    """Story n is in generation n alone: whoever sees story n and another number of articles has seen two at once."""
    build(tmp_path, range(1))
    reader = LiveReader(tmp_path)
    stop, wrong = threading.Event(), []

    def ask() -> None:
        while not stop.is_set():
            searcher = reader.current()
            matches = searcher.search(Everything(), "articles", "newest", 0, 10)
            found = searcher.count(Word("levee"), "articles")
            if not matches.total == len(matches.hits) == found == searcher.status().articles:
                wrong.append((matches.total, found))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(2, 6):
        build(tmp_path, range(number), fresh=number % 2 == 0)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert total(reader.current()) == 5


def test_only_what_writers_left_behind_is_swept(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path / "index")
    folder.make()
    for name in ("20260114T101500Z-9c1e.building", "our-new.building"):
        (folder.path / name).mkdir()
    (folder.path / "CURRENT.building").touch()
    folder.sweep()
    assert [path.name for path in folder.path.iterdir()] == ["our-new.building"]
