"""MHTML: a page that a browser saved with all that belongs to it, in the form of a mail."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesParser

from indexer.parsing.formats.mail_message import body_of, header, parts_of
from indexer.parsing.formats.records import web_address
from indexer.parsing.html import parse_html
from indexer.parsing.parsed import SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
_SAVED = re.compile(rb"^(?:snapshot-content-location|from:\s*<?saved by|x-mimeole:|content-location):?", re.I | re.M)
_NAMES = frozenset({".mht", ".mhtml"})


def is_saved_page(head: bytes, suffix: str) -> bool:
    """Say whether a file is MHTML: a mail of related parts that a browser wrote."""
    if b"multipart/" not in head.lower():
        return False
    block = _BLANK_LINE.split(head, maxsplit=1)[0]
    return bool(_RELATED.search(block)) and (suffix in _NAMES or bool(_SAVED.search(block)))


def read_saved_page(source: Source) -> Iterator[Found]:
    """Read the page; its images and styles are no articles. The day on which it was saved is a bound."""
    message = BytesParser(EmailMessage, policy=email.policy.default).parsebytes(source.data)
    pages = [part for part in parts_of(message) if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    saved_from = header(message, "Snapshot-Content-Location")
    named = [part for part in pages if saved_from and header(part, "Content-Location") == saved_from]
    main = next(iter(named or pages), None)
    page = body_of(main) if main else ""
    if main is None or not page.strip():
        raise Unreadable("a saved page without the page")
    address = web_address(saved_from) or web_address(header(main, "Content-Location"))
    saved_on = header(message, "Date")
    dates = (SeenDate(saved_on, "captured", "bound"),) if saved_on else ()
    for article in parse_html(page, source.outlets):
        yield replace(article, url=article.url or address, dates=(*article.dates, *dates))
