"""What the tagger's networks are made of: the names, sizes and shapes of their parameters, and the file that has them.

Several networks, each learnt for itself, run as one: the first axis of each array is theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.attribution.tagger.features import MENTION_ROWS, SHAPE_ROWS
from indexer.attribution.tagger.vocabulary import SUFFIXES

Floats = NDArray[np.float32]
Parameters = dict[str, Floats]

TABLES = {"words": 64, "suffixes": 24, "mentions": 16, "shapes": 12}
WIDTH, WIDTH_2 = 128, 48
BOTTLENECK = 48  # numbers of a row between the two layers of a block of the first stage
DILATIONS, DILATIONS_2 = (1, 2, 4, 8), (1, 2, 4)
FARTHEST = 32  # tokens from the cue; farther ones are all alike


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


def stack(networks: Sequence[Parameters]) -> Parameters:
    """Give the parameters of some networks of one vocabulary as arrays whose first axis is the networks'."""
    return {name: np.stack([parameters[name] for parameters in networks]) for name in networks[0]}


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
