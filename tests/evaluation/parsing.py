"""Reads saved pages and prints, one JSON object a line, what the parsing scorer compares with its gold labels.

    python -m tests.evaluation.parsing PAGES > system.jsonl

Each line: file, headline, authors, published, published_day, body, dated_by, confidence.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from indexer.articles import read_articles
from indexer.files import find_files, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.parsing import Unreadable
from search.documents import Article


def answer(article: Article) -> dict[str, Any]:
    """Give what the scorer compares."""
    return {
        "file": f"html/{article.files[0].path}",
        "headline": None if article.headline_derived else article.headline,
        "authors": list(article.bylines),
        "published": article.published,
        "published_day": article.published_day,
        "body": article.text,
        "dated_by": article.dated_by,
        "confidence": article.date_confidence,
        "dates": [f"{seen.evidence} {seen.value}" for seen in article.date_candidates],
    }


def main(folder: Path) -> None:
    """Print the answers for every page in a folder."""
    settings = ReadingSettings()
    for source in find_files([folder]):
        try:
            articles = read_articles(source, read_bytes(source), settings, attribute=lambda article: ())
        except Unreadable as error:
            print(json.dumps({"file": f"html/{source.path}", "error": error.reason}))
            continue
        for article in articles:
            print(json.dumps(answer(article), ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
