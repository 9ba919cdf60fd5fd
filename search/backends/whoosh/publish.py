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


class _Member(NamedTuple):
    name: str
    columns: Columns
    live: Mask


def finish_generation(
    building: Path,
    name: str,
    dead: Mapping[str, tuple[int, ...]],
    forms: GrowingForms,
    carried: Mapping[str, FileSum],
    report: BuildReport,
    corpus_digest: str,
    table: SpeakerTable,
    paths: Mapping[str, str],
    before: Before | None,
    ledger: Ledger,
    moved: Mapping[str, str],
) -> IndexStatus:
    """Write what a generation's segments share and its manifest; read it all back; give its status.

    ``ledger`` is that of the generation before, ``moved`` the ids that articles have now and had in it.
    """
    shared = Packing(building / SHARED)
    members = [_member(building, segment, numbers) for segment, numbers in dead.items()]
    forms.write(shared)
    _write_vocabulary(shared, members, forms)
    written = write_directory(shared, members, table, paths, before)
    identified = shared.so_far()
    for member in members:
        write_heard(shared, member.name, member.columns, read_speakers(identified, member.name)[0])
    report = replace(report, speaker_table=table.digest, speaker_notes=written.unmatched)
    write_groups(shared, members)
    built_at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    grown = _write_first_seen(shared, members, ledger, FirstSeen(name, built_at), moved)
    grown.write(building / LEDGER)
    shared.close()
    sums = {path: carried.get(path) or sum_file(building / path) for path in files_below(building)}
    size = sum(known.size for known in sums.values())
    status = _status(name, built_at, members, report, corpus_digest, written.speakers, size)
    write_manifest(building, Manifest(status, dead, sums))
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


def _write_first_seen(
    shared: Packing, members: Sequence[_Member], ledger: Ledger, now: FirstSeen, moved: Mapping[str, str]
) -> Ledger:
    """Write of each article the number of the generation it came with; give the ledger with what is new in it."""
    ids = {name: np.array(columns.ids.all_raw(), dtype="S") for name, columns, _ in members}
    living = [ids[name][live] for name, _, live in members]
    grown = ledger.grown(np.concatenate((EMPTY.ids, *living)), now, moved)
    for name, own in ids.items():
        shared.save(f"{name}.seen", narrow(grown.numbers_of(own)))
    return grown


def _status(
    name: str,
    built_at: str,
    members: Sequence[_Member],
    report: BuildReport,
    corpus_digest: str,
    speakers: int,
    size: int,
) -> IndexStatus:
    dated_by: Counter[str] = Counter()
    articles = statements = undated = silent = excerpts = 0
    first, last = [], []
    for _, columns, live in members:
        dated = live & (columns.article["first"] != UNDATED_DAY)
        articles += int(live.sum())
        undated += int(live.sum() - dated.sum())
        statements += int(live[columns.statement["article"]].sum())
        silent += int((live & ~_heard(columns)).sum())
        excerpts += int(columns.article["is_excerpt"][live].sum())
        evidence = columns.tables["dated_by"].values
        for number, count in enumerate(np.bincount(columns.article["dated_by"][live], minlength=len(evidence))):
            dated_by[evidence[number]] += int(count)
        if dated.any():
            first.append(int(columns.article["first"][dated].min()))
            last.append(int(columns.article["last"][dated].max()))
    counts = replace(
        report,
        articles=articles,
        statements=statements,
        undated=undated,
        without_speakers=silent,
        excerpts=excerpts,
        dated_by={evidence: count for evidence, count in sorted(dated_by.items()) if evidence and count},
    )
    return IndexStatus(
        generation=name,
        built_at=built_at,
        schema_version=SCHEMA_VERSION,
        articles=articles,
        statements=statements,
        speakers=speakers,
        undated=undated,
        first_day=datetime.date.fromordinal(min(first)).isoformat() if first else None,
        last_day=datetime.date.fromordinal(max(last)).isoformat() if last else None,
        size=size,
        corpus_digest=corpus_digest,
        report=counts,
    )


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
