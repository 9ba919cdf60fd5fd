"""The live generation, followed: each question gets the newest searcher, and one in use keeps its generation."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from functools import partial
from pathlib import Path

from search.backends.whoosh.checked_once import CheckedOnce
from search.backends.whoosh.generations import REBUILD, IndexFolder
from search.backends.whoosh.manifest import check_sizes, check_sums, read_manifest
from search.backends.whoosh.opened import open_generation
from search.backends.whoosh.searcher import WhooshSearcher
from search.errors import IndexDamaged, NoIndex

_log = logging.getLogger(__name__)
_AGAIN = 60.0
"""Seconds for which a generation that was checked because of a wrong answer is not checked again."""
_LEAST_URGENT = 19
_ATTEMPTS = 3
"""How often a generation may be swept away by writers while it is being opened."""


class LiveReader:
    """Gives the searcher of the live generation, or of the newest other one if that is damaged."""

    def __init__(self, index: Path, verify: bool = False) -> None:
        """Follow an index folder, which may be empty yet. ``verify`` checks the large files too, in the background:
        once for all processes that are forked from this one.
        """
        self._folder, self._once = IndexFolder(index), CheckedOnce() if verify else None
        self._lock = threading.Lock()
        self._mark: tuple[int, int, int] | None = None
        self._searcher: WhooshSearcher | None = None
        self._damaged: dict[str, str] = {}
        self._told = ""
        self._checking: threading.Thread | None = None
        self._checks, self._checked = threading.Lock(), ("", 0.0)

    def current(self) -> WhooshSearcher:
        """Give the searcher to ask now. Raises NoIndex, of which IndexDamaged is one, if none can be opened."""
        mark, searcher = self._folder.mark(), self._searcher
        if searcher is not None and mark == self._mark:
            return searcher
        with self._lock:
            if self._searcher is None or mark != self._mark:
                try:
                    self._searcher = self._open()
                except NoIndex as error:
                    if self._searcher is None:
                        self._tell(error)
                        raise
                    _log.error("%s What was open before goes on answering.", error.message)
                self._mark = mark
            return self._searcher

    def check(self) -> None:
        """Read every byte of what is open, because an answer from it went wrong. Raises IndexDamaged.

        A generation is not read again for a minute: a fault of the program is no reason to read for ever.
        """
        with self._checks:
            searcher = self._searcher
            name, until = self._checked
            if searcher is not None and (searcher.generation != name or time.monotonic() >= until):
                self._check(searcher.generation)
                self._checked = searcher.generation, time.monotonic() + _AGAIN
        if self._damaged and (searcher is None or searcher.generation in self._damaged):
            raise IndexDamaged([*self._damaged.values()][-1])

    def wait_until_checked(self) -> None:
        """Wait until the generation that is open has been checked in every byte."""
        if self._checking is not None:
            self._checking.join()

    def _open(self) -> WhooshSearcher:
        for _ in range(_ATTEMPTS):
            mark, first = self._folder.mark(), None
            for name in self._folder.candidates():
                try:
                    searcher = self._open_one(name)
                except NoIndex as error:
                    first = first or error
                    continue
                if first is not None:
                    _log.error("%s The generation %s answers instead.", first.message, name)
                return searcher
            if mark == self._folder.mark():
                break
        assert first is not None
        raise first

    def _tell(self, error: NoIndex) -> None:
        """Have the log say why nothing can be opened, once: readers of the site are not told which file it is."""
        is_told = error.message == self._told or error.message in self._damaged.values()
        if self._once is not None and not is_told:
            _log.error("%s", error.message)
            self._told = error.message

    def _open_one(self, name: str) -> WhooshSearcher:
        if name in self._damaged:
            raise IndexDamaged(self._damaged[name])
        searcher = open_generation(self._folder.path / name)
        if self._once is not None:
            once, check = self._once, partial(self._check_aside, name)
            self._checking = threading.Thread(target=once.check, args=(name, check), name=f"check-{name}", daemon=True)
            self._checking.start()
        return searcher

    def _check_aside(self, name: str) -> bool:
        """Check every file while nobody is waiting, where a thread can be told so."""
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LEAST_URGENT)
        return self._check(name)

    def _check(self, name: str) -> bool:
        """Check every file and say if all are whole; if one is damaged, let the next question open another."""
        folder = self._folder.path / name
        try:
            manifest = read_manifest(folder)
            check_sizes(folder, manifest)
            check_sums(folder, manifest)
        except IndexDamaged as error:
            if folder.exists():
                _log.error("%s", error.message)
                with self._lock:
                    self._damaged[name] = f"{error.message} {REBUILD}"
                    if self._searcher is not None and self._searcher.generation == name:
                        self._searcher = None
            return False
        return True
