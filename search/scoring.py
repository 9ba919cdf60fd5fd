"""How well a document matches: BM25F over headline and text, BM25 over a statement's words.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), §3.1 and §3.6. The functions
take plain numbers or arrays of them, so that every engine computes the same in the same order: float64, rounded to
1e-6 before ties are broken.
"""

from __future__ import annotations

import math
from typing import Any

K1, B = 1.2, 0.5
FIELD_WEIGHTS = {"headline": 3.0, "text": 1.0}
"""How much a headline's words weigh, and how much long stories are held back: the best of those tried on the judged
searches (docs/evaluation-history.md); the differences are small, and larger headlines gain nothing any more."""
DECIMALS = 6

Number = Any
"""A float, or a numpy array of them: the sums are the same, and this module needs no numpy."""


def idf(documents: int, having: int) -> float:
    """Give the inverse document frequency of a term that ``having`` of ``documents`` documents have; never negative."""
    return math.log(1.0 + (documents - having + 0.5) / (having + 0.5))


def weighted(frequency: Number, length: Number, average: float, weight: float) -> Number:
    """Give a field's share of a term's frequency, corrected for the field's length in words."""
    return weight * frequency / norm(length, average)


def norm(length: Number, average: float) -> Number:
    """Give what a field's frequencies are divided by for its length in words."""
    return 1.0 - B + B * length / max(average, 1.0)


def saturated(frequency: Number, rarity: float) -> Number:
    """Give a term's score from its summed, weighted frequency and its idf."""
    return frequency * (rarity * (K1 + 1.0)) / (frequency + K1)


def rounded(score: Number) -> Number:
    """Round a score, none below 0, to ``DECIMALS``; by one rule for floats and arrays, unlike ``round``."""
    return (score * _UNIT + 0.5) // 1.0 / _UNIT


_UNIT = 10.0**DECIMALS
SLACK = 1.01 / _UNIT
"""Scores that are further apart than this differ when they are rounded, and in the same order."""
