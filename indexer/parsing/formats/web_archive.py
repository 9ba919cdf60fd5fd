"""WARC: what a crawler took from the web, record by record; the pages in it are read like saved ones."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING

from indexer.parsing.decoding import decode
from indexer.parsing.formats.packed import Meter, begins_packed
from indexer.parsing.formats.records import web_address
from indexer.parsing.html import parse_html
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable, reason_of
from indexer.parsing.sources import Found, Source
from search.ids import canonical_url

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MAX_PAGE = 50 * 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.I)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.I)


def is_web_archive(head: bytes, suffix: str) -> bool:
    """Say whether a file is WARC, gzipped or not."""
    return head.startswith(b"WARC/") or begins_packed(head, b"WARC/")


def read_web_archive(source: Source) -> Iterator[Found]:
    """Read the pages of a web archive. What is no page, and what was visited again unchanged, is counted."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    data = io.BytesIO(source.data)
    stream = Meter(gzip.GzipFile(fileobj=data) if source.data.startswith(b"\x1f\x8b") else data, source.budget)
    try:
        records = iter(ArchiveIterator(stream))  # type: ignore[no-untyped-call]
        while (record := _next(records)) is not None:
            for found in _record(record, source.outlets):
                # A page that is cut off is no whole article.
                yield LeftOut(found.part, stream.broken) if stream.broken else found
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error, ValueError, LookupError, AttributeError) as error:
        raise Unreadable(f"a web archive that breaks off ({_brief(error)})") from error
    if stream.broken:
        yield LeftOut(None, stream.broken)


def _next(records: Iterator[ArcWarcRecord]) -> ArcWarcRecord | None:
    with redirect_stderr(io.StringIO()):  # what the library thinks of the file is for the report, not for the terminal
        return next(records, None)


def _record(record: ArcWarcRecord, outlets: frozenset[str]) -> Iterator[Found]:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if record.rec_type == "revisit":
        yield LeftOut(address, "a page visited again, unchanged", expected=True)
    elif record.rec_type in ("response", "resource"):
        yield from _answer(record, address, outlets)


def _answer(record: ArcWarcRecord, address: str, outlets: frozenset[str]) -> Iterator[Found]:
    headers = record.http_headers
    content_type = (headers.get_header("Content-Type") if headers else None) or (
        record.rec_headers.get_header("Content-Type") or ""
    )
    kind = content_type.partition(";")[0].strip().lower()
    status = headers.get_statuscode() if headers else "200"
    if kind not in _PAGES:
        yield LeftOut(address, f"a record that is no page ({kind.partition('/')[0] or 'of no type'})", expected=True)
    elif status != "200":
        yield LeftOut(address, f"an answer of the web that is no page (status {status[:3]})", expected=True)
    elif canonical_url(address) is None:
        yield LeftOut(address, "the front page of a site", expected=True)
    else:
        yield from _page(record, address, content_type, outlets)


def _page(record: ArcWarcRecord, address: str, content_type: str, outlets: frozenset[str]) -> Iterator[Found]:
    with redirect_stderr(io.StringIO()):
        data = record.content_stream().read(MAX_PAGE + 1)  # type: ignore[no-untyped-call]
    if len(data) > MAX_PAGE:
        yield LeftOut(address, "larger than a page may be")
        return
    declared = _CHARSET.search(content_type)
    in_page = _DECLARED.search(data[:4096])
    try:
        page = decode(data, declared[1] if declared else in_page[1].decode("ascii") if in_page else None)
        if not page.strip():
            raise Unreadable("empty")
        articles = parse_html(page, outlets)
    except Exception as error:  # also a fault of ours: one page must not take the others along
        yield LeftOut(address, reason_of(error))
        return
    taken = record.rec_headers.get_header("WARC-Date")
    for article in articles:
        own = article.url if article.url and canonical_url(article.url) else web_address(address)
        dates = (*article.dates, *((SeenDate(taken, "captured", "bound"),) if taken else ()))
        yield replace(article, part=address, url=own, dates=dates)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
