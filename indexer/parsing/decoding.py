"""Bytes -> str, for files that say nothing about their encoding, or say it wrongly."""

from __future__ import annotations

import codecs
import re

from indexer.parsing.parsed import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)
# Control characters that no text has; form feed, vertical tab and the DOS end mark 1A do occur at line ends.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_UNWANTED = dict.fromkeys((*range(9), *range(14, 32), 127, 65279)) | {0x0B: "\n", 0x0C: "\n"}
_UNPLAIN_BYTES = bytes((*range(9), 11, 12, *range(14, 32), 127))
_SURROGATES = re.compile("[\ud800-\udfff]")
_SAMPLE = 65536


def decode(data: bytes, declared: str | None = None) -> str:
    """Give the text of ``data``: BOM, then UTF-8, then the ``declared`` encoding, then Windows-1252.

    A file that is UTF-8 except for single bytes has those bytes read as Windows-1252. NUL and other control
    characters are dropped, lone surrogates become U+FFFD. Raises Unreadable for what is not text.
    """
    for magic, name in _BINARY:
        if data.startswith(magic):
            raise Unreadable(f"{name}, not text")
    text = _without_surrogates(_decoded(data, declared))
    sample = text[:_SAMPLE]
    # A stray control byte is damage; one in ten (or a NUL in twenty characters) is another kind of file.
    if len(_CONTROL.findall(sample)) * 10 > len(sample) or sample.count("\ufffd") * 5 > len(sample) > 0:
        raise Unreadable("binary data, not text")
    return text.translate(_UNWANTED) if _is_unplain(text) else text


def plain_characters(text: str) -> str:
    """Drop NUL and other control characters from a text that came by way of escapes; lone surrogates become U+FFFD."""
    text = _without_surrogates(text)
    return text.translate(_UNWANTED) if _is_unplain(text) else text


def _without_surrogates(text: str) -> str:
    try:
        text.encode()  # which is sooner done than looking for them
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def _is_unplain(text: str) -> bool:
    """Whether anything is to be dropped: looked for in bytes, in a twentieth of the time."""
    data = text.encode()
    return len(data.translate(None, _UNPLAIN_BYTES)) != len(data) or "\ufeff" in text


def decode_head(head: bytes) -> bytes:
    """Give the first bytes of a file without a byte order mark, and in UTF-8 where they are UTF-16 or UTF-32."""
    if head.startswith(tuple(magic for magic, _ in _BINARY)):
        return head
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
    wide = _wide_encoding(head)
    return head.decode(wide, "replace").encode("utf-8", "replace") if wide else head


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _is_known(declared) and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        return data.decode("cp1252" if _is_latin1(declared) else declared, "replace")
    if re.search(rb"[\xc3-\xf4][\x80-\xbf]", data):
        return data.decode("utf-8", "windows-1252-bytes")
    return data.decode("cp1252", "windows-1252-bytes")


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a BOM: in Western text nearly every second byte is NUL."""
    sample = data[:2048]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) * 10 >= len(zeros) * 7:
            return encoding
    return None


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _is_latin1(encoding: str) -> bool:
    return codecs.lookup(encoding).name in ("iso8859-1", "ascii")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("windows-1252-bytes", _as_windows_1252)
