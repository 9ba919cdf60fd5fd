"""The process that readers are forked from: it loads what they need, once for all, while the index is being opened."""

from __future__ import annotations

from multiprocessing import forkserver

_LOADED = ("indexer.articles", "indexer.attribution.attribute", "indexer.models")


def prepare_readers() -> None:
    """Begin that process, unless it is there already."""
    forkserver.set_forkserver_preload([*_LOADED])
    forkserver.ensure_running()
