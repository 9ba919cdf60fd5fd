"""Text that Nexis gives out: many articles in one file, each with its date line and labels in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing.datestrings import WHOLE_DAY, WHOLE_MONTH, cut_date
from indexer.parsing.formats.records import Record, article_of, names_in
from indexer.parsing.header_lines import outlet_name
from indexer.parsing.paragraphs import join_paragraphs
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

_BETWEEN = re.compile(r"^[ \t]*(\d{1,6}) of (\d{1,6}) DOCUMENTS?[ \t]*$", re.M)
_HEAD = re.compile(rb"\A\s*(?:Document \d+ of \d+\s*)?\d{1,6} of \d{1,6} DOCUMENTS?[ \t]*\r?$", re.M)
_UNI_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
_UNI_MARK = re.compile(rb"^End of Document\s*$", re.M)
_UNI_LABELS = re.compile(rb"^Load-Date:", re.M)
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z-]*(?: [A-Z-]+){0,2}|[A-Z][a-z]+(?:-[A-Z][a-z]+)?): ?(?P<value>.*)")
_LABELS = frozenset(
    (
        *(
            "byline",
            "section",
            "length",
            "dateline",
            "headline",
            "load-date",
            "language",
            "publication-type",
            "graphic",
        ),
        *(
            "subject",
            "person",
            "company",
            "ticker",
            "industry",
            "geographic",
            "city",
            "state",
            "country",
            "organization",
        ),
        *("type", "document-type", "journal-code", "acc-no", "series", "highlight", "correction", "copyright", "body"),
        *("correction-date", "pub-type", "url", "classification", "source", "dist", "distribution", "notes"),
    )
)
_COPYRIGHT = re.compile(r"copyright\b|all rights reserved|©", re.I)
_EDITION = re.compile(r".{0,60}\b(?:edition|final|late|early)\b.{0,40}|\d{1,2}:\d\d [AP]M.{0,12}", re.I)


def is_nexis(head: bytes, suffix: str) -> bool:
    """Say whether a file begins with "1 of 3 DOCUMENTS", or has the marks of the newer service."""
    return bool(_HEAD.match(head) or (b"Load-Date:" in head and _UNI_LABELS.search(head) and _UNI_MARK.search(head)))


def read_nexis(source: Source) -> Iterator[Found]:
    """Read the articles. The day on which the database took an article in is a bound, never its date."""
    text = source.text().replace("\r\n", "\n").replace("\r", "\n")
    for number, document in enumerate(_documents(text), 1):
        try:
            yield article_of(_record(document.split("\n")))
        except Unreadable as error:
            yield LeftOut(f"document {number}", error.reason)


def _documents(text: str) -> Iterator[str]:
    marks = list(_BETWEEN.finditer(text))
    if marks:
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            yield text[mark.end() : end]
        return
    begin = 0
    for mark in _UNI_END.finditer(text):
        yield text[begin : mark.start()]
        begin = mark.end()
    if text[begin:].strip():
        yield text[begin:]


def _record(lines: list[str]) -> Record:
    record = Record(is_one_of_many=True)
    labels: list[tuple[int, str, str]] = [
        (number, match["name"].casefold(), match["value"].strip())
        for number, line in enumerate(lines)
        if (match := _LABEL.fullmatch(line.rstrip())) and match["name"].casefold() in _LABELS
    ]
    body_word = next((number for number, line in enumerate(lines) if line.strip() in ("Body", "BODY:")), None)
    first = min((number for number, _, _ in labels), default=len(lines))
    first = first if body_word is None else min(first, body_word)
    _read_head(record, lines[:first])
    last_of_head = _head_end(lines, labels, first) if body_word is None else body_word + 1
    below = next((number for number, _, _ in labels if number >= last_of_head), len(lines))
    for number, name, value in labels:
        _set(record, name, _whole(lines, number, value), number >= below)
    body = [line for line in lines[last_of_head:below] if not _COPYRIGHT.match(line.strip())]
    record.text = join_paragraphs(body).split("\n\n")
    return record


def _head_end(lines: list[str], labels: list[tuple[int, str, str]], first: int) -> int:
    """The line on which the text begins: below the labels that follow one another, each with what runs on from it."""
    at = first
    following = [number for number, _, _ in labels]
    while at < len(lines):
        if at in following:
            at += 1
            while at < len(lines) and lines[at].strip():
                at += 1
        elif not lines[at].strip():
            at += 1
        else:
            return at
    return at


def _whole(lines: list[str], number: int, value: str) -> str:
    """A label's value, with the lines that it runs on to."""
    for line in lines[number + 1 : number + 5]:
        if not line.strip() or _LABEL.fullmatch(line.rstrip()):
            break
        value += f" {line.strip()}"
    return value.strip()


def _set(record: Record, name: str, value: str, is_below: bool) -> None:
    if name == "byline":
        record.bylines = record.bylines or names_in([value])
    elif name == "headline":
        record.headline = record.headline or value
    elif name == "section":
        record.section = record.section or re.split(r"[;,]", value)[0].strip() or None
    elif name == "dateline":
        record.dateline = record.dateline or value or None
    elif name == "acc-no":
        record.id = record.id or value or None
    elif name == "load-date" and (date := cut_date(value)):
        record.dates.append(SeenDate(date, "label", "bound"))


def _read_head(record: Record, lines: list[str]) -> None:
    """Outlet, date line, edition and headline in this order; in the newer service the headline comes first."""
    blocks = _blocks(lines)
    dated = next((at for at, block in enumerate(blocks) if _date_of(block[0])), None)
    if dated is None:
        record.headline = record.headline or " ".join(line for block in blocks for line in block)[:300] or None
        return
    record.dates.append(SeenDate(_date_of(blocks[dated][0]) or "", "database"))
    above = [" ".join(block) for block in blocks[:dated]]
    below = [block for block in blocks[dated + 1 :] if not _EDITION.fullmatch(block[0])]
    if above:
        record.outlet = outlet_name(re.sub(r"\s*\([^()]*\)\s*$", "", above[-1]))
    if len(above) > 1:
        record.headline = above[0]
    elif below:
        record.headline = " ".join(below[0])


def _blocks(lines: list[str]) -> list[list[str]]:
    """Lines that stand together. In the newer service, title, outlet and date are a line each."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        text = line.strip()
        if _COPYRIGHT.match(text):
            continue
        if not text:
            blocks.append([])
        elif _date_of(text) or (blocks[-1] and _date_of(blocks[-1][-1])):
            blocks += [[text]]
        else:
            blocks[-1].append(text)
    blocks = [block for block in blocks if block]
    # Two lines straight above the date: a title and an outlet.
    dated = next((at for at, block in enumerate(blocks) if _date_of(block[0])), None)
    if dated == 1 and len(blocks[0]) > 1:
        blocks[0:1] = [blocks[0][:-1], blocks[0][-1:]]
    return blocks


def _date_of(line: str) -> str | None:
    """ "February 10, 2017 Friday", perhaps with an edition or a time after it."""
    plain = re.sub(r"\s+(?:\d{1,2}:\d\d\s*[AP]M.*|[\w ]*edition)$", "", line.strip(), flags=re.I)
    return plain if WHOLE_DAY.fullmatch(plain) or WHOLE_MONTH.fullmatch(plain) else None
