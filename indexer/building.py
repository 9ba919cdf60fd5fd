"""``rebuild`` and ``update``: from what the command line says to a plan, a published index, and words about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from indexer.files import SourcePath
from indexer.forking import prepare_readers
from indexer.named import files_in, live_index, reading_settings, settings_for, speakers_of, taken_out_by
from indexer.outcomes import Limits
from indexer.pipeline import build
from indexer.plan import Plan, Refused, refuse_removals
from indexer.progress import choose_progress
from indexer.report import report_lines, unchanged_lines
from search.backends.opening import known_files, open_writer
from search.builds import IndexStatus
from search.settings import Settings
from search.wire import status_to_wire


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for: to build the index anew (``fresh``) or to bring it up to date, and how."""

    fresh: bool
    paths: tuple[Path, ...]
    index_dir: Path | None
    root: Path | None
    jobs: int
    fast: bool
    as_json: bool
    engine: str
    strict: bool
    quiet: bool
    allow_removals: bool

    @property
    def is_whole(self) -> bool:
        """Whether the whole archive is named, not only files of it one by one."""
        return not self.paths or any(path.is_dir() for path in self.paths)

    @property
    def is_silent(self) -> bool:
        """Whether nothing is said on the way."""
        return self.quiet or self.as_json


def build_index(asked: Asked) -> bool:
    """Build the index, and print what was found; say if every file was read.

    Raises Refused, IndexLocked or NoIndex; nothing is published then.
    """
    settings = settings_for(asked.index_dir, asked.engine)
    roots = asked.paths or (settings.corpus,)
    sources = files_in(roots, asked.root, settings.index)
    live = _live_before(asked, settings, roots, sources)
    taken_out = taken_out_by(roots, asked.root)
    if live and asked.is_whole and not (live.report.taken_out or {}).keys() <= taken_out.keys():
        _say(asked, "Articles are no longer on removed.toml: everything is read again.")
        live = None
    if live is None:
        prepare_readers()
    plan = Plan(
        settings=reading_settings(roots, asked.root, asked.fast),
        limits=Limits(),
        jobs=asked.jobs,
        whole=asked.is_whole,
        strict=asked.strict,
        allow_removals=asked.allow_removals,
        speakers=speakers_of(roots, asked.root),
        taken_out=taken_out,
    )
    if live and not asked.is_whole and live.report.speaker_table and not plan.speakers.rules:
        raise Refused("This index was built with a speakers.toml. Say --root and the folder that it is in.")
    with open_writer(settings, fresh=live is None) as writer:
        previous = live.report if live else None
        published = build(sources, writer, plan, previous, choose_progress(asked.is_silent))
    status = published or live
    assert status is not None, "a build from nothing always publishes"
    if asked.as_json:
        click.echo(json.dumps(status_to_wire(status), ensure_ascii=False))
    elif not asked.quiet:
        for line in report_lines(status) if published else unchanged_lines(status):
            click.echo(line)
        for note in plan.settings.overrides.unmatched(sources) if asked.is_whole else ():
            click.echo(note)
    return status.report.is_complete


def _live_before(
    asked: Asked, settings: Settings, roots: Sequence[Path], sources: Sequence[SourcePath]
) -> IndexStatus | None:
    """Give the live index that is to be brought up to date; None if everything is to be read. Raises Refused."""
    live, outdated = (None, False) if asked.fresh else live_index(settings)
    if not (sources or live or asked.allow_removals):
        named = ", ".join(f"“{root}”" for root in roots)
        raise Refused(f"There are no article files in {named}. Nothing was published.")
    if not outdated:
        return live
    if not asked.is_whole:
        raise Refused("This index was made by another version of the program. Rebuild it from all its files first.")
    if not asked.allow_removals:
        known = known_files(settings)
        refuse_removals(len(known.keys() - {source.path for source in sources}), len(known))
    _say(asked, "This index was made by another version of the program: everything is read again.")
    return None


def _say(asked: Asked, message: str) -> None:
    if not asked.is_silent:
        click.echo(message, err=True)
