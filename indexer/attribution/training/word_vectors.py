"""Vectors of words learnt from plain text: words that stand among the same words lie near each other.

Counts of the neighbours left and right, their positive mutual information, and its strongest directions; this comes
to the same as skip-gram vectors, and gives the same again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.vocabulary import spelling
from indexer.attribution.text.tokens import words_in

SIZE = 64
_CONTEXTS = 1500
_REACH = 3
_MOST_WORDS, _FEWEST, _FEWEST_OWN = 13_000, 20, 4
_FLATTENING = 0.75  # evens out the counts of the contexts
_CHUNK = 2_000_000


def count_words(texts: Iterable[str]) -> tuple[Counter[str], list[NDArray[np.int32]], dict[str, int]]:
    """Count the words of texts; give the texts as numbers too, and each word's number."""
    numbers: dict[str, int] = {}
    chunks: list[NDArray[np.int32]] = []
    counts: Counter[str] = Counter()
    chunk: list[int] = []
    for text in texts:
        words = [spelling(word) for word in words_in(text)]
        counts.update(words)
        chunk += [numbers.setdefault(word, len(numbers)) for word in words]
        chunk += [-1] * _REACH
        if len(chunk) > _CHUNK:
            chunks.append(np.array(chunk, dtype=np.int32))
            chunk = []
    chunks.append(np.array(chunk, dtype=np.int32))
    return counts, chunks, numbers


def choose_words(counts: Counter[str], own: Counter[str]) -> list[str]:
    """Choose the words to know: the most frequent of all texts, and those frequent in the annotated ones."""
    known = {word for word, count in counts.most_common(_MOST_WORDS) if count >= _FEWEST}
    return sorted(known | {word for word, count in own.items() if count >= _FEWEST_OWN})


def word_vectors(
    words: Sequence[str], counts: Counter[str], chunks: list[NDArray[np.int32]], numbers: dict[str, int]
) -> NDArray[np.float32]:
    """Give the vectors of words, one a row, of deviation 1; a word without neighbours has none."""
    contexts = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_CONTEXTS]]
    row_of = np.full(len(numbers) + 1, -1, np.int64)  # the last stands for the space between texts, number -1
    column_of = row_of.copy()
    row_of[[numbers[word] for word in words]] = np.arange(len(words))
    column_of[[numbers[word] for word in contexts]] = np.arange(len(contexts))
    width = 2 * len(contexts)
    table = np.zeros(len(words) * width, np.float32)
    for chunk in chunks:
        rows, columns = row_of[chunk], column_of[chunk]
        for reach in range(1, _REACH + 1):
            for side, (at, near) in enumerate(((rows[reach:], columns[:-reach]), (rows[:-reach], columns[reach:]))):
                known = (at >= 0) & (near >= 0)
                np.add.at(table, at[known] * width + near[known] + side * len(contexts), np.float32(1))
    return _directions(_mutual_information(table.reshape(len(words), width)))


def _mutual_information(table: NDArray[np.float32]) -> NDArray[np.float32]:
    rows = table.sum(1, keepdims=True)
    columns = table.sum(0, keepdims=True) ** _FLATTENING
    expected = rows * (columns / columns.sum())
    table /= np.maximum(expected, 1e-6)
    np.log(np.maximum(table, 1.0), out=table)
    return table


def _directions(table: NDArray[np.float32]) -> NDArray[np.float32]:
    values, vectors = np.linalg.eigh((table.T @ table).astype(np.float64))
    strongest = vectors[:, ::-1][:, :SIZE] / np.maximum(values[::-1][:SIZE], 1e-9) ** 0.25
    found = np.zeros((len(table), SIZE), np.float32)  # few words have fewer directions
    found[:, : strongest.shape[1]] = table @ strongest.astype(np.float32)
    return np.asarray(found / max(float(found.std()), 1e-6), dtype=np.float32)
