"""Lines as they stand on a page -> headline and paragraphs: told by size, leading and indents, hyphens mended."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from indexer.parsing.bylines import byline_of_line
from indexer.parsing.datestrings import WHOLE_DAY

_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I)
_HEADLINE_SIZE = 1.25
_PARAGRAPH_GAP = 1.35
_INDENT = 0.6
_LONGEST_HEADLINE = 300
_LONGEST_FURNITURE = 60
_SENTENCE_END = re.compile(r"[.?!:][”\"’')\]]*$")
_HYPHEN = re.compile(r"(\w+)-$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it begins (from the left and from below, in points) and the size of its letters."""

    page: int
    x: float
    y: float
    size: float
    text: str


def without_furniture(lines: list[Line]) -> list[Line]:
    """Take out page numbers, and what is repeated at the head or foot of three pages or more."""
    pages: dict[str, set[int]] = {}
    for line in lines:
        pages.setdefault(_plain(line.text), set()).add(line.page)
    edges = _edges(lines)
    return [
        line
        for at, line in enumerate(lines)
        if at not in edges
        or not (
            _PAGE_NUMBER.fullmatch(line.text)
            or (len(line.text) <= _LONGEST_FURNITURE and len(pages[_plain(line.text)]) >= 3)
        )
    ]


def headline_of(lines: list[Line]) -> tuple[str | None, list[Line]]:
    """Give the lines set largest on the first page as the headline, if they are larger than the text; and the rest."""
    if not lines:
        return None, lines
    body = _usual([round(line.size, 1) for line in lines for _ in range(len(line.text))])
    first = [line for line in lines if line.page == lines[0].page]
    largest = max((line.size for line in first if len(line.text) > 3), default=0.0)
    if largest < body * _HEADLINE_SIZE:
        return None, lines
    start = next(at for at, line in enumerate(lines) if line.size >= largest * 0.95 and len(line.text) > 3)
    end = start
    while end < len(lines) and lines[end].page == lines[start].page and lines[end].size >= largest * 0.95:
        end += 1
    headline = _joined([line.text for line in lines[start:end]], "")
    if len(headline) > _LONGEST_HEADLINE:
        return None, lines
    return headline, lines[:start] + lines[end:]


def paragraphs_of(lines: list[Line]) -> list[str]:
    """Put lines together to paragraphs; a new one begins where the leading is wider, or with an indent."""
    leading = _usual([round(a.y - b.y, 1) for a, b in pairwise(lines) if 0 < a.y - b.y < 6 * a.size])
    whole = " ".join(line.text for line in lines)
    widest = max((len(line.text) for line in lines), default=0)
    paragraphs: list[list[str]] = []
    last: Line | None = None
    for line, margin in zip(lines, _margins(lines), strict=True):
        indented = line.x - margin > _INDENT * line.size
        if last is None or indented or _begins(last, line, leading, widest):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
        last = line
    return [_joined(paragraph, whole) for paragraph in paragraphs]


def _begins(last: Line, line: Line, leading: float, widest: int) -> bool:
    if _stands_alone(last.text) or _stands_alone(line.text):
        return True
    if abs(line.size - last.size) > 0.15 * max(line.size, last.size):
        return True
    ends = bool(_SENTENCE_END.search(last.text))
    if line.page != last.page or line.y > last.y:  # a new page or column
        return ends and len(last.text) < widest * 0.75
    if last.y - line.y > leading * _PARAGRAPH_GAP:
        return True
    return ends and len(last.text) < widest * 0.6


def _margins(lines: list[Line]) -> list[float]:
    """The left margin of the column in which each line stands: where most of its lines begin."""
    margins: list[float] = []
    column: list[Line] = []
    for line in (*lines, None):
        last = column[-1] if column else None
        if last and (line is None or line.page != last.page or line.y > last.y):
            margins += [_usual([round(one.x, 1) for one in column])] * len(column)
            column = []
        if line:
            column.append(line)
    return margins


def _stands_alone(text: str) -> bool:
    return bool(byline_of_line(text) or WHOLE_DAY.fullmatch(text))


def _joined(texts: list[str], whole: str) -> str:
    """Put the lines of a paragraph together, and words that were parted at the end of a line."""
    joined = texts[0] if texts else ""
    for text in texts[1:]:
        match = _HYPHEN.search(joined)
        if match and text[:1].islower():
            rest = re.match(r"[\w’']+", text)
            kept = f"{match[1]}-{rest[0] if rest else ''}"
            # A word that the clipping writes with a hyphen elsewhere, in the middle of a line, keeps it here.
            joined = joined + text if re.search(rf"\b{re.escape(kept)}\b", whole) else joined[:-1] + text
        elif joined.endswith("\u00ad"):
            joined = joined[:-1] + text
        else:
            joined = f"{joined} {text}"
    return joined


def _edges(lines: list[Line]) -> set[int]:
    """The first two and last two lines of each page."""
    of_page: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        of_page.setdefault(line.page, []).append(at)
    return {at for numbers in of_page.values() for at in (*numbers[:2], *numbers[-2:])}


def _plain(text: str) -> str:
    return re.sub(r"\d+", "0", text.casefold())


def _usual(values: list[float]) -> float:
    return Counter(values).most_common(1)[0][0] if values else 0.0
