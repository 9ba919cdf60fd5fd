"""A field's words -> Whoosh's posting lists, and the column files that say the same."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from whoosh.codec.whoosh3 import W3FieldWriter
from whoosh.fields import FieldType

from search.backends.whoosh.arrays import Array, Ints, narrow, stand, starts, type_for
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.layout import PLACE
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.posting_lists import PostingLists
from search.backends.whoosh.words import WordPool, Words


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
    living = _Living()
    whoosh.start_field(field, kind)
    lists = PostingLists(whoosh)
    for numbers, pieces in pool.batches():
        stems = [forms.stem(number) for number in numbers.tolist()]
        batch = _Batch(len(stems), starts(forms.siblings(numbers)))
        for words in pieces:
            first = np.flatnonzero(_begins(words.ranks) | _begins(words.articles))
            articles, counts = words.articles[first], np.diff(np.append(first, len(words.ranks)))
            columns["articles"].add(articles)
            columns["counts"].add(counts)
            columns["places"].add(bases[words.articles] + words.positions)
            columns["marks"].add(words.marks)
            sizes = np.bincount(words.ranks[first], minlength=len(stems))
            batch.add(words, sizes)
            packed = np.empty(len(words.ranks), PLACE)
            packed["position"], packed["mark"] = words.positions, words.marks
            lists.add(stems, sizes, articles, counts, packed.tobytes())
        lists.close()
        living.add(stems, batch)
    whoosh.finish_field()
    for column in columns.values():
        column.close()
    packing.save_strings(f"{field}.stems", living.stems)
    packing.save(f"{field}.bases", bases)
    living.write(packing, field)


class _Batch:
    """Some stems while their words are read: of each, how many articles and places, and how often each of its forms."""

    def __init__(self, stems: int, first_form: Ints) -> None:
        """``first_form``: where the forms of each stem begin."""
        self.first_form = first_form
        self.form_of = narrow(first_form)
        self.articles, self.places = np.zeros(stems, np.int64), np.zeros(stems, np.int64)
        self.uses = np.zeros(first_form[-1], np.int64)

    def add(self, words: Words, sizes: Ints) -> None:
        """Count the places and forms of some words, which stand in ``sizes`` articles."""
        self.articles += sizes
        self.places += np.bincount(words.ranks, minlength=len(self.places))
        self.uses += np.bincount(self.form_of[words.ranks] + (words.marks >> 1), minlength=len(self.uses))


class _Living:
    """The stems that articles live of, and their counts; a stem of which none lives is left behind."""

    def __init__(self) -> None:
        self.stems: list[bytes] = []
        self.articles, self.places, self.forms = array("q"), array("q"), array("q")
        self.uses, self.used = array("q"), array("H")

    def add(self, stems: Sequence[bytes], batch: _Batch) -> None:
        """Take what lives of a batch."""
        living = batch.articles > 0
        self.articles.extend(batch.articles[living].tolist())
        self.places.extend(batch.places[living].tolist())
        found = np.flatnonzero(batch.uses)
        owner = stand(batch.first_form, found) - 1
        self.forms.extend(np.bincount(owner, minlength=len(stems))[living].tolist())
        self.uses.extend(batch.uses[found].tolist())
        self.used.extend((found - batch.first_form[owner]).tolist())
        self.stems += [stem for stem, lives in zip(stems, living.tolist(), strict=True) if lives]

    def write(self, packing: Packing, field: str) -> None:
        """Write where the articles, places and forms of each stem begin; and of each form its number and its uses."""
        packing.save(f"{field}.article_starts", starts(np.array(self.articles, np.int64)))
        packing.save(f"{field}.place_starts", starts(np.array(self.places, np.int64)))
        packing.save(f"{field}.form_starts", starts(np.array(self.forms, np.int64)))
        packing.save(f"{field}.form_numbers", narrow(np.array(self.used, np.uint16)))
        packing.save(f"{field}.form_counts", narrow(np.array(self.uses, np.int64)))


def _begins(values: Array) -> Array:
    """Say of each value whether it is not the one before it."""
    return np.append(True, values[1:] != values[:-1])[: len(values)]
