"""Groups of copies: found at publish over all segments of a generation, and counted as one.

Of each segment a generation keeps two shared columns: rows of an article's, or a statement's, number, its
group, and its place among all, the oldest first. Only what has copies is listed. A statement's copies say the same
words in a copy of its article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask, counted
from search.backends.whoosh.chosen import Chosen
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.copies import SKETCH, find_leads, may_have_copies, pick_first
from search.ordering import UNDATED_DAY
from search.query.request import COLLECTIONS, Collection

Members = Sequence[tuple[str, Columns, Mask]]
"""Of each segment: its name, its columns, and which of its articles live."""


def write_groups(shared: Packing, members: Members) -> None:
    """Find the copies among all live articles, and write each segment's rows."""
    segments = np.repeat(np.arange(len(members)), [columns.articles for _, columns, _ in members])
    numbers = np.concatenate([NOTHING, *(np.arange(columns.articles) for _, columns, _ in members)])
    live = np.concatenate([NOTHING.astype(np.bool_), *(live for _, _, live in members)])
    order = _oldest_first(members)
    order = order[live[order]]
    groups, places = _groups(members, order, len(numbers))
    for at, (name, _, _) in enumerate(members):
        chosen = np.flatnonzero((segments == at) & (groups >= 0))
        rows = np.stack((numbers[chosen], groups[chosen], places[chosen]), axis=1)
        shared.save(f"{name}.articles.copies", rows.astype(np.int32))
    _write_statements(shared, members)


def _oldest_first(members: Members) -> Ints:
    """Give the articles of all segments in the order of ``ordering``: the oldest first."""
    if not members:
        return np.empty(0, np.int64)
    first, last, coarse = (
        np.concatenate([columns.article[name].astype(np.int64) for _, columns, _ in members])
        for name in ("first", "last", "coarse")
    )
    ids = np.array([raw for _, columns, _ in members for raw in columns.ids.all_raw()], dtype=np.bytes_)
    order: Ints = np.lexsort((ids, coarse, last, first == UNDATED_DAY))
    return order


def _groups(members: Members, order: Ints, size: int) -> tuple[Ints, Ints]:
    """Give each article's group, -1 for none, and its place in the order of all."""
    groups, places = np.full(size, -1, np.int64), np.zeros(size, np.int64)
    places[order] = np.arange(order.size)
    if order.size:
        chosen = order[may_have_copies([columns.sketches for _, columns, _ in members])[order]]
        leads = find_leads(_sketches(members, chosen))
        grouped = np.bincount(leads, minlength=chosen.size)[leads] > 1
        groups[chosen[grouped]] = np.unique(leads[grouped], return_inverse=True)[1]
    return groups, places


def _sketches(members: Members, chosen: Ints) -> Array:
    """Give the sketches of some articles, in their order."""
    found = np.zeros((chosen.size, SKETCH), np.uint16)
    begin = 0
    for _, columns, _ in members:
        own = np.flatnonzero((chosen >= begin) & (chosen < begin + columns.articles))
        found[own] = columns.sketches[chosen[own] - begin]
        begin += columns.articles
    return found


def _write_statements(shared: Packing, members: Members) -> None:
    rows: list[Ints] = []
    written = shared.so_far()
    for at, (name, columns, _) in enumerate(members):
        copied = Copies(written.array(f"{name}.articles.copies"), columns.articles)
        articles = columns.statement["article"].astype(np.int64)
        numbers = np.flatnonzero(copied.mask[articles])
        owners = articles[numbers]
        words = columns.statement["words"][numbers].astype(np.int64)
        found = np.searchsorted(copied.numbers, owners)
        values = (np.full(numbers.size, at), numbers, copied.groups[found], copied.places[found], words)
        rows.append(np.stack((*values, _nth(owners, words)), axis=1))
    joined = np.concatenate(rows) if rows else np.empty((0, 6), np.int64)
    _, groups, counts = np.unique(joined[:, [2, 4, 5]], axis=0, return_inverse=True, return_counts=True)
    groups = groups.reshape(-1)
    for at, (name, _, _) in enumerate(members):
        chosen = np.flatnonzero((joined[:, 0] == at) & (counts[groups] > 1))
        kept = np.stack((joined[chosen, 1], groups[chosen], joined[chosen, 3]), axis=1)
        shared.save(f"{name}.statements.copies", kept.astype(np.int32))


def _nth(owners: Ints, words: Ints) -> Ints:
    """Say of each statement how many of its article say the same words before it."""
    order = np.lexsort((np.arange(owners.size), words, owners))
    same = np.zeros(owners.size, np.bool_)
    same[1:] = (owners[order][1:] == owners[order][:-1]) & (words[order][1:] == words[order][:-1])
    starts = np.maximum.accumulate(np.where(same, 0, np.arange(owners.size)))
    nth = np.empty(owners.size, np.int64)
    nth[order] = np.arange(owners.size) - starts
    return nth


class Copies:
    """What has copies in one segment, of articles or of statements: numbers in order, their groups and places."""

    def __init__(self, rows: Array, size: int) -> None:
        """Take the rows that ``write_groups`` wrote, and how many articles, or statements, the segment has."""
        self.numbers, self.groups, self.places = (rows[:, column].astype(np.int64) for column in range(3))
        self.size = size

    @cached_property
    def mask(self) -> Mask:
        """Which have copies."""
        mask = np.zeros(self.size, np.bool_)
        mask[self.numbers] = True
        return mask

    def among(self, found: Chosen) -> Ints:
        """Give the rows of those that are among what was found."""
        return np.flatnonzero(found.holds(self.numbers))

    def group_of(self, number: int) -> int | None:
        """Give a number's group."""
        at = int(np.searchsorted(self.numbers, number))
        return int(self.groups[at]) if at < self.numbers.size and self.numbers[at] == number else None


def read_copies(shared: Packed, name: str, columns: Columns) -> dict[Collection, Copies]:
    """Give a segment's copies."""
    sizes: dict[Collection, int] = {"articles": columns.articles, "statements": columns.statements}
    return {
        collection: Copies(shared.array(f"{name}.{collection}.copies"), sizes[collection]) for collection in COLLECTIONS
    }


def first_of_each(found: Sequence[Chosen], copies: Sequence[Copies]) -> list[Chosen]:
    """Give what was found in each segment, with only the first of each group."""
    chosen = [known.among(one) for one, known in zip(found, copies, strict=False)]
    if sum(map(len, chosen)) < 2:
        return list(found)
    groups = np.concatenate([known.groups[rows] for known, rows in zip(copies, chosen, strict=False)])
    places = np.concatenate([known.places[rows] for known, rows in zip(copies, chosen, strict=False)])
    later = np.ones(groups.size, np.bool_)
    later[pick_first(groups, places)] = False
    kept, begin = [], 0
    for one, known, rows in zip(found, copies, chosen, strict=False):
        kept.append(one.without(known.numbers[rows[later[begin : begin + rows.size]]]))
        begin += rows.size
    return kept


def count_groups(found: Sequence[Chosen], copies: Sequence[Copies]) -> int:
    """Count what was found, a group once."""
    alone = sum(one.bound for one in found)
    chosen = [known.groups[known.among(one)] for one, known in zip(found, copies, strict=True)]
    copied = sum(map(len, chosen))
    return alone - copied + (counted(np.sort(np.concatenate(chosen)))[0].size if copied else 0)


class Others:
    """The other members, among what was found, of the groups that hits stand for."""

    def __init__(self, found: Sequence[Chosen], copies: Sequence[Copies]) -> None:
        """Take what was found in each segment."""
        self._found, self._copies = found, copies

    def of(self, segment: int, number: int) -> list[tuple[int, int]]:
        """Give the other members' segments and numbers, earliest first."""
        group = self._copies[segment].group_of(number)
        if group is None:
            return []
        members = []
        for at, (found, known) in enumerate(zip(self._found, self._copies, strict=False)):
            rows = np.flatnonzero(known.groups == group)
            rows = rows[found.holds(known.numbers[rows])]
            members += [(int(known.places[row]), at, int(known.numbers[row])) for row in rows.tolist()]
        return [(at, one) for _, at, one in sorted(members) if (at, one) != (segment, number)]
