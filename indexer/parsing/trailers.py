"""What stands below a plain-text article: "###", "-30-", copyright, contacts, a database's labels, a page's menu."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.parsing.bylines import byline_of_signature
from indexer.parsing.header_lines import is_prose, is_same
from indexer.parsing.labels import date_of_label, is_only_labelled_dates, label_of, labelled_dates
from indexer.parsing.parsed import DroppedLine, SeenDate

_END_MARK = re.compile(
    r"(?:#\s*){1,5}|-+\s*30\s*-+|—\s*30\s*—|\*\s*\*\s*\*|\[?end of (?:document|story)\]?|\(?end\)?|[-–—_=~]{3,}", re.I
)
_COPYRIGHT = re.compile(
    r"(?:\(c\)|©|copyright\b)[\s©]*(?:\(c\)\s*)?(?:(?:1[6-9]|20)\d\d)?(?:\s*[-–]\s*\d{4})?[,\s]*.*",
    re.I,
)
_CONTACT = re.compile(
    r"(?:media |press |news )?contacts?\b.*|for (?:more|further) information.*(?:\d{3}|@|:).*|"
    r"(?:phone|tel|e-?mail|fax|cell|office)\b.{0,60}|"
    r".{0,60}(?:\(?\b\d{3}\)?[-./\s]\s?\d{3}[-.]\d{4}\b|[\w.+-]+@[\w-]+\.\w+).{0,20}",
    re.I,
)
_MOMENT = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d")
_TRAILING_LABELS = frozenset({"published", "updated", "bound", "skip", "outlet", "section", "url"})
_LOOK_BACK = 12


@dataclass(slots=True)
class Trailer:
    """What the lines below the body say, and the number of the first of them."""

    start: int
    dates: tuple[SeenDate, ...] = ()
    bylines: tuple[str, ...] = ()
    dropped: tuple[DroppedLine, ...] = ()


def read_trailer(lines: list[str], start: int, has_menu: bool, headline: str | None = None) -> Trailer:
    """Read the trailer of the text whose body begins at line ``start``.

    Where a page's menu stands above, everything after the last prose goes.
    """
    end = _end_mark(lines, start)
    record: tuple[SeenDate, ...] = ()
    if has_menu:
        record_start, record = _record(lines, start, headline)
        end = min(end, record_start)
        prose = [at for at in range(start, end) if is_prose(lines[at])]
        end = prose[-1] + 1 if prose else end
    while end > start and (not lines[end - 1].strip() or _is_trailer_line(lines[end - 1].strip())):
        end -= 1
    end = _contact_block(lines, start, end)
    below = [line.strip() for line in lines[end:] if line.strip()]
    return Trailer(
        start=end,
        dates=record if has_menu else tuple(date for line in below for date in _dates(line)),
        bylines=tuple(name for line in below for name in byline_of_signature(line)),
        dropped=tuple(DroppedLine(line, "trailer") for line in below),
    )


def _record(lines: list[str], start: int, headline: str | None) -> tuple[int, tuple[SeenDate, ...]]:
    """Where a site's record for machines begins at the foot of a scraped page, and its dates.

    It is the moments of publication and of the last change, and below them the headline again. What follows on such a
    page are other stories.
    """
    filled = [(at, lines[at].strip()) for at in range(start, len(lines)) if lines[at].strip()]
    for (at, published), (_, changed), (_, title) in zip(filled, filled[1:], filled[2:], strict=False):
        if headline and _MOMENT.fullmatch(published) and _MOMENT.fullmatch(changed) and is_same(title, headline):
            return at, (SeenDate(published, "line"), SeenDate(changed, "line", "updated"))
    return len(lines), ()


def _end_mark(lines: list[str], start: int) -> int:
    """The last end mark ends the text if it stands in the second half: what follows is not the article."""
    filled = [at for at in range(start, len(lines)) if lines[at].strip()]
    for at in filled[len(filled) // 2 :]:
        if at > start and re.fullmatch(r"(?:#\s*){2,5}|-+\s*30\s*-+|—\s*30\s*—", lines[at].strip()):
            return at
    return len(lines)


def _is_trailer_line(line: str) -> bool:
    if _END_MARK.fullmatch(line) or byline_of_signature(line):
        return True
    if len(line) > 200:
        return False
    label = label_of(line)
    if (
        label
        and label[1]
        and label[0] in _TRAILING_LABELS
        and (label[0] not in ("published", "updated") or date_of_label(*label))
    ):
        return not is_prose(label[1])
    return bool(
        _COPYRIGHT.fullmatch(line) or _CONTACT.fullmatch(line) or (len(line) <= 120 and is_only_labelled_dates(line))
    )


def _contact_block(lines: list[str], start: int, end: int) -> int:
    """ "Contact:" heads a block of short lines: names, titles, telephone numbers."""
    for at in range(max(start + 1, end - _LOOK_BACK), end):
        if re.fullmatch(r"(?:media |press |news )?contacts?:?(?:\s.{0,60})?", lines[at].strip(), re.I) and not any(
            is_prose(line) for line in lines[at + 1 : end]
        ):
            while at > start and not lines[at - 1].strip():
                at -= 1
            return at
    return end


def _dates(line: str) -> tuple[SeenDate, ...]:
    label = label_of(line)
    if label and label[1] and label[0] in ("published", "updated", "bound"):
        date = date_of_label(*label)
        return (date,) if date else ()
    return labelled_dates(line) if is_only_labelled_dates(line) else ()
