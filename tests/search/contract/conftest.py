"""Each test of the contract runs once on every engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.contract.engines import Engine, MemoryEngine, WhooshEngine


@pytest.fixture(params=["memory", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    return MemoryEngine() if request.param == "memory" else WhooshEngine(tmp_path / "index")
