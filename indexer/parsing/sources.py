"""What a reader is and what it is given: a row of the registry, a source of bytes, and what it may unpack."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from indexer.parsing.decoding import decode
from indexer.parsing.parsed import LeftOut, ParsedArticle, Unreadable

MAX_DEPTH = 4
"""How many containers may stand in one another: a web archive in a zip file, gzipped, is three."""
MAX_UNPACKED = 400 * 1024 * 1024
"""How many bytes all that is unpacked from one file may have."""

Found = ParsedArticle | LeftOut


@dataclass(slots=True)
class Budget:
    """The bytes that may still be unpacked from a file, shared by all the containers in it."""

    left: int = MAX_UNPACKED

    def spend(self, size: int) -> None:
        """Take ``size`` bytes off; raises Unreadable when there are not so many left."""
        self.left -= size
        if self.left < 0:
            raise Unreadable("unpacks to more than a file may hold")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes to be read, and under which name: that of the file, or of a member of a container.

    ``outlets`` holds the names of known outlets, in small letters.
    """

    path: str
    data: bytes
    outlets: frozenset[str] = frozenset()
    budget: Budget = field(default_factory=Budget)
    depth: int = 0
    read_again: Callable[[Source], Iterator[Found]] | None = None

    def text(self, declared: str | None = None) -> str:
        """Give the text, in its own encoding; raises Unreadable for what is not text."""
        return decode(self.data, declared)

    def member(self, name: str, data: bytes) -> Iterator[Found]:
        """Read what a container holds, already taken off the budget, with whichever reader knows it.

        ``name`` is the member's path in the container: it tells its extension, may hold its date, and is (before the
        member's own ``part``, if it has one) the locator of its articles. A member that cannot be read is left out by
        that name. For a mere wrapper of one file, such as gzip, call ``wrapped`` instead.
        """
        for found in self._again(name, data):
            if isinstance(found, LeftOut):
                yield replace(found, part=_within(name, found.part))
            else:
                inner = f"{name}/{found.inner_path}" if found.inner_path else name
                yield replace(found, part=_within(name, found.part), inner_path=inner)

    def wrapped(self, name: str, data: bytes) -> Iterator[Found]:
        """Read the one file that a wrapper such as gzip holds, as if it stood there unwrapped under ``name``."""
        yield from self._again(name, data)

    def _again(self, name: str, data: bytes) -> Iterator[Found]:
        if self.read_again is None or self.depth >= MAX_DEPTH:
            yield LeftOut(None, "containers nested too deeply")
            return
        inner = replace(self, path=name, data=data, depth=self.depth + 1)
        try:
            yield from self.read_again(inner)
        except Unreadable as error:
            yield LeftOut(None, error.reason)


@dataclass(frozen=True, slots=True)
class Reader:
    """A row of the registry: the ``name`` of a format, how it is told, and how it is read.

    ``recognises`` is asked with the head of the file (see ``registry.head_of``) and its extension in small letters,
    with the dot. ``read`` gives the articles one by one; it raises Unreadable where there is none at all, or where
    what follows cannot be read any more.
    """

    name: str
    recognises: Callable[[bytes, str], bool]
    read: Callable[[Source], Iterator[Found]]


def part_of_text(text: str) -> str:
    """Give the locator of an article, one of many in a file, that has no id of its own: a hash of its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:13]


def _within(name: str, part: str | None) -> str:
    return f"{name}#{part}" if part else name
