"""Damaged files are found before they are read; the newest whole generation answers, and nothing is ever deleted."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from search.backends.whoosh.inspecting import damaged_files
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.manifest import SMALL
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.writer import WhooshWriter
from search.errors import IndexDamaged, NoIndex
from search.fields import SCHEMA_VERSION
from tests.search.backends.whoosh.archives import build, current, names, opened, total


def flip(path: Path) -> None:
    """Change one byte in the middle, in a copy, so that no linked twin changes with it."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.unlink()
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[:-1])


def places(path: Path) -> dict[str, tuple[int, int]]:
    packed = Packed.open(path)
    return {name: packed.place(name) for name in packed.names()}


def flip_column(path: Path, name: str) -> None:
    """Change a byte in the middle of a column, in a copy."""
    data = bytearray(path.read_bytes())
    data[sum(places(path)[name]) // 2] ^= 0xFF
    path.unlink()
    path.write_bytes(data)


def smallest(pattern: str) -> Callable[[Path], Path]:
    return lambda folder: min(folder.glob(pattern), key=lambda path: path.stat().st_size)


@pytest.mark.parametrize("damage", [flip, cut_short, Path.unlink], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize(
    "choose",
    [
        smallest("generation.json"),
        smallest("whoosh/*.toc"),
        smallest("shared.pack"),
        smallest("columns/*.pack"),
        smallest("ledger/generations.json"),
        smallest("files.json"),
    ],
)
def test_the_generation_before_answers(
    tmp_path: Path, choose: Callable[[Path], Path], damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    before = build(tmp_path, range(3), fresh=True)
    build(tmp_path, range(4), fresh=True)
    there = names(tmp_path)
    damage(choose(current(tmp_path)))
    assert opened(tmp_path).status() == before
    assert before.generation in caplog.text
    assert names(tmp_path) == there


def test_with_no_other_generation_the_error_names_file_and_command(tmp_path: Path) -> None:
    build(tmp_path, range(3))
    cut_short(current(tmp_path) / "shared.pack")
    for _ in range(2):
        with pytest.raises(IndexDamaged, match=r"shared\.pack has .* bytes instead of .*python -m indexer rebuild"):
            opened(tmp_path)
    assert current(tmp_path).is_dir()


@pytest.mark.parametrize("byte", [b"\xb0", b"0", b'"'])
@pytest.mark.parametrize("at", [3, 40, 300, -200])
def test_a_wrong_byte_in_the_account_is_told_in_a_sentence(tmp_path: Path, at: int, byte: bytes) -> None:
    build(tmp_path, range(2))
    account = current(tmp_path) / "generation.json"
    data = bytearray(account.read_bytes())
    data[at : at + 1 or None] = byte if data[at : at + 1] != byte else b"#"
    account.write_bytes(data)
    with pytest.raises(IndexDamaged) as told:
        opened(tmp_path)
    sentence = f"{account} is damaged: it is not what was written. Run `python -m indexer rebuild`"
    assert told.value.message.startswith(sentence)


@pytest.mark.parametrize("content", ["", "../../etc", "20200101T000000Z-aaaa", "\xff\x00"])
def test_a_garbled_current_is_not_believed(tmp_path: Path, content: str) -> None:
    build(tmp_path, range(2))
    (tmp_path / "CURRENT").write_bytes(content.encode("latin-1"))
    assert total(opened(tmp_path)) == 2
    with pytest.raises(IndexDamaged), WhooshWriter(tmp_path, fresh=False):
        pytest.fail("an update must not begin with what is damaged")
    build(tmp_path, range(5), fresh=True)
    assert total(opened(tmp_path)) == 5


def test_a_lost_current_is_not_taken_for_an_empty_archive(tmp_path: Path) -> None:
    build(tmp_path, range(2))
    (tmp_path / "CURRENT").unlink()
    assert total(opened(tmp_path)) == 2
    with pytest.raises(IndexDamaged), WhooshWriter(tmp_path, fresh=False):
        pytest.fail("an update must not begin with nothing")


class Trap:
    """Unpickled, it leaves a trace."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.trace),)


def test_a_planted_pickle_is_not_run(tmp_path: Path) -> None:
    index, trace = tmp_path / "index", tmp_path / "trace"
    build(index, range(2))
    (toc,) = (current(index) / "whoosh").glob("*.toc")
    toc.write_bytes(toc.read_bytes() + pickle.dumps(Trap(trace)))
    with pytest.raises(IndexDamaged), WhooshWriter(index, fresh=False):
        pytest.fail("an update must not begin with what is damaged")
    with pytest.raises(IndexDamaged):
        opened(index)
    assert not trace.exists()


def large_file(folder: Path) -> Path:
    return next(path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size > SMALL)


def test_large_files_are_checked_in_the_background(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = build(tmp_path, range(600), fresh=True)
    build(tmp_path, range(601), fresh=True)
    flip_column(smallest("columns/*.pack")(current(tmp_path)), "texts")
    reader = LiveReader(tmp_path, verify=True)
    assert total(reader.current()) == 601
    reader.wait_until_checked()
    assert reader.current().status() == before
    assert "its checksum differs" in caplog.text
    reader.wait_until_checked()
    assert reader.current().status() == before


def test_a_generation_is_checked_however_lately_the_one_before_was(tmp_path: Path) -> None:
    build(tmp_path, range(3), fresh=True)
    reader = LiveReader(tmp_path)
    reader.current()
    reader.check()
    build(tmp_path, range(4), fresh=True)
    reader.current()
    flip(smallest("columns/*.pack")(current(tmp_path)))
    with pytest.raises(IndexDamaged, match="its checksum differs"):
        reader.check()


def test_damage_to_a_linked_file_hits_both_generations(tmp_path: Path) -> None:
    build(tmp_path, range(600))
    build(tmp_path, [600])
    path = large_file(current(tmp_path) / "columns")
    begin, end = places(path)["texts"]
    assert end - begin > SMALL
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(b"\xff\x00\xff")
    reader = LiveReader(tmp_path, verify=True)
    for _ in range(2):
        reader.current()
        reader.wait_until_checked()
    with pytest.raises(IndexDamaged, match="python -m indexer rebuild"):
        reader.current()


@pytest.mark.parametrize("pattern", ["columns/*.pack", "shared.pack", "ledger/generations.json"])
def test_what_only_opening_shows_is_damage_to_readers_and_writers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str
) -> None:
    build(tmp_path, range(2))
    monkeypatch.setattr("search.backends.whoosh.opened.check_sizes", lambda folder, manifest: None)
    path = smallest(pattern)(current(tmp_path))
    path.write_bytes(b"7".ljust(path.stat().st_size))
    with pytest.raises(IndexDamaged, match=r"cannot be opened.*python -m indexer rebuild"):
        opened(tmp_path)
    with pytest.raises(IndexDamaged, match="cannot be opened"), WhooshWriter(tmp_path, fresh=False):
        pytest.fail("an update must not begin with what is damaged")


def test_small_columns_of_a_large_file_are_checked_before_it_is_read(tmp_path: Path) -> None:
    before = build(tmp_path, range(600), fresh=True)
    build(tmp_path, range(601), fresh=True)
    path = smallest("columns/*.pack")(current(tmp_path))
    whole = path.read_bytes()
    assert len(whole) > SMALL
    small = [name for name, (first, end) in places(path).items() if 0 < end - first <= SMALL]
    assert len(small) > 50
    for name in small[::5]:
        flip_column(path, name)
        assert opened(tmp_path).status() == before, name
        path.write_bytes(whole)
    with path.open("r+b") as file:
        file.seek(-40, os.SEEK_END)  # within the directory
        file.write(b"\xff")
    assert opened(tmp_path).status() == before


@pytest.mark.parametrize("pattern", ["columns/*.pack", "shared.pack"])
def test_the_columns_of_a_packed_file_that_are_damaged_are_named(tmp_path: Path, pattern: str) -> None:
    build(tmp_path, range(3))
    path = smallest(pattern)(current(tmp_path))
    told, whole = path.relative_to(tmp_path).as_posix(), path.read_bytes()
    assert damaged_files(tmp_path) == ()
    for name, (first, end) in places(path).items():
        if end > first:
            flip_column(path, name)
            assert damaged_files(tmp_path) == (f"{told}: {name}",)
            path.write_bytes(whole)
    cut_short(path)
    assert damaged_files(tmp_path) == (told,)
    path.unlink()
    assert damaged_files(tmp_path) == (told,)


def test_bytes_between_columns_count(tmp_path: Path) -> None:
    build(tmp_path, range(3))
    path = smallest("columns/*.pack")(current(tmp_path))
    taken = {at for first, end in places(path).values() for at in range(first, end)}
    data = bytearray(path.read_bytes())
    data[next(at for at in range(len(data)) if at not in taken)] = 1
    path.write_bytes(data)
    assert damaged_files(tmp_path) == (path.relative_to(tmp_path).as_posix(),)
    with pytest.raises(IndexDamaged, match="its checksum differs"):
        opened(tmp_path)


def test_a_merge_reads_no_damaged_segment(tmp_path: Path) -> None:
    build(tmp_path, range(600))
    flip(large_file(current(tmp_path) / "whoosh"))
    with pytest.raises(IndexDamaged, match="its checksum differs"):
        build(tmp_path, range(700, 900))
    assert not [name for name in names(tmp_path) if name.endswith(".building")]


def test_an_index_of_another_schema_is_told_from_a_damaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, range(2))
    monkeypatch.setattr("search.backends.whoosh.manifest.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    with pytest.raises(NoIndex, match="reads schema") as told:
        opened(tmp_path)
    assert not isinstance(told.value, IndexDamaged)


def test_an_index_that_disappears_under_a_reader_goes_on_answering(tmp_path: Path) -> None:
    index = tmp_path / "index"
    build(index, range(2))
    reader = LiveReader(index)
    assert total(reader.current()) == 2
    shutil.rmtree(index)
    assert total(reader.current()) == 2
    build(index, range(3))
    assert total(reader.current()) == 3
