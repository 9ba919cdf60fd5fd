"""A saved page in the order in which it is printed: its elements and its strings, and what stands beside a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import NamedTuple

from lxml.etree import ElementDefaultClassLookup, XPath, iterwalk
from lxml.etree import _Element as Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from indexer.parsing.flattening import flattened
from indexer.parsing.header_lines import is_prose

UNPRINTED = frozenset({"script", "style", "noscript", "template", "option", "title"})
_ASIDE = re.compile(
    r"relat|recommend|sidebar|widget|comment|trending|popular|most-?read|latest|promo|teaser|newsletter|"
    r"(?<!post-)(?<!entry-)(?<!article-)(?<!story-)footer|also|more-|read-?next|carousel|up-?next|breadcrumb|nav\b|menu|ad-",
    re.I,
)
# A page's masthead prints the day it was saved on.
_TODAY = re.compile(r"today|current|clock|weather", re.I)
_ABOVE = 12
_HEADLINE_LENGTH = 15
_HEADER_STRINGS = 60
# One sentence may stand between headline and date; with the second the story has begun.
_STANDFIRSTS = 1
_LONGEST_LINE = 200
_NODES_BEFORE, _NODES_AFTER = 60, 400


def parse_page(page: str) -> Element:
    """Parse a page into the one tree that is shared by all that look at it; its depth is bounded."""
    tree, is_whole = _parsed(page)
    return tree if is_whole else _parsed(flattened(page))[0]


def _parsed(page: str) -> tuple[Element, bool]:
    """Parse a page, and say whether the parser read on to its end: deeper than it goes, it stops."""
    # As bytes: a page may name an encoding it no longer has.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)  # type: ignore[no-untyped-call]
    # One class for all elements: lxml's own table of them is asked in Python, at every touch of an element.
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    tree: Element = document_fromstring(page.encode("utf-8", "replace"), parser=parser)  # type: ignore[no-untyped-call]
    return tree, all(error.type_name != "ERR_RESOURCE_LIMIT" for error in parser.error_log)


class Text(NamedTuple):
    """A string of the page and the element it stands in."""

    text: str
    parent: Element


@dataclass(slots=True)
class Outline:
    """The elements and strings of a page in document order."""

    tree: Element
    nodes: list[Element | Text] = field(default_factory=list)
    _places: dict[Element, int] = field(default_factory=dict)
    _ends: dict[Element, int] = field(default_factory=dict)
    _around_heading: frozenset[Element] = frozenset()

    def __post_init__(self) -> None:
        self._walk()

    def mark_heading(self, heading: Element | None) -> None:
        """Note which heading is the story's: what holds it is no list of other stories, whatever it is called.

        Nor is the only article of a page, which may lie elsewhere.
        """
        marked = [heading] if heading is not None else []
        articles = [tag for tag in self.elements("article") if tag.getparent() is not None]
        entries = [tag for tag in _ENTRIES(self.tree) if "hentry" in tag.get("class").split()]
        for found in (articles, entries):
            if len(found) == 1:
                marked += [found[0], *found[0]][:2]
        self._around_heading = frozenset(above for tag in marked for above in tag.iterancestors())

    def in_aside(self, element: Element) -> bool:
        """Say whether an element belongs to a list of other stories, to comments or to the page's own furniture."""
        link: Element | None = None
        in_footer = False
        for above in islice(element.iterancestors(), _ABOVE):
            if above in self._around_heading or (in_footer and above.tag == "article"):
                in_footer = False
                break
            if above.tag in ("aside", "nav"):
                return True
            if above.tag == "article" and self._around_heading and _has_linked_title(above):
                return True
            in_footer = in_footer or above.tag == "footer"
            if above.tag == "a" and link is None:
                link = above
            if above.tag not in ("body", "html", "article", "main") and _ASIDE.search(" ".join(classes_of(above))):
                return True
        # In a list of stories the link holds the headline beside the date.
        return in_footer or (link is not None and len(plain_text(link)) > len(plain_text(element)) + _HEADLINE_LENGTH)

    def elements(self, *tags: str) -> Iterator[Element]:
        """Give the elements with one of these names."""
        yield from self.tree.iter(*tags)

    def with_attribute(self, name: str) -> Iterator[tuple[Element, str]]:
        """Give the elements that have an attribute, with its value."""
        for element in _having(name)(self.tree):
            value = element.get(name)
            if value:
                yield element, value

    def elements_around(self, heading: Element) -> Iterator[Element]:
        """Give the elements just before a heading, and those after it as far as the first paragraph."""
        place = self._places[heading]
        before = self.nodes[max(0, place - _NODES_BEFORE) : place]
        yield from (node for node in reversed(before) if not isinstance(node, Text))
        sentences = 0
        for node in self.nodes[place + 1 : place + 1 + _NODES_AFTER]:
            if not isinstance(node, Text):
                yield node
            elif node.parent.tag not in UNPRINTED:
                sentences += is_prose(node.text)
                if len(node.text) > _LONGEST_LINE or sentences > _STANDFIRSTS:
                    return

    def lines_around(self, heading: Element | None) -> list[str]:
        """Give the short strings just before and after a heading, as far as the first paragraph."""
        if heading is None:
            return []
        place, end = self._places[heading], self._ends[heading]
        before = list(islice(_printed(reversed(self.nodes[:place])), 8))
        after: list[str] = []
        sentences = 0
        for text in islice(_printed(iter(self.nodes[end:])), _HEADER_STRINGS):
            sentences += is_prose(text)
            if len(text) > _LONGEST_LINE or sentences > _STANDFIRSTS:
                break
            after.append(text)
        return [*reversed(before), *after]

    def _walk(self) -> None:
        add = self.nodes.append
        for event, element in iterwalk(self.tree, events=("start", "end")):
            if event == "start":
                self._places[element] = len(self.nodes)
                add(element)
                if element.text and not element.text.isspace():
                    add(Text(element.text, element))
            else:
                self._ends[element] = len(self.nodes)
                if element.tail and not element.tail.isspace() and element is not self.tree:
                    add(Text(element.tail, element.getparent()))


_ENTRIES = XPath("descendant::*[contains(@class, 'hentry')]")


def _has_linked_title(article: Element) -> bool:
    """Whether an article on a page of several leads to its story by its headline: it is a teaser."""
    return any(next(title.iter("a"), None) is not None for title in article.iter("h2", "h3", "h4"))


@cache
def _having(name: str) -> XPath:
    return XPath(f"descendant::*[@{name}]")


def plain_text(element: Element | None, between: str = " ") -> str:
    """Give the text in an element, its strings put together with ``between``, on one line."""
    if element is None:
        return ""
    texts = (str(text) for text in element.itertext())
    return " ".join(between.join(texts).split())


def classes_of(element: Element | None) -> tuple[str, ...]:
    """Give an element's classes and its id."""
    if element is None:
        return ()
    return (*(element.get("class") or "").split(), element.get("id") or "")


def _printed(nodes: Iterator[Element | Text]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Text) and node.parent.tag not in UNPRINTED:
            if any(_TODAY.search(name) for name in classes_of(node.parent)):
                continue
            text = " ".join(node.text.split())
            if text:
                yield text
