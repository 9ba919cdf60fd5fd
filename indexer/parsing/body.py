"""The text of a saved page: trafilatura's, cleaned of what is not the article, with two ways out when it fails."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from indexer.parsing.bylines import byline_of_line
from indexer.parsing.datelines import find_dateline
from indexer.parsing.datestrings import WHOLE_DAY
from indexer.parsing.labels import is_only_labelled_dates
from indexer.parsing.parsed import DroppedLine

for _library in ("trafilatura", "htmldate", "readability", "justext"):
    # What they have to say about a page is of no use to a reader, and would end up on the terminal.
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)

DATE_LINE = "date line"
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote")
_RUN_TOGETHER = 250
_TELLING = 40
_ABOVE_DATELINE = 4
_STANDFIRST_WORDS = 40
# Below this share of the words that the page's own JSON-LD gives, trafilatura has missed a part of the story.
_RESCUE_SHARE = 0.6
_SHARING = r"(?:facebook|twitter|email|print|share|pinterest|linkedin|whatsapp|copy link)"
_PROMOS = (
    r"advertis(?:e?ment|ing)\b.{0,40}",
    r"(?:story|article) continues (?:below|after).*",
    r"(?:read|see|watch|listen|learn) (?:more|also|next)\b.{0,200}",
    r"(?:more|also|related)(?: (?:on|from|stories|coverage|reading|articles?|news))?\s*:.{0,200}",
    r"related (?:stories|articles|content|posts|topics|links).{0,60}",
    r"(?:please )?(?:sign|subscribe|register)(?: up)? (?:to|for|here|now)\b.{0,160}",
    r"subscribe\b.{0,100}",
    r"get (?:the|our) .{0,40}newsletter.{0,120}",
    r"(?:click|tap) here (?:to|for)\b.{0,120}",
    r"(?:follow|like|join) (?:us|me|him|her) on\b.{0,120}",
    r"follow .{0,60} on (?:twitter|facebook|instagram|x)\b.{0,80}",
    r"download (?:the|our) .{0,60}\bapp\b.{0,80}",
    r"share (?:this|on|via)\b.{0,60}",
    r"copyright\b.{0,200}",
    r"(?:©|\(c\)) ?\d{4}.{0,200}",
    r"all rights reserved.{0,60}",
    r"(?:(?:file )?photo|photograph|image|picture|video|credit)(?: by| courtesy(?: of)?| credit)?\s*[:/].{0,120}",
    r"\(?(?:photo|image|picture) (?:by|courtesy)\b.{0,120}",
    r"(?:getty|reuters|shutterstock|istock|ap photo)\b.{0,60}",
    r"send us your .{0,80}",
    r"we use cookies.*",
    r"by (?:signing up|clicking|submitting),? you.*",
    r"most (?:read|popular|viewed).{0,30}",
    r"trending(?: now| stories)?",
    r"\d+ (?:of|/) \d+",
    r"(?:\d+ )?comments?",
    rf"{_SHARING}(?:\s*[|/,·]?\s*{_SHARING})*",
)
_PROMO = re.compile("|".join(_PROMOS), re.I)
_SHOUTED_PROMO = re.compile(
    r"(?:READ MORE|WATCH|RELATED|MORE|SEE ALSO|ALSO READ|DON'T MISS|SIGN UP|LISTEN|SUBSCRIBE)\b[\s:–—-].{0,200}"
)
_SHOUTED_WORDS = re.compile(r"\b(?:SIGN UP|SUBSCRIBE|CLICK|NEWSLETTER|APP|HERE)\b")
_SKIPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "footer",
    "aside",
    "header",
    "form",
    "button",
    "figure",
    "select",
    "iframe",
    "svg",
)


def page_body(
    page: str, soup: BeautifulSoup, headline: str | None, stated: str | None
) -> tuple[str, tuple[DroppedLine, ...]]:
    """Give the text of a page in paragraphs, and the lines that were left out of it.

    ``stated`` is the text in the page's own JSON-LD. The text is empty only where the page has none.
    """
    lines = _parted(_extracted(page), soup)
    if stated and _word_count(lines) < _RESCUE_SHARE * len(stated.split()):
        lines = stated.split("\n")
    kept, dropped = _cleaned(lines, headline)
    if not kept:
        kept, dropped = _cleaned(_longest_block(soup), headline)
    if not kept:
        kept = [line for line in soup.get_text("\n").split("\n") if len(line.split()) >= 5]
    kept = _from_dateline(kept, dropped)
    return "\n\n".join(line.strip() for line in kept if line.strip()), tuple(dropped)


def _extracted(page: str) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from trafilatura import bare_extraction

        document = bare_extraction(page, include_comments=False, with_metadata=False)
    text = getattr(document, "text", None)
    return str(text).split("\n") if text else []


def _parted(lines: list[str], soup: BeautifulSoup) -> list[str]:
    """Part the lines into which trafilatura has run together the paragraphs of a table's cell."""
    if all(len(line) < _RUN_TOGETHER for line in lines) or soup.find("td") is None:
        return lines
    found = [" ".join(tag.get_text(" ").split()) for tag in soup.find_all(_BLOCKS)]
    return [piece for line in lines for piece in (_pieces(line, found) if len(line) >= _RUN_TOGETHER else (line,))]


def _pieces(line: str, blocks: list[str]) -> tuple[str, ...]:
    """Cut a line at the blocks of the page that stand in it one after the other; a short one must come next."""
    rest = " ".join(line.split()).strip("| ")
    pieces: list[str] = []
    for block in blocks:
        if block and (rest.startswith(block) or (len(block) >= _TELLING and block in rest)):
            before, _, rest = rest.partition(block)
            pieces += [before, block]
            rest = rest.lstrip()
    return (*pieces, rest) if sum(len(piece) >= _TELLING for piece in pieces) >= 2 else (line,)


def _cleaned(lines: list[str], headline: str | None) -> tuple[list[str], list[DroppedLine]]:
    kept: list[str] = []
    dropped: list[DroppedLine] = []
    seen: set[str] = set()
    for line in lines:
        text = re.sub(r"^(?:- |\|)\s*|\s*\|$", "", line.strip()).strip()
        if not text:
            continue
        reason = _reason(text, len(kept), headline, seen)
        if reason:
            dropped.append(DroppedLine(text, reason))
            continue
        seen.add(text)
        kept.append(text)
    return kept, dropped


def _reason(text: str, place: int, headline: str | None, seen: set[str]) -> str | None:
    if place < 3 and headline and _letters(text) == _letters(headline):
        return "repeated headline"
    if place < 3 and len(text) <= 120:
        if WHOLE_DAY.fullmatch(text) or is_only_labelled_dates(text):
            return DATE_LINE
        if byline_of_line(text):
            return "byline"
    if text in seen and len(text) > 25:
        return "repeated line"
    if _PROMO.fullmatch(text) or _SHOUTED_PROMO.fullmatch(text):
        return "promotion"
    if len(text) <= 90 and text.isupper() and len(text.split()) >= 3 and _SHOUTED_WORDS.search(text):
        return "promotion"
    return None


def _from_dateline(kept: list[str], dropped: list[DroppedLine]) -> list[str]:
    """A dateline opens the story: the few words above it are a standfirst, a caption or a share bar."""
    for place, line in enumerate(kept[:_ABOVE_DATELINE]):
        if find_dateline(line):
            dropped += [DroppedLine(above, "above the dateline") for above in kept[:place]]
            return kept[place:]
        if len(line.split()) > _STANDFIRST_WORDS:
            break
    return kept


def _longest_block(soup: BeautifulSoup) -> list[str]:
    """The paragraphs of the element that holds the most text in paragraphs of its own."""
    totals: dict[int, int] = {}
    holders: dict[int, Tag] = {}
    for paragraph in _paragraphs(soup):
        parent = paragraph.parent
        if parent is not None:
            holders[id(parent)] = parent
            totals[id(parent)] = totals.get(id(parent), 0) + len(paragraph.get_text())
    if not totals:
        return []
    best = holders[max(totals, key=lambda key: totals[key])]
    return [re.sub(r"\s+", " ", p.get_text()).strip() for p in best.find_all("p", recursive=False)]


def _paragraphs(soup: BeautifulSoup) -> Iterator[Tag]:
    for paragraph in soup.find_all("p"):
        if not paragraph.find_parent(_SKIPPED) and len(paragraph.get_text(strip=True)) >= 20:
            yield paragraph


def _word_count(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
