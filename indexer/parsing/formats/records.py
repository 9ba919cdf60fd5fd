"""A record of an export -> the article: what its fields say, and what still stands in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from indexer.parsing.bylines import byline_names, byline_of_line
from indexer.parsing.datelines import FoundDateline, find_dateline, outlet_of
from indexer.parsing.formats.markup import one_line, paragraphs
from indexer.parsing.language import language_of
from indexer.parsing.parsed import DroppedLine, ParsedArticle, SeenDate, Unreadable
from indexer.parsing.sources import part_of_text
from indexer.parsing.text import dateline_in, derived_headline
from indexer.parsing.trailers import read_trailer
from search.documents import Dateline

_LONGEST_ID = 200
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FEED_FOOTER = re.compile(
    r"The post .{1,300} (?:first appeared|appeared first) on .{1,120}\.?|Read (?:more|the full story).{0,80}"
)


@dataclass(slots=True)
class Record:
    """The fields of one article as an export has them; ``text`` is plain or marked up, or already in paragraphs.

    ``id`` is its native id. ``is_one_of_many`` says that its file may hold others. ``dateline`` is one that is kept
    apart from the text.
    """

    headline: str | None = None
    text: str | list[str] = ""
    id: str | None = None
    is_one_of_many: bool = False
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    dateline: str | None = None
    url: str | None = None
    dates: list[SeenDate] = field(default_factory=list)
    is_excerpt: bool = False


def article_of(record: Record) -> ParsedArticle:
    """Make the article of a record: no headline, byline or trailer stays in its text; its dateline is read.

    Raises Unreadable for a record that has neither a text nor a headline.
    """
    headline = one_line(record.headline or "") or None
    lines = paragraphs(record.text) if isinstance(record.text, str) else record.text
    lines, dropped, bylines = _cleaned([line for line in lines if line], headline)
    text = "\n\n".join(lines) or headline or ""
    if not any(char.isalnum() for char in text):
        raise Unreadable("no text in it")
    found = dateline_in(text) or _kept_apart(record.dateline)
    dateline = found.dateline if found else Dateline(record.dateline) if record.dateline else None
    dates = [*record.dates, *([SeenDate(found.date, "dateline")] if found and found.date else ())]
    return ParsedArticle(
        headline=headline or derived_headline(text),
        headline_derived=headline is None,
        text=text,
        part=(record.id or part_of_text(text)) if record.is_one_of_many else None,
        bylines=bylines or record.bylines,
        outlet=record.outlet or outlet_of(dateline),
        section=record.section,
        language=language_of(f"{headline or ''} {text}"),
        dateline=dateline,
        url=record.url,
        dates=tuple(dict.fromkeys(dates)),
        dropped=tuple(dropped),
        is_excerpt=record.is_excerpt,
    )


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """Give the people named in the values of byline fields, each once."""
    return tuple(dict.fromkeys(name for value in values for name in byline_names(_MAIL.sub("", one_line(value)))))


def web_address(value: object) -> str | None:
    """Give ``value`` if it is a whole address of the web, else None."""
    if not isinstance(value, str):
        return None
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return None
    return value.strip() if parts.scheme in ("http", "https") and "." in (parts.hostname or "") else None


def native_id(value: object) -> str | None:
    """Give ``value`` as an article's id in its export: a short string or a number, else None."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    plain = one_line(str(value))
    return plain if 0 < len(plain) <= _LONGEST_ID else None


def _kept_apart(dateline: str | None) -> FoundDateline | None:
    return find_dateline(f"{dateline.rstrip(' -–—_:')} — ") if dateline else None


def _cleaned(lines: list[str], headline: str | None) -> tuple[list[str], list[DroppedLine], tuple[str, ...]]:
    """Take headline, byline and trailer out of a text; give its lines, what went, and the byline's names."""
    dropped: list[DroppedLine] = []
    bylines: tuple[str, ...] = ()
    start = 0
    for line in lines[:3]:
        names = byline_of_line(line)
        if names and not bylines:
            bylines = names
            dropped.append(DroppedLine(line, "byline"))
        elif headline and line.casefold() == headline.casefold():
            dropped.append(DroppedLine(line, "repeated headline"))
        else:
            break
        start += 1
    trailer = read_trailer(lines, start, has_menu=False)
    end = trailer.start
    while end > start and _FEED_FOOTER.fullmatch(lines[end - 1]):
        end -= 1
        dropped.append(DroppedLine(lines[end], "promotion"))
    return lines[start:end], [*dropped, *trailer.dropped], bylines or trailer.bylines
