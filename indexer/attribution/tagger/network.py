"""The tagger's networks: they read a whole text, then look once more at the sentence of each cue.

First stage: four tables give each token a vector; residual blocks of convolutions, farther apart from block to block,
let it see some fifteen tokens to either side; out comes how likely each token is a cue. Second stage, for each cue: the
vectors of its sentence with the cue's own and the distance to it, through smaller blocks; out comes for each token how
likely it is the source's last, in the content, the content's first, its last; and for the cue, that it has no source.

Several networks, each learnt for itself, run as one: the first axis of each array is theirs, and their log odds are
averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.features import MENTION_ROWS, SHAPE_ROWS, Rows
from indexer.attribution.tagger.vocabulary import SUFFIXES

Floats = NDArray[np.float32]
Places = NDArray[np.int64]
Parameters = dict[str, Floats]

TABLES = {"words": 64, "suffixes": 24, "mentions": 16, "shapes": 12}
WIDTH, WIDTH_2 = 128, 48
BOTTLENECK = 48  # numbers of a row between the two layers of a block of the first stage
DILATIONS, DILATIONS_2 = (1, 2, 4, 8), (1, 2, 4)
REACH = sum(DILATIONS)  # rows to either side that a row's vector depends on
PIECE = 1_000  # rows that are read at once: the arrays of a few stay in the processor's memory, those of a book do not
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
    """Windows laid end to end, with zeros between: for each row the token, its cue, and how far it is from it.

    ``starts``: where each window begins; ``at_cue``: where its cue is.
    """

    token: Places
    cue: Places
    distance: Places
    is_token: Floats
    starts: list[int]
    at_cue: Places


def shapes(words: int) -> dict[str, tuple[int, ...]]:
    """Give the shape of each of one network's parameters for a vocabulary of so many words."""
    rows = {"words": words, "suffixes": SUFFIXES, "mentions": MENTION_ROWS, "shapes": SHAPE_ROWS}
    found: dict[str, tuple[int, ...]] = {name: (rows[name], width) for name, width in TABLES.items()}
    found |= {"input": (sum(TABLES.values()), WIDTH), "input+": (WIDTH,)}
    found |= {"scale": (WIDTH,), "shift": (WIDTH,)}
    for stage, dilations, width, inner in (("a", DILATIONS, WIDTH, BOTTLENECK), ("b", DILATIONS_2, WIDTH_2, WIDTH_2)):
        for number in range(len(dilations)):
            name = f"{stage}{number}."
            found |= {name + "near": (3 * width, inner), name + "near+": (inner,)}
            found |= {name + "mix": (inner, width), name + "mix+": (width,)}
            found |= {name + "scale": (width,), name + "shift": (width,)}
    found |= {"is-cue": (WIDTH, 1), "is-cue+": (1,)}
    found |= {"of-token": (WIDTH, WIDTH_2), "of-cue": (WIDTH, WIDTH_2), "of-both+": (WIDTH_2,)}
    found |= {"distances": (2 * FARTHEST + 1, WIDTH_2), "scale-2": (WIDTH_2,), "shift-2": (WIDTH_2,)}
    found |= {"marks": (WIDTH_2, 4), "marks+": (4,), "sourceless": (WIDTH_2, 1), "sourceless+": (1,)}
    return found


def pack(windows: Sequence[Window]) -> Packed:
    """Lay windows end to end."""
    numbers = np.array([number for w in windows for number in (w.cue, w.first, w.length)], np.int64)
    cues, firsts, lengths = numbers[::3], numbers[1::3], numbers[2::3]
    taken = lengths + GAP
    taken[-1] -= GAP
    starts = taken.cumsum() - taken
    cue = np.arange(len(windows)).repeat(taken)
    place = np.arange(len(cue)) - starts[cue]
    is_token = place < lengths[cue]
    token = (firsts[cue] + place) * is_token
    distance = np.minimum(np.maximum(token - cues[cue], -FARTHEST), FARTHEST) + FARTHEST
    at_cue = starts + cues - firsts
    return Packed(token, cue, distance, is_token[:, None].astype(np.float32), starts.tolist(), at_cue)


def neighbours(values: Floats, dilation: int) -> Floats:
    """Give each row with the rows before and after it at some distance."""
    *networks, rows, width = values.shape
    found = np.empty((*networks, rows, 3 * width), np.float32)
    found[..., :dilation, :width] = 0
    found[..., dilation:, :width] = values[..., :-dilation, :]
    found[..., width : 2 * width] = values
    found[..., :-dilation, 2 * width :] = values[..., dilation:, :]
    found[..., -dilation:, 2 * width :] = 0
    return found


def normalised(values: Floats) -> tuple[Floats, Floats]:
    """Bring each row to mean 0 and deviation 1, in place; give the deviations too."""
    width = values.shape[-1]
    values -= values @ _even(width)
    deviations: Floats = np.vecdot(values, values)
    deviations *= np.float32(1 / width)
    deviations += np.float32(_STABLE)
    np.sqrt(deviations, out=deviations)
    values *= np.reciprocal(deviations)[..., None]
    return values, deviations


@cache
def _zeros(width: int) -> Floats:
    """Give a row of zeros, against which rows are held in half the time that a single zero takes."""
    return np.zeros(width, np.float32)


@cache
def _even(width: int) -> Floats:
    return np.full((width, 1), 1 / width, np.float32)


@dataclass(frozen=True, slots=True)
class _Norm:
    """What a normalised row is multiplied by, and what is added."""

    scale: Floats
    shift: Floats

    def of(self, values: Floats) -> Floats:
        normalised(values)
        values *= self.scale
        values += self.shift
        return values


class _Block:
    """One block: it looks at each row's neighbours, and adds to the row what it makes of them.

    The rows before, at and after each row are multiplied for themselves and then added, so that no table of
    ``neighbours`` is made. max(x + b, 0) is max(x, -b) + b, so that the bias ``b`` becomes part of what is added after
    the mixing.
    """

    def __init__(self, parameters: Parameters, name: str, dilation: int) -> None:
        self.dilation = dilation
        self.before, self.at, self.after = np.split(parameters[name + "near"], 3, axis=1)
        self.mix = parameters[name + "mix"]
        bias = _row(parameters[name + "near+"])
        self.least = -bias
        self.added = bias @ self.mix + _row(parameters[name + "mix+"])
        self.norm = _Norm(_row(parameters[name + "scale"]), _row(parameters[name + "shift"]))

    def run(self, values: Floats) -> Floats:
        apart = self.dilation
        inner: Floats = values @ self.at
        inner[:, apart:] += values[:, :-apart] @ self.before
        inner[:, :-apart] += values[:, apart:] @ self.after
        np.maximum(inner, self.least, out=inner)
        inner = inner @ self.mix
        inner += self.added
        inner += values
        return self.norm.of(inner)


class Network:
    """Networks ready to run: the tables are taken through the input layer once, so that a token costs four sums.

    The tables themselves, which are most of the parameters, are not kept.
    """

    def __init__(self, parameters: Parameters) -> None:
        """``parameters``: of one network or more, as ``stack`` gives them."""
        p = parameters
        self._tables: list[Floats] = []
        row = 0
        for name, width in TABLES.items():
            self._tables.append(p[name] @ p["input"][:, row : row + width])
            row += width
        self._tables[0] += _row(p["input+"])
        self._parameters = {name: values for name, values in p.items() if name not in TABLES}
        self._first_norm = _Norm(_row(p["scale"]), _row(p["shift"]))
        self._second_norm = _Norm(_row(p["scale-2"]), _row(p["shift-2"]))
        self._blocks = [_Block(p, f"a{number}.", dilation) for number, dilation in enumerate(DILATIONS)]
        self._blocks_2 = [_Block(p, f"b{number}.", dilation) for number, dilation in enumerate(DILATIONS_2)]

    def read(self, rows: Rows) -> tuple[Floats, Floats]:
        """Give each token's vectors and how likely it is a cue, in log odds."""
        pieces = []
        for start in range(0, len(rows), PIECE):
            first = max(0, start - REACH)
            pieces.append(self._vectors(rows[first : start + PIECE + REACH])[:, start - first :][:, :PIECE])
        values = pieces[0] if len(pieces) == 1 else np.concatenate(pieces, axis=1)
        return values, self._odds(values, "is-cue")[:, 0]

    def _vectors(self, rows: Rows) -> Floats:
        values: Floats = self._tables[0].take(rows[:, 0], axis=1)
        for number in range(1, len(self._tables)):
            values += self._tables[number].take(rows[:, number], axis=1)
        np.maximum(values, _zeros(WIDTH), out=values)
        values = self._first_norm.of(values)
        for block in self._blocks:
            values = block.run(values)
        return values

    def look(self, values: Floats, windows: Sequence[Window]) -> tuple[list[Floats], Floats]:
        """Give for each cue the four marks of the tokens in its window, and how likely it is without a source."""
        p = self._parameters
        packed = pack(windows)
        of_cues = values.take([window.cue for window in windows], axis=1) @ p["of-cue"] + _row(p["of-both+"])
        inner: Floats = values.take(packed.token, axis=1) @ p["of-token"]
        inner += of_cues.take(packed.cue, axis=1)
        inner += p["distances"].take(packed.distance, axis=1)
        np.maximum(inner, _zeros(WIDTH_2), out=inner)
        inner = self._second_norm.of(inner)
        inner *= packed.is_token
        for block in self._blocks_2:
            inner = block.run(inner)
            inner *= packed.is_token
        marks = self._odds(inner, "marks")
        without = self._odds(inner.take(packed.at_cue, axis=1), "sourceless")[:, 0]
        spans = zip(packed.starts, windows, strict=True)
        return [marks[start : start + window.length] for start, window in spans], without

    def _odds(self, values: Floats, name: str) -> Floats:
        """Give the log odds of some output, those of all networks averaged."""
        odds: Floats = values @ self._parameters[name] + _row(self._parameters[name + "+"])
        together: Floats = np.add.reduce(odds, axis=0)
        together /= len(odds)
        return together


def stack(networks: Sequence[Parameters]) -> Parameters:
    """Give the parameters of some networks of one vocabulary as arrays whose first axis is the networks'."""
    return {name: np.stack([parameters[name] for parameters in networks]) for name in networks[0]}


def _row(values: Floats) -> Floats:
    """Give values, one for each column, as a row for each network."""
    return values[:, None]


def save_network(path: Path, parameters: Parameters, words: list[str]) -> None:
    """Write networks and their vocabulary: tables in bytes with a scale for each row, the rest in half precision."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, values in parameters.items():
        if name in TABLES:
            scale = np.maximum(np.abs(values).max(-1, keepdims=True), 1e-8) / 127
            arrays[name] = np.round(values / scale).astype(np.int8)
            arrays[name + " scale"] = scale.astype(np.float32)
        else:
            arrays[name] = values.astype(np.float16)
    arrays["vocabulary"] = np.frombuffer("\n".join(words).encode(), np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load_parameters(path: Path) -> tuple[Parameters, list[str]]:
    """Read the parameters of networks, and their vocabulary."""
    with np.load(path, allow_pickle=False) as arrays:
        parameters = {name: arrays[name].astype(np.float32) for name in arrays.files if name in shapes(0)}
        for name in TABLES:
            parameters[name] *= arrays[name + " scale"]
        words = bytes(arrays["vocabulary"]).decode().split("\n")
    return parameters, words
