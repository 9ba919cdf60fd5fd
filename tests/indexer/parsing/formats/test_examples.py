"""docs/formats-by-example.md: each file that it shows is read, and gives what it says."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from indexer.articles import read_articles
from indexer.files import SourcePath
from indexer.outcomes import ReadingSettings
from search.documents import Article

PAGE = Path(__file__).parents[4] / "docs" / "formats-by-example.md"
EXAMPLE = re.compile(
    r"^`(?P<name>[^`\n]+)`\n\n````text\n(?P<file>.*?\n)````\n\n````text\n(?P<told>.*?)\n````$", re.M | re.S
)
EXAMPLES = [match.group("name", "file", "told") for match in EXAMPLE.finditer(PAGE.read_text(encoding="utf-8"))]


def told(article: Article) -> str:
    """Give an article in the manner of the page."""
    dated = f"{article.published}, by {article.dated_by}, {article.date_confidence:.2f}"
    values = {
        "headline": article.headline,
        "bylines": ", ".join(article.bylines),
        "outlet": article.outlet,
        "section": article.section,
        "place": article.dateline.place if article.dateline else None,
        "published": dated if article.published else "undated",
        "url": article.url,
        "excerpt": "yes" if article.is_excerpt else None,
        "text": article.text.replace("\n\n", " ¶ "),
    }
    return "\n".join(f"{name}: {value}" for name, value in values.items() if value)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 13


@pytest.mark.parametrize(("name", "file", "expected"), EXAMPLES, ids=[name for name, _, _ in EXAMPLES])
def test_an_example_reads_as_the_page_says(name: str, file: str, expected: str) -> None:
    settings = ReadingSettings(today=datetime.date(2026, 1, 1))
    source = SourcePath(Path(), name, Path(name))
    articles = read_articles(source, file.encode(), settings, attribute=lambda article: ())
    assert "\n\n".join(map(told, articles)) == expected
