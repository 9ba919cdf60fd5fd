"""A clock that stops a search at its n-th look at the time, wherever that is."""

from __future__ import annotations


class Clock:
    """Goes on by a step each time that it is looked at."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def monotonic(self) -> float:
        self.now += self.step
        return self.now
