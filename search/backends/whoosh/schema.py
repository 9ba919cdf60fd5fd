"""The Whoosh schema: one document an article, one posting list a stem, each posting the places where a form stands.

The words arrive already read (``search.analysis``) and are written as posting lists by ``transcribe``, so that Whoosh
never analyses a text and indexing and searching cannot come to differ.
"""

from __future__ import annotations

import numpy as np
from whoosh import fields, formats

from search.backends.whoosh.layout import PLACE

INDEX_NAME = "archive"


class Places(formats.Format):
    """The format of a posting: packed places."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def decode_frequency(self, value: bytes) -> int:
        """Give how often the stem stands there."""
        return len(value) // PLACE.itemsize

    def decode_weight(self, value: bytes) -> float:
        """Give the posting's weight, which is its frequency."""
        return float(self.decode_frequency(value))

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the positions."""
        positions: list[int] = np.frombuffer(value, PLACE)["position"].tolist()
        return positions


class Words(fields.FieldType):
    """A field of words that were read before."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=False)  # type: ignore[no-untyped-call]


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
