"""When each article was first seen: a ledger that each generation takes over from the one before, rebuilt or not.

``ids`` are those of every article that was ever held, in order; beside each stands the number of the generation it came
in with. An article that is gone keeps its place, so that it is not news when it comes again. The ledger carries its own
checksums: an index of another ``SCHEMA_VERSION`` still gives it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, encoded
from search.backends.whoosh.generations import IndexFolder
from search.backends.whoosh.layout import FILES, LEDGER
from search.errors import NoIndex
from search.moving import Files
from search.results import FirstSeen

_IDS, _NUMBERS, _GENERATIONS = "ids.npy", "numbers.npy", "generations.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """Ids as bytes, in order; of each the number of its generation, among ``generations``, earliest first."""

    ids: Array
    numbers: Ints
    generations: tuple[FirstSeen, ...]

    def numbers_of(self, ids: Array) -> Ints:
        """Give the numbers of the generations that ids came in with; 0 for one that never did."""
        if not self.ids.size:
            return np.zeros(ids.size, np.int64)
        at = np.minimum(np.searchsorted(self.ids, ids), self.ids.size - 1)
        return np.where(self.ids[at] == ids, self.numbers[at], 0)

    def grown(self, live: Array, now: FirstSeen, moved: Mapping[str, str]) -> Ledger:
        """Give the ledger with those of the live ids that it did not know: seen now, or when what was moved was."""
        new = np.setdiff1d(live, self.ids)
        before = np.array([encoded(moved.get(id.decode("utf-8", "surrogatepass"), "")) for id in new.tolist()], "S")
        is_moved = np.isin(before, self.ids) if moved else np.zeros(new.size, np.bool_)
        numbers = np.where(is_moved, self.numbers_of(before), len(self.generations))
        generations = self.generations if is_moved.all() else (*self.generations, now)
        ids = np.concatenate((self.ids, new))
        order = np.argsort(ids)
        return Ledger(ids[order], np.concatenate((self.numbers, numbers))[order].astype(np.int64), generations)

    def write(self, folder: Path) -> None:
        """Write the ledger, with its checksums."""
        folder.mkdir()
        np.save(folder / _IDS, self.ids, allow_pickle=False)
        np.save(folder / _NUMBERS, self.numbers.astype(np.uint32), allow_pickle=False)
        row = {
            "version": _VERSION,
            "sha256": {name: _sum(folder / name) for name in (_IDS, _NUMBERS)},
            "generations": [[known.generation, known.at] for known in self.generations],
        }
        (folder / _GENERATIONS).write_text(json.dumps(row, separators=(",", ":")), encoding="ascii")


EMPTY = Ledger(np.empty(0, "S1"), np.empty(0, np.int64), ())


def read_generations(folder: Path) -> tuple[FirstSeen, ...]:
    """Give the generations in which articles came, earliest first."""
    row = json.loads((folder / _GENERATIONS).read_text(encoding="ascii"))
    return tuple(FirstSeen(name, at) for name, at in row["generations"])


def read_ledger(folder: Path) -> Ledger:
    """Read a ledger, checked. Raises OSError or ValueError if it is not what was written."""
    row = json.loads((folder / _GENERATIONS).read_text(encoding="ascii"))
    if row["version"] != _VERSION or any(_sum(folder / name) != known for name, known in row["sha256"].items()):
        raise ValueError(f"{folder} is not what was written")
    ids, numbers = (np.load(folder / name, allow_pickle=False) for name in (_IDS, _NUMBERS))
    return Ledger(ids, numbers.astype(np.int64), read_generations(folder))


def ledger_before(index: IndexFolder) -> tuple[Ledger, Files]:
    """Give the ledger to go on with, and the files that its generation knew: the newest whole one's, or an empty one.

    It is looked for in each generation by itself, whether or not that can be opened.
    """
    try:
        names = index.candidates()
    except NoIndex:
        names = []
    for name in names:
        folder = index.path / name
        try:
            rows = json.loads((folder / FILES).read_text(encoding="ascii"))
            return read_ledger(folder / LEDGER), {path: (digest, tuple(ids)) for path, digest, ids in rows}
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return EMPTY, {}


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
