"""Values that wait on the disk come back as they were put there, piece by piece or in order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.backends.whoosh import spools
from search.backends.whoosh.arrays import load
from search.backends.whoosh.spools import GrowingColumn, Spool, WrittenColumn


@pytest.fixture(params=[1, 7, 1 << 14])
def spool(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spool:
    monkeypatch.setattr(spools, "_KEPT", request.param)
    monkeypatch.setattr(spools, "_READ", 10)
    return Spool(tmp_path / "values.spool", "Q")


VALUES = [value * 0x9E3779B97F4A7C15 % (1 << 64) for value in range(100)]


def test_a_spool_gives_its_values_in_pieces_and_then_all_at_once(spool: Spool) -> None:
    spool.extend(VALUES[:60])
    for value in VALUES[60:]:
        spool.append(value)

    assert np.concatenate([*spool.pieces()]).tolist() == VALUES
    assert spool.take().tolist() == VALUES
    assert spool.take().size == 0


@pytest.mark.parametrize("values", [VALUES, [], [5], [0, (1 << 64) - 1] * 50])
def test_a_spool_gives_its_values_in_order(spool: Spool, values: list[int]) -> None:
    spool.extend(values)

    assert np.concatenate([*spool.in_order()]).tolist() == sorted(values)


def test_a_column_is_read_piece_by_piece_as_through_a_map(tmp_path: Path) -> None:
    column = GrowingColumn(tmp_path / "column.npy", np.dtype(np.uint16))
    for first in range(0, 1000, 100):
        column.add(np.arange(first, first + 100))
    column.close()
    written = WrittenColumn(tmp_path / "column.npy")

    assert len(written) == 1000
    assert written[250:260].tolist() == load(tmp_path / "column.npy")[250:260].tolist() == [*range(250, 260)]
    assert written[1000:1000].size == 0


def test_rows_are_written_as_rows(tmp_path: Path) -> None:
    column = GrowingColumn(tmp_path / "rows.npy", np.dtype(np.uint16), 5)
    column.add(np.arange(10))
    column.add(np.arange(10, 20))
    column.close()

    assert load(tmp_path / "rows.npy").tolist() == np.arange(20).reshape(4, 5).tolist()
