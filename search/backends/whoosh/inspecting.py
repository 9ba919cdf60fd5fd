"""The live generation looked at without opening it to search: its files' sums, and the corpus that it knows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from search.backends.whoosh.generations import IndexFolder
from search.backends.whoosh.layout import FILES, PACKED
from search.backends.whoosh.manifest import FILE, Manifest, read_manifest, sum_file
from search.backends.whoosh.packed import Packed
from search.errors import IndexDamaged


def damaged_files(index: Path) -> tuple[str, ...]:
    """Give the files of the live generation that are not what was written, of packed ones the columns.

    Raises NoIndex if there is none.
    """
    folder = _live(index)
    try:
        manifest = read_manifest(folder)
    except IndexDamaged:
        return (f"{folder.name}/{FILE}",)
    return tuple(_damaged(folder, manifest))


def _damaged(folder: Path, manifest: Manifest) -> Iterator[str]:
    for name, known in sorted(manifest.files.items()):
        try:
            whole = sum_file(folder / name) == known
        except OSError:
            whole = False
        if not whole:
            broken = _damaged_columns(folder / name) if name.endswith(PACKED) else []
            yield from (f"{folder.name}/{name}{column}" for column in broken or [""])


def _damaged_columns(path: Path) -> list[str]:
    """Give the columns of a packed file that are not what was written; none if it cannot be told."""
    try:
        return [f": {name}" for name in Packed.open(path).damaged()]
    except (OSError, ValueError):
        return []


def known_files(index: Path) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Give every file that the live generation knows: path -> (digest, ids of its articles). Raises NoIndex."""
    path = _live(index) / FILES
    try:
        rows = json.loads(path.read_text(encoding="ascii"))
        return {name: (digest, tuple(ids)) for name, digest, ids in rows}
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError) as error:
        raise IndexDamaged(f"{path} is damaged: it is not what was written.") from error


def _live(index: Path) -> Path:
    folder = IndexFolder(index)
    return folder.path / folder.current()
