"""The order of hits, the same on every machine and in every engine.

By relevance: score, then newest first. By date: an article known to the month or the year sorts after that period's
day-precise ones; undated ones come last. By when it was added: what entered the archive last, then newest first. What
is still equal is ordered by id.
"""

from __future__ import annotations

import datetime

from search.documents import Article
from search.query.request import Sort

UNDATED_DAY = 0
"""The day number of an article without a date; real ones are proleptic Gregorian ordinals, from 1."""
_COARSENESS = {"year": 2, "month": 1}


def day_numbers(article: Article) -> tuple[int, int, int]:
    """Give an article's first and last possible day as ordinals, and its date's coarseness: 0 day, 1 month, 2 year."""
    days = article.days
    if days is None:
        return UNDATED_DAY, UNDATED_DAY, 0
    first, last = days
    return first.toordinal(), last.toordinal(), _COARSENESS.get(article.precision or "day", 0)


def sort_key(
    sort: Sort, score: float, first: int, last: int, coarse: int, id: str, seen: int = 0
) -> tuple[float | int | str, ...]:
    """Give what hits are sorted by, smallest first, from a rounded score and ``day_numbers``.

    ``seen`` is the number of the generation that the article entered the archive with.
    """
    undated = first == UNDATED_DAY
    if sort == "added":
        return -seen, undated, -first, coarse, id
    if sort == "oldest":
        return undated, last, coarse, id
    if sort == "newest":
        return undated, -first, coarse, id
    return -score, undated, -first, coarse, id


def overlaps(first: int, last: int, since: datetime.date | None, until: datetime.date | None) -> bool:
    """Say whether an article's days touch the range; both ends of both are included."""
    return (until is None or first <= until.toordinal()) and (since is None or last >= since.toordinal())
