"""The tagger's network: it reads a whole text, then looks once more at the sentence of each cue.

First stage: four tables give each token a vector; residual blocks of convolutions, farther apart from block to block,
let it see some fifteen tokens to either side; out comes how likely each token is a cue. Second stage, for each cue: the
vectors of its sentence with the cue's own and the distance to it, through smaller blocks; out comes for each token how
likely it is the source's last, in the content, the content's first, its last; and for the cue, that it has no source.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.features import MENTION_ROWS, SHAPE_ROWS, Rows
from indexer.attribution.tagger.vocabulary import SUFFIXES

Floats = NDArray[np.float32]
Parameters = dict[str, Floats]

TABLES = {"words": 64, "suffixes": 24, "mentions": 16, "shapes": 12}
WIDTH, WIDTH_2 = 64, 48
DILATIONS, DILATIONS_2 = (1, 2, 4, 8), (1, 2, 4)
FARTHEST = 32  # tokens from the cue; farther ones are all alike
GAP = max(DILATIONS_2)  # rows of zeros between two windows
SOURCE, CONTENT, FIRST, LAST = range(4)
_STABLE = 1e-5


@dataclass(frozen=True, slots=True)
class Window:
    """The tokens about a cue, by their places among all rows: ``first`` and how many."""

    cue: int
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class Packed:
    """Windows laid end to end, with zeros between: for each row the token, its cue, and how far it is from it."""

    token: NDArray[np.int64]
    cue: NDArray[np.int64]
    distance: NDArray[np.int64]
    is_token: Floats
    starts: list[int]


def shapes(words: int) -> dict[str, tuple[int, ...]]:
    """Give the shape of each parameter for a vocabulary of so many words."""
    rows = {"words": words, "suffixes": SUFFIXES, "mentions": MENTION_ROWS, "shapes": SHAPE_ROWS}
    found: dict[str, tuple[int, ...]] = {name: (rows[name], width) for name, width in TABLES.items()}
    found |= {"input": (sum(TABLES.values()), WIDTH), "input+": (WIDTH,)}
    found |= {"scale": (WIDTH,), "shift": (WIDTH,)}
    for stage, dilations, width in (("a", DILATIONS, WIDTH), ("b", DILATIONS_2, WIDTH_2)):
        for number in range(len(dilations)):
            name = f"{stage}{number}."
            found |= {name + "near": (3 * width, width), name + "near+": (width,)}
            found |= {name + "mix": (width, width), name + "mix+": (width,)}
            found |= {name + "scale": (width,), name + "shift": (width,)}
    found |= {"is-cue": (WIDTH, 1), "is-cue+": (1,)}
    found |= {"of-token": (WIDTH, WIDTH_2), "of-cue": (WIDTH, WIDTH_2), "of-both+": (WIDTH_2,)}
    found |= {"distances": (2 * FARTHEST + 1, WIDTH_2), "scale-2": (WIDTH_2,), "shift-2": (WIDTH_2,)}
    found |= {"marks": (WIDTH_2, 4), "marks+": (4,), "sourceless": (WIDTH_2, 1), "sourceless+": (1,)}
    return found


def pack(windows: list[Window]) -> Packed:
    """Lay windows end to end."""
    total = sum(window.length for window in windows) + GAP * (len(windows) + 1)
    token, cue = np.zeros(total, np.int64), np.zeros(total, np.int64)
    distance = np.zeros(total, np.int64)
    is_token = np.zeros((total, 1), np.float32)
    starts, start = [], GAP
    for number, window in enumerate(windows):
        stop = start + window.length
        token[start:stop] = np.arange(window.first, window.first + window.length)
        cue[start:stop] = number
        distance[start:stop] = token[start:stop] - window.cue
        is_token[start:stop] = 1
        starts.append(start)
        start = stop + GAP
    return Packed(token, cue, np.clip(distance, -FARTHEST, FARTHEST) + FARTHEST, is_token, starts)


def neighbours(values: Floats, dilation: int) -> Floats:
    """Give each row with the rows before and after it at some distance."""
    width = values.shape[1]
    found = np.empty((len(values), 3 * width), np.float32)
    found[:dilation, :width] = 0
    found[dilation:, :width] = values[:-dilation]
    found[:, width : 2 * width] = values
    found[:-dilation, 2 * width :] = values[dilation:]
    found[-dilation:, 2 * width :] = 0
    return found


def normalised(values: Floats) -> tuple[Floats, Floats]:
    """Bring each row to mean 0 and deviation 1, in place; give the deviations too."""
    even = np.full(values.shape[1], 1 / values.shape[1], np.float32)
    values -= (values @ even)[:, None]
    deviations = np.einsum("ij,ij->i", values, values)
    deviations *= even[0]
    deviations += _STABLE
    np.sqrt(deviations, out=deviations)
    values /= deviations[:, None]
    return values, deviations


class Network:
    """The network ready to run: the tables are taken through the input layer once, so that a token costs four sums."""

    def __init__(self, parameters: Parameters) -> None:
        self.parameters = parameters
        self._tables: list[Floats] = []
        row = 0
        for name, width in TABLES.items():
            self._tables.append(parameters[name] @ parameters["input"][row : row + width])
            row += width
        self._tables[0] += parameters["input+"]

    def read(self, rows: Rows) -> tuple[Floats, Floats]:
        """Give each token's vector and how likely it is a cue, in log odds."""
        p = self.parameters
        values: Floats = self._tables[0].take(rows[:, 0], axis=0)
        for number in range(1, len(self._tables)):
            values += self._tables[number].take(rows[:, number], axis=0)
        np.maximum(values, 0, out=values)
        values, _ = normalised(values)
        values *= p["scale"]
        values += p["shift"]
        for number, dilation in enumerate(DILATIONS):
            values = self._block(f"a{number}.", values, dilation)
        return values, (values @ p["is-cue"])[:, 0] + p["is-cue+"]

    def look(self, values: Floats, windows: list[Window]) -> tuple[list[Floats], Floats]:
        """Give for each cue the four marks of the tokens in its window, and how likely it is without a source."""
        p = self.parameters
        packed = pack(windows)
        inner = (values @ p["of-token"])[packed.token]
        inner += (values[[window.cue for window in windows]] @ p["of-cue"] + p["of-both+"])[packed.cue]
        inner += p["distances"][packed.distance]
        np.maximum(inner, 0, out=inner)
        inner, _ = normalised(inner)
        inner *= p["scale-2"]
        inner += p["shift-2"]
        inner *= packed.is_token
        for number, dilation in enumerate(DILATIONS_2):
            inner = self._block(f"b{number}.", inner, dilation)
            inner *= packed.is_token
        marks = inner @ p["marks"]
        marks += p["marks+"]
        at_cue = [start + window.cue - window.first for start, window in zip(packed.starts, windows, strict=True)]
        without = (inner[at_cue] @ p["sourceless"])[:, 0] + p["sourceless+"]
        spans = zip(packed.starts, windows, strict=True)
        return [marks[start : start + window.length] for start, window in spans], without

    def _block(self, name: str, values: Floats, dilation: int) -> Floats:
        p = self.parameters
        inner = neighbours(values, dilation) @ p[name + "near"]
        inner += p[name + "near+"]
        np.maximum(inner, 0, out=inner)
        inner = inner @ p[name + "mix"]
        inner += p[name + "mix+"]
        inner += values
        inner, _ = normalised(inner.astype(np.float32, copy=False))
        inner *= p[name + "scale"]
        inner += p[name + "shift"]
        return inner


def save_network(path: Path, parameters: Parameters, words: list[str]) -> None:
    """Write a network and its vocabulary: tables in bytes with a scale for each row, the rest in half precision."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, values in parameters.items():
        if name in TABLES:
            scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8) / 127
            arrays[name] = np.round(values / scale).astype(np.int8)
            arrays[name + " scale"] = scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float16)
    arrays["vocabulary"] = np.frombuffer("\n".join(words).encode(), np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load_network(path: Path) -> tuple[Network, list[str]]:
    """Read a network and its vocabulary."""
    with np.load(path, allow_pickle=False) as arrays:
        parameters = {name: arrays[name].astype(np.float32) for name in arrays.files if name in shapes(0)}
        for name in TABLES:
            parameters[name] *= arrays[name + " scale"]
        words = bytes(arrays["vocabulary"]).decode().split("\n")
    return Network(parameters), words
