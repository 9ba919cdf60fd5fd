"""The dates a saved page shows: in its JSON-LD, its meta elements, its microdata, and beside its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from indexer.parsing.datestrings import WHOLE_DAY, WRITTEN_DAY
from indexer.parsing.header_lines import is_prose
from indexer.parsing.jsonld import Node, text_of
from indexer.parsing.labels import labelled_dates
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
_ASIDE = re.compile(
    r"relat|recommend|sidebar|widget|comment|trending|popular|most-?read|latest|promo|teaser|newsletter|footer|also|"
    r"more-|read-?next|carousel|up-?next|breadcrumb|nav\b|menu|ad-",
    re.I,
)
_OTHER_DATE = re.compile(r"joined|member since|born|expires|valid|deadline|event", re.I)
_UPDATED = re.compile(r"updat|modif|revis", re.I)
# A page's masthead prints the day it was saved on.
_TODAY = re.compile(r"today|current|clock|weather", re.I)
_UNPRINTED = ("script", "style", "noscript", "template", "option")
_HEADER_STRINGS = 60
# One sentence may stand between headline and date; with the second the story has begun.
_STANDFIRSTS = 1
_HEADLINE_LENGTH = 15
_BEFORE = 60
_AFTER = 400


def json_ld_dates(node: Node | None) -> Iterator[SeenDate]:
    """Give the dates of the article's JSON-LD node."""
    if node:
        yield from _seen(text_of(node.get("datePublished") or node.get("dateCreated")), "json-ld", "published")
        yield from _seen(text_of(node.get("dateModified")), "json-ld", "updated")


def meta_dates(soup: BeautifulSoup) -> Iterator[SeenDate]:
    """Give the dates of meta elements, the better-kept names first."""
    found: dict[str, str] = {}
    for meta in soup.find_all("meta"):
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


def microdata_dates(soup: BeautifulSoup) -> Iterator[SeenDate]:
    """Give the dates of ``itemprop`` elements outside lists of other stories."""
    kinds: tuple[tuple[str, DateRole], ...] = (("datePublished", "published"), ("dateModified", "updated"))
    for kind, role in kinds:
        for tag in soup.find_all(itemprop=re.compile(rf"\b{kind}\b")):
            if not in_aside(tag):
                value = tag.get("content") or tag.get("datetime") or tag.get("title") or tag.get_text(" ", strip=True)
                yield from _seen(str(value), "microdata", role)
                break


def time_dates(soup: BeautifulSoup, heading: Tag | None) -> Iterator[SeenDate]:
    """Give the ``<time>`` elements beside the headline: all others on a page belong to other stories."""
    times = [tag for tag in soup.find_all("time") if tag.get("datetime") or tag.get_text(strip=True)]
    for tag in _beside(heading, times):
        text = str(tag.get("datetime") or "") or tag.get_text(" ", strip=True)
        parent = tag.parent.get_text(" ", strip=True)[:40] if tag.parent else ""
        around = " ".join(
            (*_classes(tag), *(_classes(tag.parent) if tag.parent else ()), str(tag.get("itemprop") or ""))
        )
        before = str(tag.previous_sibling or "")[-20:] + tag.get_text(" ", strip=True)[:12]
        changed = _UPDATED.search(f"{around} {before}") and not re.search(
            r"publish|post", f"{around} {before} {parent}", re.I
        )
        yield SeenDate(text, "time", "updated" if changed else "published")


def visible_dates(heading: Tag | None) -> Iterator[SeenDate]:
    """Give the dates printed beside the headline: with a label, or alone on their line."""
    lines = lines_around(heading)
    joined = " ".join(lines)
    labelled = labelled_dates(joined)
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


def _beside(heading: Tag | None, times: list[Tag]) -> list[Tag]:
    outside = [tag for tag in times if not in_aside(tag)]
    if heading is None:
        return outside[:1] if len(outside) == 1 else []
    near = {id(tag) for tag in _elements_around(heading)}
    return [tag for tag in outside if id(tag) in near][:3]


def _elements_around(heading: Tag) -> Iterator[Tag]:
    """The elements just before the headline, and those after it as far as the first paragraph."""
    yield from (node for node in islice(heading.previous_elements, _BEFORE) if isinstance(node, Tag))
    sentences = 0
    for node in islice(heading.next_elements, _AFTER):
        if isinstance(node, Tag):
            yield node
        elif node.parent is not None and node.parent.name not in _UNPRINTED:
            sentences += is_prose(str(node))
            if len(str(node)) > 200 or sentences > _STANDFIRSTS:
                return


def in_aside(tag: Tag) -> bool:
    """Say whether an element belongs to a list of other stories, to comments or to the page's own furniture."""
    for above in islice(tag.parents, 12):
        if above.name in ("aside", "footer", "nav"):
            return True
        if above.name not in ("body", "html", "article", "main") and _ASIDE.search(" ".join(_classes(above))):
            return True
    link = tag.find_parent("a")
    # In a list of stories the link holds the headline beside the date.
    return link is not None and len(link.get_text(strip=True)) > len(tag.get_text(strip=True)) + _HEADLINE_LENGTH


def _classes(tag: Tag) -> tuple[str, ...]:
    value = tag.get("class") or ()
    return (*((value,) if isinstance(value, str) else value), str(tag.get("id") or ""))


def lines_around(heading: Tag | None) -> list[str]:
    """Give the short strings just before and after the headline, as far as the first paragraph."""
    if heading is None:
        return []
    before = list(islice(_strings(heading, forward=False), 8))
    after: list[str] = []
    sentences = 0
    for text in islice(_strings(heading, forward=True), _HEADER_STRINGS):
        sentences += is_prose(text)
        if len(text) > 200 or sentences > _STANDFIRSTS:
            break
        after.append(text)
    return [*reversed(before), *after]


def _strings(heading: Tag, forward: bool) -> Iterator[str]:
    for node in heading.next_elements if forward else heading.previous_elements:
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            parent = node.parent
            if parent is None or parent.name in _UNPRINTED or any(_TODAY.search(name) for name in _classes(parent)):
                continue
            text = re.sub(r"\s+", " ", str(node)).strip()
            if text and heading not in node.parents:
                yield text
