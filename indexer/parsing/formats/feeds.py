"""Feeds: RSS 0.9 to 2.0, RDF and Atom, as they were collected over the years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.parsing.formats.markup import one_line, paragraphs
from indexer.parsing.formats.records import Record, article_of, names_in, native_id, web_address
from indexer.parsing.formats.wordpress import wordpress_text
from indexer.parsing.formats.xml_stream import CUT_OFF, elements, key_of, local_name, markup_of, named, root_of, text_of
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = frozenset({"rss", "RDF", "feed", "entry"})
_NAMESPACES = re.compile(r"purl\.org/rss|my\.netscape\.com/rdf|w3\.org/2005/Atom|purl\.org/atom", re.I)
_TEXTS = ("content:encoded", "content", "encoded", "fulltext", "body")
_SUMMARIES = ("description", "summary", "subtitle")
_PUBLISHED = (
    "pubDate",
    "pubdate",
    "published",
    "issued",
    "dc:date",
    "date",
    "dcterms:created",
    "dc:created",
    "created",
)
_UPDATED = ("updated", "modified", "atom:updated", "dcterms:modified", "lastBuildDate")
_AUTHORS = ("dc:creator", "creator", "author", "itunes:author", "dc:author", "media:credit")
_WHOLE_PARAGRAPHS = 4
# "newsroom@elleryledger.example (Paula Quist)"
_MAILED_BY = re.compile(r"[^\s()]+@[^\s()]+\s*\((?P<name>[^()]+)\)")
_LINK_TO_THE_REST = re.compile(r"\s*(?:(?:read|see) (?:more|the full story|the rest)|continue reading)\b.{0,80}$", re.I)
_BROKEN_OFF = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…|&hellip;)\]|(?:read|see) (?:more|the full story|the rest)|continue reading.*)[\s»→.]*$",
    re.I,
)


def is_feed(head: bytes, suffix: str) -> bool:
    """Say whether a file is a feed, by its root."""
    root = root_of(head)
    if root is None or root.name not in _ROOTS:
        return False
    return root.name == "rss" or bool(_NAMESPACES.search(root.attributes))


def read_feed(source: Source) -> Iterator[Found]:
    """Read the entries of a feed; one of which the feed has only the beginning is read as far as it goes."""
    outlet: str | None = None
    is_first = True
    for seen in elements(source, ("item", "entry")):
        if local_name(seen.element) not in ("item", "entry"):
            continue
        fields = _Fields(seen.element)
        part = native_id(fields.text("guid", "id")) or native_id(fields.address())
        if not seen.is_whole:
            yield LeftOut(part, CUT_OFF)
            continue
        if is_first:
            outlet, is_first = _title_of_feed(seen.element), False
        try:
            yield article_of(fields.record(part, outlet))
        except Unreadable as error:
            yield LeftOut(part, error.reason)


class _Fields:
    """The children of an entry, by their names."""

    def __init__(self, entry: _Element) -> None:
        self.children: dict[str, list[_Element]] = {}
        for child in entry:
            self.children.setdefault(key_of(child), []).append(child)

    def text(self, *names: str) -> str:
        """The text of the first child of these names that has one."""
        found = (text_of(child) for name in names for child in self.children.get(name, ()))
        return next((text for text in found if text), "")

    def markup(self, *names: str) -> str:
        """The markup in the first child of these names that has any, however it is packed."""
        for name in names:
            for child in self.children.get(name, ()):
                markup = markup_of(child) if len(child) else (child.text or "")
                if markup.strip():
                    return markup
        return ""

    def address(self) -> str | None:
        """The address of the story itself, not that of a feed's own counter or of an enclosure."""
        guids = [child for child in self.children.get("guid", ()) if child.get("isPermaLink") != "false"]
        links = self.children.get("link", [])
        alternate = [child.get("href") or "" for child in links if child.get("rel", "alternate") == "alternate"]
        values = (self.text("feedburner:origLink"), *(text_of(link) for link in links), *alternate)
        return next((url for value in (*values, *map(text_of, guids)) if (url := web_address(value))), None)

    def authors(self) -> Iterator[str]:
        """The people named as authors; of an address of mail, the name beside it."""
        for name in _AUTHORS:
            for child in self.children.get(name, ()):
                people = [text_of(person) for person in named(child, "name")] or [text_of(child)]
                for person in people:
                    match = _MAILED_BY.search(person)
                    yield match["name"] if match else person
            if self.children.get(name):
                return

    def source(self) -> str | None:
        """The outlet that the entry itself names, as feeds of feeds do."""
        for child in self.children.get("source", ()):
            return one_line(" ".join(map(text_of, named(child, "title"))) if len(child) else text_of(child)) or None
        return self.text("dc:publisher") or None

    def section(self) -> str | None:
        """The first category."""
        for child in (*self.children.get("category", ()), *self.children.get("dc:subject", ())):
            name = one_line(child.get("label") or child.get("term") or text_of(child))
            if name and name.casefold() not in ("uncategorized", "uncategorised"):
                return name
        return None

    def record(self, part: str | None, outlet: str | None) -> Record:
        """The record of the article."""
        whole = self.markup(*_TEXTS)
        text = wordpress_text(whole) if whole else paragraphs(self.markup(*_SUMMARIES))
        is_excerpt = not whole and _is_excerpt(text)
        if is_excerpt and text:
            text[-1] = _LINK_TO_THE_REST.sub("", text[-1])
        published, updated = self.text(*_PUBLISHED), self.text(*_UPDATED)
        return Record(
            headline=self.markup("title", "dc:title"),
            text=text,
            id=part,
            is_one_of_many=True,
            bylines=names_in(self.authors()),
            outlet=self.source() or outlet,
            section=self.section(),
            url=self.address(),
            dates=[
                *([SeenDate(published, "feed")] if published else ()),
                *([SeenDate(updated, "feed", "updated")] if updated else ()),
            ],
            is_excerpt=is_excerpt,
        )


def _is_excerpt(text: list[str]) -> bool:
    """A description is the beginning of a story, unless it goes on for paragraphs and does not break off."""
    return len(text) < _WHOLE_PARAGRAPHS or bool(_BROKEN_OFF.search(text[-1]))


def _title_of_feed(entry: _Element) -> str | None:
    """The title of the channel; in RDF it stands beside the entries, not above them."""
    above = entry.getparent()
    if above is None:
        return None
    for element in (*named(above, "title"), *named(above, "channel", "title")):
        # "The Ellery Ledger - Local News": the paper comes first.
        title = re.split(r"\s+(?:[|»:–—-]|RSS\b)\s*", one_line(text_of(element)))[0]
        if title:
            return title
    return None
