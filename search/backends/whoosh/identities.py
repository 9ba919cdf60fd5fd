"""Who speaks in a generation, worked out at publish: anew where the evidence has changed, and else as it was.

What comes out is what would come out if every name were looked at: ``search.speakers.kin`` says whose evidence hangs
together, and what does not hang together with anything that has changed is taken over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, encoded
from search.backends.whoosh.changes import find_change
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.directory import DIRECTORY, IDS, LINKS, NAMES, PLACES, read_speakers
from search.backends.whoosh.evidence import Evidence, closure, known_in_both
from search.backends.whoosh.kin import key_numbers
from search.backends.whoosh.layout import SHARED, columns_of
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.documents import SpeakerEntry
from search.identity import Archive, Identified
from search.speakers.entries import Roll
from search.speakers.homes import Near, Pair, find_near
from search.speakers.kin import merged_keys, table_keys
from search.speakers.names import name_slug
from search.speakers.sightings import Times
from search.speakers.table import SpeakerTable

_HOMES = "homes"
_NOBODY = -1
_ANYBODY = Identified("")
"""In the place of who differs from article to article, until each is asked."""

Members = Sequence[tuple[str, Columns, Array]]
"""Of each segment: its name, its columns, and which of its articles live."""
_Row = list[Any]


class Before(NamedTuple):
    """The generation that a writer began with: its folder, dead articles by segment, and its table's digest."""

    folder: Path
    dead: Mapping[str, tuple[int, ...]]
    table: str


class Written(NamedTuple):
    """How many speakers say something that is shown by default, and the rules of the table that nobody answers to."""

    speakers: int
    unmatched: tuple[str, ...]


@dataclass(slots=True)
class _Made:
    """The directory in the making: rows by number, and each segment's appearances, with reasons, by number."""

    rows: list[_Row] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    speakers: dict[str, Array] = field(default_factory=dict)
    links: dict[str, Array] = field(default_factory=dict)
    near: Near = frozenset()
    shared: Counter[Pair] = field(default_factory=Counter)

    @classmethod
    def read(cls, shared: Packed, segments: Iterable[str]) -> _Made:
        """Read what ``write_directory`` wrote."""
        rows, homes = shared.json(DIRECTORY), shared.json(_HOMES)
        found = {name: read_speakers(shared, name) for name in segments}
        return cls(
            rows,
            [*shared.strings(LINKS)],
            {name: speakers for name, (speakers, _) in found.items()},
            {name: links for name, (_, links) in found.items()},
            frozenset((one, other) for one, other in homes["near"]),
            Counter({(one, other): count for one, other, count in homes["shared"]}),
        )


def write_directory(
    shared: Packing, members: Members, table: SpeakerTable, paths: Mapping[str, str], before: Before | None = None
) -> Written:
    """Identify the speakers of all live articles, and write who each of them is and why.

    ``paths`` has the file of each article, if the table looks at them.
    """
    now = {name: Evidence(columns, live) for name, columns, live in members}
    then = _evidence_then(before, now) if before and before.table == table.digest else {}
    change = find_change(then, now) if then else None
    datelines = {pair for one in now.values() for pair in one.datelines()}
    made = _Made()
    if before is None or change is None:
        then, keys = {}, None
        archive = _learnt(now, keys, table, paths)
        made.shared = archive.shared_persons()
        made.near = find_near(datelines, made.shared)
    else:
        made = _Made.read(Packed.open(before.folder / SHARED), then)
        both = [*then.values(), *now.values()]
        of_table = key_numbers(table_keys(table))
        keys = closure(key_numbers([*change.keys(), *merged_keys(table)]), both, of_table)
        archive = _learnt(now, keys, table, paths)
        common = made.shared + archive.shared_persons()
        common.subtract(_learnt(then, keys, table, {}).shared_persons())
        near = find_near(datelines, common)
        if near != made.near:
            keys = closure(np.union1d(keys, known_in_both(both, near ^ made.near)), both, of_table)
            archive = _learnt(now, keys, table, paths)
        made.near, made.shared = near, +common
    archive.settle(made.near)
    changed = _changed(made, then, keys)
    made.speakers, made.links = _carried(made, now, change.moves if change else ())
    changed |= _ask(archive, made, now, keys, table, paths)
    _enter(made, now, changed, table)
    rows = _write(shared, made, now)
    return Written(sum(row[3] > 0 for row in rows), tuple(_unmatched(rows, now, table, archive.merged, paths)))


def _evidence_then(before: Before, now: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """Open the segments of the generation before, with what lived in them then."""
    found = {}
    for name, dead in before.dead.items():
        columns = now[name].columns if name in now else Columns(Packed.open(columns_of(before.folder, name)))
        live = np.ones(columns.articles, np.bool_)
        live[list(dead)] = False
        found[name] = Evidence(columns, live)
    return found


def _learnt(every: Mapping[str, Evidence], keys: Ints | None, table: SpeakerTable, paths: Mapping[str, str]) -> Archive:
    """Give what the articles say of the names that have any of the keys."""
    archive = Archive(table)
    for one in every.values():
        for acronym, name, home, when in one.spellings(keys):
            archive.learn_acronym(acronym, name, home, when)
        claimed, free = _apart(one, one.having(keys), table)
        for speaker, home, when in one.groups(free)[0]:
            archive.learn_speaker(speaker, home, when)
        for record in one.records(claimed, NOTHING, paths):
            for heard in record.speakers:
                label = table.claim(record, heard.speaker)
                archive.learn_speaker(heard.speaker, record.home, Times.once(record.day), label)
    return archive


def _apart(one: Evidence, appearances: Ints, table: SpeakerTable) -> tuple[Ints, Ints]:
    """Give the appearances of names that a librarian speaks of, and the others."""
    if not table.rules:
        return NOTHING, appearances
    named = np.array([table.speaks_of(name) for _, name, _, _ in one.columns.speakers], np.bool_)
    is_claimed = named[one.columns.appearance["speaker"][appearances]]
    return appearances[is_claimed], appearances[~is_claimed]


def _changed(made: _Made, then: Mapping[str, Evidence], keys: Ints | None) -> set[int]:
    """Give those whom names with any of the keys meant before."""
    return {
        number for name, one in then.items() for number in np.unique(made.speakers[name][one.having(keys)]).tolist()
    }


def _carried(
    made: _Made, now: Mapping[str, Evidence], moves: Iterable[tuple[str, slice, str, slice]]
) -> tuple[dict[str, Array], dict[str, Array]]:
    """Give each segment's columns with what is known from before."""
    speakers, links = {}, {}
    for name, one in now.items():
        size = len(one.columns.appearance["article"])
        speakers[name] = np.array(made.speakers.get(name, np.full(size, _NOBODY, np.int32)))
        links[name] = np.array(made.links.get(name, np.zeros(size, np.int32)))
    for old, place, new, place_now in moves:
        speakers[new][place_now] = made.speakers[old][place]
        links[new][place_now] = made.links[old][place]
    return speakers, links


def _ask(
    archive: Archive,
    made: _Made,
    now: Mapping[str, Evidence],
    keys: Ints | None,
    table: SpeakerTable,
    paths: Mapping[str, str],
) -> set[int]:
    """Set down who the speakers are whose names have any of the keys; give the numbers of those that are meant."""
    numbers = {row[0]: number for number, row in enumerate(made.rows)}
    reasons = {why: number for number, why in enumerate(made.reasons)}
    meant: set[int] = set()

    def numbered(found: Iterable[Identified]) -> Array:
        pairs = [(numbers.setdefault(who.id, len(numbers)), reasons.setdefault(who.why, len(reasons))) for who in found]
        return np.array(pairs, np.int32).reshape(-1, 2)

    for name, one in now.items():
        chosen = one.having(keys)
        claimed, free = _apart(one, chosen, table)
        groups, of = one.groups(free)
        known = [(archive.in_home(speaker, home), speaker.type == "person") for speaker, home, _ in groups]
        is_one = np.array([(who is not None, is_person) for who, is_person in known], np.bool_).reshape(-1, 2)[of]
        is_one = is_one[:, 0] & (is_one[:, 1] | ~one.spells[one.columns.appearance["article"][free]])
        pairs = numbered(who or _ANYBODY for who, _ in known)[of]
        made.speakers[name][free], made.links[name][free] = pairs[:, 0], pairs[:, 1]
        single = np.sort(np.concatenate([claimed, free[~is_one]]))
        records = one.records(single, NOTHING, paths)
        pairs = numbered(who for record in records for who in archive.speakers_of(record))
        made.speakers[name][single], made.links[name][single] = pairs[:, 0], pairs[:, 1]
        meant.update(np.unique(made.speakers[name][chosen]).tolist())
    made.rows += [[id] if number in meant else [] for id, number in numbers.items() if number >= len(made.rows)]
    made.reasons = list(reasons)
    return meant


def _enter(made: _Made, now: Mapping[str, Evidence], changed: set[int], table: SpeakerTable) -> None:
    """Make the rows of those who have changed; of who is no longer there it is empty."""
    is_changed = np.zeros(len(made.rows), np.bool_)
    is_changed[list(changed)] = True
    roll = Roll()
    for name, one in now.items():
        chosen = one.appearances[is_changed[made.speakers[name][one.appearances]]]
        for number, speaker, when, statements, articles in one.spoken(chosen, made.speakers[name][chosen]):
            roll.add(made.rows[number][0], speaker, when, statements, articles)
    entries = roll.finish(table)
    for number in changed:
        entry = entries.get(made.rows[number][0])
        made.rows[number] = _row(entry) if entry else []


def _row(entry: SpeakerEntry) -> _Row:
    roles = [[held.role, held.first, held.last, held.count] for held in entry.roles]
    return [entry.id, entry.name, entry.type, entry.statements, entry.articles, entry.names, roles, entry.aliases]


def _unmatched(
    rows: Sequence[_Row],
    now: Mapping[str, Evidence],
    table: SpeakerTable,
    merged: Container[str],
    paths: Mapping[str, str],
) -> Iterator[str]:
    """Give what the table says of nobody and of nothing."""
    if table.rules:
        names = {name_slug(name) for row in rows for name in row[5]}
        homes = {home for one in now.values() for home in one.homes()}
        yield from table.unmatched({row[0] for row in rows}, names, merged, homes, set(paths.values()))


def _write(shared: Packing, made: _Made, now: Mapping[str, Evidence]) -> list[_Row]:
    """Write it all, speakers in the order of their ids, and reasons in that of their words."""
    known = sorted((row[0], number) for number, row in enumerate(made.rows) if row)
    place = np.full(len(made.rows) + 1, _NOBODY, np.int32)
    place[[number for _, number in known]] = np.arange(len(known))
    given = {name: made.links[name][one.appearances] for name, one in now.items()}
    used = {number for links in given.values() for number in np.unique(links).tolist()}
    reasons = sorted((made.reasons[number], number) for number in used)
    reason = np.zeros(len(made.reasons), np.int32)
    reason[[number for _, number in reasons]] = np.arange(len(reasons))
    for name, one in now.items():
        speakers, links = np.full_like(made.speakers[name], _NOBODY), np.zeros_like(made.links[name])
        speakers[one.appearances] = place[made.speakers[name][one.appearances]]
        links[one.appearances] = reason[given[name]]
        shared.save(f"{name}.speakers", speakers)
        shared.save(f"{name}.links", links)
    rows = [made.rows[number] for _, number in known]
    shared.save_strings(LINKS, map(encoded, [why for why, _ in reasons] or [""]))
    shared.save_json(DIRECTORY, rows)
    for name, at in ((IDS, 0), (NAMES, 1)):
        shared.save_strings(name, (encoded(row[at]) for row in rows))
    places = np.empty(len(rows), np.int32)
    places[sorted(range(len(rows)), key=lambda at: (rows[at][1], rows[at][0]))] = np.arange(len(rows))
    shared.save(PLACES, places)
    common = [[*pair, count] for pair, count in sorted(made.shared.items())]
    shared.save_json(_HOMES, {"near": sorted(made.near), "shared": common})
    return rows
