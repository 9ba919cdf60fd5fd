"""One writer at a time: a lock on the index folder that the system frees when its holder dies."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from weakref import WeakSet

from search.errors import IndexLocked

_NAME = "LOCK"


class WriterLock:
    """Held from its making until ``release``. A child process that is forked meanwhile does not hold it."""

    def __init__(self, index: Path) -> None:
        """Take the lock of an index folder. Raises IndexLocked, with the holder's process id, if it is taken."""
        self._descriptor: int | None = os.open(index / _NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._descriptor, 32).strip()
            self._close()
            raise IndexLocked(int(holder) if holder.isdigit() else None) from None
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode("ascii"))
        _held.add(self)

    def release(self) -> None:
        """Give the lock back; a second time does nothing."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            self._close()

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = None

    @staticmethod
    def let_go_in_child() -> None:
        """Close the locks that a forked child has inherited, so that they end with the parent."""
        for lock in _held:
            lock._close()


_held: WeakSet[WriterLock] = WeakSet()
os.register_at_fork(after_in_child=WriterLock.let_go_in_child)
