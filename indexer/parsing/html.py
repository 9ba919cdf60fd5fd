"""Saved web pages."""

from __future__ import annotations

from bs4 import BeautifulSoup

from indexer.parsing.parsed import ParsedArticle
from indexer.parsing.text import parse_text


def parse_html(page: str, outlets: frozenset[str] = frozenset()) -> tuple[ParsedArticle, ...]:
    """Read the article of a saved page."""
    return parse_text(BeautifulSoup(page, "lxml").get_text("\n"), outlets)
