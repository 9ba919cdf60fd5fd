"""generation.json: what a generation holds, with the size and SHA-256 of each of its files."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from search.backends.whoosh.generations import REBUILD
from search.backends.whoosh.layout import PACKED
from search.backends.whoosh.packed import Packed
from search.builds import BuildReport, IndexStatus, SkippedFile, SkippedPart
from search.errors import IndexDamaged, OtherSchema
from search.fields import SCHEMA_VERSION
from search.sentences import Sentence

FILE = "generation.json"
SMALL = 65_536
"""Files up to this size, in bytes, and such columns of larger packed files are checked whenever a generation is opened;
all others in the background."""


@dataclass(frozen=True, slots=True)
class FileSum:
    """What a file must be."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation's own account of itself. ``dead`` lists each segment's deleted articles."""

    status: IndexStatus
    dead: Mapping[str, tuple[int, ...]]
    files: Mapping[str, FileSum]

    @property
    def segments(self) -> tuple[str, ...]:
        """The names of the segments."""
        return tuple(self.dead)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write a generation's account; it carries its own checksum."""
    row = {
        "status": asdict(manifest.status),
        "dead": {name: list(numbers) for name, numbers in manifest.dead.items()},
        "files": {name: [known.size, known.sha256] for name, known in manifest.files.items()},
    }
    body = json.dumps(row, indent=1) + "\n"
    whole = json.dumps({"sha256": hashlib.sha256(body.encode("ascii")).hexdigest()}) + "\n" + body
    (folder / FILE).write_text(whole, encoding="ascii")


def read_manifest(folder: Path) -> Manifest:
    """Read a generation's account.

    Raises IndexDamaged if it is not what was written, OtherSchema if this version of the program cannot read it.
    """
    try:
        head, _, body = (folder / FILE).read_text(encoding="ascii").partition("\n")
        if json.loads(head)["sha256"] != hashlib.sha256(body.encode("ascii")).hexdigest():
            raise ValueError
        row = json.loads(body)
        version = row["status"]["schema_version"]
        if version != SCHEMA_VERSION:
            raise OtherSchema(
                Sentence(
                    "The index {name} has schema {found}; this version of the program reads schema {known}. {hint}",
                    name=folder.name,
                    found=str(version),
                    known=str(SCHEMA_VERSION),
                    hint=REBUILD,
                )
            )
        return Manifest(
            _status(row["status"]),
            {name: tuple(numbers) for name, numbers in row["dead"].items()},
            {name: FileSum(*known) for name, known in row["files"].items()},
        )
    except OSError as error:
        raise IndexDamaged(f"{folder / FILE} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(f"{folder / FILE} is damaged: it is not what was written.") from error


def _status(row: dict[str, Any]) -> IndexStatus:
    report = row.pop("report")
    skipped = tuple(SkippedFile(**skipped) for skipped in report.pop("skipped"))
    parts = tuple(SkippedPart(**part) for part in report.pop("parts", ()))
    notes = tuple(report.pop("speaker_notes", ()))
    return IndexStatus(**row, report=BuildReport(**report, skipped=skipped, parts=parts, speaker_notes=notes))


def files_below(folder: Path) -> Iterator[str]:
    """Give the files of a generation, as POSIX paths within it, in order; its manifest is not one of them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != folder / FILE:
            yield path.relative_to(folder).as_posix()


def sum_file(path: Path) -> FileSum:
    """Give what a file is."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return FileSum(os.stat(path).st_size, digest.hexdigest())


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Check that every file is there in its size, and what is small in every byte. Raises IndexDamaged."""
    for name, known in manifest.files.items():
        path = f"{folder}/{name}"
        if known.size <= SMALL:
            _check_small(path, known)
            continue
        try:
            size = os.stat(path).st_size
        except OSError as error:
            raise IndexDamaged(f"{path} is missing.") from error
        _check_size(path, size, known)
        if path.endswith(PACKED):
            _check_packed(Path(path))


def _check_packed(path: Path) -> None:
    """Check the directory of a packed file, and its small columns."""
    try:
        broken = next(Packed.open(path).damaged(SMALL), None)
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"{path} cannot be read: {error}.") from error
    if broken is not None:
        raise IndexDamaged(f"{path} is not what was written: the checksum of {broken} differs.")


def _check_small(path: str, known: FileSum) -> None:
    """Check size and bytes, in one reading."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError as error:
        raise IndexDamaged(f"{path} is missing.") from error
    try:
        _check_size(path, os.fstat(descriptor).st_size, known)
        read = os.read(descriptor, known.size)
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error}.") from error
    finally:
        os.close(descriptor)
    if hashlib.sha256(read).hexdigest() != known.sha256:
        raise IndexDamaged(f"{path} is not what was written: its checksum differs.")


def _check_size(path: str, size: int, known: FileSum) -> None:
    if size != known.size:
        raise IndexDamaged(f"{path} has {size:,} bytes instead of {known.size:,}.")


def check_sums(folder: Path, manifest: Manifest) -> None:
    """Check every byte of every file that ``check_sizes`` did not. Raises IndexDamaged."""
    for name, known in manifest.files.items():
        if known.size > SMALL:
            check_sum(folder / name, known)


def check_sum(path: Path, known: FileSum) -> None:
    """Check every byte of a file. Raises IndexDamaged."""
    try:
        found = sum_file(path)
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read: {error}.") from error
    if found != known:
        raise IndexDamaged(f"{path} is not what was written: its checksum differs.")
