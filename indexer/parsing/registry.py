"""Which reader reads a file: told by its content first, by its name only where content does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from indexer.parsing.decoding import decode_head
from indexer.parsing.formats.feeds import is_feed, read_feed
from indexer.parsing.formats.json_export import is_json, read_json
from indexer.parsing.formats.mail import is_mail, is_mailbox, read_mail, read_mailbox
from indexer.parsing.formats.markdown import is_markdown, read_markdown
from indexer.parsing.formats.newsbank import is_newsbank, read_newsbank
from indexer.parsing.formats.newsml import is_newsml, read_newsml
from indexer.parsing.formats.nexis import is_nexis, read_nexis
from indexer.parsing.formats.nitf import is_nitf, read_nitf
from indexer.parsing.formats.packed import is_packed, read_packed
from indexer.parsing.formats.pdf import is_pdf, read_pdf
from indexer.parsing.formats.proquest import is_proquest, read_proquest
from indexer.parsing.formats.saved_page import is_saved_page, read_saved_page
from indexer.parsing.formats.web_archive import is_web_archive, read_web_archive
from indexer.parsing.formats.wire import is_wire, read_wire
from indexer.parsing.formats.wordpress import is_wordpress, read_wordpress
from indexer.parsing.formats.xml_stream import is_declaring, refuse
from indexer.parsing.formats.zip_file import is_zip, read_zip
from indexer.parsing.html import parse_html
from indexer.parsing.parsed import LeftOut, ParsedArticle, Unreadable, reason_of
from indexer.parsing.sources import MAX_UNPACKED, Budget, Found, Reader, Source
from indexer.parsing.text import parse_text

MAX_CHARACTERS = 2_000_000
"""What the text of one story may have, four times as much as a novel."""
MOST_UNPACKED = 20
"""How many times larger than its file what is unpacked from it may be, if that is more than MAX_UNPACKED."""

_HEAD_BYTES = 16384
_MAX_PAGE = 50 * 1024 * 1024
_MAX_TEXT = 10 * 1024 * 1024
_PAGE_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TEXT_NAMES = frozenset({"", ".txt", ".text", ".asc"}) | _PAGE_NAMES
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|meta|title|div|p|h1|main|section)\b", re.I)
_FRAGMENT = re.compile(
    r"<(?:a|b|big|blockquote|br|center|em|figure|font|h[2-6]|header|hr|i|img|ol|pre|section|small|span|strong|table|u|ul)"
    r"(?:\s[^>]*|\s*/)?>",
    re.I,
)
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|article|section|table|ul|ol|blockquote|pre|li|body|html)\b[^>]*>", re.I)
_INLINE = re.compile(r"</?(?:a|b|big|center|em|font|i|img|small|span|strong|u)\b[^>]{0,500}>", re.I)
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|span|a|article|body|html|head|meta|ul|li)\b[^>]*>", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"<>]{20000,}"|'[^'<>]{20000,}')""")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)""", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: its articles, and what in it was left out."""

    articles: tuple[ParsedArticle, ...]
    left_out: tuple[LeftOut, ...] = ()


def read_file(path: str, data: bytes, outlets: frozenset[str] = frozenset()) -> Reading:
    """Read the articles of a file, and tell what in it could not be read.

    ``outlets`` holds the names of known outlets, in small letters. Raises Unreadable, with a reason, for a file in
    which no reader finds an article.
    """
    articles: list[ParsedArticle] = []
    left_out: list[LeftOut] = []
    for found in find_parts(path, data, outlets):
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            articles.append(found)
    return Reading(tuple(articles), tuple(left_out))


def find_parts(path: str, data: bytes, outlets: frozenset[str] = frozenset()) -> Iterator[Found]:
    """Give the articles of a file, and what in it cannot be read, one by one as they are read.

    Raises Unreadable, with a reason, in the end if there was no article.
    """
    articles, left_out = 0, 0
    first = "no article in it"
    budget = Budget(max(MAX_UNPACKED, MOST_UNPACKED * len(data)))
    for found in map(_of_bounded_length, map(_printable, _read(Source(path, data, outlets, budget, read_again=_read)))):
        if isinstance(found, LeftOut):
            first = first if left_out else found.reason
            left_out += 1
        else:
            articles += 1
        yield found
    if not articles:
        raise Unreadable(first if left_out < 2 else f"no article in it; of {left_out} parts, the first: {first}")


def parse_file(path: str, data: bytes, outlets: frozenset[str] = frozenset()) -> tuple[ParsedArticle, ...]:
    """Read the articles of a file, as ``read_file`` does, without what was left out."""
    return read_file(path, data, outlets).articles


def head_of(data: bytes) -> bytes:
    """Give the beginning of a file as its reader is told by it: without byte order mark and blanks, in UTF-8.

    Bytes that are in no wide encoding stay as they are, but for line ends, which are newlines.
    """
    return decode_head(data[:_HEAD_BYTES]).replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip()


def _read(source: Source) -> Iterator[Found]:
    if not source.data.strip():
        raise Unreadable("empty")
    reader = _reader_of(source)
    begun = False
    try:
        for found in reader.read(source):
            begun = True
            yield found
    except Exception as error:  # also a fault of ours: it must not take the other members of an archive along
        if not begun:
            raise Unreadable(reason_of(error)) from error
        yield LeftOut(None, reason_of(error))


def _printable(found: Found) -> Found:
    """Replace lone surrogates, which JSON can spell and no page or answer can hold, wherever a format let them in."""
    return _without_surrogates(found) if _has_surrogates(found) else found


def _has_surrogates(value: Any) -> bool:
    if isinstance(value, str):
        return not value.isascii() and bool(_SURROGATE.search(value))
    if is_dataclass(value):
        return any(_has_surrogates(getattr(value, field.name)) for field in fields(value))
    return isinstance(value, tuple) and any(map(_has_surrogates, value))


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _without_surrogates(getattr(value, field.name)) for field in fields(value)}
        )
    return tuple(map(_without_surrogates, value)) if isinstance(value, tuple) else value


def _of_bounded_length(found: Found) -> Found:
    if isinstance(found, ParsedArticle) and len(found.text) > MAX_CHARACTERS:
        return LeftOut(found.part, f"longer than a story may be ({MAX_CHARACTERS:,} characters)")
    return found


def _reader_of(source: Source) -> Reader:
    head, suffix = head_of(source.data), PurePosixPath(source.path).suffix.lower()
    return next((reader for reader in READERS if reader.recognises(head, suffix)), PLAIN)


def _is_page(head: bytes, suffix: str) -> bool:
    return head.startswith(b"<") and bool(_HTML.search(head[:4096].decode("ascii", "replace"))) and not _is_xml(head)


def _is_xml(head: bytes) -> bool:
    return head.startswith(b"<?xml") and not re.search(rb"<html\b", head[:4096], re.I)


def _read_page(source: Source) -> Iterator[Found]:
    yield from _page(_text_of(source), source.outlets)


def _page(text: str, outlets: frozenset[str]) -> tuple[ParsedArticle, ...]:
    # Pages saved in one file hold their images as values of attributes, megabytes that parsers take minutes over.
    return parse_html(_LONG_VALUE.sub('=""', text), outlets)


def _read_plain(source: Source) -> Iterator[Found]:
    """Read what is plain text, or a page that only its tags farther down show to be one."""
    text, suffix = _text_of(source), PurePosixPath(source.path).suffix.lower()
    head = text[:4096].lstrip()
    if head.startswith("<"):
        if suffix in _PAGE_NAMES and _HTML.search(text) and not head.startswith("<?xml"):
            yield from _page(text, source.outlets)
            return
        if suffix in _TEXT_NAMES and _FRAGMENT.match(head):
            if _BLOCK.search(text):
                yield from _page(text, source.outlets)
            else:
                yield from parse_text(_INLINE.sub("", text), source.outlets)
            return
        root = re.match(r"<([\w:-]+)[\s>]", head)
        if head.startswith("<?xml") or (root and f"</{root[1]}" in text):
            raise Unreadable("XML of a kind that is not read")
    if suffix in _PAGE_NAMES and _TAG.search(text):
        yield from _page(text, source.outlets)
        return
    if len(text) > _MAX_TEXT:
        raise Unreadable(f"larger than the text of one story may be ({_MAX_TEXT // 1024 // 1024} MB)")
    if suffix not in _TEXT_NAMES:
        raise Unreadable(f"no reader for “{suffix}” files")
    yield from parse_text(text, source.outlets)


def _text_of(source: Source) -> str:
    if len(source.data) > _MAX_PAGE:
        raise Unreadable(f"larger than one story may be ({_MAX_PAGE // 1024 // 1024} MB)")
    declared = _DECLARED.search(source.data[:4096]) or _XML_DECLARED.search(source.data[:200])
    return source.text(declared[1].decode("ascii") if declared else None)


READERS: tuple[Reader, ...] = (
    # Containers and wrappers, told by their first bytes.
    Reader("web archive", is_web_archive, read_web_archive),
    Reader("gzip", is_packed, read_packed),
    Reader("zip", is_zip, read_zip),
    Reader("PDF", is_pdf, read_pdf),
    # Formats that say what they are.
    Reader("saved page", is_saved_page, read_saved_page),
    Reader("mailbox", is_mailbox, read_mailbox),
    Reader("mail", is_mail, read_mail),
    Reader("Nexis", is_nexis, read_nexis),
    Reader("ProQuest", is_proquest, read_proquest),
    Reader("NewsBank", is_newsbank, read_newsbank),
    Reader("XML with entities", is_declaring, refuse),
    Reader("WordPress export", is_wordpress, read_wordpress),
    Reader("feed", is_feed, read_feed),
    Reader("NITF", is_nitf, read_nitf),
    Reader("NewsML", is_newsml, read_newsml),
    Reader("wire", is_wire, read_wire),
    Reader("JSON", is_json, read_json),
    Reader("Markdown", is_markdown, read_markdown),
    Reader("page", _is_page, _read_page),
)
"""Asked in order; the first that recognises a file reads it."""

PLAIN = Reader("text", lambda head, suffix: True, _read_plain)
"""Reads what no other reader recognises."""
