"""A generation checked once for all server processes: whoever is first reads it, the others take its word."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from tempfile import mkstemp
from weakref import finalize

_LONGEST_NAME = 256


class CheckedOnce:
    """Which generation was last found whole, known to every process that is forked from the one that makes this."""

    def __init__(self) -> None:
        """Know of none yet."""
        self._file, path = mkstemp()
        os.unlink(path)
        finalize(self, os.close, self._file)

    def check(self, name: str, check: Callable[[], bool]) -> None:
        """Check whether a generation is whole, unless another process found that it is; one at a time.

        What is not whole is found so by each process for itself.
        """
        fcntl.lockf(self._file, fcntl.LOCK_EX)  # let go by itself if the process is killed
        try:
            if os.pread(self._file, _LONGEST_NAME, 0) != name.encode() and check():
                os.pwrite(self._file, name.encode(), 0)
        finally:
            fcntl.lockf(self._file, fcntl.LOCK_UN)
