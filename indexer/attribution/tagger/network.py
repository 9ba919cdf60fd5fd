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

import numpy as np

from indexer.attribution.tagger.features import Rows
from indexer.attribution.tagger.parameters import DILATIONS, DILATIONS_2, TABLES, WIDTH, WIDTH_2, Floats, Parameters
from indexer.attribution.tagger.windows import Window, pack

REACH = sum(DILATIONS)  # rows to either side that a row's vector depends on
PIECE = 1_000  # rows that are read at once: the arrays of a few stay in the processor's memory, those of a book do not
_STABLE = 1e-5


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

    The rows before, at and after each row are multiplied for themselves and then added, so that no table of neighbours
    is made. max(x + b, 0) is max(x, -b) + b, so that the bias ``b`` becomes part of what is added after the mixing.
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


def _row(values: Floats) -> Floats:
    """Give values, one for each column, as a row for each network."""
    return values[:, None]
