"""The articles themselves, as columns: packed one after the other, and where each begins."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np

from search.backends.whoosh.arrays import load, save
from search.backends.whoosh.encoding import unpack_article
from search.documents import Article
from search.identity import Identified

_NAME = "texts.bin"


class TextsWriter:
    """Writes packed articles in order, without keeping any."""

    def __init__(self, folder: Path) -> None:
        """Begin a new file."""
        self._folder, self._starts = folder, array("q", [0])
        self._file = (folder / _NAME).open("xb")

    def add(self, packed: bytes) -> None:
        """Write the next article."""
        self._file.write(packed)
        self._starts.append(self._starts[-1] + len(packed))

    def close(self) -> None:
        """End the file, and write where each article begins."""
        self._file.close()
        save(self._folder / "texts.starts.npy", np.array(self._starts, np.int64))


class Texts:
    """A segment's articles, opened: memory-mapped, so that any thread may read and a swept file stays readable."""

    def __init__(self, folder: Path) -> None:
        """Open what ``TextsWriter`` wrote."""
        self._starts = load(folder / "texts.starts.npy")
        path = folder / _NAME
        self._bytes = np.memmap(path, np.uint8, "r") if path.stat().st_size else np.empty(0, np.uint8)

    def packed(self, number: int) -> bytes:
        """Give an article's bytes."""
        return self._bytes[self._starts[number] : self._starts[number + 1]].tobytes()

    def article(self, number: int, identified: Mapping[str, Identified] = MappingProxyType({})) -> Article:
        """Give an article, with the archive's speakers where they are known by the article's own."""
        return unpack_article(self.packed(number), identified)
