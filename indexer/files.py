"""The files of a corpus: found in a fixed order, read under a size cap, told apart by digest."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from indexer.parsing.parsed import Unreachable, Unreadable

MAX_BYTES = 512 * 1024 * 1024
"""The largest file that is looked at: an archive of many articles, of which few are held at a time."""
FACTS_FOLDER = "facts"


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file of the corpus: ``path`` is its NFC POSIX path relative to ``root``, and part of its article's key.

    ``refused`` says why it is not opened, if it is not: it is listed so that the report names it.
    """

    root: Path
    path: str
    absolute: Path
    refused: str | None = None


def find_files(roots: Iterable[Path], base: Path | None = None) -> tuple[SourcePath, ...]:
    """Give the article files in these folders (and these files), sorted by path.

    A file named by itself is relative to ``base``, or else to its own folder. Left out, because they are the archive's
    own papers and no articles: names that begin with a dot, ``README.md``, ``*.toml`` and folders called ``facts`` that
    hold them. Everything else is given, so that the report can account for it: a link or a pipe with the reason why it
    is ``refused``. Links are never followed: what they lead to within the corpus is
    read where it stands; a file that two roots hold counts under the first. So is the second of two files in a folder
    whose names are the same in NFC. Raises
    ValueError for a path that does not exist, and for different files that have the same path under two roots.
    """
    found: dict[str, SourcePath] = {}
    namesakes: list[SourcePath] = []
    taken: set[Path] = set()
    for root in roots:
        if not os.path.lexists(root):
            raise ValueError(f"{root} does not exist")
        for source in _files_of(root, base):
            if source.absolute in taken:
                continue
            taken.add(source.absolute)
            other = found.get(source.path)
            if other and other.root == source.root:
                namesakes.append(source)
                continue
            if other:
                raise ValueError(
                    f"{source.path} is in both {other.root} and {source.root}: name the folder above them, "
                    "so that each file has a path of its own"
                )
            found[source.path] = source
    for source in namesakes:
        path = next(name for n in count(2) if (name := f"{source.path} ({n})") not in found)
        found[path] = replace(source, path=path, refused="has the name of another file, in other characters")
    return tuple(found[path] for path in sorted(found))


def read_bytes(source: SourcePath, max_bytes: int = MAX_BYTES) -> bytes:
    """Read a file; raises Unreadable if it is refused or over ``max_bytes``, Unreachable if it cannot be opened."""
    _refuse(source)
    try:
        with source.absolute.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise Unreachable(f"cannot be read: {error.strerror}") from error
    if len(data) > max_bytes:
        raise Unreadable(f"larger than {max_bytes / 1024 / 1024:.0f} MB")
    return data


def digest_of(source: SourcePath, max_bytes: int = MAX_BYTES) -> str:
    """Give the SHA-256 of a file without holding it; raises Unreadable as ``read_bytes`` does."""
    _refuse(source)
    try:
        with source.absolute.open("rb") as file:
            if os.fstat(file.fileno()).st_size > max_bytes:
                raise Unreadable(f"larger than {max_bytes / 1024 / 1024:.0f} MB")
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Unreachable(f"cannot be read: {error.strerror}") from error


def digest(data: bytes) -> str:
    """Give the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


def _refuse(source: SourcePath) -> None:
    if source.refused:
        raise Unreadable(source.refused)


def _files_of(root: Path, base: Path | None) -> Iterator[SourcePath]:
    if not root.is_dir():
        above = base or root.parent
        absolute = Path(os.path.abspath(root))
        try:
            relative = absolute.relative_to(Path(os.path.abspath(above)))
        except ValueError as error:
            raise ValueError(f"{root} does not lie in {above}") from error
        yield SourcePath(above, _plain(relative), absolute, None if root.is_file() else "not a plain file")
        return
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=unreadable.append):
        here = Path(folder)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_facts(here / name))
        for name in sorted([*names, *linked]):
            absolute = here / name
            if not _is_paper(name):
                path = _plain(absolute.relative_to(root))
                yield SourcePath(root, path, Path(os.path.abspath(absolute)), _refusal(absolute, root))
    for closed in map(Path, (str(error.filename) for error in unreadable)):
        path = "." if closed == root else _plain(closed.relative_to(root))
        yield SourcePath(root, path, Path(os.path.abspath(closed)))


def _refusal(path: Path, root: Path) -> str | None:
    """Say why a name that was found is not opened; a pipe would never end, a link may lead anywhere."""
    try:
        if not path.is_symlink():
            return None if path.is_file() else "not a plain file"
    except OSError:
        return None  # nothing can be asked of it: so it cannot be read either, which its reader tells
    try:
        inside = path.resolve().is_relative_to(root.resolve())
        leads_nowhere = inside and not path.exists()
    except (OSError, RuntimeError):  # links in a circle
        leads_nowhere = True
    if leads_nowhere:
        return "a link that leads nowhere"
    return "a link; what it leads to is read where it stands" if inside else "a link out of the corpus"


def _is_paper(name: str) -> bool:
    return name.startswith(".") or name == "README.md" or name.endswith(".toml")


def _is_facts(folder: Path) -> bool:
    try:
        return folder.name == FACTS_FOLDER and all(_is_paper(entry.name) for entry in folder.iterdir())
    except OSError:
        return False  # whoever goes on into it will tell that it cannot be read


def _plain(relative: Path) -> str:
    """Give a path in NFC; bytes in it that are no UTF-8 are spelt out ("caf\\xe9.txt"), so that it can be printed."""
    spelt = os.fsencode(relative.as_posix()).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", spelt)
