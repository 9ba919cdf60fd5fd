"""The dates a saved page shows: in its JSON-LD, its meta elements, its microdata, and beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from lxml.etree import _Element as Element

from indexer.parsing.datestrings import WHOLE_DAY, WRITTEN_DAY
from indexer.parsing.jsonld import Node, text_of
from indexer.parsing.labels import labelled_dates
from indexer.parsing.outline import Outline, classes_of, plain_text
from indexer.parsing.parsed import DateRole, SeenDate

_PUBLISHED_META = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.published",
    "published_date",
    "published-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "publication-date",
    "pubdate",
    "pub_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dcsext.articlefirstpublished",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "originalpublicationdate",
    "bt:pubdate",
    "rnews:datepublished",
    "article_date_original",
    "article.published",
    "article.created",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "ptime",
    "displaydate",
    "date_published",
    "blogger:published",
    "created",
    "date",
]
_UPDATED_META = [
    "article:modified_time",
    "article:updated_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "updated_time",
    "utime",
    "article.updated",
    "modified_date",
]
_OTHER_DATE = re.compile(r"joined|member since|born|expires|valid|deadline|event", re.I)
_UPDATED = re.compile(r"updat|modif|revis", re.I)


def json_ld_dates(node: Node | None) -> Iterator[SeenDate]:
    """Give the dates of the article's JSON-LD node."""
    if node:
        yield from _seen(text_of(node.get("datePublished") or node.get("dateCreated")), "json-ld", "published")
        yield from _seen(text_of(node.get("dateModified")), "json-ld", "updated")


def meta_dates(head: BeautifulSoup) -> Iterator[SeenDate]:
    """Give the dates of meta elements, the better-kept names first."""
    found: dict[str, str] = {}
    for meta in head.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or "").lower()
        content = str(meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    for name in _PUBLISHED_META:
        if name in found:
            yield SeenDate(found[name], "meta")
    for name in _UPDATED_META:
        if name in found:
            yield SeenDate(found[name], "meta", "updated")


def microdata_dates(outline: Outline) -> Iterator[SeenDate]:
    """Give the dates of ``itemprop`` elements outside lists of other stories."""
    kinds: tuple[tuple[str, DateRole], ...] = (("datePublished", "published"), ("dateModified", "updated"))
    properties = list(outline.with_attribute("itemprop"))
    for kind, role in kinds:
        for tag, value in properties:
            if kind in value.split() and not outline.in_aside(tag):
                text = tag.get("content") or tag.get("datetime") or tag.get("title") or plain_text(tag)
                yield from _seen(text, "microdata", role)
                break


def time_dates(outline: Outline, heading: Element | None) -> Iterator[SeenDate]:
    """Give the ``<time>`` elements beside the headline: all others on a page belong to other stories."""
    times = [tag for tag in outline.elements("time") if tag.get("datetime") or plain_text(tag)]
    for tag in _beside(outline, heading, times):
        parent = tag.getparent()
        around = " ".join((*classes_of(tag), *classes_of(parent), tag.get("itemprop") or ""))
        before = _text_before(tag)[-20:] + plain_text(tag)[:12]
        changed = _UPDATED.search(f"{around} {before}") and not re.search(
            r"publish|post", f"{around} {before} {plain_text(parent)[:40]}", re.I
        )
        yield SeenDate(tag.get("datetime") or plain_text(tag), "time", "updated" if changed else "published")


def visible_dates(outline: Outline, heading: Element | None) -> Iterator[SeenDate]:
    """Give the dates printed beside the headline: with a label, or alone on their line."""
    lines = outline.lines_around(heading)
    labelled = labelled_dates(" ".join(lines))
    yield from labelled
    known = {date.text for date in labelled}
    for before, line in zip(["", *lines], lines, strict=False):
        match = WRITTEN_DAY.search(line)
        if _OTHER_DATE.search(before):
            continue
        if match and len(line) <= 80 and match[0] not in known and not _UPDATED.search(line):
            bare = WHOLE_DAY.fullmatch(line) or re.search(r"[|•·—–]|\bby\b|\bon\b|min", line, re.I)
            if bare:
                yield SeenDate(match[0].strip(), "line")
                return


def _seen(text: str | None, evidence: str, role: DateRole) -> Iterator[SeenDate]:
    if text:
        yield SeenDate(text, evidence, role)


def _beside(outline: Outline, heading: Element | None, times: list[Element]) -> list[Element]:
    outside = [tag for tag in times if not outline.in_aside(tag)]
    if heading is None:
        return outside[:1] if len(outside) == 1 else []
    near = set(outline.elements_around(heading))
    return [tag for tag in outside if tag in near][:3]


def _text_before(tag: Element) -> str:
    previous, parent = tag.getprevious(), tag.getparent()
    if previous is not None:
        return previous.tail or plain_text(previous)
    return (parent.text or "") if parent is not None else ""
