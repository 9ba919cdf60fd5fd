"""Whoosh's posting lists of one field and segment -> column files."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy as np
from whoosh.reading import SegmentReader

from search.backends.whoosh.arrays import GrowingColumn, Ints, narrow, save, starts, type_for, write_strings
from search.backends.whoosh.layout import PLACE_SIZE

_PACKED = np.dtype([("position", "<u4"), ("mark", "<u2")])


def write_postings(reader: SegmentReader, field: str, extents: Ints, folder: Path) -> None:
    """Write a field's columns from a segment's own postings. ``extents`` has how many positions each article takes."""
    bases = starts(extents + 1)
    most = int(extents.max()) if extents.size else 0
    columns = {
        name: GrowingColumn(folder / f"{field}.{name}.npy", type)
        for name, type in (
            ("articles", type_for(len(extents))),
            ("counts", type_for(most)),
            ("places", type_for(int(bases[-1]))),
            ("marks", np.dtype(np.uint16)),
        )
    }
    stems: list[bytes] = []
    article_starts, place_starts = array("q", [0]), array("q", [0])
    for stem in reader.lexicon(field) if field in reader.indexed_field_names() else ():
        ids, values = _read_all(reader, field, stem)
        frequencies = np.fromiter((len(value) // PLACE_SIZE for value in values), np.int64, len(values))
        packed = np.frombuffer(b"".join(values), _PACKED)
        stems.append(stem)
        columns["articles"].add(ids)
        columns["counts"].add(frequencies)
        columns["places"].add(np.repeat(bases[ids], frequencies) + packed["position"])
        columns["marks"].add(packed["mark"])
        article_starts.append(article_starts[-1] + len(ids))
        place_starts.append(place_starts[-1] + len(packed))
    for column in columns.values():
        column.close()
    write_strings(folder, f"{field}.stems", stems)
    save(folder / f"{field}.bases.npy", narrow(bases))
    save(folder / f"{field}.article_starts.npy", np.array(article_starts, np.int64))
    save(folder / f"{field}.place_starts.npy", np.array(place_starts, np.int64))


def _read_all(reader: SegmentReader, field: str, stem: bytes) -> tuple[Ints, list[bytes]]:
    """Give a stem's article numbers and packed places, block by block: one by one would take ten times as long."""
    matcher = reader.postings(field, stem)
    ids: list[int] = []
    values: list[bytes] = []
    while matcher.is_active():
        matcher.id(), matcher.value()
        ids += matcher._ids
        values += matcher._values
        matcher._next_block()
    return np.array(ids, np.int64), values
