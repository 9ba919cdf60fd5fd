"""What the extractor makes of a page, and which words of the page stand in it."""

from __future__ import annotations

import logging
import warnings
from copy import copy
from dataclasses import dataclass

from lxml.etree import _Element as Element

from indexer.parsing.blocks import Block, Run, runs_of, words_of

for _library in ("trafilatura", "htmldate", "readability", "justext"):
    # What they have to say about a page is of no use to a reader, and would end up on the terminal.
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)

_CELLS = frozenset({"td", "th", "li"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a page as trafilatura reads it, and its words in runs of four."""

    name: str
    lines: tuple[str, ...]
    plain_lines: frozenset[str]
    plain: str
    runs: frozenset[Run]

    def covers(self, block: Block) -> float:
        """Give the share of a block that stands in this reading; a short block must be a line (or a cell) of it."""
        if len(block.words) > 4:
            return sum(map(self.runs.__contains__, block.runs)) / len(block.runs)
        words = " ".join(block.words)
        return float(words in self.plain_lines or (block.tag in _CELLS and f" {words} " in self.plain))


def _without_scripts(tree: Element) -> Element:
    """Give a copy of a page without what no reading of it looks at, and each would copy and clear away once more."""
    slim = copy(tree)
    for element in list(slim.iter("style", "svg", "script", "iframe", "link", "meta")):
        if element.tag != "script" or "ld+json" not in (element.get("type") or "").lower():
            element.drop_tree()
    return slim


def readings_of(tree: Element, fast: bool) -> tuple[Reading, ...]:
    """Read a page with trafilatura, by its usual rules and by its strict ones; in haste, once and by its first rule.

    Each errs where the other does not: the usual rules let in captions and links to other stories, the strict ones
    lose half of a story now and then.
    """
    tree = _without_scripts(tree)
    if fast:
        found: tuple[Reading, ...] = (_made("first rule", tree, fast=True),)
    else:
        found = (_made("usual rules", tree), _made("strict rules", tree, strict=True))
    return tuple(reading for reading in found if reading.lines)


def _made(name: str, tree: Element, strict: bool = False, fast: bool = False) -> Reading:
    from trafilatura import bare_extraction

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = bare_extraction(tree, include_comments=False, with_metadata=False, favor_precision=strict, fast=fast)
    lines = tuple(line for line in str(getattr(document, "text", None) or "").split("\n") if line.strip())
    plain = tuple(" ".join(words_of(line)) for line in lines)
    words = " ".join(plain).split()
    return Reading(name, lines, frozenset(plain), f" {' '.join(words)} ", frozenset(runs_of(words)))
