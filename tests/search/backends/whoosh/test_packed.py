"""A packed file: what is put in comes out, as views of one map; and each column's damage is told by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.backends.whoosh.packed import ALIGNED, END, Packed
from search.backends.whoosh.packing import Packing

COLUMNS: dict[str, Any] = {
    "numbers": np.arange(1000, dtype=np.uint16),
    "one": np.array([7], np.uint8),
    "none": np.empty(0, np.int64),
    "rows": np.arange(20, dtype=np.float64).reshape(4, 5),
    "no_rows": np.empty((0, 4), np.int64),
    "ids": np.array([b"abc", b"z"]),
    "turned": np.arange(12).reshape(3, 4).T,
    "flags": np.array([True, False]),
}


def pack(path: Path) -> Packed:
    packing = Packing(path)
    for name, values in COLUMNS.items():
        packing.save(name, values)
    packing.close()
    return Packed.open(path)


def test_columns_come_out_as_they_were_put_in(tmp_path: Path) -> None:
    packed = pack(tmp_path / "some.pack")
    assert [*packed.names()] == [*COLUMNS]
    for name, values in COLUMNS.items():
        found = packed.array(name)
        assert found.dtype == values.dtype
        assert found.shape == values.shape
        assert found.tolist() == values.tolist()
        assert found.ctypes.data % ALIGNED == 0 or not found.size
        assert bytes(packed.raw(name)) == np.ascontiguousarray(values).tobytes()
    assert [*packed.damaged()] == []


def test_nothing_can_be_written_through_what_is_read(tmp_path: Path) -> None:
    numbers = pack(tmp_path / "some.pack").array("numbers")
    with pytest.raises(ValueError, match="read-only"):
        numbers[0] = 1


def test_columns_stay_when_the_file_is_swept(tmp_path: Path) -> None:
    numbers = pack(tmp_path / "some.pack").array("numbers")
    (tmp_path / "some.pack").unlink()
    assert numbers.tolist() == [*range(1000)]


def test_what_is_written_can_be_read_before_the_file_ends(tmp_path: Path) -> None:
    packing = Packing(tmp_path / "some.pack")
    packing.save("first", np.arange(5))
    packing.save_json("table", {"a": ["é", None]})
    written = packing.so_far()
    packing.save("second", np.arange(7))
    packing.close()
    assert written.array("first").tolist() == [*range(5)]
    assert written.json("table") == {"a": ["é", None]}
    with pytest.raises(KeyError):
        written.array("second")
    assert Packed.open(packing.path).array("second").tolist() == [*range(7)]


def test_columns_that_grow_side_by_side_wait_and_leave_nothing_behind(tmp_path: Path) -> None:
    packing = Packing(tmp_path / "some.pack")
    numbers, rows = packing.growing("numbers", np.dtype(np.uint16)), packing.growing("rows", np.dtype(np.uint8), 5)
    raw = packing.growing("raw", np.dtype(np.uint8))
    for first in range(0, 1000, 100):
        numbers.add(np.arange(first, first + 100))
        rows.add(np.arange(10))
        raw.add_bytes(b"abc")
    for column in (rows, numbers, raw):
        column.close()
    packing.close()
    assert [path.name for path in tmp_path.iterdir()] == ["some.pack"]
    packed = Packed.open(packing.path)
    assert [*packed.names()] == ["rows", "numbers", "raw"]
    assert packed.array("rows").shape == (20, 5)
    assert bytes(packed.raw("raw")) == b"abc" * 10
    piecewise = packed.written("numbers")
    assert len(piecewise) == 1000
    assert piecewise[250:260].tolist() == packed.array("numbers")[250:260].tolist() == [*range(250, 260)]
    assert piecewise[1000:1000].size == 0


@given(strings=st.lists(st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_strings_come_out_by_number(strings: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    packing = Packing(tmp_path_factory.mktemp("strings") / "some.pack")
    packing.save_strings("words", strings)
    packing.close()
    assert Packed.open(packing.path).strings("words").all_raw() == strings


def test_whatever_byte_is_wrong_its_column_is_named_or_the_directory_is_refused(tmp_path: Path) -> None:
    pack(tmp_path / "some.pack")
    whole = (tmp_path / "some.pack").read_bytes()
    length, _, _ = END.unpack(whole[-END.size :])
    ends = len(whole) - END.size - length
    packed = Packed.open(tmp_path / "some.pack")
    owner = {at: name for name in packed.names() for at in range(*packed.place(name))}
    assert {owner.get(at) for at in range(ends)} == {*COLUMNS, None} - {"none", "no_rows"}
    broken = tmp_path / "broken.pack"
    for at in [*range(0, ends, 7), *range(ends, len(whole))]:
        data = bytearray(whole)
        data[at] ^= 0x10
        broken.write_bytes(data)
        if at < ends:
            assert [*Packed.open(broken).damaged()] == ([owner[at]] if at in owner else [])
        else:
            with pytest.raises(ValueError, match="has no directory"):
                Packed.open(broken)


@pytest.mark.parametrize("content", [b"\0", b"OTRC", b"x" * 12, b"\xff" * 200, b"\0" * 200])
def test_what_is_no_packed_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "some.pack").write_bytes(content)
    with pytest.raises(ValueError, match="has no directory"):
        Packed.open(tmp_path / "some.pack")


def test_no_array_of_objects_is_made_of_bytes(tmp_path: Path) -> None:
    packing = Packing(tmp_path / "some.pack")
    packing.save("numbers", np.arange(4))
    packing.close()
    with pytest.raises(ValueError, match="OBJECT"):
        Packed(packing.path, {"numbers": ("|O", [4], 0, 0)}).array("numbers")


def test_small_columns_are_checked_apart_from_large_ones(tmp_path: Path) -> None:
    pack(tmp_path / "some.pack")
    data = bytearray((tmp_path / "some.pack").read_bytes())
    data[0] ^= 1
    (tmp_path / "some.pack").write_bytes(data)
    packed = Packed.open(tmp_path / "some.pack")
    assert [*packed.damaged(1999)] == []
    assert [*packed.damaged(2000)] == ["numbers"]
