"""The process that readers are forked from: it loads what they need, once for all, while the index is being opened."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker

_LOADED = ("indexer.articles", "indexer.attribution.attribute", "indexer.models")


def prepare_readers() -> None:
    """Begin that process, unless it is there already.

    It and its readers get no interrupts, not even while it loads: the process that indexes decides what one means.
    """
    forkserver.set_forkserver_preload([*_LOADED])
    resource_tracker.ensure_running()  # which would let interrupts through again
    with held_back(signal.SIGINT):
        forkserver.ensure_running()


@contextmanager
def held_back(*signals: signal.Signals) -> Iterator[None]:
    """Let signals wait until this is done; processes that begin meanwhile never get them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
