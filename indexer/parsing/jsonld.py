"""The JSON-LD that a page carries about its article."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup

from indexer.parsing.page_address import is_absolute

_ARTICLE_TYPE = re.compile(r"(?:\w*Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|Review)$")
_PAGE_TYPE = re.compile(r"(?:\w*Page|Product|VideoObject|Recipe|CreativeWork)$")
_WRAPPING = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)\s*|\s*(?:-->|//\]\]>|\]\]>|;)\s*$", re.S)
_MAX_DEPTH = 6

Node = dict[str, Any]


def article_node(soup: BeautifulSoup, url: str | None, title: str | None) -> Node | None:
    """Give the node that describes the page's article: the one with its address, else its title, else the first."""
    nodes = list(_nodes(soup))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    articles = [node for node in nodes if _has_type(node, _ARTICLE_TYPE)] or [
        node for node in nodes if _has_type(node, _PAGE_TYPE) and (node.get("datePublished") or node.get("author"))
    ]
    if not articles:
        return None
    chosen = max(articles, key=lambda node: (_is_about(node, url, title), bool(node.get("datePublished"))))
    return _resolved(chosen, by_id)


def text_of(value: Any) -> str | None:
    """Give the text of a JSON-LD value: a string, the name of a thing, or the first of a list."""
    if isinstance(value, list):
        return next((found for item in value if (found := text_of(item))), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("headline"))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.unescape(value))).strip() or None
    return None


def names_of(value: Any) -> tuple[str, ...]:
    """Give the names of the people and bodies in an ``author`` value."""
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for item in values if (name := text_of(item))))


def address_of(node: Node | None) -> str | None:
    """Give the address that a node says it describes."""
    return next((value for value in _addresses(node or {}, own_id=False) if is_absolute(value)), None)


def body_of(node: Node) -> str | None:
    """Give the article's text, if the node carries it, with its paragraphs as lines."""
    value = node.get("articleBody") or node.get("text")
    if not isinstance(value, str):
        return None
    value = re.sub(r"<(?:/p|br\s*/?|/div|/h\d|/li)>", "\n", html.unescape(value), flags=re.I)
    return re.sub(r"<[^>]{1,500}>", "", value).strip() or None


def _nodes(soup: BeautifulSoup) -> Iterator[Node]:
    for script in soup.find_all("script"):
        if "ld+json" not in str(script.get("type") or "").lower():
            continue
        yield from _flattened(_loaded(script.string or script.get_text()), 0)


def _loaded(source: str) -> Any:
    plain = source.strip()
    for _ in range(2):
        plain = _WRAPPING.sub("", plain).strip()
    for attempt in (plain, re.sub(r",\s*([}\]])", r"\1", plain), html.unescape(plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flattened(value: Any, depth: int) -> Iterator[Node]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flattened(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed"):
            yield from _flattened(value.get(key), depth + 1)


def _has_type(node: Node, pattern: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and pattern.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _is_about(node: Node, url: str | None, title: str | None) -> int:
    addresses = {_plain_url(found) for found in _addresses(node)}
    if url and _plain_url(url) in addresses:
        return 2
    headline = text_of(node.get("headline") or node.get("name"))
    return int(bool(title and headline and (headline.casefold() in title.casefold())))


def _addresses(node: Node, own_id: bool = True) -> Iterable[str]:
    page = node.get("mainEntityOfPage")
    named = (
        node.get("url"),
        node.get("@id") if own_id else None,
        page,
        page.get("@id") if isinstance(page, dict) else None,
    )
    return (value for value in named if isinstance(value, str))


def _plain_url(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[#?].*$|/$", "", url)


def _resolved(node: Node, by_id: dict[str, Node]) -> Node:
    """Put the things in that the node only names by their ``@id``."""
    found = dict(node)
    for key in ("author", "creator", "publisher"):
        value = found.get(key)
        values = value if isinstance(value, list) else [value]
        found[key] = [
            by_id.get(item["@id"], item) if isinstance(item, dict) and isinstance(item.get("@id"), str) else item
            for item in values
            if item
        ]
    return found
