"""Wire files: ANPA 1312 and IPTC 7901, in which agencies sent their stories for decades, marked up by control bytes.

Before the start of text stand service, number, priority, category and, in ANPA, a slug, the month and day, and a count
of words; after its end, or as its last line, when it was sent, with the year.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from indexer.parsing.bylines import byline_of_line
from indexer.parsing.decoding import decode
from indexer.parsing.formats.records import Record, article_of, names_in
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

_START, _TEXT, _END = b"\x01", b"\x02", b"\x03"
_MARKED = re.compile(rb"[\x00\x16\s]*\x01[^\x01-\x03]{4,300}\x02")
_SLUGGED = rb"[a-z] [a-z] [^\r\n]{2,60}?[ \t]\d\d-\d\d[ \t]+\d{2,5}\b"
# Where the control bytes were lost on the way, the number of the service and the line of the slug are left.
_UNMARKED = re.compile(rb"[\x00\x16\s]*[a-z]\d{4}[^\r\n]{0,40}[\r\n]+" + _SLUGGED)
_HEADER = re.compile(
    r"^(?:[a-z]\d{4}[^\n]{0,40}\n+)?\s*(?P<priority>[a-z]) (?P<category>[a-z]) \^?(?P<slug>\S[^\n]{1,60}?)\^?"
    r"\s+(?P<month>\d\d)-(?P<day>\d\d)\s+\d{2,5}\b[^\n]*\n?",
    re.M,
)
_SENT = re.compile(
    r"^\W{0,3}[A-Z]{2,6}(?:-[A-Z]{2,4})?-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) "
    r"(?P<hour>\d\d)(?P<minute>\d\d)(?P<zone>GMT|UTC|[ECMP][SD]T)\W{0,3}$",
    re.M,
)
_SENT_7901 = re.compile(
    r"^\s*(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?(?P<zone>GMT|UTC|Z|[ECMP]?[SD]T|CET|CEST|MEZ|MESZ)? ?"
    r"(?P<name>jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]* (?P<year>\d\d(?:\d\d)?)\b",
    re.I | re.M,
)
_ZONES = {
    "GMT": "+00:00",
    "UTC": "+00:00",
    "Z": "+00:00",
    "CET": "+01:00",
    "MEZ": "+01:00",
    "CEST": "+02:00",
    "MESZ": "+02:00",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_NAMES = {"mai": "may", "okt": "oct", "dez": "dec"}
_SECTIONS = {
    **{"a": "National", "e": "Entertainment", "f": "Business", "i": "International", "l": "Lifestyle", "n": "State"},
    **{"o": "Weather", "p": "Politics", "s": "Sports", "w": "Washington"},
}
_KEYWORDS = re.compile(r"[\w-]{2,30}(?:/[\w .-]{0,30})+/?")
_FOR_EDITORS = re.compile(
    r"(?:eds?|editors?)\b.{0,3}:|.{0,6}AP (?:photos?|graphic|video)\b|embargoed\b|\(?(?:for use|with )|_+$|[-*]+$", re.I
)
_TITLE_OF_AUTHOR = re.compile(
    r"(?:the )?associated press(?: \w+)*|[\w ]{0,30}\b(?:writer|correspondent|reporter|editor)", re.I
)
_OLDEST = 70


def is_wire(head: bytes, suffix: str) -> bool:
    """Say whether a file begins as a story on a wire does."""
    return bool(_MARKED.match(head) or _UNMARKED.match(head))


def read_wire(source: Source) -> Iterator[Found]:
    """Read the stories of a file; each is sent between its own start and end."""
    stories = [piece for piece in source.data.split(_START) if piece.strip(b"\x00\x16 \r\n\x03\x04")]
    for number, story in enumerate(stories, 1):
        try:
            yield article_of(_record(story, len(stories) > 1))
        except Unreadable as error:
            yield LeftOut(f"story {number}", error.reason)


def _record(story: bytes, is_one_of_many: bool) -> Record:
    above, _, rest = story.partition(_TEXT) if _TEXT in story else (b"", b"", story)
    text, _, below = rest.partition(_END)
    header, body, footer = (_plain(part) for part in (above, text, below))
    found = _HEADER.search(header) or _HEADER.search(body[:400])
    if found and found.string is not header:
        body = body[found.end() :]
    sent = _SENT.search(body) or _SENT.search(footer)
    if sent and sent.string is body:
        body = body[: sent.start()]
    sent = sent or _SENT_7901.search(footer)
    dates = [SeenDate(when, "wire")] if sent and (when := _moment(sent)) else []
    if found and not dates:
        dates = [SeenDate(f"{_MONTHS[(int(found['month']) - 1) % 12]} {found['day']}", "dateline")]
    record = Record(
        is_one_of_many=is_one_of_many, dates=dates, section=_SECTIONS.get(found["category"]) if found else None
    )
    _read_body(record, body.split("\n"))
    return record


def _plain(part: bytes) -> str:
    return decode(part).replace("\r\n", "\n").replace("\r", "\n") if part.strip(b"\x00\x04\x16 \r\n") else ""


def _moment(sent: re.Match[str]) -> str | None:
    """When a story was sent: with its zone if that is written, else the day alone."""
    parts = sent.groupdict()
    name = (parts.get("name") or "").lower()
    month = int(parts["month"]) if not name else _MONTHS.index(_OTHER_NAMES.get(name, name)) + 1
    year = int(parts["year"])
    if year < 100:
        year += 1900 if year >= _OLDEST else 2000
    try:
        moment = datetime.datetime(year, month, int(parts["day"]), int(parts["hour"]), int(parts["minute"]))
    except ValueError:
        return None
    zone = (parts["zone"] or "").upper()
    if not zone:
        return moment.date().isoformat()
    written = moment.isoformat(timespec="minutes")
    return written + _ZONES[zone] if zone in _ZONES else f"{written.replace('T', ' ')} {zone}"


def _read_body(record: Record, lines: list[str]) -> None:
    """Headline, byline and paragraphs: what is set flush (^ … < or …=) above the story, and what is indented in it."""
    at, heads = 0, list[str]()
    while at < len(lines):
        line = lines[at]
        text = line.strip(" ^\t").rstrip("<=").strip()
        is_indented = line.startswith(("  ", "\t"))
        is_set = line.lstrip().startswith("^") or (not is_indented and line.rstrip().endswith(("<", "=")))
        if text and not is_set and not _KEYWORDS.fullmatch(text):
            break
        at += 1
        names = byline_of_line(text)
        if not text or _KEYWORDS.fullmatch(text) or _FOR_EDITORS.match(text) or _TITLE_OF_AUTHOR.fullmatch(text):
            continue
        if names:
            record.bylines = names_in([text])
        elif not record.bylines:
            heads.append(text)
    record.headline = _as_printed(" ".join(heads)) or None
    record.text = [_as_printed(paragraph) for paragraph in _paragraphs(lines[at:])]


def _paragraphs(lines: list[str]) -> list[str]:
    found: list[list[str]] = []
    begins = True
    for line in lines:
        text = line.strip().lstrip("^").rstrip("<").strip()
        if not text or _FOR_EDITORS.match(text):
            begins = True
            continue
        if begins or line.startswith(("  ", "\t", "^")):
            found.append([])
        found[-1].append(text)
        begins = line.rstrip().endswith("<")
    return [" ".join(words) for words in found]


def _as_printed(text: str) -> str:
    """A wire of seven bits has other signs for dashes and quotation marks."""
    text = re.sub(r"(?<=[\w).,”\"'])(?: _| ?--) (?=\S)", " — ", " ".join(text.split()))
    return text.replace("``", "“").replace("''", "”")
