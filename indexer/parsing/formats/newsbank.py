"""Text that NewsBank gives out: a headline, labelled lines, the text, a record number and a copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing.datestrings import WRITTEN_DAY, cut_date
from indexer.parsing.formats.records import Record, article_of, names_in
from indexer.parsing.paragraphs import join_paragraphs
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

_MARKS = (rb"^[ \t]*(?:Paper|Source): \S", rb"^[ \t]*Record (?:Number|ID):? *\S")
_RECORD = re.compile(r"[ \t]*Record (?:Number|ID):? *(?P<id>\S.*?)\s*")
_COPYRIGHT = re.compile(r"[ \t]*(?:Copyright|©|\(c\) ?\d{4}|All rights reserved|Copr\.).*", re.I)
_LABEL = re.compile(
    r"[ \t]*(?P<name>Paper|Source|Date|Author|Author/Byline|Byline|Section|Page|Edition|Estimated printed pages|Length|"
    r"Index|"
    r"Index Terms|Dateline|Readability|Headline|Title|OpenURL Link|Browse Issues|Series|Caption|Memo|Article type|"
    r"Product|Column): *(?P<value>.*?)\s*"
)


def is_newsbank(head: bytes, suffix: str) -> bool:
    """Say whether a file has NewsBank's paper and record number on lines of their own."""
    return b"Record " in head and all(re.search(mark, head, re.M) for mark in _MARKS)


def read_newsbank(source: Source) -> Iterator[Found]:
    """Read the articles; each ends with its record number, which is its id, and a copyright line."""
    for number, (lines, identity) in enumerate(
        _documents(source.text().replace("\r\n", "\n").replace("\r", "\n").split("\n")), 1
    ):
        try:
            yield article_of(_record(lines, identity))
        except Unreadable as error:
            yield LeftOut(identity or f"document {number}", error.reason)


def _documents(lines: list[str]) -> Iterator[tuple[list[str], str | None]]:
    document: list[str] = []
    identity: str | None = None
    for line in lines:
        match = _RECORD.fullmatch(line)
        if match:
            identity = match["id"]
        elif identity and (_COPYRIGHT.fullmatch(line) or _RULE.fullmatch(line)):
            continue
        elif identity and line.strip():
            yield document, identity
            document, identity = [line], None
        else:
            document.append(line)
    if any(line.strip() for line in document):
        yield document, identity


_RULE = re.compile(r"\s*[-_=*]{3,}\s*")


def _record(lines: list[str], identity: str | None) -> Record:
    first = next((number for number, line in enumerate(lines) if _LABEL.fullmatch(line)), None)
    if first is None:
        raise Unreadable("a record without labels")
    record = Record(id=identity, is_one_of_many=True)
    record.headline = (
        " ".join(line.strip() for line in lines[:first] if line.strip() and not _RULE.fullmatch(line)) or None
    )
    start = first
    while start < len(lines) and (not lines[start].strip() or _LABEL.fullmatch(lines[start])):
        match = _LABEL.fullmatch(lines[start])
        if match:
            _set(record, match["name"], match["value"])
        start += 1
    record.text = join_paragraphs(lines[start:]).split("\n\n")
    return record


def _set(record: Record, name: str, value: str) -> None:
    if name in ("Paper", "Source"):
        # "The Ellery Ledger (Fenwick Mills) - May 14, 2024 - A1" or the name alone
        date = WRITTEN_DAY.search(value)
        record.outlet = re.split(r"\s+[-–—]\s+|\s*\(|;", value)[0].strip() or None
        if date:
            record.dates.append(SeenDate(date[0].strip(), "database"))
    elif name == "Date" and (written := cut_date(value)):
        record.dates.append(SeenDate(written, "database"))
    elif name in ("Author", "Author/Byline", "Byline"):
        record.bylines = names_in([value])
    elif name == "Section":
        record.section = value or None
    elif name in ("Headline", "Title"):
        record.headline = record.headline or value or None
    elif name == "Dateline":
        record.dateline = value or None
