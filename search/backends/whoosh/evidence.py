"""What a segment's articles say of who speaks: the records that identity is made from, and the keys of their names."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask, load
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.kin import EXPANSIONS, NO_KEY, SPEAKERS
from search.documents import Speaker
from search.speakers.homes import Pair
from search.speakers.records import Heard, Record


class Evidence:
    """A segment's speakers and acronyms, of the articles that live."""

    def __init__(self, columns: Columns, live: Mask) -> None:
        """Open the keys beside the columns."""
        self.columns, self.live = columns, live
        self._speaker_keys = load(columns.folder / SPEAKERS)
        self._expansion_keys = load(columns.folder / EXPANSIONS)
        self._speakers: dict[int, Speaker] = {}

    @cached_property
    def appearances(self) -> Ints:
        """The appearances of live articles."""
        live: Array = self.live
        return np.flatnonzero(live[self.columns.appearance["article"]])

    @property
    def articles(self) -> Ints:
        """The live articles."""
        return np.flatnonzero(self.live)

    @property
    def ties(self) -> tuple[Array, Array]:
        """Rows of keys that hang together."""
        return self._speaker_keys, self._expansion_keys[:, 1:]

    def keys_by_home(self) -> tuple[Ints, Array]:
        """Give the keys of all appearances, and the homes of their articles."""
        columns = self.columns
        keys = self._speaker_keys[columns.appearance["speaker"][self.appearances]]
        homes = columns.article["home"][columns.appearance["article"][self.appearances]]
        return keys, homes

    def having(self, keys: Ints | None) -> Ints:
        """Give the live appearances of speakers that have any of the keys; without keys, all."""
        if keys is None:
            return self.appearances
        rows: Array = np.asarray(np.isin(self._speaker_keys, keys).any(axis=1))
        chosen: Ints = self.appearances[rows[self.columns.appearance["speaker"][self.appearances]]]
        return chosen

    def spelling(self, keys: Ints | None) -> Ints:
        """Give the live articles that spell out an acronym with any of the keys; without keys, all."""
        if keys is None:
            return self.articles
        pairs = np.unique(self._expansion_keys[np.isin(self._expansion_keys[:, 1:], keys).any(axis=1), 0])
        found = np.unique(self.columns.expansion["article"][np.isin(self.columns.expansion["pair"], pairs)])
        alive: Ints = found[self.live[found]]
        return alive

    def datelines(self) -> Iterator[tuple[str, str]]:
        """Give the homes of all articles, each with a place that it prints news from."""
        homes, places = self.columns.tables["homes"].values, self.columns.tables["places"].values
        article = self.columns.article
        both = article["home"][self.live].astype(np.int64) * max(1, len(places)) + article["place"][self.live]
        for pair in np.unique(both).tolist():
            home, place = divmod(pair, max(1, len(places)))
            if places[place]:
                yield homes[home], places[place]

    def of_articles(self, articles: Ints) -> Ints:
        """Give the appearances of some articles."""
        chosen = np.zeros(self.columns.articles, np.bool_)
        chosen[articles] = True
        theirs: Mask = chosen[self.columns.appearance["article"]]
        return np.flatnonzero(theirs)

    def place(self, article: int) -> slice:
        """Give where an article's appearances stand."""
        first, end = np.searchsorted(self.columns.appearance["article"], [article, article + 1]).tolist()
        return slice(first, end)

    def records(self, appearances: Ints, articles: Ints, paths: Mapping[str, str]) -> Iterator[Record]:
        """Give the records of ``articles`` and of those of ``appearances``, with these alone of their speakers."""
        columns = self.columns
        owners = columns.appearance["article"][appearances]
        numbers = np.union1d(owners, articles)
        begins, ends = (np.searchsorted(owners, numbers, side).tolist() for side in ("left", "right"))
        spelt_in, pair = columns.expansion["article"], columns.expansion["pair"].tolist()
        spelt = zip(*(np.searchsorted(spelt_in, numbers, side).tolist() for side in ("left", "right")), strict=True)
        speakers = columns.appearance["speaker"][appearances].tolist()
        said = columns.appearance["statements"][appearances].tolist()
        homes, places = columns.tables["homes"].values, columns.tables["places"].values
        days, home, place = (columns.article[name][numbers].tolist() for name in ("day", "home", "place"))
        for at, (number, (first, end)) in enumerate(zip(numbers.tolist(), spelt, strict=True)):
            id = columns.ids[number]
            yield Record(
                id,
                datetime.date.fromordinal(days[at]).isoformat() if days[at] else None,
                homes[home[at]],
                places[place[at]],
                tuple(Heard(self._speaker(speakers[row]), said[row]) for row in range(begins[at], ends[at])),
                tuple(columns.expansions[one] for one in pair[first:end]),
                paths.get(id, ""),
            )

    def _speaker(self, number: int) -> Speaker:
        found = self._speakers.get(number)
        if found is None:
            id, name, role, type = self.columns.speakers[number]
            found = self._speakers[number] = Speaker(id, name, role, type)  # type: ignore[arg-type]
        return found


def closure(keys: Ints, evidence: Iterable[Evidence], table: Ints) -> Ints:
    """Give the keys that hang together with any of ``keys``, in order; those of ``table`` are one with each other."""
    ties = [rows for one in evidence for rows in one.ties]
    known = np.union1d(keys, table)
    while True:
        found = [rows[np.isin(rows, known).any(axis=1)].ravel() for rows in ties]
        more = np.setdiff1d(np.concatenate([known, *found]), [NO_KEY])
        if len(more) == len(known):
            return more
        known = more


def known_in_both(evidence: Iterable[Evidence], pairs: Iterable[Pair]) -> Ints:
    """Give the keys of all who are known in more than one of the homes of some pairs."""
    wanted = {home for pair in pairs for home in pair}
    number = {home: at for at, home in enumerate(sorted(wanted))}
    found = [NOTHING.reshape(0, 2)]
    for one in evidence:
        keys, homes = one.keys_by_home()
        values = one.columns.tables["homes"].values
        numbers = np.array([number.get(home, -1) for home in values], np.int64)[homes]
        for column in keys.T:
            chosen = (numbers >= 0) & (column != NO_KEY)
            found.append(np.unique(np.column_stack([column[chosen], numbers[chosen]]), axis=0))
    both = np.unique(np.concatenate(found), axis=0)
    known, counts = np.unique(both[:, 0], return_counts=True)
    return known[counts > 1]
