"""A segment on its way to the disk: Whoosh's own files and the columns beside them, written at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from search.backends.whoosh.arrays import Array, encoded
from search.backends.whoosh.columns_builder import ColumnsBuilder
from search.backends.whoosh.facts import ArticleFacts, pack_facts, unpack_facts
from search.backends.whoosh.field_words import ArticleWords
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.layout import PACKED, STATEMENT_FIELDS, WORD_FIELDS
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.said_words import write_said
from search.backends.whoosh.segment import Segment
from search.backends.whoosh.texts import TextsWriter
from search.backends.whoosh.token_places import TokenPlacesWriter
from search.backends.whoosh.transcribe import write_words
from search.backends.whoosh.words import WordPool

_MOST_IDS = 4
"""Megabytes of ids that wait in memory to be put in order, as Whoosh counts them."""


class ArticleWriter(SegmentWriter):
    """Whoosh's writer of segments, but for words: those go to pools of ours, and from there to both kinds of file."""

    def __init__(self, index: FileIndex, columns: Path, forms: GrowingForms) -> None:
        """Begin a segment. Its columns go to a file of its own in ``columns``."""
        codec = W3Codec()
        # Our fields have no lengths of Whoosh's, which would be looked for on the disk for every posting.
        codec.length_stats = False
        super().__init__(index, compound=False, codec=codec, limitmb=_MOST_IDS)  # type: ignore[no-untyped-call]
        self._path = columns / f"{self.newsegment.segment_id()}{PACKED}"
        runs = Path(self.temp_storage().folder)  # type: ignore[no-untyped-call]
        self._pools = {field: WordPool(runs, field, forms) for field in WORD_FIELDS}
        self._forms = forms
        self._columns = ColumnsBuilder(runs)
        self._packing: Packing | None = None
        self._texts: TextsWriter | None = None
        self._token_places: TokenPlacesWriter | None = None
        self._withdrawn: dict[bytes, int] = {}
        self._superseded: list[int] = []

    def add_article(self, words: ArticleWords, packed: bytes, facts: ArticleFacts) -> None:
        """Take an article; one of the same id that this writer was given before no longer counts."""
        self._add(facts.id, packed, facts, pack_facts(facts))
        for field, own in zip(WORD_FIELDS, words, strict=True):
            self._pools[field].add(own)
        assert self._token_places is not None
        self._token_places.add(words.text.starts, words.text.ends)

    def withdraw(self, id: str) -> None:
        """Let an article that this writer was given not count."""
        self._withdrawn[encoded(id)] = self.docnum

    def add_segment(self, segment: Segment, stored: W3Segment) -> None:
        """Take all live articles of another segment, as a reader opens it and as Whoosh has it."""
        reader = SegmentReader(self.storage, self.schema, stored)
        live = segment.live.nonzero()[0].tolist()
        try:
            for number in live:
                fields = reader.stored_fields(number)
                self._add(fields["id"], fields["article"], unpack_facts(fields["facts"]), fields["facts"])
        finally:
            reader.close()
        for field, pool in self._pools.items():
            pool.add_segment(segment.fields[field], segment.live)
        assert self._token_places is not None
        for gaps, sizes in segment.token_places.known(live):
            self._token_places.add_known(gaps, sizes)

    def _add(self, id: str, packed: bytes, facts: ArticleFacts, packed_facts: bytes) -> None:
        if self._texts is None:
            self._packing = Packing(self._path)
            self._texts, self._token_places = TextsWriter(self._packing), TokenPlacesWriter(self._packing)
        self.add_document(id=id, article=packed, facts=packed_facts)  # type: ignore[no-untyped-call]
        self._texts.add(packed)
        self._columns.add(facts)

    def _flush_segment(self) -> None:
        """Write the segment: Whoosh calls this for a segment that has any articles."""
        packing = self._packing
        assert packing is not None
        self.perdocwriter.close()
        self._superseded = _superseded(self._columns.write(packing), self._withdrawn)
        for field, pool in self._pools.items():
            write_words(pool, field, self.schema[field], self._forms, self.fieldwriter, packing)
        for field in STATEMENT_FIELDS:
            write_said(packing, field)
        self.fieldwriter.add_postings(self.schema, None, self.pool.iter_postings())
        self.fieldwriter.close()

    def _close_segment(self) -> None:
        super()._close_segment()  # type: ignore[no-untyped-call]
        if self._texts is not None and self._token_places is not None and self._packing is not None:
            self._texts.close()
            self._token_places.close()
            self._packing.close()

    def cancel(self) -> None:
        """Let go of all that was begun, without writing."""
        if self._packing is not None:
            self._packing.abandon()
            self._packing = self._texts = None
        super().cancel()  # type: ignore[no-untyped-call]

    def _finalize_segment(self) -> W3Segment:
        segment: W3Segment = super()._finalize_segment()  # type: ignore[no-untyped-call]
        for number in self._superseded:
            segment.delete_document(number)
        return segment


def _superseded(ids: Array, withdrawn: Mapping[bytes, int]) -> list[int]:
    """Give the numbers of articles that came again under their ids, or were withdrawn before a number was reached."""
    order = np.argsort(ids, kind="stable")
    ordered = ids[order]
    found: list[int] = order[:-1][ordered[1:] == ordered[:-1]].tolist()
    for id, before in withdrawn.items():
        own = order[slice(*(np.searchsorted(ordered, np.bytes_(id), side).tolist() for side in ("left", "right")))]
        found += [number for number in own[-1:].tolist() if number < before]
    return found
