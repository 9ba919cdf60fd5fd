"""Small web archives, written by hand: records of a type, an address, a Content-Type and a body."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

Row = tuple[str, str, str, bytes]
TAKEN = "2024-06-01T12:00:00Z"


def warc(records: Iterable[Row], status: str = "200 OK") -> bytes:
    """Give a web archive as crawlers write it, each record gzipped for itself."""
    first = _record("warcinfo", "", b"software: test\r\n", "application/warc-fields")
    return b"".join(gzip.compress(record, mtime=0) for record in (first, *(_answer(row, status) for row in records)))


def _answer(row: Row, status: str) -> bytes:
    kind, address, content_type, body = row
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return _record(kind, address, head + body, "application/http; msgtype=response")


def _record(kind: str, address: str, payload: bytes, content_type: str) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": TAKEN,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>",
        "Content-Type": content_type,
        "Content-Length": str(len(payload)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return f"WARC/1.0\r\n{head}\r\n".encode() + payload + b"\r\n\r\n"
