"""``rebuild`` and ``update``: from what the command line says to a plan, a published index, and words about it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from indexer.forking import prepare_readers
from indexer.named import files_in, live_index, reading_settings, settings_for, speakers_of, taken_out_by
from indexer.outcomes import Limits
from indexer.pipeline import build
from indexer.plan import Plan, Refused, refuse_removals
from indexer.progress import choose_progress
from indexer.report import report_lines, unchanged_lines
from search.backends.opening import known_files, open_writer
from search.wire import status_to_wire


def build_index(
    fresh: bool,
    paths: tuple[Path, ...],
    index_dir: Path | None,
    root: Path | None,
    jobs: int,
    fast: bool,
    as_json: bool,
    engine: str,
    strict: bool,
    quiet: bool,
    allow_removals: bool,
) -> bool:
    """Build the index anew (``fresh``) or bring it up to date, and print what was found; say if every file was read.

    The rest is what the command line gives. Raises Refused, IndexLocked or NoIndex; nothing is published then.
    """
    settings = settings_for(index_dir, engine)
    roots = paths or (settings.corpus,)
    sources = files_in(roots, root)
    live, outdated = (None, False) if fresh else live_index(settings)
    if not (sources or live or allow_removals):
        named = ", ".join(f"“{root}”" for root in roots)
        raise Refused(f"There are no article files in {named}. Nothing was published.")
    whole = not paths or any(path.is_dir() for path in paths)
    if outdated:
        if not whole:
            raise Refused("This index was made by another version of the program. Rebuild it from all its files first.")
        if not allow_removals:
            known = known_files(settings)
            refuse_removals(len(known.keys() - {source.path for source in sources}), len(known))
        _say("This index was made by another version of the program: everything is read again.", quiet or as_json)
        live = None
    taken_out = taken_out_by(roots, root)
    if live and whole and not (live.report.taken_out or {}).keys() <= taken_out.keys():
        _say("Articles are no longer on removed.toml: everything is read again.", quiet or as_json)
        live = None
    if live is None:
        prepare_readers()
    plan = Plan(
        settings=reading_settings(roots, root, fast),
        limits=Limits(),
        jobs=jobs,
        whole=whole,
        strict=strict,
        allow_removals=allow_removals,
        speakers=speakers_of(roots, root),
        taken_out=taken_out,
    )
    if live and not whole and live.report.speaker_table and not plan.speakers.rules:
        raise Refused("This index was built with a speakers.toml. Say --root and the folder that it is in.")
    with open_writer(settings, fresh=live is None) as writer:
        previous = live.report if live else None
        published = build(sources, writer, plan, previous, choose_progress(quiet or as_json))
    status = published or live
    assert status is not None, "a build from nothing always publishes"
    if as_json:
        click.echo(json.dumps(status_to_wire(status), ensure_ascii=False))
    elif not quiet:
        for line in report_lines(status) if published else unchanged_lines(status):
            click.echo(line)
        for note in plan.settings.overrides.unmatched(sources) if whole else ():
            click.echo(note)
    return status.report.is_complete


def _say(message: str, quiet: bool) -> None:
    if not quiet:
        click.echo(message, err=True)
