"""Which blocks of a page are its story: those that trafilatura's readings agree on, and their like.

A reading is believed for what it finds, not for where it stops. What its readings share shows how the story's own
paragraphs are made (tag, class, place in the page). By that the rest is judged: a block that only one reading has, or
none, is taken in if it is made the same way and stands among the others; a block that both have is left out if it
stands in an element that names itself a caption, a newsletter form, a list of other stories.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml.etree import _Element as Element

from indexer.parsing.blocks import Block, Run
from indexer.parsing.datestrings import WHOLE_DAY
from indexer.parsing.labels import is_only_labelled_dates
from indexer.parsing.parsed import DroppedLine
from indexer.parsing.readings import Reading

DATE_LINE = "date line"
_LONGEST_DATE_LINE = 120
_NEAR_BEGINNING = 3
_WORD = r"(?:^|[\s_-]){}(?:$|[\s_-])"
_FURNITURE = re.compile(
    r"relat|recommend|read-?(?:next|more)|up-?next|trending|popular|most-?read|also|teaser|promo|outbrain|taboola|carousel|"
    r"share|sharing|social|follow|comment|disqus|newsletter|subscri|sign-?up|advert|sponsor|donat|cookie|consent|banner|"
    r"caption|credit|byline|by-line|author-?(?:bio|box|info)|dateline|timestamp|publish|breadcrumb|tag-?list|topics|"
    r"sidebar|widget|footer|menu|toolbar|masthead|sr-only|visually-?hidden|screen-?reader|print-only|gallery|slideshow|"
    r"lightbox|tooltip|modal|popup|kicker|rating|pagination|pager|table-of-contents|copyright|disclaimer|"
    + "|".join(_WORD.format(word) for word in ("ads?", "bio", "authors?", "tags?", "toc"))
    + r"|(?:^|[\s_-])nav",
    re.I,
)
_ASIDES = frozenset({"aside", "footer", "nav", "figure", "figcaption", "header", "form", "dialog", "menu"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_CELLS = frozenset({"td", "th"})
_STANDS = 0.6
"""The share of a block that must be in a reading for the block to stand in it."""
_LONG = 60
_MOSTLY_LINKS, _ALL_LINKS = 0.6, 0.9
_LINKED_LINE = 200
# "DON'T MISS" and three headlines: no sentence, mostly links.
_LINKED_LIST = 0.7
_SENTENCE_END = (".", "!", "?", "”", '"', "’")
_COPY_WORDS = 12
_OWN_SHARE = 0.3
# An element, or all of its class, that holds so much of the story is no furniture, whatever it is called.
_HOLDS_STORY, _CLASS_HOLDS_STORY = 0.3, 0.12
# The story's element is the innermost that holds this share of the paragraphs that are surely its own.
_STORY_SHARE = 0.9
# How large a share of the agreed text must be made like a block that one reading has, or none.
_LIKE_IF_ONE, _LIKE_IF_NONE, _LIKE_OUTSIDE = 0.02, 0.1, 0.3
_RANK = {"p": 0, "li": 1, "blockquote": 1, "h2": 1, "h3": 1, "h4": 1}


@dataclass(frozen=True, slots=True)
class Story:
    """The lines of a story, what was left out of it, and a sentence that says on whose word."""

    lines: list[str]
    dropped: list[DroppedLine]
    told: str


def is_date_line(text: str) -> bool:
    """Say whether a line is a date, or labels and their dates, and nothing else."""
    return len(text) <= _LONGEST_DATE_LINE and bool(WHOLE_DAY.fullmatch(text) or is_only_labelled_dates(text))


def story_of(blocks: list[Block], readings: tuple[Reading, ...]) -> Story | None:
    """Choose the blocks that are the story; None where the readings have no paragraph of the page."""
    if not readings:
        return None
    page = _Page(blocks, readings)
    return page.story() if page.surely else None


class _Page:
    """A page's blocks with what speaks for each of them."""

    def __init__(self, blocks: list[Block], readings: tuple[Reading, ...]) -> None:
        self.blocks, self.readings = blocks, readings
        copies = _copies(blocks)
        self.has = [
            [not is_copy and reading.covers(block) > _STANDS for reading in readings]
            for block, is_copy in zip(blocks, copies, strict=True)
        ]
        self.copies = copies
        self.is_long = [len(block.text) >= _LONG and block.linked < 0.5 for block in blocks]
        self.likeness = self._likeness()
        self.surely = [
            number
            for number, has in enumerate(self.has)
            if self.is_long[number] and (all(has) or (any(has) and self.likeness[number] > _LIKE_IF_NONE))
        ]

    def _likeness(self) -> list[float]:
        """How much of the text that the readings agree on is made like each block."""
        agreed: Counter[tuple[str, str, str, str]] = Counter()
        for wanted in (all, any):
            for block, has, is_long in zip(self.blocks, self.has, self.is_long, strict=True):
                if is_long and wanted(has):
                    agreed[block.kind] += len(block.text)
            if agreed:
                break
        total = agreed.total() or 1
        return [agreed[block.kind] / total for block in self.blocks]

    def story(self) -> Story:
        holding, by_class = self._holding()
        element = _innermost(holding, Counter(element for block in self.blocks for element in block.within))
        total = holding[element]
        inside = [number for number in self.surely if element in self.blocks[number].within]
        first, last = inside[0], inside[-1]
        kept: list[Block] = []
        dropped: list[DroppedLine] = []
        votes: Counter[int] = Counter()
        for number, block in enumerate(self.blocks):
            if element not in block.within:
                reason: str | None = "outside the story's part of the page"
            elif self.copies[number]:
                reason = "a copy of other lines"
            else:
                inner = block.within[: block.within.index(element)]
                furniture = _furniture(inner, holding, by_class, total)
                reason = furniture or self._reason(number, first <= number <= last)
            if reason and number < first + _NEAR_BEGINNING and is_date_line(block.text):
                reason = DATE_LINE
            if reason is None:
                kept.append(block)
                votes[sum(self.has[number])] += 1
            elif any(self.has[number]):
                dropped.append(DroppedLine(block.text, reason))
        return Story(_lines(kept), dropped, self._told(votes, dropped))

    def _holding(self) -> tuple[Counter[Element], Counter[tuple[str, str]]]:
        """How many letters of what is surely the story each element holds, and all elements of a class together."""
        holding: Counter[Element] = Counter()
        by_class: Counter[tuple[str, str]] = Counter()
        for number in self.surely:
            block = self.blocks[number]
            for element in block.within:
                holding[element] += len(block.text)
            for name in {_class_of(element) for element in block.within}:
                by_class[name] += len(block.text)
        return holding, by_class

    def _reason(self, number: int, is_among: bool) -> str | None:
        block, votes, likeness = self.blocks[number], sum(self.has[number]), self.likeness[number]
        if _is_link(block, votes, len(self.readings)):
            return "nothing but links"
        if votes == 0:
            is_small = len(block.text) < _LONG and block.tag in _RANK
            fits = is_among and (likeness > _LIKE_IF_NONE or is_small)
            return None if fits or likeness > _LIKE_OUTSIDE else "in no reading"
        if votes < len(self.readings) and not is_among and likeness <= _LIKE_IF_ONE:
            return f"in one reading only ({self._having(number)}), outside the story"
        return None

    def _having(self, number: int) -> str:
        return next(reading.name for reading, has in zip(self.readings, self.has[number], strict=True) if has)

    def _told(self, votes: Counter[int], dropped: list[DroppedLine]) -> str:
        names = " and ".join(reading.name for reading in self.readings)
        parts = [f"{votes[len(self.readings)]} blocks that trafilatura finds ({names})"]
        if len(self.readings) > 1 and votes[1]:
            parts.append(f"{votes[1]} that one of its readings has")
        if votes[0]:
            parts.append(f"{votes[0]} that none has and that are made the same way")
        return "; ".join(parts) + f"; {len(dropped)} of what it finds left out"


def _innermost(holding: Counter[Element], blocks_in: Counter[Element]) -> Element:
    """Give the innermost element that holds nearly all of the story; a paragraph alone is no place for a story."""
    element = max(holding, key=lambda one: (holding[one], blocks_in[one]))
    least = _STORY_SHARE * holding[element]
    while True:
        inner = max((child for child in element if child in holding), key=lambda one: holding[one], default=None)
        if inner is None or holding[inner] < least or (blocks_in[inner] < 2 and inner.tag == "p"):
            return element
        element = inner


def _furniture(
    within: tuple[Element, ...], holding: Counter[Element], by_class: Counter[tuple[str, str]], total: int
) -> str | None:
    for element in within:
        if holding[element] >= _HOLDS_STORY * total or by_class[_class_of(element)] >= _CLASS_HOLDS_STORY * total:
            continue
        named = _FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if named:
            return f"in an element called “{named[0].strip(' _-')}”"
        if element.tag in _ASIDES:
            return f"in <{element.tag}>"
        if _HIDDEN.search(element.get("style") or ""):
            return "hidden"
    return None


def _is_link(block: Block, votes: int, most: int) -> bool:
    """Whether a block is but a link to elsewhere. A paragraph may be all link if both readings have it."""
    length = len(block.text)
    if block.linked > _LINKED_LIST and length >= _LONG and not block.text.endswith(_SENTENCE_END):
        return True
    if not ((block.linked > _ALL_LINKS and length < _LINKED_LINE) or (block.linked > _MOSTLY_LINKS and length < _LONG)):
        return False
    if block.text.upper() == block.text and block.tag not in _CELLS:
        return True
    return not (block.tag == "p" and block.linked <= _ALL_LINKS) and (votes < most or most < 2)


def _copies(blocks: list[Block]) -> list[bool]:
    """Which blocks only say again what others say: of two, the paragraph counts, else the first."""
    owners: dict[Run, tuple[int, int]] = {}
    for number, block in enumerate(blocks):
        claim = (_RANK.get(block.tag, 2), number)
        for run in block.runs:
            if run not in owners or claim < owners[run]:
                owners[run] = claim
    return [
        len(block.words) >= _COPY_WORDS
        and sum(owners[run][1] == number for run in block.runs) < _OWN_SHARE * (len(block.words) - 3)
        for number, block in enumerate(blocks)
    ]


def _class_of(element: Element) -> tuple[str, str]:
    return (str(element.tag), element.get("class") or "")


def _lines(blocks: list[Block]) -> list[str]:
    """The blocks as lines; the cells of a row are one line."""
    lines: list[str] = []
    row: Element | None = None
    for block in blocks:
        here = block.within[1] if block.tag in _CELLS and len(block.within) > 1 and len(block.text) < _LONG else None
        if here is not None and here is row:
            lines[-1] = f"{lines[-1]} | {block.text}"
        else:
            lines.append(block.text)
        row = here
    return lines
