"""The articles themselves, as columns: of each part one, article after article, and where each begins."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from search.backends.whoosh.arrays import narrow
from search.backends.whoosh.encoding import Parts, parts_of
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing

_CARDS, _TEXTS, _RESTS, _STATEMENTS = "cards", "texts", "rests", "statements"


class _Growing:
    """Pieces, written one after the other without keeping any."""

    def __init__(self, packing: Packing, name: str) -> None:
        self._packing, self._name, self._starts = packing, name, array("q", [0])
        self._bytes = packing.growing(name, np.dtype(np.uint8))

    def add(self, piece: bytes) -> None:
        self._bytes.add_bytes(piece)
        self._starts.append(self._starts[-1] + len(piece))

    def close(self) -> None:
        self._bytes.close()
        self._packing.save(f"{self._name}.starts", narrow(np.array(self._starts, np.int64)))


class TextsWriter:
    """Writes packed articles in order."""

    def __init__(self, packing: Packing) -> None:
        """Begin the columns."""
        self._cards, self._texts, self._rests, self._statements = (
            _Growing(packing, name) for name in (_CARDS, _TEXTS, _RESTS, _STATEMENTS)
        )

    def add(self, packed: bytes) -> None:
        """Write the next article."""
        card, text, rest, statements = parts_of(packed)
        self._cards.add(card)
        self._texts.add(text)
        self._rests.add(rest)
        for statement in statements:
            self._statements.add(statement)

    def close(self) -> None:
        """End the columns, and write where each article begins."""
        for column in (self._cards, self._texts, self._rests, self._statements):
            column.close()


class _Pieces:
    """Such pieces, opened."""

    def __init__(self, packed: Packed, name: str) -> None:
        self._bytes, self._starts = packed.raw(name), packed.array(f"{name}.starts")

    def __getitem__(self, number: int) -> bytes:
        return bytes(self._bytes[self._starts[number] : self._starts[number + 1]])

    def of(self, numbers: Sequence[int]) -> list[bytes]:
        """Give several."""
        firsts = np.array(numbers, np.int64)
        starts, ends = self._starts.take(firsts).tolist(), self._starts.take(firsts + 1).tolist()
        return [bytes(self._bytes[start:end]) for start, end in zip(starts, ends, strict=True)]


class Texts:
    """A segment's articles and their statements, by number."""

    def __init__(self, packed: Packed) -> None:
        """Open what ``TextsWriter`` wrote."""
        self.cards, self.texts, self._rests, self.statements = (
            _Pieces(packed, name) for name in (_CARDS, _TEXTS, _RESTS, _STATEMENTS)
        )

    def parts(self, number: int, statements: range) -> Parts:
        """Give an article's parts; ``statements`` are the numbers of its own."""
        rows = tuple(self.statements[at] for at in statements)
        return Parts(self.cards[number], self.texts[number], self._rests[number], rows)
