"""Shorthand for the tests of formats: a fixture or a text, read, and what was seen in it."""

from __future__ import annotations

from pathlib import Path

from indexer.parsing import ParsedArticle
from indexer.parsing.registry import Reading, read_file

FIXTURES = Path(__file__).parents[3] / "corpus" / "formats"


def read(name: str) -> Reading:
    """Read a fixture."""
    return read_file(name, (FIXTURES / name).read_bytes())


def read_text(name: str, text: str) -> Reading:
    """Read a file of this name with this text."""
    return read_file(name, text.encode())


def only(reading: Reading) -> ParsedArticle:
    """Give the one article that was read."""
    (article,) = reading.articles
    return article


def dates(article: ParsedArticle) -> list[tuple[str, str, str]]:
    """Give the dates that were seen: text, evidence, role."""
    return [(date.text, date.evidence, date.role) for date in article.dates]


def left_out(reading: Reading) -> list[tuple[str | None, str]]:
    """Give what was left out: where, and why."""
    return [(part.part, part.reason) for part in reading.left_out]
