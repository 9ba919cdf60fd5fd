"""The Whoosh index itself, as a writer uses it: adds, deletes, merges, and the columns of what is new."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from search.backends.whoosh.arrays import encoded
from search.backends.whoosh.columns import ColumnsBuilder
from search.backends.whoosh.encoding import pack_article
from search.backends.whoosh.facts import facts_of, pack_facts, unpack_facts
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.layout import COLUMNS, WHOOSH, WORD_FIELDS
from search.backends.whoosh.manifest import FileSum, check_sum
from search.backends.whoosh.merging import merge_small
from search.backends.whoosh.schema import INDEX_NAME, make_schema
from search.backends.whoosh.segment import Segment
from search.backends.whoosh.texts import TextsWriter
from search.backends.whoosh.transcribe import write_postings
from search.documents import Article
from search.reading import read

_POOL_MB = 128
"""Memory for postings, in Whoosh's own reckoning, before they go to the disk; more brings nothing."""

_COMPRESSION = 1
"""zlib's level for postings; most blocks are too small for a higher one to matter."""


class WhooshArchive:
    """A Whoosh index in a generation that is being built."""

    def __init__(
        self, building: Path, forms: GrowingForms, base: Sequence[Segment], carried: Mapping[str, FileSum]
    ) -> None:
        """Open the index that was carried over, or make one.

        ``base`` are its segments as a reader opens them, and this writer's own: what is deleted is marked in them.
        ``carried`` has the sums of its files.
        """
        self.forms, self._base = forms, base
        self._building, self._carried = building, carried
        self._columns = building / COLUMNS
        self._columns.mkdir(exist_ok=True)
        self._folder = building / WHOOSH
        if not self._folder.exists():
            self._folder.mkdir()
            TOC.create(FileStorage(str(self._folder)), make_schema(), INDEX_NAME)
        self._writer: SegmentWriter | None = self._open_writer()
        self._removed: dict[str, int] = {}

    def _open_writer(self) -> SegmentWriter:
        storage = FileStorage(str(self._folder))
        codec = W3Codec(compression=_COMPRESSION)
        # Our fields have no lengths of Whoosh's, which would be looked for on the disk for every posting.
        codec.length_stats = False
        index = FileIndex(storage, indexname=INDEX_NAME)
        return SegmentWriter(index, limitmb=_POOL_MB, compound=False, codec=codec)

    def add(self, article: Article) -> None:
        """Add an article; whatever there was under its id is gone."""
        assert self._writer is not None
        self._remove_from_base(article.id)
        reading = read(article)
        self._writer.add_document(
            id=article.id,
            headline=self.forms.postings(reading.headline),
            text=self.forms.postings(reading.text),
            byline=self.forms.postings(reading.byline),
            article=pack_article(article),
            facts=pack_facts(facts_of(reading)),
        )

    def remove(self, id: str) -> None:
        """Take an article out, whether it was there before or was added by this writer."""
        assert self._writer is not None
        self._remove_from_base(id)
        self._removed[id] = self._writer.docnum

    def _remove_from_base(self, id: str) -> None:
        assert self._writer is not None
        for segment in self._base:
            number = segment.find(id)
            if number is not None:
                segment.live[number] = False
                own = next(one for one in self._writer.segments if one.segment_id() == segment.name)
                own.delete_document(number)

    def commit(self) -> dict[str, tuple[int, ...]]:
        """Write everything, and the columns of new segments; give each segment's deleted articles."""
        assert self._writer is not None
        added = self._writer.docnum
        self._writer.commit(mergetype=partial(merge_small, check=self._check))
        self._writer = self._open_writer()
        for segment in self._writer.segments:
            if not (self._columns / segment.segment_id()).exists():
                for number in self._write_columns(segment, added):
                    segment.delete_document(number)
        self._writer.commit(merge=False)
        segments = TOC.read(FileStorage(str(self._folder)), INDEX_NAME).segments
        self._writer = None
        (self._folder / f"{INDEX_NAME}_WRITELOCK").unlink(missing_ok=True)
        kept = {segment.segment_id(): tuple(sorted(segment.deleted_docs())) for segment in segments}
        for folder in list(self._columns.iterdir()):
            if folder.name not in kept:
                shutil.rmtree(folder)
        return dict(sorted(kept.items()))

    def _check(self, segment: str) -> None:
        """Check every byte of a segment's files before Whoosh unpickles any. Raises IndexDamaged."""
        for name, known in self._carried.items():
            if name.startswith(f"{WHOOSH}/{segment}."):
                check_sum(self._building / name, known)

    def _write_columns(self, segment: object, added: int) -> list[int]:
        """Write a segment's columns; give the articles in it that were replaced or removed after they were added."""
        folder = self._columns / segment.segment_id()  # type: ignore[attr-defined]
        folder.mkdir()
        assert self._writer is not None
        reader = SegmentReader(self._writer.storage, self._writer.schema, segment)
        try:
            columns = ColumnsBuilder()
            with TextsWriter(folder) as texts:
                for number in range(reader.doc_count_all()):
                    stored = reader.stored_fields(number)
                    texts.add(stored["article"])
                    columns.add(unpack_facts(stored["facts"]))
            columns.write(folder)
            for field in WORD_FIELDS:
                write_postings(reader, field, columns.extents[field], folder)
        finally:
            reader.close()
        return self._superseded(columns.ids, added)

    def _superseded(self, ids: Sequence[bytes], added: int) -> list[int]:
        """Give the articles added by this writer, the first ``added`` of a segment, that do not count in the end."""
        last: dict[bytes, int] = {}
        dead = []
        for number, id in enumerate(ids[:added]):
            if id in last:
                dead.append(last[id])
            last[id] = number
        for removed, before in self._removed.items():
            at = last.get(encoded(removed), before)
            if at < before:
                dead.append(at)
        return dead

    def close(self) -> None:
        """Let go of the index without writing."""
        if self._writer is not None and not self._writer.is_closed:
            self._writer.cancel()
        self._writer = None
