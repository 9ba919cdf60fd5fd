"""A saved page as blocks of text: what stands on a line or in a paragraph of its own, and which elements it is in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rb", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
))
_UNPRINTED = frozenset((
    "audio", "button", "canvas", "head", "iframe", "input", "map", "math", "noscript", "object", "option", "script",
    "select", "style", "svg", "template", "textarea", "video",
))
# fmt: on
# Stands for <br>; the line breaks of the source are mere blanks.
_BREAK = "\u2028"
_WORD = re.compile(r"\w+")
_DOUBLE_BREAK = re.compile(rf"{_BREAK}\s*{_BREAK}")
# Old pages part their paragraphs with a single <br>: each piece is then a sentence of this length or more.
_PARAGRAPH = 80
_SENTENCE_END = (".", "!", "?", ":", "”", "’", '"', "'", "…", ")")


Run = tuple[str, str, str, str]
"""Four words that follow each other: two texts that share many of them share their wording."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A run of text, the share of it that is links, and the elements it stands in from the inside out."""

    text: str
    linked: float
    within: tuple[Element, ...]
    words: list[str] = field(repr=False)
    runs: list[Run] = field(repr=False)

    @property
    def tag(self) -> str:
        """The name of the element that makes it a block."""
        return str(self.within[0].tag)

    @property
    def kind(self) -> tuple[str, str, str, str]:
        """What it has in common with blocks of its sort: tag and class of its element and of the one around it."""
        inner = self.within[0]
        outer = self.within[1] if len(self.within) > 1 else inner
        return (str(inner.tag), inner.get("class") or "", str(outer.tag), outer.get("class") or "")


def blocks_of(tree: Element) -> list[Block]:
    """Give the blocks of a page in the order in which they are printed."""
    body = tree.find(".//body")
    collector = _Collector()
    root = tree if body is None else body
    within = (root, *root.iterancestors())
    collector.walk(root, within, in_link=False)
    collector.end(within)
    return collector.blocks


def runs_of(words: list[str]) -> list[Run]:
    """Give the runs of four words."""
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def words_of(text: str) -> list[str]:
    """Give the words of a text."""
    return _WORD.findall(text)


class _Collector:
    """Gathers text while walking down a page, and makes a block of it wherever one ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.linked = 0

    def walk(self, element: Element, block: tuple[Element, ...], in_link: bool) -> None:
        """Take in an element and what is in it; ``parse_page`` bounds how deep that can go.

        ``block`` is the element that makes the present block, and those around it.
        """
        tag = element.tag
        if tag == "br":
            self.parts.append(_BREAK)
            return
        is_inline = tag in _INLINE
        if is_inline:
            in_link = in_link or tag == "a"
        else:
            self.end(block)
            block = (element, *(element.iterancestors() if block[0] is not element.getparent() else block))
        self.add(element.text, in_link)
        for child in element:
            if child.tag not in _UNPRINTED:
                self.walk(child, block, in_link)
            self.add(child.tail, in_link)
        if not is_inline:
            self.end(block)

    def add(self, text: str | None, in_link: bool) -> None:
        """Take in a text of the present block."""
        if text:
            self.parts.append(text)
            if in_link:
                self.linked += len(text.strip())

    def end(self, within: tuple[Element, ...]) -> None:
        """Make a block, or several parted by line breaks, of what was taken in."""
        if not self.parts:
            return
        run = "".join(self.parts)
        length = len(run.strip())
        if length:
            linked = min(1.0, self.linked / length)
            for text in _pieces(run):
                words = words_of(text)
                if words:
                    self.blocks.append(Block(text, linked, within, words, runs_of(words)))
        self.parts.clear()
        self.linked = 0


def _pieces(run: str) -> list[str]:
    """Part a block at double line breaks, and at single ones where they end paragraphs."""
    if _BREAK not in run:
        return [_plain(run)]
    found = []
    for part in _DOUBLE_BREAK.split(run):
        lines = [line for line in map(_plain, part.split(_BREAK)) if line]
        if len(lines) > 1 and all(len(line) >= _PARAGRAPH and line.endswith(_SENTENCE_END) for line in lines[:-1]):
            found += lines
        elif lines:
            found.append(" ".join(lines))
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())
