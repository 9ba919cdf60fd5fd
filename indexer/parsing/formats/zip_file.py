"""Zip files: each member is read like a file of its own. Nothing is ever written or looked up by a member's name."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator

from indexer.parsing.formats.broken_zip import recovered
from indexer.parsing.parsed import LeftOut, Unreadable
from indexer.parsing.sources import Budget, Found, Source

MAX_MEMBERS = 200_000
MAX_MEMBER = 512 * 1024 * 1024
_CHUNK = 1024 * 1024
_DAMAGED = "a damaged zip file"
_ENCRYPTED = 0x1
_OF_SYSTEMS = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.[^/]+$)")
_DRIVE = re.compile(r"[A-Za-z]:")


def is_zip(head: bytes, suffix: str) -> bool:
    """Say whether a file is a zip file, also an empty one."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_zip(source: Source) -> Iterator[Found]:
    """Read the members of a zip file; of a crawler's package (WACZ), its web archives alone."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, EOFError):
        yield from _without_its_list(source)
        return
    try:
        with archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            names = {member.filename for member in members}
            _refuse_document(names)
            if len(members) > MAX_MEMBERS:
                raise Unreadable(f"a zip file of more than {MAX_MEMBERS:,} members")
            if not members:
                raise Unreadable("an empty zip file")
            is_crawl = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
            seen: set[str] = set()
            for member in sorted(members, key=lambda member: member.filename):
                reason = "a member of the same name as another" if member.filename in seen else None
                seen.add(member.filename)
                yield from _member(source, archive, member, is_crawl, reason)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, OSError, ValueError, EOFError) as error:
        raise Unreadable(_DAMAGED) from error


def _without_its_list(source: Source) -> Iterator[Found]:
    """Read what a zip file that breaks off still holds, and say that it does."""
    found = False
    for member in recovered(source.data, source.budget):
        found = True
        is_story = not member.name.endswith("/") and not _OF_SYSTEMS.search(member.name)
        objection = _bad_name(member.name)
        if is_story and objection is None and member.data:
            yield from source.member(member.name, member.data)
        if is_story and (objection or member.reason):
            yield LeftOut(member.name, objection or member.reason or "")
    if not found:
        raise Unreadable(_DAMAGED)
    yield LeftOut(None, "a zip file that breaks off, or whose list of members is damaged: there may have been more")


def _member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, is_crawl: bool, reason: str | None
) -> Iterator[Found]:
    name = unicodedata.normalize("NFC", member.filename)
    reason = reason or _bad_name(name)
    if reason is None and _OF_SYSTEMS.search(name):
        yield LeftOut(name, "a system's own file", expected=True)
        return
    if reason is None and is_crawl and not name.startswith("archive/"):
        yield LeftOut(name, "what a crawler wrote about its crawl", expected=True)
        return
    reason = reason or _objection(member, source.budget)
    if reason is None:
        try:
            data = _unpacked(archive, member, source.budget)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error):
            reason = "a damaged member of a zip file"
    if reason is not None:
        yield LeftOut(name, reason)
        return
    yield from source.member(name, data)


def _bad_name(name: str) -> str | None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or _DRIVE.match(name) or any(ord(char) < 32 for char in name):
        return "a name that leads out of its archive"
    return None


def _objection(member: zipfile.ZipInfo, budget: Budget) -> str | None:
    if member.flag_bits & _ENCRYPTED:
        return "encrypted"
    if member.file_size > MAX_MEMBER:
        return f"larger than {MAX_MEMBER // 1024 // 1024} MB"
    if member.file_size > budget.left:
        return "unpacks to more than a file may hold"
    return None


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    """Unpack a member piece by piece, so that what it says of its size need not be believed."""
    pieces: list[bytes] = []
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            budget.spend(len(piece))
            pieces.append(piece)
    return b"".join(pieces)


def _refuse_document(names: set[str]) -> None:
    if "[Content_Types].xml" in names:
        raise Unreadable("an office document")
    if "mimetype" in names and ("content.xml" in names or "META-INF/container.xml" in names):
        raise Unreadable("an office document or an electronic book")
    if "META-INF/MANIFEST.MF" in names:
        raise Unreadable("a program")
