"""Found, right and wanted: what precision, recall and F1 are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many were found, how many of these are right, and how many are wanted; all else as shares of 1."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """How many of those found are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """How many of those wanted are right."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else 0.0
