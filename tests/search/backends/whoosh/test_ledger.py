"""The ledger of the index folder outlives what happens to the generations in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from search.backends.whoosh.first_seen import EMPTY, ledger_before
from search.backends.whoosh.generations import IndexFolder
from search.backends.whoosh.layout import LEDGER
from search.backends.whoosh.manifest import FILE
from search.results import FirstSeen
from tests.builders import article
from tests.search.contract.engines import WhooshEngine, publish

OLD, NEW = (article(f"Story {key}.", key=key) for key in ("old", "new"))


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return WhooshEngine(tmp_path / "index")


def seen(engine: WhooshEngine, id: str) -> str:
    return engine.searcher().first_seen([id])[id].generation


def test_an_index_that_cannot_be_opened_gives_its_ledger(engine: WhooshEngine) -> None:
    first = publish(engine, [OLD]).generation
    manifest = engine.folder / first / FILE
    manifest.write_text(manifest.read_text().replace('"schema_version": ', '"schema_version": 9'))
    publish(engine, [OLD, NEW], fresh=True)
    assert (seen(engine, OLD.id), seen(engine, NEW.id) > first) == (first, True)


@pytest.mark.parametrize("name", ["ids.npy", "numbers.npy", "generations.json"])
def test_a_damaged_ledger_gives_way_to_the_one_before(engine: WhooshEngine, name: str) -> None:
    first = publish(engine, [OLD]).generation
    second = publish(engine, [NEW]).generation
    damaged = engine.folder / second / LEDGER / name
    damaged.write_bytes(damaged.read_bytes()[:-3] + b"xyz")
    third = publish(engine, [OLD, NEW], fresh=True).generation
    assert (seen(engine, OLD.id), seen(engine, NEW.id)) == (first, third)


def test_without_any_ledger_everything_is_new(engine: WhooshEngine) -> None:
    first = publish(engine, [OLD]).generation
    shutil.rmtree(engine.folder / first / LEDGER)
    second = publish(engine, [OLD], fresh=True).generation
    assert seen(engine, OLD.id) == second > first


def test_an_index_folder_copied_elsewhere_remembers(engine: WhooshEngine, tmp_path: Path) -> None:
    first = publish(engine, [OLD]).generation
    other = WhooshEngine(tmp_path / "elsewhere")
    shutil.copytree(engine.folder, other.folder)
    publish(other, [NEW])
    assert (seen(other, OLD.id), seen(other, NEW.id) > first) == (first, True)


def test_only_generations_that_brought_something_are_listed(engine: WhooshEngine) -> None:
    publish(engine, [OLD])
    publish(engine, [OLD], fresh=True)
    publish(engine, [], removed=[OLD.id])
    last = publish(engine, [OLD]).generation
    listed = json.loads((engine.folder / last / LEDGER / "generations.json").read_text())["generations"]
    assert len(listed) == 1
    ledger, _ = ledger_before(IndexFolder(engine.folder))
    assert ledger.ids.tolist() == [OLD.id.encode()]


def test_a_ledger_grows_by_what_is_new_and_forgets_nothing() -> None:
    now = FirstSeen("20260101T000000Z-0000", "2026-01-01T00:00:00+00:00")
    later = FirstSeen("20260102T000000Z-0000", "2026-01-02T00:00:00+00:00")
    first = EMPTY.grown(np.array([b"c", b"a"]), now, {})
    second = first.grown(np.array([b"longer-id", b"b", b"c"]), later, {"b": "a", "longer-id": "nobody"})
    assert second.ids.tolist() == [b"a", b"b", b"c", b"longer-id"]
    assert second.numbers.tolist() == [0, 0, 0, 1]
    assert second.generations == (now, later)
    assert second.numbers_of(np.array([b"longer-id", b"zzz", b"b", b""])).tolist() == [1, 0, 0, 0]
    assert second.grown(np.array([b"a"]), now, {}) is not second
    assert second.grown(np.array([b"d"]), now, {"d": "c"}).generations == (now, later)
