"""Which reader reads a file: told by its content first, by its name only where content does not say."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from indexer.parsing.decoding import decode
from indexer.parsing.html import parse_html
from indexer.parsing.parsed import ParsedArticle, Unreadable
from indexer.parsing.text import parse_text

_PAGE_NAMES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TEXT_NAMES = frozenset({"", ".txt", ".text", ".asc"}) | _PAGE_NAMES
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|meta|title|div|p|h1|main|section)\b", re.I)
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|span|a|article|body|html|head|meta|ul|li)\b[^>]*>", re.I)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)""", re.I)


def parse_file(path: str, data: bytes, outlets: frozenset[str] = frozenset()) -> tuple[ParsedArticle, ...]:
    """Read the articles of a file; ``outlets`` holds the names of known outlets, in small letters.

    Raises Unreadable, with a reason, for a file in which no reader finds an article.
    """
    if not data.strip():
        raise Unreadable("empty")
    declared = _DECLARED.search(data[:4096]) or _XML_DECLARED.search(data[:200])
    text = decode(data, declared[1].decode("ascii") if declared else None)
    kind = _kind(text, PurePosixPath(path).suffix.lower())
    return parse_html(text, outlets) if kind == "html" else parse_text(text, outlets)


def _kind(text: str, suffix: str) -> str:
    head = text[:4096].lstrip()
    if head.startswith("<"):
        if head.startswith("<?xml") and not re.search(r"<html\b", head, re.I):
            raise Unreadable("XML of a kind that is not read")
        if _HTML.search(head) or (suffix in _PAGE_NAMES and _HTML.search(text)):
            return "html"
        if re.match(r"<[\w:-]+[\s>]", head):
            raise Unreadable("XML of a kind that is not read")
    if suffix in _PAGE_NAMES and _TAG.search(text):
        return "html"
    if head.startswith(("{", "[")) and re.match(r"[{\[]\s*(?:[\"{\[\]}]|$)", head) and suffix not in (".txt", ".text"):
        raise Unreadable("JSON, which is not read")
    if suffix not in _TEXT_NAMES:
        raise Unreadable(f"no reader for “{suffix}” files")
    return "text"
