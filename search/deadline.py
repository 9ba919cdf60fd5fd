"""How long an answer may take: one deadline for all that is done for it, looked at wherever work could go on for long.

It is set at the rims, where a question comes in, and holds for whatever the same thread does meanwhile. Nothing that
searches needs to hand it on; without one, nothing is ever stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from search.errors import OutOfTime

T = TypeVar("T")
_GRACE = 0.25
"""Of the time that an answer may take, what may be added to list what was found by then."""


class Deadline:
    """When an answer must be there. ``is_missed`` says whether anything was left out for it."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._until = time.monotonic() + seconds
        self._at_last = self._until + seconds * _GRACE
        self.is_missed = False

    def check(self) -> None:
        """Go on, or raise OutOfTime."""
        if time.monotonic() >= self._until:
            self.is_missed = True
            raise OutOfTime

    @property
    def is_over(self) -> bool:
        """Whether there is no time left even to list what was found."""
        return time.monotonic() >= self._at_last


_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def time_limit(seconds: float) -> Iterator[Deadline]:
    """Let what is done within take so many seconds; give the deadline."""
    deadline = Deadline(seconds)
    before = _current.set(deadline)
    try:
        yield deadline
    finally:
        _current.reset(before)


def check_time() -> None:
    """Go on if there is time left. Raises OutOfTime."""
    deadline = _current.get()
    if deadline is not None:
        deadline.check()


def in_time(make: Callable[[], T], otherwise: T) -> T:
    """Give what ``make`` gives, or something else where there is no time for it."""
    try:
        return make()
    except OutOfTime:
        return otherwise


def is_over() -> bool:
    """Say whether there is no time left even to list what was found."""
    deadline = _current.get()
    return deadline is not None and deadline.is_over
