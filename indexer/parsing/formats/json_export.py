"""JSON and JSONL exports: one article, a list of them, one a line, or an object around a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from indexer.parsing.formats import json_fields as fields
from indexer.parsing.formats.json_shapes import Node, folded
from indexer.parsing.formats.json_values import CUT_OFF, Broken, values
from indexer.parsing.formats.records import Record, article_of
from indexer.parsing.parsed import LeftOut, ParsedArticle, Unreadable
from indexer.parsing.sources import Found, Source

_LINES = (".jsonl", ".ndjson", ".ldjson")
_SUFFIXES = frozenset({".json", ".jsonld", *_LINES})
# A text may begin with a bracket; it does not go on with a name in quotation marks and a colon.
_JSON = re.compile(rb'\{\s*"(?:[^"\\]|\\.){0,200}"\s*:|\[\s*(?:\{\s*(?:"|\})|\])')
_LISTS = (
    "articles",
    "items",
    "stories",
    "posts",
    "results",
    "docs",
    "documents",
    "response",
    "data",
    "hits",
    "entries",
)
_INNER = (
    "_source",
    "fields",
    "attributes",
    "article",
    "story",
    "post",
    "node",
    "record",
    "item",
    "resource",
    "document",
)
_DEPTH = 5
_SHORTENED = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")
_STATES = ("status", "pubstatus", "state", "workflowstatus", "publicationstatus")
_UNPUBLISHED = re.compile(
    r"(?:stat:)?(?:draft|auto-draft|canceled|cancelled|withheld|killed|trash|private|pending|future|deleted|unpublished)",
    re.I,
)
_NOT_AN_ARTICLE = "JSON that holds no article"


def is_json(head: bytes, suffix: str) -> bool:
    """Say whether a file is JSON."""
    return bool(_JSON.match(head)) or (suffix in _SUFFIXES and head[:1] in (b"{", b"["))


def read_json(source: Source) -> Iterator[Found]:
    """Read the articles of an export; a line or an element that is none is left out."""
    text = source.text()
    reading = values(text)
    first, second = next(reading, None), next(reading, None)
    if isinstance(first, Broken) and second is None:
        raise Unreadable(f"JSON that is {CUT_OFF}" if first.reason == CUT_OFF else "not JSON")
    is_whole_file = second is None and text.lstrip().startswith("{")
    if is_whole_file and not source.path.lower().endswith(_LINES) and isinstance(first, dict):
        opened = _opened(first)
        if _is_article(opened):
            reason = _reason_to_leave_out(opened)
            if reason:
                raise Unreadable(reason)
            yield _article(opened, is_one_of_many=False)
            return
    for number, value in enumerate(chain((first, second), reading), start=1):
        if isinstance(value, Broken):
            yield LeftOut(value.place, value.reason)
        elif isinstance(value, dict | list):
            found = False
            for article in _articles(value, 0):
                found = True
                yield article
            if not found:
                yield LeftOut(f"element {number}", _NOT_AN_ARTICLE, expected=True)


def _articles(value: Any, depth: int) -> Iterator[Found]:
    """The articles in a value, which may be wrapped in objects and lists."""
    if isinstance(value, dict):
        opened = _opened(value)
        if _is_article(opened):
            yield _one_of_many(opened)
            return
        inside = _ranked(opened)
    else:
        inside = value if isinstance(value, list) else []
    if depth < _DEPTH:
        for child in inside:
            if isinstance(child, dict | list):
                yield from _articles(child, depth + 1)


def _one_of_many(node: Node) -> Found:
    reason = _reason_to_leave_out(node)
    if reason:
        return LeftOut(fields.id_of(node), reason, expected=True)
    try:
        return _article(node, is_one_of_many=True)
    except Unreadable as error:
        return LeftOut(fields.id_of(node), error.reason)


def _ranked(node: Node) -> list[Any]:
    """The values of an object; only the first list that is called as lists of articles are, if there is one."""
    lists = [node[name] for name in _LISTS if isinstance(node.get(name), dict | list)]
    return lists[:1] or list(node.values())


def _opened(value: dict[Any, Any]) -> dict[str, Any]:
    """An object with its keys folded, together with the one that it is a mere envelope of."""
    node = folded(value)
    for _ in range(2):
        if fields.text_of(node) and fields.headline_of(node):
            break
        inner = next((node[name] for name in _INNER if isinstance(node.get(name), dict)), None)
        if inner is None:
            break
        node = {**{name: held for name, held in node.items() if held is not inner}, **folded(inner)}
    return node


def _is_article(node: Node) -> bool:
    headline, text = fields.headline_of(node), fields.text_of(node)
    if any(isinstance(node.get(name), list) and not headline for name in ("articles", "items", "posts")):
        return False
    if text:
        return bool(headline or fields.dates_of(node) or fields.id_of(node) or fields.url_of(node))
    return bool(headline and (fields.dates_of(node) and (fields.url_of(node) or fields.id_of(node))))


def _reason_to_leave_out(node: Node) -> str | None:
    state = next((node[name] for name in _STATES if isinstance(node.get(name), str)), "")
    return f"not published ({state})" if _UNPUBLISHED.fullmatch(state) else None


def _article(node: Node, is_one_of_many: bool) -> ParsedArticle:
    text = fields.text_of(node)
    whole = _SHORTENED.sub("", text)
    return article_of(
        Record(
            headline=fields.headline_of(node),
            text=whole or fields.summary_of(node),
            id=fields.id_of(node),
            is_one_of_many=is_one_of_many,
            bylines=fields.bylines_of(node),
            outlet=fields.outlet_of(node),
            section=fields.section_of(node),
            url=fields.url_of(node),
            dates=fields.dates_of(node),
            is_excerpt=not text or whole != text,
        )
    )
