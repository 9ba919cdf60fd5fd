"""The articles themselves, as columns: of each part one file, article after article, and where each begins."""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from search.backends.whoosh.arrays import load, narrow, save
from search.backends.whoosh.encoding import Parts, parts_of

_CARDS, _TEXTS, _RESTS, _STATEMENTS = "cards", "texts", "rests", "statements"


class _Growing:
    """A file of pieces, written one after the other without keeping any."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name, self._starts = folder, name, array("q", [0])
        self._file = (folder / f"{name}.bin").open("xb")

    def add(self, piece: bytes) -> None:
        self._file.write(piece)
        self._starts.append(self._starts[-1] + len(piece))

    def close(self) -> None:
        self._file.close()
        save(self._folder / f"{self._name}.starts.npy", narrow(np.array(self._starts, np.int64)))


class TextsWriter:
    """Writes packed articles in order."""

    def __init__(self, folder: Path) -> None:
        """Begin new files."""
        self._cards, self._texts, self._rests, self._statements = (
            _Growing(folder, name) for name in (_CARDS, _TEXTS, _RESTS, _STATEMENTS)
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
        """End the files, and write where each article begins."""
        for file in (self._cards, self._texts, self._rests, self._statements):
            file.close()


class _Pieces:
    """Such a file, opened: memory-mapped, so that any thread may read and a swept file stays readable."""

    def __init__(self, folder: Path, name: str) -> None:
        self._starts = load(folder / f"{name}.starts.npy")
        self._bytes = b""
        path = folder / f"{name}.bin"
        if path.stat().st_size:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)  # type: ignore[assignment]

    def __getitem__(self, number: int) -> bytes:
        return self._bytes[self._starts[number] : self._starts[number + 1]]

    def of(self, numbers: Sequence[int]) -> list[bytes]:
        """Give several."""
        firsts = np.array(numbers, np.int64)
        starts, ends = self._starts.take(firsts).tolist(), self._starts.take(firsts + 1).tolist()
        return [self._bytes[start:end] for start, end in zip(starts, ends, strict=True)]


class Texts:
    """A segment's articles and their statements, by number."""

    def __init__(self, folder: Path) -> None:
        """Open what ``TextsWriter`` wrote."""
        self.cards, self.texts, self._rests, self.statements = (
            _Pieces(folder, name) for name in (_CARDS, _TEXTS, _RESTS, _STATEMENTS)
        )

    def parts(self, number: int, statements: range) -> Parts:
        """Give an article's parts; ``statements`` are the numbers of its own."""
        rows = tuple(self.statements[at] for at in statements)
        return Parts(self.cards[number], self.texts[number], self._rests[number], rows)
