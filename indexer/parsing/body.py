"""The text of a saved page: the blocks that are its story, cleaned, with ways out where there is none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lxml.etree import _Element as Element

from indexer.parsing.blocks import Block, blocks_of
from indexer.parsing.bylines import byline_of_line
from indexer.parsing.datelines import find_dateline
from indexer.parsing.parsed import DroppedLine
from indexer.parsing.readings import Reading, readings_of
from indexer.parsing.story_blocks import DATE_LINE, Story, is_date_line, story_of

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
    r"follow .{0,60} on (?:twitter|facebook|instagram|x|threads|bluesky|whatsapp|google news)\b.{0,160}",
    r"also on [\w-]+(?:\.[\w-]+)+\b.{0,200}",
    r"like this (?:story|article|post).{0,80}",
    r"(?:last )?updated? (?:at|on) .{0,40}",
    r"get .{0,60} delivered .{0,160}",
    r"tell us what you think.{0,80}",
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
_FURNITURE = frozenset({"nav", "footer", "aside", "header", "form", "button", "figure"})
_LEAST_WORDS = 5
_PARAGRAPH = 20


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page in paragraphs, the lines left out of it, and a sentence that says whence it is."""

    text: str
    dropped: tuple[DroppedLine, ...]
    told: str


def page_body(tree: Element, headline: str | None, stated: str | None, fast: bool = False) -> Body:
    """Give the text of a page; it is empty only where the page has none.

    ``stated`` is the text in the page's own JSON-LD. ``fast`` reads the page once, by trafilatura's first rule.
    """
    blocks, readings = blocks_of(tree), readings_of(tree, fast)
    found = story_of(blocks, readings)
    story = found or _as_read(readings)
    if stated and found is None and len(stated.split()) >= _word_count(story.lines):
        story = Story(stated.split("\n"), [], "the page's own JSON-LD: none of it is printed in paragraphs")
    elif stated and _word_count(story.lines) < _RESCUE_SHARE * len(stated.split()):
        told = f"the page's own JSON-LD: elsewhere in it only {_word_count(story.lines)} of {len(stated.split())} words"
        story = Story(stated.split("\n"), [], told)
    kept, dropped = _cleaned(story.lines, headline)
    if not kept:
        story = Story(_longest_run(blocks), [], "the element with the most text in paragraphs of its own")
        kept, dropped = _cleaned(story.lines, headline)
    if not kept:
        story = Story([block.text for block in blocks if len(block.words) >= _LEAST_WORDS], [], "all lines of the page")
        kept, dropped = story.lines, []
    kept = _from_dateline(kept, dropped)
    text = "\n\n".join(line.strip() for line in kept if line.strip())
    return Body(text, tuple(dict.fromkeys((*story.dropped, *dropped))), story.told)


def _as_read(readings: tuple[Reading, ...]) -> Story:
    """What trafilatura says where none of it is a paragraph of the page."""
    return Story([*readings[0].lines], [], f"trafilatura ({readings[0].name})") if readings else Story([], [], "")


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
        if is_date_line(text):
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


def _longest_run(blocks: list[Block]) -> list[str]:
    """The paragraphs of the element that holds the most text in paragraphs of its own."""
    holding: Counter[Element] = Counter()
    paragraphs = [
        block
        for block in blocks
        if block.tag == "p"
        and len(block.text) >= _PARAGRAPH
        and not any(element.tag in _FURNITURE for element in block.within)
    ]
    for block in paragraphs:
        holding[block.within[1]] += len(block.text)
    if not holding:
        return []
    best = max(holding, key=lambda element: holding[element])
    return [block.text for block in paragraphs if block.within[1] is best]


def _word_count(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
