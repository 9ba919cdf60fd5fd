"""The Whoosh index itself, as a writer uses it: adds, deletes, merges, and the columns of what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex

from search.backends.whoosh.encoding import pack_article
from search.backends.whoosh.facts import facts_of
from search.backends.whoosh.field_words import read_words
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.layout import COLUMNS, WHOOSH, columns_of
from search.backends.whoosh.manifest import FileSum, check_sum
from search.backends.whoosh.merging import merge_small
from search.backends.whoosh.schema import INDEX_NAME, make_schema
from search.backends.whoosh.segment import Segment
from search.backends.whoosh.segment_writer import ArticleWriter
from search.documents import Article


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
        index = FileIndex(FileStorage(str(self._folder)), indexname=INDEX_NAME)
        self._writer: ArticleWriter | None = ArticleWriter(index, self._columns, forms)

    def add(self, article: Article) -> None:
        """Add an article; whatever there was under its id is gone."""
        assert self._writer is not None
        self._remove_from_base(article.id)
        words = read_words(article, self.forms)
        self._writer.add_article(words, pack_article(article), facts_of(article, words, self.forms))

    def remove(self, id: str) -> None:
        """Take an article out, whether it was there before or was added by this writer."""
        assert self._writer is not None
        self._remove_from_base(id)
        self._writer.withdraw(id)

    def _remove_from_base(self, id: str) -> None:
        assert self._writer is not None
        for segment in self._base:
            number = segment.find(id)
            if number is not None:
                segment.live[number] = False
                own = next(one for one in self._writer.segments if one.segment_id() == segment.name)
                own.delete_document(number)

    def commit(self) -> dict[str, tuple[int, ...]]:
        """Write everything; give each segment's deleted articles."""
        assert self._writer is not None
        self._writer.commit(mergetype=partial(merge_small, merge=self._merge))  # type: ignore[no-untyped-call]
        self._writer = None
        (self._folder / f"{INDEX_NAME}_WRITELOCK").unlink(missing_ok=True)
        segments = TOC.read(FileStorage(str(self._folder)), INDEX_NAME).segments
        kept = {segment.segment_id(): tuple(sorted(segment.deleted_docs())) for segment in segments}
        for path in set(self._columns.iterdir()) - {columns_of(self._building, name) for name in kept}:
            path.unlink()
        return dict(sorted(kept.items()))

    def _merge(self, segment: W3Segment) -> None:
        """Take a segment into the new one once every byte of it is checked: before Whoosh unpickles any.

        Raises IndexDamaged.
        """
        assert self._writer is not None
        name = segment.segment_id()
        for path, known in self._carried.items():
            if path.startswith((f"{WHOOSH}/{name}.", f"{COLUMNS}/{name}.")):
                check_sum(self._building / path, known)
        self._writer.add_segment(next(one for one in self._base if one.name == name), segment)

    def close(self) -> None:
        """Let go of the index without writing."""
        if self._writer is not None and not self._writer.is_closed:
            self._writer.cancel()
        self._writer = None
