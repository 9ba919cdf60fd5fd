"""What a saved page says about its article: headline, bylines, outlet, section, address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from lxml.etree import _Element as Element

from indexer.parsing.bylines import byline_names, byline_of_line
from indexer.parsing.jsonld import Node, address_of, article_node, names_of, text_of
from indexer.parsing.outline import Outline, plain_text
from indexer.parsing.page_address import page_address
from indexer.parsing.page_dates import (
    json_ld_dates,
    meta_dates,
    microdata_dates,
    time_dates,
    visible_dates,
)
from indexer.parsing.page_headline import headline_of, overlap
from indexer.parsing.parsed import SeenDate

_BYLINE_CLASS = re.compile(r"(?:^|\s)(?:byline|by-line|author|article-author|story__byline|entry-author)", re.I)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page's metadata, and its JSON-LD node."""

    headline: str | None
    bylines: tuple[str, ...]
    outlet: str | None
    section: str | None
    url: str | None
    dates: tuple[SeenDate, ...]
    node: Node | None


def page_facts(head: BeautifulSoup, outline: Outline, page: str) -> PageFacts:
    """Gather a page's metadata in the order JSON-LD, meta and OpenGraph, microdata, visible text.

    ``head`` holds the page's title, meta, link and script elements, ``outline`` what is printed.
    """
    metas = _metas(head)
    title = _title(head)
    claimed = metas.get("og:title") or title or metas.get("twitter:title")
    url = page_address(head, metas, page)
    node = article_node(head, url, claimed)
    outlet = _outlet(metas, node)
    headline, heading = headline_of(outline, metas, node, outlet, title)
    outline.mark_heading(heading)
    return PageFacts(
        headline=headline,
        bylines=_bylines(outline, metas, node, outlet, heading),
        outlet=outlet,
        section=text_of(node.get("articleSection") if node else None) or metas.get("article:section"),
        url=url or address_of(node),
        dates=(
            *json_ld_dates(node),
            *meta_dates(head),
            *microdata_dates(outline),
            *time_dates(outline, heading),
            *visible_dates(outline, heading),
        ),
        node=node,
    )


def _metas(head: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in head.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or "").lower()
        content = re.sub(r"\s+", " ", str(meta.get("content") or "")).strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _title(head: BeautifulSoup) -> str | None:
    return " ".join(head.title.get_text(" ").split()) or None if head.title else None


def _outlet(metas: dict[str, str], node: Node | None) -> str | None:
    publisher = text_of((node or {}).get("publisher"))
    named = publisher or metas.get("og:site_name") or metas.get("application-name") or metas.get("parsely-site")
    if named and not named.startswith("http") and len(named) <= 80:
        return named
    return None


def _bylines(
    outline: Outline, metas: dict[str, str], node: Node | None, outlet: str | None, heading: Element | None
) -> tuple[str, ...]:
    authors = (node or {}).get("author") or (node or {}).get("creator")
    for values in (
        names_of(authors),
        tuple(
            metas[name]
            for name in ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author")
            if name in metas
        ),
        _visible_bylines(outline),
        _printed_byline(outline.lines_around(heading)),
    ):
        names = [name for value in values for name in byline_names(value) if overlap(name, outlet) < 1]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _visible_bylines(outline: Outline) -> tuple[str, ...]:
    found = (
        [tag for tag, value in outline.with_attribute("itemprop") if "author" in value.split()]
        or [tag for tag, value in outline.with_attribute("rel") if "author" in value.split()]
        or [tag for tag, value in outline.with_attribute("class") if _BYLINE_CLASS.search(value)]
    )
    texts = []
    for tag in found[:4]:
        inner = next((below for below in tag.iterdescendants() if below.get("itemprop") == "name"), None)
        text = inner.get("content") or plain_text(inner) if inner is not None else _byline_text(tag)
        if text and len(text) <= 120:
            texts.append(text)
    return tuple(texts)


def _printed_byline(lines: list[str]) -> tuple[str, ...]:
    """A line beside the headline that is nothing but a byline."""
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        names = byline_of_line(f"By {following}" if re.fullmatch(r"by:?", line, re.I) else line)
        if names:
            return names
    return ()


def _byline_text(tag: Element) -> str | None:
    """The byline's words; what stands on a line or in an element of its own after the name is a role or an outlet."""
    parts = [" ".join(text.split()).strip(" |,·•") for text in tag.itertext()]
    parts = [part for part in parts if part]
    if parts and re.fullmatch(r"(?:story |written |reported )?by:?", parts[0], re.I):
        parts = [" ".join(parts[:2]), *parts[2:]]
    has_links = next(tag.iterdescendants("a"), None) is not None
    names = [part for part in parts[1:] if part.lower() in ("and", "&") or has_links]
    return " ".join([*parts[:1], *names]) or None
