"""What is made last, over all segments of a generation: vocabulary, speakers, counts, checksums."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Mask, encoded, narrow
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.directory import read_speakers
from search.backends.whoosh.first_seen import EMPTY, Ledger
from search.backends.whoosh.grouping import write_groups
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.heard import write_heard
from search.backends.whoosh.identities import Before, write_directory
from search.backends.whoosh.layout import LEDGER, SHARED, columns_of
from search.backends.whoosh.manifest import FileSum, Manifest, files_below, sum_file, write_manifest
from search.backends.whoosh.opened import open_generation
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.postings import Postings
from search.builds import BuildReport, IndexStatus
from search.documents import ATTRIBUTIONS, CUE_CLASSES
from search.errors import IndexDamaged
from search.fields import SCHEMA_VERSION
from search.ordering import UNDATED_DAY
from search.query.nodes import Everything
from search.results import FirstSeen
from search.speakers.table import SpeakerTable


class Unfinished(NamedTuple):
    """A generation whose segments are written: its folder and name, dead articles by segment, the forms of all words.

    ``carried`` are the sums of files that were taken over from the generation before.
    """

    building: Path
    name: str
    dead: Mapping[str, tuple[int, ...]]
    forms: GrowingForms
    carried: Mapping[str, FileSum]


class Past(NamedTuple):
    """What was before: the generation that the writer began with, and the ledger of when articles were first seen.

    ``moved``: the ids that articles have now and had in the ledger.
    """

    begun_with: Before | None
    ledger: Ledger
    moved: Mapping[str, str]


class _Member(NamedTuple):
    name: str
    columns: Columns
    live: Mask


def finish_generation(
    made: Unfinished,
    past: Past,
    report: BuildReport,
    corpus_digest: str,
    table: SpeakerTable,
    paths: Mapping[str, str],
) -> IndexStatus:
    """Write what a generation's segments share and its manifest; read it all back; give its status.

    ``paths`` has the file of each article, if the table of speakers looks at them.
    """
    building = made.building
    shared = Packing(building / SHARED)
    members = [_member(building, segment, numbers) for segment, numbers in made.dead.items()]
    made.forms.write(shared)
    _write_vocabulary(shared, members, made.forms)
    written = write_directory(shared, members, table, paths, past.begun_with)
    identified = shared.so_far()
    for member in members:
        write_heard(shared, member.name, member.columns, read_speakers(identified, member.name)[0])
    report = replace(report, speaker_table=table.digest, speaker_notes=written.unmatched)
    write_groups(shared, members)
    now = FirstSeen(made.name, datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"))
    _write_first_seen(shared, members, past, now).write(building / LEDGER)
    shared.close()
    sums = {path: made.carried.get(path) or sum_file(building / path) for path in files_below(building)}
    size = sum(known.size for known in sums.values())
    status = _status(now, members, report, corpus_digest, written.speakers, size)
    write_manifest(building, Manifest(status, made.dead, sums))
    _check(building, status)
    return status


def _member(building: Path, name: str, dead: Sequence[int]) -> _Member:
    columns = Columns(Packed.open(columns_of(building, name)))
    live = np.ones(columns.articles, np.bool_)
    live[list(dead)] = False
    return _Member(name, columns, live)


def _write_vocabulary(shared: Packing, members: Sequence[_Member], forms: GrowingForms) -> None:
    """Write the forms in headlines and texts of live articles, in order."""
    stems, places = [NOTHING], [NOTHING]
    for _, columns, live in members:
        for field in ("headline", "text"):
            postings = Postings(columns.packed, field, mapped=False)
            numbers = np.array([forms.stem_number(stem) for stem in postings.stem_bytes()], np.int64)
            own, used = postings.forms_used(live)
            stems.append(numbers[own])
            places.append(used)
    found = forms.called(np.concatenate(stems), np.concatenate(places))
    shared.save_strings("vocabulary", sorted(map(encoded, found)))


def _write_first_seen(shared: Packing, members: Sequence[_Member], past: Past, now: FirstSeen) -> Ledger:
    """Write of each article the number of the generation it came with; give the ledger with what is new in it."""
    ids = {name: np.array(columns.ids.all_raw(), dtype="S") for name, columns, _ in members}
    living = [ids[name][live] for name, _, live in members]
    grown = past.ledger.grown(np.concatenate((EMPTY.ids, *living)), now, past.moved)
    for name, own in ids.items():
        shared.save(f"{name}.seen", narrow(grown.numbers_of(own)))
    return grown


def _status(
    now: FirstSeen, members: Sequence[_Member], report: BuildReport, corpus_digest: str, speakers: int, size: int
) -> IndexStatus:
    counts = _counted(report, members)
    first_day, last_day = _days(members)
    return IndexStatus(
        generation=now.generation,
        built_at=now.at,
        schema_version=SCHEMA_VERSION,
        articles=counts.articles,
        statements=counts.statements,
        speakers=speakers,
        undated=counts.undated,
        first_day=first_day,
        last_day=last_day,
        size=size,
        corpus_digest=corpus_digest,
        report=counts,
    )


def _counted(report: BuildReport, members: Sequence[_Member]) -> BuildReport:
    """Give the report with the counts of what lives."""
    dated_by: Counter[str] = Counter()
    articles = statements = undated = silent = excerpts = 0
    for _, columns, live in members:
        articles += int(live.sum())
        undated += int(live.sum() - _dated(columns, live).sum())
        statements += int(live[columns.statement["article"]].sum())
        silent += int((live & ~_heard(columns)).sum())
        excerpts += int(columns.article["is_excerpt"][live].sum())
        evidence = columns.tables["dated_by"].values
        for number, count in enumerate(np.bincount(columns.article["dated_by"][live], minlength=len(evidence))):
            dated_by[evidence[number]] += int(count)
    return replace(
        report,
        articles=articles,
        statements=statements,
        undated=undated,
        without_speakers=silent,
        excerpts=excerpts,
        dated_by={evidence: count for evidence, count in sorted(dated_by.items()) if evidence and count},
    )


def _days(members: Sequence[_Member]) -> tuple[str | None, str | None]:
    """Give the first and the last day that a dated article can be of."""
    first, last = [], []
    for _, columns, live in members:
        dated = _dated(columns, live)
        if dated.any():
            first.append(int(columns.article["first"][dated].min()))
            last.append(int(columns.article["last"][dated].max()))
    if not first:
        return None, None
    return datetime.date.fromordinal(min(first)).isoformat(), datetime.date.fromordinal(max(last)).isoformat()


def _dated(columns: Columns, live: Mask) -> Mask:
    dated: Mask = live & (columns.article["first"] != UNDATED_DAY)
    return dated


def _heard(columns: Columns) -> Mask:
    """Say of each article whether someone surely says something in it."""
    statement = columns.statement
    surely = (
        (statement["appearance"] >= 0)
        & (statement["attribution"] == ATTRIBUTIONS.index("sure"))
        & (statement["cue_class"] == CUE_CLASSES.index("speech"))
    )
    heard = np.zeros(columns.articles, np.bool_)
    heard[statement["article"][surely]] = True
    return heard


def _check(building: Path, status: IndexStatus) -> None:
    """Open what was built, as a reader will, and count."""
    searcher = open_generation(building)
    found = searcher.count(Everything(), "articles"), searcher.count(Everything(), "statements")
    if found != (status.articles, status.statements):
        raise IndexDamaged(f"The new index holds {found} articles and statements, not what was written; not published.")
