"""What a segment's articles say of who speaks: the records that identity is made from, and the keys of their names."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.kin import EXPANSIONS, NO_KEY, SPEAKERS
from search.documents import Speaker
from search.speakers.homes import Pair
from search.speakers.organisations import body_slug
from search.speakers.records import Heard, Record
from search.speakers.sightings import Times

_NEVER = 1 << 40


class Evidence:
    """A segment's speakers and acronyms, of the articles that live."""

    def __init__(self, columns: Columns, live: Mask) -> None:
        """Open the keys beside the columns."""
        self.columns, self.live = columns, live
        self._speaker_keys = columns.packed.array(SPEAKERS)
        self._expansion_keys = columns.packed.array(EXPANSIONS)
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
    def speaker_ties(self) -> Array:
        """Rows of keys that hang together because a speaker has them."""
        return self._speaker_keys

    def expansion_ties(self, persons: Ints) -> Array:
        """Give rows of keys that hang together because an acronym's full name is one of these persons' as well."""
        return self._expansion_keys[np.isin(self._expansion_keys[:, 2], persons), 1:]

    @property
    def names_of_persons(self) -> Ints:
        """The keys of all names that are persons'."""
        is_person = np.array([type == "person" for _, _, _, type in self.columns.speakers], np.bool_)
        return np.unique(self._speaker_keys[is_person, 0])

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

    @cached_property
    def spells(self) -> Mask:
        """Which articles spell out an acronym."""
        found = np.zeros(self.columns.articles, np.bool_)
        found[self.columns.expansion["article"]] = True
        return found

    def groups(self, appearances: Ints) -> tuple[Iterator[tuple[Speaker, str, Times]], Ints]:
        """Give the speakers of some appearances by home, with when they speak, and each appearance's place in these."""
        columns = self.columns
        owners = columns.appearance["article"][appearances]
        homes = columns.tables["homes"].values
        both = (
            columns.appearance["speaker"][appearances].astype(np.int64) * len(homes) + columns.article["home"][owners]
        )
        found, of = np.unique(both, return_inverse=True)
        pairs = (divmod(pair, len(homes)) for pair in found.tolist())
        times = self._times(of, len(found), owners)
        return ((self.speaker(row), homes[home], when) for (row, home), when in zip(pairs, times, strict=True)), of

    def spellings(self, keys: Ints | None) -> Iterator[tuple[str, str, str, Times]]:
        """Give the acronyms that have any of the keys, with their full names, by home; without keys, all."""
        columns = self.columns
        chosen = self.live[columns.expansion["article"]]
        if keys is not None:
            pairs = np.unique(self._expansion_keys[np.isin(self._expansion_keys[:, 1], keys), 0])
            chosen = chosen & np.isin(columns.expansion["pair"], pairs)
        owners = columns.expansion["article"][chosen]
        homes = columns.tables["homes"].values
        both = columns.expansion["pair"][chosen].astype(np.int64) * len(homes) + columns.article["home"][owners]
        found, of = np.unique(both, return_inverse=True)
        for pair, when in zip(found.tolist(), self._times(of, len(found), owners), strict=True):
            number, home = divmod(pair, len(homes))
            yield *columns.expansions[number], homes[home], when

    def spoken(self, appearances: Ints, numbers: Ints) -> Iterator[tuple[int, Speaker, Times, int, int]]:
        """Give, for numbers given to appearances, the speakers that have each: when, how much, in how many articles."""
        columns = self.columns
        count = max(1, len(columns.speakers))
        found, of = np.unique(numbers * count + columns.appearance["speaker"][appearances], return_inverse=True)
        said = columns.appearance["statements"][appearances].astype(np.int64)
        statements = np.bincount(of, said, len(found)).astype(np.int64).tolist()
        articles = np.bincount(of, said > 0, len(found)).astype(np.int64).tolist()
        times = self._times(of, len(found), columns.appearance["article"][appearances])
        for pair, when, much, many in zip(found.tolist(), times, statements, articles, strict=True):
            number, row = divmod(pair, count)
            yield number, self.speaker(row), when, much, many

    def called(self, appearances: Ints, numbers: Ints) -> Iterator[tuple[int, str, int]]:
        """Give, for numbers given to appearances, the acronyms that as many articles spell out as their names."""
        columns = self.columns
        owners = columns.appearance["article"][appearances]
        chosen = self.spells[owners]
        rows, owners, numbers = columns.appearance["speaker"][appearances[chosen]], owners[chosen], numbers[chosen]
        spelt = np.searchsorted(columns.expansion["article"], owners, "left").tolist()
        ends = np.searchsorted(columns.expansion["article"], owners, "right").tolist()
        pair = columns.expansion["pair"]
        counts: Counter[tuple[int, str]] = Counter()
        for number, row, first, end in zip(numbers.tolist(), rows.tolist(), spelt, ends, strict=True):
            speaker = self.speaker(row)
            if speaker.type != "person":
                plain = body_slug(speaker.name)
                pairs = (columns.expansions[one] for one in pair[first:end].tolist())
                counts.update((number, acronym) for acronym, name in pairs if body_slug(name) == plain)
        yield from ((number, acronym, stories) for (number, acronym), stories in counts.items())

    def _times(self, of: Ints, count: int, articles: Ints) -> Iterator[Times]:
        """Give when the articles are from, by group."""
        days = self.columns.article["day"][articles].astype(np.int64)
        last, first = np.zeros(count, np.int64), np.full(count, _NEVER)
        np.maximum.at(last, of, days)
        np.minimum.at(first, of, np.where(days > 0, days, _NEVER))
        for stories, one, other in zip(
            np.bincount(of, minlength=count).tolist(), first.tolist(), last.tolist(), strict=True
        ):
            yield Times(stories, _day(one) if other else None, _day(other))

    def homes(self) -> Iterator[str]:
        """Give the homes of all articles."""
        values = self.columns.tables["homes"].values
        yield from (values[number] for number in np.unique(self.columns.article["home"][self.live]).tolist())

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
                _day(days[at]),
                homes[home[at]],
                places[place[at]],
                tuple(Heard(self.speaker(speakers[row]), said[row]) for row in range(begins[at], ends[at])),
                tuple(columns.expansions[one] for one in pair[first:end]),
                paths.get(id, ""),
            )

    def speaker(self, number: int) -> Speaker:
        """Give a speaker by number."""
        found = self._speakers.get(number)
        if found is None:
            id, name, role, type = self.columns.speakers[number]
            found = self._speakers[number] = Speaker(id, name, role, type)  # type: ignore[arg-type]
        return found


@lru_cache(maxsize=1 << 15)
def _day(number: int) -> str | None:
    return datetime.date.fromordinal(number).isoformat() if number else None


def closure(keys: Ints, evidence: Sequence[Evidence], table: Ints) -> Ints:
    """Give the keys that hang together with any of ``keys``, in order; those of ``table`` are one with each other."""
    persons = np.unique(np.concatenate([one.names_of_persons for one in evidence]))
    ties = [rows for one in evidence for rows in (one.speaker_ties, one.expansion_ties(persons))]
    known = np.union1d(keys, table)
    while True:
        found = [rows[np.isin(rows, known).any(axis=1)].ravel() for rows in ties]
        more = np.setdiff1d(np.concatenate([known, *found]), [NO_KEY])
        if len(more) == len(known):
            return more
        known = more


def known_in_both(evidence: Iterable[Evidence], pairs: Iterable[Pair]) -> Ints:
    """Give the keys of all who are known in both homes of any of the pairs."""
    listed = sorted(pairs)
    known = _keys_of_homes(evidence, {home for pair in listed for home in pair})
    both = [np.intersect1d(known[one], known[other], assume_unique=True) for one, other in listed]
    return np.setdiff1d(np.concatenate([NOTHING, *both]), [NO_KEY])


def _keys_of_homes(evidence: Iterable[Evidence], homes: Iterable[str]) -> dict[str, Ints]:
    """Give the keys of all who are known in some homes, in order."""
    numbers = {home: number for number, home in enumerate(homes)}
    found = [NOTHING.reshape(0, 2)]
    for one in evidence:
        keys, theirs = one.keys_by_home()
        number = np.array([numbers.get(home, -1) for home in one.columns.tables["homes"].values], np.int64)[theirs]
        chosen = number >= 0
        found += [np.column_stack([number[chosen], column[chosen]]) for column in keys.T]
    rows = np.unique(np.concatenate(found), axis=0)
    at = np.searchsorted(rows[:, 0], np.arange(len(numbers) + 1))
    return {home: rows[at[number] : at[number + 1], 1] for home, number in numbers.items()}
