"""One article of all that is printed under one address."""

from __future__ import annotations

import datetime
from dataclasses import replace

from search.days import days_of
from search.documents import Article, Version


def merge(printed: list[Article]) -> Article:
    """Make one article of all that was printed under one address: the latest is shown, other texts are its versions."""
    latest_first = sorted(printed, key=lambda one: (_moment(one), one.files[0].path), reverse=True)
    shown = latest_first[0]
    files = {file.path: file for one in printed for file in one.files}
    versions = {one.text: one for one in latest_first[1:] if one.text != shown.text}
    return replace(
        shown,
        files=tuple(files[path] for path in sorted(files)),
        versions=tuple(
            Version(one.files[0].path, one.headline, one.updated or one.published, one.text)
            for one in versions.values()
        ),
    )


def _moment(article: Article) -> datetime.datetime:
    """Give when an article was printed as it stands; a day without a time counts to its end."""
    printed = article.updated or article.published
    if printed is None:
        return datetime.datetime.min.replace(tzinfo=datetime.UTC)
    if "T" in printed:
        return datetime.datetime.fromisoformat(printed).astimezone(datetime.UTC)
    return datetime.datetime.combine(days_of(printed)[1], datetime.time.max, datetime.UTC)
