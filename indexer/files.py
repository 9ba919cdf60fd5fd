"""The files of a corpus: found in a fixed order, read under a size cap, told apart by digest."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from indexer.parsing.parsed import Unreadable

MAX_BYTES = 512 * 1024 * 1024
"""The largest file that is looked at: an archive of many articles, of which few are held at a time."""
FACTS_FOLDER = "facts"


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file of the corpus: ``path`` is its NFC POSIX path relative to ``root``, and part of its article's key."""

    root: Path
    path: str
    absolute: Path


def find_files(roots: Iterable[Path], base: Path | None = None) -> tuple[SourcePath, ...]:
    """Give the article files in these folders (and these files), sorted by path.

    A file named by itself is relative to ``base``, or else to its own folder. Left out, because they are the archive's
    own papers and no articles: names that begin with a dot, ``README.md``, ``*.toml`` and folders called ``facts`` that
    hold them. Symbolic links are followed only to what lies in the same folder of the corpus. Everything else is given,
    read or not, so that the report can account for it; a file that two roots hold counts under the first. Raises
    ValueError for a path that does not exist, and for different files that have the same path under two roots.
    """
    found: dict[str, SourcePath] = {}
    taken: set[Path] = set()
    for root in roots:
        if not root.exists():
            raise ValueError(f"{root} does not exist")
        for source in _files_of(root, base):
            if source.absolute in taken:
                continue
            taken.add(source.absolute)
            other = found.get(source.path)
            if other:
                raise ValueError(
                    f"{source.path} is in both {other.root} and {source.root}: name the folder above them, "
                    "so that each file has a path of its own"
                )
            found[source.path] = source
    return tuple(found[path] for path in sorted(found))


def read_bytes(source: SourcePath, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a file; raises Unreadable if it is over ``max_bytes`` or cannot be read."""
    try:
        with source.absolute.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from error
    if len(data) > max_bytes:
        raise Unreadable(f"larger than {max_bytes / 1024 / 1024:.0f} MB")
    return data


def digest_of(source: SourcePath, max_bytes: int = MAX_BYTES) -> str:
    """Give the SHA-256 of a file without holding it; raises Unreadable as ``read_bytes`` does."""
    try:
        with source.absolute.open("rb") as file:
            if os.fstat(file.fileno()).st_size > max_bytes:
                raise Unreadable(f"larger than {max_bytes / 1024 / 1024:.0f} MB")
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from error


def digest(data: bytes) -> str:
    """Give the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def _files_of(root: Path, base: Path | None) -> Iterator[SourcePath]:
    if root.is_file():
        above = base or root.parent
        absolute = Path(os.path.abspath(root))
        try:
            relative = absolute.relative_to(Path(os.path.abspath(above)))
        except ValueError as error:
            raise ValueError(f"{root} does not lie in {above}") from error
        yield SourcePath(above, _plain(relative), absolute)
        return
    home = root.resolve()
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_facts(here / name))
        for name in sorted(names):
            absolute = here / name
            if _is_paper(name) or not absolute.is_file() or (absolute.is_symlink() and not _stays_in(absolute, home)):
                continue
            yield SourcePath(root, _plain(absolute.relative_to(root)), Path(os.path.abspath(absolute)))


def _is_paper(name: str) -> bool:
    return name.startswith(".") or name == "README.md" or name.endswith(".toml")


def _is_facts(folder: Path) -> bool:
    return folder.name == FACTS_FOLDER and not any(not _is_paper(entry.name) for entry in folder.iterdir())


def _stays_in(link: Path, home: Path) -> bool:
    return link.resolve().is_relative_to(home)


def _plain(relative: Path) -> str:
    return unicodedata.normalize("NFC", relative.as_posix())
