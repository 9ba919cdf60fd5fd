"""Plain-text articles: an inline date, header lines in any order, the body, trailers."""

from __future__ import annotations

import re

from indexer.parsing.broken_lines import mend_lines
from indexer.parsing.datelines import FoundDateline, find_dateline, outlet_of
from indexer.parsing.header_values import Header
from indexer.parsing.headers import read_header
from indexer.parsing.language import language_of
from indexer.parsing.paragraphs import join_paragraphs, split_lines
from indexer.parsing.parsed import DroppedLine, ParsedArticle, SeenDate, Unreadable
from indexer.parsing.trailers import read_trailer
from search.documents import Dateline

# " date 2017-02-10 AUSTIN (KXAN) — Over the past …"
_INLINE_DATE = re.compile(
    r"\s*(?:(?i:date|published)\b[\s:=]*)?"
    r"(?P<date>(?:1[6-9]|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)"
    r"\s+(?=[A-ZÀ-Þ“\"‘(])"
)
_DERIVED_LENGTH = 120
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9”\")])(?<!\b[Ss]t)(?<!\b[MD]r)(?<!\bMrs)(?<!\bRep)(?<!\bSen)(?<!\bGov)[.?!][”\"’)]*(?=\s+[“\"‘]?[A-Z])"
)


def parse_text(text: str, outlets: frozenset[str] = frozenset()) -> tuple[ParsedArticle, ...]:
    """Read one plain-text article; ``outlets`` holds the names of known outlets, in small letters."""
    lines = mend_lines(split_lines(text))
    inline = _cut_inline_date(lines)
    header = read_header(lines, outlets) if inline is None else Header()
    trailer = read_trailer(lines, header.body_start, header.has_menu, header.headline)
    body = join_paragraphs(
        [*(line for kept in header.kept for line in (kept, "")), *lines[header.body_start : trailer.start]]
    )
    if not any(char.isalnum() for char in body):
        # A file that is all header: its headline, or else all of it, is better than nothing.
        body = header.headline or join_paragraphs(split_lines(text))
    if not any(char.isalnum() for char in body):
        raise Unreadable("no text in it")
    found = dateline_in(body)
    dateline = found.dateline if found else Dateline(header.place) if header.place else None
    article = ParsedArticle(
        headline=header.headline or derived_headline(body),
        headline_derived=header.headline is None,
        text=body,
        bylines=header.bylines or trailer.bylines,
        outlet=header.outlet or outlet_of(dateline) or _outlet_below(trailer.dropped, outlets),
        section=header.section,
        language=language_of(f"{header.headline or ''} {body}"),
        dateline=dateline,
        url=header.url,
        dates=_dates(inline, header, found, trailer.dates),
        dropped=(*header.dropped, *trailer.dropped),
    )
    return (article,)


def whole_body(text: str) -> ParsedArticle:
    """Take all of ``text`` as the body, as ``show --body`` does."""
    if not text.strip():
        raise Unreadable("no text in it")
    found = dateline_in(text)
    return ParsedArticle(
        headline=derived_headline(text),
        headline_derived=True,
        text=text,
        language=language_of(text),
        dateline=found.dateline if found else None,
        outlet=outlet_of(found.dateline) if found else None,
    )


def dateline_in(text: str) -> FoundDateline | None:
    """Give the dateline of the first or second paragraph; later ones only look like it."""
    for paragraph in text.split("\n\n", 2)[:2]:
        found = find_dateline(paragraph)
        if found:
            return found
    return None


def derived_headline(text: str) -> str:
    """Make a title of the first sentence of a text that has no headline."""
    first = text.lstrip().split("\n", 1)[0]
    found = find_dateline(first)
    first = first[found.end :].strip() if found and len(first) - found.end > 20 else first.strip()
    end = _SENTENCE_END.search(first)
    sentence = (first[: end.end()] if end else first).removesuffix(".")
    if len(sentence) <= _DERIVED_LENGTH:
        return sentence
    return sentence[:_DERIVED_LENGTH].rsplit(None, 1)[0].rstrip(",;:—–- ") + " …"


def _outlet_below(dropped: tuple[DroppedLine, ...], outlets: frozenset[str]) -> str | None:
    """The known outlet that the trailer names: "Copyright 2020 The Ellery Ledger"."""
    below = " ".join(line.text for line in dropped).casefold()
    return max((name for name in outlets if name in below), key=len, default=None)


def _cut_inline_date(lines: list[str]) -> str | None:
    for number, line in enumerate(lines):
        if line.strip():
            match = _INLINE_DATE.match(line)
            if not match or len(line) - match.end() < 40:
                return None
            lines[number] = line[match.end() :]
            return match["date"]
    return None


def _dates(
    inline: str | None, header: Header, found: FoundDateline | None, below: tuple[SeenDate, ...]
) -> tuple[SeenDate, ...]:
    dates = [SeenDate(inline, "inline")] if inline else []
    dates += header.dates
    if found and found.date:
        dates.append(SeenDate(found.date, "dateline"))
    return (*dates, *below)
