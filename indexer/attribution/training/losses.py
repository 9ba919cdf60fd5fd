"""How far the networks' log odds are from what annotated articles want: losses, and their gradients."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.parameters import Floats
from indexer.attribution.tagger.windows import CONTENT, FIRST, LAST, SOURCE, Packed
from indexer.attribution.training.tagger_examples import NO_SOURCE, UNKNOWN_SOURCE, CueExample

_CONTENT_WEIGHT, _EDGE_WEIGHT = 0.25, 0.5


def cue_loss(odds: Floats, is_cue: NDArray[np.int8]) -> tuple[float, Floats]:
    """Give the loss of how likely each token is a cue, and its gradient; masked tokens have none."""
    loss, back = _binary(odds, is_cue.astype(np.float32))
    known = is_cue >= 0
    share = 1 / max(1, int((is_cue == 1).sum()))
    back *= known * np.float32(share)
    return float(loss[known].sum() * share), back


def marks_loss(
    marks: Floats, without: Floats, packed: Packed, cues: Sequence[CueExample]
) -> tuple[float, Floats, Floats]:
    """Give the loss of the tokens' marks and of how likely each cue has no source; and the gradients of both."""
    loss, back = _binary(marks, _wanted_marks(cues, packed))
    weights = np.zeros(4, np.float32)
    weights[CONTENT] = _CONTENT_WEIGHT
    weights[[FIRST, LAST]] = _EDGE_WEIGHT
    weights /= len(cues)
    back *= weights * packed.is_token
    of_sources, back[:, SOURCE], back_without = _source_loss(marks[:, SOURCE], without, packed, cues)
    return float((loss * packed.is_token).sum(0) @ weights) + of_sources, back, back_without


def _source_loss(
    marks: Floats, without: Floats, packed: Packed, cues: Sequence[CueExample]
) -> tuple[float, Floats, Floats]:
    """Give the loss of the choice among each cue's possible sources and none, and its gradients."""
    total = 0.0
    back, back_without = np.zeros_like(marks), np.zeros_like(without)
    known = max(1, sum(cue.right != UNKNOWN_SOURCE for cue in cues))
    for number, (cue, start) in enumerate(zip(cues, packed.starts, strict=True)):
        if cue.right == UNKNOWN_SOURCE:
            continue
        places = np.array([start + at for at in cue.sources], np.int64)
        odds = np.append(marks[places], without[number]).astype(np.float64)
        odds -= odds.max()
        shares = np.exp(odds) / np.exp(odds).sum()
        right = len(places) if cue.right == NO_SOURCE else cue.right
        total -= float(np.log(shares[right] + 1e-12)) / known
        shares[right] -= 1
        np.add.at(back, places, (shares[:-1] / known).astype(np.float32))
        back_without[number] = shares[-1] / known
    return total, back, back_without


def _wanted_marks(cues: Sequence[CueExample], packed: Packed) -> Floats:
    wanted = np.zeros((len(packed.token), 4), np.float32)
    for cue, start in zip(cues, packed.starts, strict=True):
        stop = start + len(cue.content)
        wanted[start:stop, CONTENT] = cue.content
        change = np.diff(np.concatenate(([0], cue.content, [0])))
        wanted[start:stop, FIRST] = change[:-1] == 1
        wanted[start:stop, LAST] = change[1:] == -1
    return wanted


def _binary(odds: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Give the logistic losses of log odds, and their gradients."""
    small = np.exp(-np.abs(odds))
    loss = np.maximum(odds, 0) - odds * wanted + np.log1p(small)
    share = np.where(odds >= 0, 1, small) / (1 + small)
    return loss, (share - wanted).astype(np.float32)
