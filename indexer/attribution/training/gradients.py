"""The network's pass in training: its loss over a batch of articles and the gradient of every parameter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.features import Rows
from indexer.attribution.tagger.network import normalised
from indexer.attribution.tagger.parameters import DILATIONS, DILATIONS_2, TABLES, Floats, Parameters
from indexer.attribution.tagger.vocabulary import FIRST_WORD, PARAGRAPH, UNKNOWN
from indexer.attribution.tagger.windows import Packed, Window, pack
from indexer.attribution.training.losses import cue_loss, marks_loss
from indexer.attribution.training.tagger_examples import MASKED, CueExample, TaggerExample

_BETWEEN = 16  # border rows between two articles, so that neither sees the other
_DROPPED, _DROPPED_WORDS = 0.4, 0.05  # share of the values, and of the words, that a pass does without

_Norm = tuple[Floats, Floats]
"""What the way back through a norm needs: the even rows, and their deviations."""
_Kept = tuple[Floats, Floats, Floats | None, _Norm]
"""What the way back through a block needs: the neighbours, the inner rows, which numbers stayed, and its norm."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some articles as one text."""

    rows: Rows
    is_cue: NDArray[np.int8]
    cues: list[CueExample]
    windows: list[Window]


def join(articles: Sequence[TaggerExample]) -> Batch:
    """Lay articles end to end."""
    border = np.zeros((_BETWEEN, len(TABLES)), np.int64)
    border[:, 0] = PARAGRAPH
    rows, is_cue, cues, windows = [], [], [], []
    start = 0
    for article in articles:
        rows += [article.rows, border]
        is_cue += [article.is_cue, np.full(_BETWEEN, MASKED, np.int8)]
        cues += article.cues
        windows += [Window(c.window.cue + start, c.window.first + start, c.window.length) for c in article.cues]
        start += len(article.rows) + _BETWEEN
    return Batch(np.concatenate(rows), np.concatenate(is_cue), cues, windows)


def neighbours(values: Floats, dilation: int) -> Floats:
    """Give each row with the rows before and after it at some distance."""
    rows, width = values.shape
    found = np.empty((rows, 3 * width), np.float32)
    found[:dilation, :width] = 0
    found[dilation:, :width] = values[:-dilation]
    found[:, width : 2 * width] = values
    found[:-dilation, 2 * width :] = values[dilation:]
    found[-dilation:, 2 * width :] = 0
    return found


class Pass:
    """One pass forward and back; with ``chance`` some values and words are dropped, so that none is relied on."""

    def __init__(self, parameters: Parameters, gradients: Parameters, chance: np.random.Generator | None) -> None:
        """``gradients``: arrays shaped like the parameters, which are written over."""
        self.p, self.g, self.chance = parameters, gradients, chance

    def run(self, batch: Batch) -> float:
        """Give the loss of a batch and leave its gradients."""
        for gradient in self.g.values():
            gradient[...] = 0
        rows = self._without_some_words(batch.rows)
        tables = [self.p[name][rows[:, number]] for number, name in enumerate(TABLES)]
        embedded, embedded_mask = self._dropped(np.concatenate(tables, axis=1))
        entered = np.maximum(embedded @ self.p["input"] + self.p["input+"], 0)
        values, first_norm = self._norm(entered.copy(), "scale", "shift")
        blocks = []
        for number, dilation in enumerate(DILATIONS):
            values, kept = self._block(f"a{number}.", values, dilation, None)
            blocks.append(kept)
        values, values_mask = self._dropped(values)
        loss, back = self._cues(values, batch.is_cue)
        if batch.cues:
            second_loss, second_back = self._second(values, batch)
            loss += second_loss
            back += second_back
        back = _masked(back, values_mask)
        for number, dilation in reversed(list(enumerate(DILATIONS))):
            back = self._block_back(f"a{number}.", back, dilation, blocks[number], None)
        back = self._norm_back(back, first_norm, "scale", "shift") * (entered > 0)
        self.g["input"] += embedded.T @ back
        self.g["input+"] += back.sum(0)
        back = _masked(back @ self.p["input"].T, embedded_mask)
        column = 0
        for number, (name, width) in enumerate(TABLES.items()):
            _add_rows(self.g[name], rows[:, number], back[:, column : column + width])
            column += width
        return loss

    def _without_some_words(self, rows: Rows) -> Rows:
        if self.chance is None:
            return rows
        rows = rows.copy()
        dropped = (self.chance.random(len(rows)) < _DROPPED_WORDS) & (rows[:, 0] >= FIRST_WORD)
        rows[dropped, 0] = UNKNOWN
        return rows

    def _dropped(self, values: Floats) -> tuple[Floats, Floats | None]:
        if self.chance is None:
            return values, None
        mask = (self.chance.random(values.shape, np.float32) >= _DROPPED).astype(np.float32)
        mask /= 1 - _DROPPED
        return values * mask, mask

    def _norm(self, values: Floats, scale: str, shift: str) -> tuple[Floats, _Norm]:
        even, deviations = normalised(values)
        return even * self.p[scale] + self.p[shift], (even, deviations)

    def _norm_back(self, back: Floats, kept: _Norm, scale: str, shift: str) -> Floats:
        even, deviations = kept
        self.g[scale] += np.einsum("ij,ij->j", back, even)
        self.g[shift] += back.sum(0)
        back = back * self.p[scale]
        back -= back.mean(1, keepdims=True) + even * (np.einsum("ij,ij->i", back, even) / even.shape[1])[:, None]
        back /= deviations[:, None]
        return back

    def _block(self, name: str, values: Floats, dilation: int, is_token: Floats | None) -> tuple[Floats, _Kept]:
        near = neighbours(values, dilation)
        inner = near @ self.p[name + "near"]
        inner += self.p[name + "near+"]
        np.maximum(inner, 0, out=inner)
        mixed, mask = self._dropped(_sum(inner @ self.p[name + "mix"], self.p[name + "mix+"]))
        out, norm = self._norm(_sum(mixed, values), name + "scale", name + "shift")
        if is_token is not None:
            out *= is_token
        return out, (near, inner, mask, norm)

    def _block_back(self, name: str, back: Floats, dilation: int, kept: _Kept, is_token: Floats | None) -> Floats:
        near, inner, mask, norm = kept
        if is_token is not None:
            back = back * is_token
        back = self._norm_back(back, norm, name + "scale", name + "shift")
        mixed = _masked(back, mask)
        self.g[name + "mix"] += inner.T @ mixed
        self.g[name + "mix+"] += mixed.sum(0)
        through = (mixed @ self.p[name + "mix"].T) * (inner > 0)
        self.g[name + "near"] += near.T @ through
        self.g[name + "near+"] += through.sum(0)
        spread = through @ self.p[name + "near"].T
        width = back.shape[1]
        back = _sum(back, spread[:, width : 2 * width])
        back[:-dilation] += spread[dilation:, :width]
        back[dilation:] += spread[:-dilation, 2 * width :]
        return back

    def _cues(self, values: Floats, is_cue: NDArray[np.int8]) -> tuple[float, Floats]:
        odds = (values @ self.p["is-cue"])[:, 0] + self.p["is-cue+"]
        loss, back = cue_loss(odds, is_cue)
        self.g["is-cue"] += values.T @ back[:, None]
        self.g["is-cue+"] += back.sum()
        return loss, back[:, None] * self.p["is-cue"][:, 0]

    def _second(self, values: Floats, batch: Batch) -> tuple[float, Floats]:
        packed = pack(batch.windows)
        cues = np.array([window.cue for window in batch.windows])
        of_cue = values[cues]
        sums = (values @ self.p["of-token"])[packed.token]
        sums += (of_cue @ self.p["of-cue"] + self.p["of-both+"])[packed.cue]
        sums += self.p["distances"][packed.distance]
        np.maximum(sums, 0, out=sums)
        inner, norm = self._norm(sums.copy(), "scale-2", "shift-2")
        inner *= packed.is_token
        blocks = []
        for number, dilation in enumerate(DILATIONS_2):
            inner, kept = self._block(f"b{number}.", inner, dilation, packed.is_token)
            blocks.append(kept)
        loss, back = self._marks(inner, packed, batch.cues)
        for number, dilation in reversed(list(enumerate(DILATIONS_2))):
            back = self._block_back(f"b{number}.", back, dilation, blocks[number], packed.is_token)
        back = self._norm_back(back * packed.is_token, norm, "scale-2", "shift-2") * (sums > 0) * packed.is_token
        _add_rows(self.g["distances"], packed.distance, back)
        by_token = np.zeros((len(values), back.shape[1]), np.float32)
        _add_rows(by_token, packed.token, back)
        self.g["of-token"] += values.T @ by_token
        by_cue = np.zeros((len(cues), back.shape[1]), np.float32)
        _add_rows(by_cue, packed.cue, back)
        self.g["of-cue"] += of_cue.T @ by_cue
        self.g["of-both+"] += by_cue.sum(0)
        through = by_token @ self.p["of-token"].T
        _add_rows(through, cues, by_cue @ self.p["of-cue"].T)
        return loss, through

    def _marks(self, inner: Floats, packed: Packed, cues: list[CueExample]) -> tuple[float, Floats]:
        at_cue = packed.at_cue
        marks = inner @ self.p["marks"] + self.p["marks+"]
        without = (inner[at_cue] @ self.p["sourceless"])[:, 0] + self.p["sourceless+"]
        loss, back, back_without = marks_loss(marks, without, packed, cues)
        self.g["marks"] += inner.T @ back
        self.g["marks+"] += back.sum(0)
        self.g["sourceless"] += inner[at_cue].T @ back_without[:, None]
        self.g["sourceless+"] += back_without.sum()
        through = back @ self.p["marks"].T
        through[at_cue] += back_without[:, None] * self.p["sourceless"][:, 0]
        return loss, through


def _masked(values: Floats, mask: Floats | None) -> Floats:
    return values if mask is None else values * mask


def _sum(one: NDArray[np.floating], other: NDArray[np.floating]) -> Floats:
    return np.asarray(one + other, dtype=np.float32)


def _add_rows(table: Floats, rows: NDArray[np.integer], values: Floats) -> None:
    """Add each value to its row of a table; always in the same order, so that the sums come out the same."""
    order = np.argsort(rows, kind="stable")
    found, starts = np.unique(rows[order], return_index=True)
    table[found] += np.add.reduceat(values[order], starts)
