"""What a saved page says about its article: headline, bylines, outlet, section, address."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from indexer.parsing.bylines import byline_names, byline_of_line
from indexer.parsing.header_lines import is_newspaper
from indexer.parsing.jsonld import Node, article_node, names_of, text_of
from indexer.parsing.page_dates import (
    json_ld_dates,
    lines_around,
    meta_dates,
    microdata_dates,
    time_dates,
    visible_dates,
)
from indexer.parsing.parsed import SeenDate

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)", re.I)
_SINGLE_FILE = re.compile(r"SingleFile\b.{0,40}?\burl:\s*(\S+)", re.I | re.S)
_WAYBACK = re.compile(r"^https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?=https?:)")
_SITE = re.compile(r"\s+(?:[|•·–—»]|[-:](?=\s))\s+")
_LEAST_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page's metadata, the element that holds its headline, and its JSON-LD node."""

    headline: str | None
    bylines: tuple[str, ...]
    outlet: str | None
    section: str | None
    url: str | None
    dates: tuple[SeenDate, ...]
    heading: Tag | None
    node: Node | None


def page_facts(soup: BeautifulSoup, page: str) -> PageFacts:
    """Gather a page's metadata in the order JSON-LD, meta and OpenGraph, microdata, visible text."""
    metas = _metas(soup)
    url = _url(soup, page, metas)
    title = metas.get("og:title") or _text(soup.title) or metas.get("twitter:title")
    node = article_node(soup, url, title)
    outlet = _outlet(metas, node, title)
    headline, heading = _headline(soup, metas, node, outlet)
    return PageFacts(
        headline=headline,
        bylines=_bylines(soup, metas, node, outlet, heading),
        outlet=outlet,
        section=text_of(node.get("articleSection") if node else None) or metas.get("article:section"),
        url=url or _node_url(node),
        dates=(
            *json_ld_dates(node),
            *meta_dates(soup),
            *microdata_dates(soup),
            *time_dates(soup, heading),
            *visible_dates(heading),
        ),
        heading=heading,
        node=node,
    )


def _metas(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = str(meta.get("property") or meta.get("name") or "").lower()
        content = re.sub(r"\s+", " ", str(meta.get("content") or "")).strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _url(soup: BeautifulSoup, page: str, metas: dict[str, str]) -> str | None:
    link = next(iter(soup.find_all("link", rel="canonical")), None)
    saved = _SAVED_FROM.search(page[:4096]) or _SINGLE_FILE.search(page[:4096])
    for value in (link.get("href") if link else None, metas.get("og:url"), saved[1] if saved else None):
        plain = _WAYBACK.sub("", str(value or "").strip())
        if _is_absolute(plain):
            return plain
    return None


def _node_url(node: Node | None) -> str | None:
    page = (node or {}).get("mainEntityOfPage")
    for value in ((node or {}).get("url"), page, page.get("@id") if isinstance(page, dict) else None):
        if isinstance(value, str) and _is_absolute(value):
            return value
    return None


def _is_absolute(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")


def _outlet(metas: dict[str, str], node: Node | None, title: str | None) -> str | None:
    publisher = text_of((node or {}).get("publisher"))
    named = publisher or metas.get("og:site_name") or metas.get("application-name") or metas.get("parsely-site")
    if named and not named.startswith("http") and len(named) <= 80:
        return named
    return None


def _headline(
    soup: BeautifulSoup, metas: dict[str, str], node: Node | None, outlet: str | None
) -> tuple[str | None, Tag | None]:
    """The printed heading where it agrees with what the page says of itself; else what it says of itself."""
    said = [
        text_of((node or {}).get("headline")),
        _without_site(metas.get("og:title"), outlet),
        _without_site(_text(soup.title), outlet),
        text_of((node or {}).get("name")),
    ]
    claims = [claim for claim in said if claim and not is_newspaper(claim)]
    headings = [tag for tag in soup.find_all("h1") if 3 < len(_text(tag) or "") <= 400]
    if not headings:
        parts = {part.casefold() for claim in claims for part in _SITE.split(claim)}
        lesser = soup.find_all(["h2", "h3"])
        headings = (
            lesser[:1]
            if not claims
            else [tag for tag in lesser if any(_overlap(_text(tag), part) > 0.8 for part in (*claims, *parts))][:1]
        )
    scored = [(max((_overlap(_text(tag), claim) for claim in claims), default=0.0), tag) for tag in headings]
    best = max(scored, key=lambda pair: pair[0], default=None)
    only_title = not any((said[0], said[1], said[3]))
    if best and (best[0] >= _LEAST_OVERLAP or not claims or (only_title and len(headings) == 1)):
        return _text(best[1]), best[1]
    if claims:
        return claims[0], best[1] if best and len(headings) == 1 else None
    return None, None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """ "Headline | Section | Site" -> "Headline", where the last part names the site or is short."""
    if not title:
        return None
    parts = _SITE.split(title)
    while len(parts) > 1:
        last = parts[-1]
        names_site = outlet and _overlap(last, outlet) >= 0.5
        if not names_site and (len(last.split()) > 4 or len(last) >= len(" ".join(parts[:-1]))):
            break
        title = title[: title.rindex(last)].rstrip(" |•·–—»-:")
        parts.pop()
    return title


def _bylines(
    soup: BeautifulSoup, metas: dict[str, str], node: Node | None, outlet: str | None, heading: Tag | None
) -> tuple[str, ...]:
    authors = (node or {}).get("author") or (node or {}).get("creator")
    for values in (
        names_of(authors),
        tuple(
            metas[name]
            for name in ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author")
            if name in metas
        ),
        _visible_bylines(soup),
        _printed_byline(heading),
    ):
        names = [name for value in values for name in byline_names(value) if _overlap(name, outlet) < 1]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _visible_bylines(soup: BeautifulSoup) -> tuple[str, ...]:
    found = soup.find_all(attrs={"itemprop": re.compile(r"\bauthor\b")}) or soup.find_all(rel="author")
    found = found or soup.find_all(
        class_=re.compile(r"^(?:byline|by-line|author|article-author|story__byline|entry-author|authors?)", re.I)
    )
    texts = []
    for tag in found[:4]:
        inner = next(iter(tag.find_all(attrs={"itemprop": "name"})), None)
        text = (str(inner.get("content") or "") or _text(inner)) if inner else _byline_text(tag)
        if text and len(text) <= 120:
            texts.append(text)
    return tuple(texts)


def _printed_byline(heading: Tag | None) -> tuple[str, ...]:
    """A line beside the headline that is nothing but a byline."""
    lines = lines_around(heading)
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        names = byline_of_line(f"By {following}" if re.fullmatch(r"by:?", line, re.I) else line)
        if names:
            return names
    return ()


def _byline_text(tag: Tag) -> str | None:
    """The byline's words; what stands on a line or in an element of its own after the name is a role or an outlet."""
    parts = [re.sub(r"\s+", " ", text).strip(" |,·•") for text in tag.stripped_strings]
    parts = [part for part in parts if part]
    if parts and re.fullmatch(r"(?:story |written |reported )?by:?", parts[0], re.I):
        parts = [" ".join(parts[:2]), *parts[2:]]
    names = [part for part in parts[1:] if part.lower() in ("and", "&") or tag.find_all("a")]
    return " ".join([*parts[:1], *names]) or None


def _text(tag: Tag | None) -> str | None:
    return (
        re.sub(r"\s+", " ", tag.get_text(" " if tag.name != "h1" else "", strip=False)).strip() or None if tag else None
    )


def _overlap(one: str | None, other: str | None) -> float:
    """Token F1 of two short texts."""
    first, second = (Counter(re.findall(r"\w+", (text or "").casefold())) for text in (one, other))
    common = sum((first & second).values())
    return 2 * common / (sum(first.values()) + sum(second.values())) if common else 0.0
