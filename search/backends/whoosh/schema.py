"""The Whoosh schema: one document an article, one posting list a stem, each posting the places where a form stands.

The words arrive already read (``search.analysis``), so that Whoosh never analyses a text and indexing and searching
cannot come to differ.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from whoosh import fields, formats

from search.backends.whoosh.layout import PLACE, PLACE_SIZE

INDEX_NAME = "archive"
Posting = tuple[bytes, int, bytes]
"""A stem, how often it stands in the field, and where: packed places."""


@lru_cache(maxsize=1024)
def _packer(places: int) -> struct.Struct:
    return struct.Struct("<" + PLACE * places)


def pack_places(flat: list[int]) -> bytes:
    """Pack places, each of two numbers."""
    return _packer(len(flat) // 2).pack(*flat)


class Places(formats.Format):
    """The format of a posting: packed places."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def decode_frequency(self, value: bytes) -> int:
        """Give how often the stem stands there."""
        return len(value) // PLACE_SIZE

    def decode_weight(self, value: bytes) -> float:
        """Give the posting's weight, which is its frequency."""
        return float(self.decode_frequency(value))

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the positions."""
        return list(_packer(len(value) // PLACE_SIZE).unpack(value)[::2])


class Words(fields.FieldType):
    """A field of words that were read before: its value is the postings themselves."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=False)  # type: ignore[no-untyped-call]

    def index(self, value: Iterable[Posting], **options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give Whoosh its postings: term, frequency, weight, value."""
        return ((stem, count, float(count), places) for stem, count, places in value)


def make_schema() -> fields.Schema:
    """Give the schema. ``article`` is the whole article, ``facts`` what its columns are made of; both are stored."""
    return fields.Schema(
        id=fields.ID(stored=True, unique=True),
        headline=Words(),
        text=Words(),
        byline=Words(),
        article=fields.STORED,
        facts=fields.STORED,
    )
