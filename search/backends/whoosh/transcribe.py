"""A field's words -> Whoosh's posting lists, and the column files that say the same."""

from __future__ import annotations

from array import array

import numpy as np
from whoosh.codec.whoosh3 import W3FieldWriter
from whoosh.fields import FieldType

from search.backends.whoosh.arrays import (
    Array,
    narrow,
    stand,
    starts,
    type_for,
)
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.layout import PLACE
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.posting_lists import PostingLists
from search.backends.whoosh.words import WordPool


def write_words(
    pool: WordPool, field: str, kind: FieldType, forms: GrowingForms, whoosh: W3FieldWriter, packing: Packing
) -> None:
    """Write all words of a field, to a Whoosh segment and to its columns."""
    extents = pool.extents
    bases = narrow(starts(extents + 1))
    columns = {
        name: packing.growing(f"{field}.{name}", type)
        for name, type in (
            ("articles", type_for(len(extents))),
            ("counts", type_for(int(extents.max()) if extents.size else 0)),
            ("places", type_for(int(bases[-1]))),
            ("marks", np.dtype(np.uint16)),
        )
    }
    kept: list[bytes] = []
    article_counts, place_counts, form_counts = array("q"), array("q"), array("q")
    uses, used = array("q"), array("H")
    whoosh.start_field(field, kind)
    lists = PostingLists(whoosh)
    for numbers, pieces in pool.batches():
        stems = [forms.stem(number) for number in numbers.tolist()]
        first_form = starts(forms.siblings(numbers))
        form_of = narrow(first_form)
        by_stem, places_of_stem = np.zeros(len(stems), np.int64), np.zeros(len(stems), np.int64)
        uses_of_form = np.zeros(first_form[-1], np.int64)
        for words in pieces:
            first = np.flatnonzero(_begins(words.ranks) | _begins(words.articles))
            articles, counts = words.articles[first], np.diff(np.append(first, len(words.ranks)))
            columns["articles"].add(articles)
            columns["counts"].add(counts)
            columns["places"].add(bases[words.articles] + words.positions)
            columns["marks"].add(words.marks)
            sizes = np.bincount(words.ranks[first], minlength=len(stems))
            by_stem += sizes
            places_of_stem += np.bincount(words.ranks, minlength=len(stems))
            uses_of_form += np.bincount(form_of[words.ranks] + (words.marks >> 1), minlength=len(uses_of_form))
            packed = np.empty(len(words.ranks), PLACE)
            packed["position"], packed["mark"] = words.positions, words.marks
            lists.add(stems, sizes, articles, counts, packed.tobytes())
        lists.close()
        # A stem of which no article lives is left behind.
        living = by_stem > 0
        article_counts.extend(by_stem[living].tolist())
        place_counts.extend(places_of_stem[living].tolist())
        found = np.flatnonzero(uses_of_form)
        owner = stand(first_form, found) - 1
        form_counts.extend(np.bincount(owner, minlength=len(stems))[living].tolist())
        uses.extend(uses_of_form[found].tolist())
        used.extend((found - first_form[owner]).tolist())
        kept += [stem for stem, count in zip(stems, by_stem.tolist(), strict=True) if count]
    whoosh.finish_field()
    for column in columns.values():
        column.close()
    packing.save_strings(f"{field}.stems", kept)
    packing.save(f"{field}.bases", bases)
    packing.save(f"{field}.article_starts", starts(np.array(article_counts, np.int64)))
    packing.save(f"{field}.place_starts", starts(np.array(place_counts, np.int64)))
    packing.save(f"{field}.form_starts", starts(np.array(form_counts, np.int64)))
    packing.save(f"{field}.form_numbers", narrow(np.array(used, np.uint16)))
    packing.save(f"{field}.form_counts", narrow(np.array(uses, np.int64)))


def _begins(values: Array) -> Array:
    """Say of each value whether it is not the one before it."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]
