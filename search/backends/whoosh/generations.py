"""The index folder: one folder a generation, CURRENT naming the live one; a crash at any step leaves a whole one.

index/CURRENT                          one line: the live generation's name
index/20260114T090000Z-3f2a/           a generation
index/20260114T101500Z-9c1e.building/  one that is being written, or whose writer died
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from pathlib import Path

from search.errors import IndexDamaged, NoIndex
from search.sentences import Sentence

CURRENT, BUILDING = "CURRENT", ".building"
_NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{4}")
_UNFINISHED = re.compile(rf"(?:{_NAME.pattern}|{CURRENT}){re.escape(BUILDING)}")
_TIME = "%Y%m%dT%H%M%SZ"
_SYNCING = 16
REBUILD = Sentence("Run `python -m indexer rebuild` to make it anew from the articles.")


class IndexFolder:
    """The folder that holds an index's generations."""

    def __init__(self, path: Path) -> None:
        """Take a folder; it need not exist yet."""
        self.path = path

    def make(self) -> None:
        """Make the folder, for its owner only: whoever can write there could make Whoosh run their code."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.chmod(0o700)

    def names(self) -> list[str]:
        """Give the generations that are whole, oldest first. Raises NoIndex if the folder belongs to another user."""
        try:
            return sorted(entry.name for entry in os.scandir(self.path) if _NAME.fullmatch(entry.name))
        except (FileNotFoundError, NotADirectoryError):
            return []
        except PermissionError:
            raise NoIndex(self._forbidden()) from None

    def current(self) -> str:
        """Give the live generation's name. Raises NoIndex if there is none, IndexDamaged if it cannot be read."""
        try:
            name = (self.path / CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            if self.names():
                raise IndexDamaged(
                    f"{self.path / CURRENT} is missing, though there are generations. {REBUILD}"
                ) from None
            raise NoIndex(
                Sentence(
                    "There is no index in “{path}” yet. Run `make index`, or `python -m indexer rebuild`.",
                    path=str(self.path),
                )
            ) from None
        except NotADirectoryError:
            raise NoIndex(Sentence("The index is a folder, and “{path}” is a file.", path=str(self.path))) from None
        except PermissionError:
            raise NoIndex(self._forbidden()) from None
        except OSError as error:
            raise IndexDamaged(f"{self.path / CURRENT} cannot be read: {error.strerror}. {REBUILD}") from error
        except ValueError as error:
            raise IndexDamaged(f"{self.path / CURRENT} does not name a generation. {REBUILD}") from error
        if not _NAME.fullmatch(name):
            raise IndexDamaged(f"{self.path / CURRENT} does not name a generation. {REBUILD}")
        return name

    def mark(self) -> tuple[int, int, int] | None:
        """Give what changes whenever another generation becomes the live one; None if none is."""
        try:
            found = os.stat(self.path / CURRENT)
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def candidates(self) -> list[str]:
        """Give the generations to open, the live one first, then the newest. Raises NoIndex if there are none."""
        names = self.names()[::-1]
        try:
            live = self.current()
        except IndexDamaged:
            if not names:
                raise
            return names
        return [live, *(name for name in names if name != live)]

    def begin(self) -> tuple[str, Path]:
        """Make the folder of the next generation; give its name, later than any there, and where it is built."""
        moment = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
        for name in self.names()[-1:]:
            last = datetime.datetime.strptime(name.partition("-")[0], _TIME)
            moment = max(moment, last + datetime.timedelta(seconds=1))
        name = f"{moment.strftime(_TIME)}-{os.urandom(2).hex()}"
        building = self.path / (name + BUILDING)
        building.mkdir(mode=0o700)
        return name, building

    def publish(self, name: str) -> None:
        """Make a built generation the live one, in one step; whatever is older than the one before it is swept."""
        before = self._before()
        sync_tree(self.path / (name + BUILDING))
        os.rename(self.path / (name + BUILDING), self.path / name)
        sync_folder(self.path)
        temporary = self.path / f"{CURRENT}{BUILDING}"
        with temporary.open("w", encoding="ascii") as file:
            file.write(name + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self.path / CURRENT)
        sync_folder(self.path)
        for old in self.names():
            if old not in (name, before):
                shutil.rmtree(self.path / old, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what killed writers left behind; only who holds the lock may."""
        for entry in list(os.scandir(self.path)):
            if _UNFINISHED.fullmatch(entry.name):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
                else:
                    os.unlink(entry.path)

    def _forbidden(self) -> Sentence:
        return Sentence(
            "The index in “{path}” belongs to another user and cannot be read. Run this as the user who built it.",
            path=str(self.path),
        )

    def _before(self) -> str | None:
        """Give the generation to keep beside a new one: what readers have open now."""
        try:
            return self.candidates()[0]
        except NoIndex:
            return None


def sync_tree(folder: Path) -> None:
    """Make sure that a folder's files, and their names, are on the disk."""
    from concurrent.futures import ThreadPoolExecutor  # only writers need it, and every search would wait for it

    files, folders = [], []
    for place, _, names in os.walk(folder):
        files += [os.path.join(place, name) for name in names]
        folders.append(place)
    # Many at a time: a journal writes what waits for it together.
    with ThreadPoolExecutor(_SYNCING) as pool:
        list(pool.map(_sync, files))
        list(pool.map(_sync, folders))


def sync_folder(folder: Path) -> None:
    """Make sure that a folder's names are on the disk."""
    _sync(folder)


def _sync(path: str | Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
