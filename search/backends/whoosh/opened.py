"""Opening a generation: checked before it is read."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.first_seen import read_generations
from search.backends.whoosh.forms import Lexicon, LiveForms
from search.backends.whoosh.generations import REBUILD
from search.backends.whoosh.grouping import read_copies
from search.backends.whoosh.layout import LEDGER, SHARED, columns_of
from search.backends.whoosh.manifest import Manifest, check_sizes, read_manifest
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.searcher import WhooshSearcher
from search.backends.whoosh.segment import Segment
from search.errors import IndexDamaged


def check_generation(folder: Path) -> Manifest:
    """Give a generation's manifest once its files' sizes, its small files and its version are found good.

    Raises OtherSchema for one that another version of the program wrote, IndexDamaged for one that is not what was
    written.
    """
    try:
        manifest = read_manifest(folder)
        check_sizes(folder, manifest)
    except IndexDamaged as error:
        raise IndexDamaged(f"{error.message} {REBUILD}") from error
    return manifest


def open_generation(folder: Path) -> WhooshSearcher:
    """Open a generation, checked as ``check_generation`` does. Raises as it does."""
    return read_generation(folder, check_generation(folder))


def read_generation(folder: Path, manifest: Manifest) -> WhooshSearcher:
    """Open the files of a generation that was checked. Raises IndexDamaged if that did not show what is wrong."""
    try:
        shared = Packed.open(folder / SHARED)
        lexicon, vocabulary, directory = Lexicon(shared), LiveForms(shared), SpeakerDirectory(shared)
        segments = read_segments(folder, manifest, shared)
        copies = [read_copies(shared, segment.name, segment.columns) for segment in segments]
        generations = read_generations(folder / LEDGER)
        return WhooshSearcher(manifest.status, segments, copies, lexicon, vocabulary, directory, generations)
    except (ArithmeticError, AssertionError, LookupError, MemoryError, OSError, TypeError, ValueError) as error:
        raise IndexDamaged(f"The index {folder.name} cannot be opened: {error}. {REBUILD}") from error


def read_segments(folder: Path, manifest: Manifest, shared: Packed) -> list[Segment]:
    """Open the segments of a generation that was checked, of which ``shared`` is open."""
    return [
        Segment(name, Packed.open(columns_of(folder, name)), shared, np.array(dead, np.int64))
        for name, dead in manifest.dead.items()
    ]
