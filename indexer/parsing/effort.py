"""How thoroughly pages are read: said once around the reading of a file, whichever format holds the page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_FAST: ContextVar[bool] = ContextVar("fast", default=False)


@contextmanager
def reading(fast: bool) -> Iterator[None]:
    """Read pages in haste, or not, as long as this lasts."""
    token = _FAST.set(fast)
    try:
        yield
    finally:
        _FAST.reset(token)


def is_fast() -> bool:
    """Say whether pages are to be read in haste."""
    return _FAST.get()
