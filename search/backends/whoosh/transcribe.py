"""A field's words -> Whoosh's posting lists, and the column files that say the same."""

from __future__ import annotations

from array import array
from itertools import pairwise
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3FieldWriter
from whoosh.fields import FieldType

from search.backends.whoosh.arrays import Array, GrowingColumn, Ints, narrow, save, starts, type_for, write_strings
from search.backends.whoosh.layout import PLACE
from search.backends.whoosh.words import WordPool, Words


def write_words(pool: WordPool, field: str, kind: FieldType, whoosh: W3FieldWriter, folder: Path) -> None:
    """Write all words of a field, to a Whoosh segment and to a folder of columns."""
    extents = pool.extents
    bases = starts(extents + 1)
    columns = {
        name: GrowingColumn(folder / f"{field}.{name}.npy", type)
        for name, type in (
            ("articles", type_for(len(extents))),
            ("counts", type_for(int(extents.max()) if extents.size else 0)),
            ("places", type_for(int(bases[-1]))),
            ("marks", np.dtype(np.uint16)),
        )
    }
    kept: list[bytes] = []
    article_counts, place_counts = array("q"), array("q")
    whoosh.start_field(field, kind)
    for stems, words in pool.batches():
        first = np.flatnonzero(_begins(words.ranks) | _begins(words.articles))
        articles, counts = words.articles[first], np.diff(np.append(first, len(words.ranks)))
        columns["articles"].add(articles)
        columns["counts"].add(counts)
        columns["places"].add(bases[words.articles] + words.positions)
        columns["marks"].add(words.marks)
        by_stem = np.bincount(words.ranks[first], minlength=len(stems))
        # A stem of which no article lives is left behind.
        kept += (stem for stem, count in zip(stems, by_stem.tolist(), strict=True) if count)
        article_counts.extend(by_stem[by_stem > 0].tolist())
        place_counts.extend(np.bincount(words.ranks, minlength=len(stems))[by_stem > 0].tolist())
        _write_postings(whoosh, stems, by_stem, articles, counts, words)
    whoosh.finish_field()
    for column in columns.values():
        column.close()
    write_strings(folder, f"{field}.stems", kept)
    save(folder / f"{field}.bases.npy", narrow(bases))
    save(folder / f"{field}.article_starts.npy", starts(np.array(article_counts, np.int64)))
    save(folder / f"{field}.place_starts.npy", starts(np.array(place_counts, np.int64)))


def _begins(values: Array) -> Array:
    """Say of each value whether it is not the one before it."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]


def _write_postings(
    whoosh: W3FieldWriter, stems: list[bytes], by_stem: Ints, articles: Array, counts: Ints, words: Words
) -> None:
    """Write a batch's posting lists block by block: one by one, as Whoosh does it, would take five times as long."""
    packed = np.empty(len(words.ranks), PLACE)
    packed["position"], packed["mark"] = words.positions, words.marks
    joined = packed.tobytes()
    ends = (np.cumsum(counts) * PLACE.itemsize).tolist()
    places = [joined[start:end] for start, end in pairwise([0, *ends])]
    ids, weights = articles.tolist(), counts.tolist()
    end = 0
    for stem, count in zip(stems, by_stem.tolist(), strict=True):
        if not count:
            continue
        first, end = end, end + count
        whoosh.start_term(stem)
        writer = whoosh._postwriter
        assert writer is not None
        for at in range(first, end, writer._blocklimit):
            if at > first:
                writer._write_block()
            block = slice(at, min(at + writer._blocklimit, end))
            writer._ids, writer._weights = array("I", ids[block]), array("f", weights[block])
            writer._values, writer._maxweight = places[block], max(weights[block])
        whoosh.finish_term()
