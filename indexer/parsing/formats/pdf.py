"""PDF clippings with a text layer. What was only scanned has none, and is not guessed at."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from indexer.parsing.formats.pdf_lines import Line, headline_of, paragraphs_of, without_furniture
from indexer.parsing.parsed import SeenDate, Unreadable
from indexer.parsing.sources import Found, Source
from indexer.parsing.text import parse_text

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 300
_MAX_CHARACTERS = 2_000_000
_MAX_CONTENTS = 8 * 1024 * 1024
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_MARGIN = 0.5


def is_pdf(head: bytes, suffix: str) -> bool:
    """Say whether a file is PDF; a few bytes may stand before its mark."""
    return b"%PDF-" in head[:1024] and not head.startswith(b"<")


def read_pdf(source: Source) -> Iterator[Found]:
    """Read the text of a PDF as one article. The day on which the file was made is a bound."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # What is wrong with the file is for the report to say, not for the terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(source.data))
        _open(reader)
        lines = _lines(reader)
        created = _created(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, AssertionError) as error:
        raise Unreadable("a damaged PDF") from error
    if sum(char.isalpha() for line in lines for char in line.text) < 20:
        raise Unreadable("scanned, no text")
    lines = without_furniture(lines)
    headline, rest = headline_of(lines)
    text = "\n\n".join(([f"Headline: {headline}"] if headline else []) + paragraphs_of(rest))
    for article in parse_text(text, source.outlets):
        yield replace(article, dates=(*article.dates, *created))


def _open(reader: PdfReader) -> None:
    if reader.is_encrypted:
        try:
            opened = reader.decrypt("")  # many files have a password for changes only
        except Exception as error:  # a cipher that needs a library which is not there raises whatever it likes
            raise Unreadable("an encrypted PDF") from error
        if not opened:
            raise Unreadable("an encrypted PDF")
    if len(reader.pages) > MAX_PAGES:
        raise Unreadable(f"a PDF of {len(reader.pages)} pages, more than a clipping has")


def _lines(reader: PdfReader) -> list[Line]:
    found: list[Line] = []
    characters = 0
    for number, page in enumerate(reader.pages):
        for line in _lines_of_page(page, number):
            found.append(line)
            characters += len(line.text)
        if characters > _MAX_CHARACTERS:
            raise Unreadable("a PDF with more text than a clipping has")
    return found


def _lines_of_page(page: PageObject, number: int) -> list[Line]:
    """The lines of a page in the order in which they were set, which is column by column in most files."""
    pieces: list[tuple[float, float, float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or 1.0
            pieces.append((x, y, size * scale, text))

    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MAX_CONTENTS:
        raise Unreadable("a PDF with more drawn on a page than text")
    page.extract_text(visitor_text=visit)
    lines: list[Line] = []
    for x, y, size, text in pieces:
        first, *others = text.strip("\n").split("\n")
        last = lines[-1] if lines else None
        if last and abs(last.y - y) < _MARGIN * max(size, 1.0) and x >= last.x:
            lines[-1] = replace(last, text=last.text + first, size=max(last.size, size))
        else:
            lines.append(Line(number, x, y, size, first))
        lines += [Line(number, x, y - (at + 1) * size * 1.2, size, other) for at, other in enumerate(others)]
    return [replace(line, text=" ".join(line.text.split())) for line in lines if line.text.strip()]


def _created(reader: PdfReader) -> tuple[SeenDate, ...]:
    written = reader.metadata.get("/CreationDate") if reader.metadata else None
    match = _CREATED.match(str(written or ""))
    return (SeenDate("-".join(match.groups()), "captured", "bound"),) if match else ()
