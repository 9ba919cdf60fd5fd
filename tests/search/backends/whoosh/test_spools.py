"""Values that wait on the disk come back as they were put there, piece by piece or in order."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.backends.whoosh import spools
from search.backends.whoosh.spools import Spool


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
