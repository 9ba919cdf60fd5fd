"""Who speaks in a generation, worked out at publish: anew where the evidence has changed, and else as it was.

What comes out is what would come out if every name were looked at: ``search.speakers.kin`` says whose evidence hangs
together, and what does not hang together with anything that has changed is taken over.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints
from search.backends.whoosh.changes import find_change
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.directory_draft import Draft, Row, row_of
from search.backends.whoosh.evidence import Evidence, closure, known_in_both
from search.backends.whoosh.kin import key_numbers
from search.backends.whoosh.layout import SHARED, columns_of
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.identity import Archive, Identified
from search.speakers.entries import Roll
from search.speakers.homes import find_near
from search.speakers.kin import merged_keys, table_keys
from search.speakers.names import name_slug
from search.speakers.sightings import Times
from search.speakers.table import SpeakerTable

_ANYBODY = Identified("")
"""In the place of who differs from article to article, until each is asked."""

Members = Sequence[tuple[str, Columns, Array]]
"""Of each segment: its name, its columns, and which of its articles live."""


class Before(NamedTuple):
    """The generation that a writer began with: its folder, dead articles by segment, and its table's digest."""

    folder: Path
    dead: Mapping[str, tuple[int, ...]]
    table: str


class Written(NamedTuple):
    """How many speakers say something that is shown by default, and the rules of the table that nobody answers to."""

    speakers: int
    unmatched: tuple[str, ...]


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
    draft = Draft()
    if before is None or change is None:
        then, keys = {}, None
        archive = _learnt(now, keys, table, paths)
        draft.shared = archive.shared_persons()
        draft.near = find_near(datelines, draft.shared)
    else:
        draft = Draft.read(Packed.open(before.folder / SHARED), then)
        both = [*then.values(), *now.values()]
        of_table = key_numbers(table_keys(table))
        keys = closure(key_numbers([*change.keys(), *merged_keys(table)]), both, of_table)
        archive = _learnt(now, keys, table, paths)
        common = draft.shared + archive.shared_persons()
        common.subtract(_learnt(then, keys, table, {}).shared_persons())
        near = find_near(datelines, common)
        if near != draft.near:
            keys = closure(np.union1d(keys, known_in_both(both, near ^ draft.near)), both, of_table)
            archive = _learnt(now, keys, table, paths)
        draft.near, draft.shared = near, +common
    archive.settle(draft.near)
    changed = _changed(draft, then, keys)
    draft.carry(now, change.moves if change else ())
    changed |= _ask(archive, draft, now, keys, table, paths)
    _enter(draft, now, changed, table)
    rows = draft.write(shared, now)
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


def _changed(draft: Draft, then: Mapping[str, Evidence], keys: Ints | None) -> set[int]:
    """Give those whom names with any of the keys meant before."""
    return {
        number for name, one in then.items() for number in np.unique(draft.speakers[name][one.having(keys)]).tolist()
    }


def _ask(
    archive: Archive,
    draft: Draft,
    now: Mapping[str, Evidence],
    keys: Ints | None,
    table: SpeakerTable,
    paths: Mapping[str, str],
) -> set[int]:
    """Set down who the speakers are whose names have any of the keys; give the numbers of those that are meant."""
    numbers = {row[0]: number for number, row in enumerate(draft.rows)}
    reasons = {why: number for number, why in enumerate(draft.reasons)}
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
        draft.speakers[name][free], draft.links[name][free] = pairs[:, 0], pairs[:, 1]
        single = np.sort(np.concatenate([claimed, free[~is_one]]))
        records = one.records(single, NOTHING, paths)
        pairs = numbered(who for record in records for who in archive.speakers_of(record))
        draft.speakers[name][single], draft.links[name][single] = pairs[:, 0], pairs[:, 1]
        meant.update(np.unique(draft.speakers[name][chosen]).tolist())
    draft.rows += [[id] if number in meant else [] for id, number in numbers.items() if number >= len(draft.rows)]
    draft.reasons = list(reasons)
    return meant


def _enter(draft: Draft, now: Mapping[str, Evidence], changed: set[int], table: SpeakerTable) -> None:
    """Make the rows of those who have changed; of who is no longer there it is empty."""
    is_changed = np.zeros(len(draft.rows), np.bool_)
    is_changed[list(changed)] = True
    roll = Roll()
    for name, one in now.items():
        chosen = one.appearances[is_changed[draft.speakers[name][one.appearances]]]
        for number, speaker, when, statements, articles in one.spoken(chosen, draft.speakers[name][chosen]):
            roll.add(draft.rows[number][0], speaker, when, statements, articles)
        for number, acronym, stories in one.called(chosen, draft.speakers[name][chosen]):
            roll.call(draft.rows[number][0], acronym, stories)
    entries = roll.finish(table)
    for number in changed:
        entry = entries.get(draft.rows[number][0])
        draft.rows[number] = row_of(entry) if entry else []


def _unmatched(
    rows: Sequence[Row],
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
