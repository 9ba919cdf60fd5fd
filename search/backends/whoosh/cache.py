"""A cache of arrays that forgets what was used longest ago, shared by the threads of a server."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


class Cache:
    """Keeps values up to a number of bytes, and the newest whatever it takes."""

    def __init__(self, most: int) -> None:
        """Keep at most so many bytes, but for a newest value that takes more."""
        self._most, self._held = most, 0
        self._entries: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T], size: Callable[[T], int]) -> T:
        """Give the value of a key, made if it is not at hand. Two threads may make it twice; both make the same."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
                found: T = entry[0]
                return found
        value = make()
        self.put(key, value, size(value))
        return value

    def put(self, key: Hashable, value: object, size: int) -> None:
        """Keep a value, in place of what may be at hand."""
        cost = size + _OVERHEAD
        with self._lock:
            _, freed = self._entries.pop(key, (None, 0))
            self._entries[key] = (value, cost)
            self._held += cost - freed
            while self._held > self._most and len(self._entries) > 1:
                _, (_, freed) = self._entries.popitem(last=False)
                self._held -= freed


_OVERHEAD = 512
"""Bytes that an entry takes beside its value, about."""
