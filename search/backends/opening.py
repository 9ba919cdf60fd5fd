"""Settings -> the chosen engine's live reader, or its writer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from search.backends.base import Searcher, Writer
from search.settings import Settings


class Reader(Protocol):
    """Follows the live generation."""

    def current(self) -> Searcher:
        """Give the searcher to ask now. Raises NoIndex if there is no index that can be opened."""
        ...

    def check(self) -> None:
        """Look whether the index is damaged, because an answer went wrong. Raises IndexDamaged."""
        ...


def open_reader(settings: Settings, verify: bool = False) -> Reader:
    """Give the reader of the index that is set; the index need not be there yet.

    What will serve for long should ``verify``: the checksums of the large files, too, are then checked in the
    background, and a generation that turns out damaged gives way to the newest one that is whole.
    """
    from search.backends.whoosh.live import LiveReader

    return LiveReader(settings.index, verify)


def open_writer(settings: Settings, fresh: bool) -> Writer:
    """Give a writer of the next generation: empty if ``fresh``, else beginning with what the live one holds.

    Raises IndexLocked while another process writes, NoIndex if there is a live generation that cannot be read.
    """
    from search.backends.whoosh.writer import WhooshWriter

    return WhooshWriter(settings.index, fresh)


def verify(settings: Settings) -> tuple[str, ...]:
    """Give the files of the live generation that are not what was written, every byte read. Raises NoIndex."""
    from search.backends.whoosh.inspecting import damaged_files

    return damaged_files(settings.index)


def known_files(settings: Settings) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Give every file that the live generation knows: path -> (digest, ids of its articles). Raises NoIndex."""
    from search.backends.whoosh import inspecting

    return inspecting.known_files(settings.index)
