"""``python -m indexer rebuild | update | check | status | show``: each reads its words, calls one function, prints.

Exit codes: 0 done · 1 done, some files skipped · 2 usage · 3 locked by another writer · 4 no usable index · 5 ``check``
found differences · 6 failed, or ``--strict`` and something skipped, nothing published · 70 internal error.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NoReturn

import click

from indexer.building import Asked, build_index
from indexer.checking import compare
from indexer.in_order import lines_of, read_in_order
from indexer.named import (
    archive_of,
    files_in,
    reading_settings,
    settings_for,
    speakers_of,
)
from indexer.outcomes import Limits
from indexer.plan import Refused
from indexer.report import report_lines
from indexer.speakers import FILE_NAME as SPEAKERS_FILE
from search.backends.opening import known_files, open_reader, verify
from search.builds import BuildReport
from search.errors import IndexDamaged, IndexLocked, NoIndex
from search.wire import status_to_wire

DONE, SOME_SKIPPED, LOCKED, NO_INDEX, DIFFERENCES, FAILED, INTERNAL = 0, 1, 3, 4, 5, 6, 70

_paths = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_index = click.option("--index", "index_dir", type=click.Path(path_type=Path), help="Folder of the index.")
_root = click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False), help="Folder that named files are relative to."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of words.")
_fast = click.option("--fast", is_flag=True, help="Read web pages once instead of twice: sooner, not as well.")
_counted_jobs = click.IntRange(1, 64)
# One more than there are processors: one that waits for the process that indexes leaves its processor to another.
_default_jobs = min((os.cpu_count() or 1) + 1, 64)
_jobs = click.option("--jobs", type=_counted_jobs, default=_default_jobs, help="Reading processes.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def cli() -> None:
    """Find, read, date and attribute article files; build the index from them."""


def _build_options(command: Any) -> Any:
    options = (
        _paths,
        _index,
        _root,
        _jobs,
        _fast,
        _json,
        click.option("--engine", type=click.Choice(["whoosh"]), default="whoosh", help="Engine that indexes."),
        click.option("--strict", is_flag=True, help="Publish nothing if a file had to be skipped."),
        click.option("--quiet", is_flag=True, help="Print nothing but errors."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@cli.command()
@_build_options
@click.option("--allow-removals", is_flag=True, help="Publish an empty index if the folders hold no file at all.")
def rebuild(**options: Any) -> None:
    """Build the index anew from folders (or files) of articles, by default the corpus folder."""
    sys.exit(DONE if build_index(Asked(fresh=True, **options)) else SOME_SKIPPED)


@cli.command()
@_build_options
@click.option("--allow-removals", is_flag=True, help="Drop more than a tenth of the archive if it is gone.")
def update(**options: Any) -> None:
    """Bring the index up to date: read what is new or changed, drop what is gone.

    With files named one by one, only those are looked at, and nothing is dropped.
    """
    sys.exit(DONE if build_index(Asked(fresh=False, **options)) else SOME_SKIPPED)


_DIFFERENCES = {
    "missing": "missing from the index",
    "extra": "in the index, but gone",
    "stale": "changed since it was indexed",
    "damaged": "damaged file of the index",
}


@cli.command()
@_paths
@_index
@_root
@_json
def check(paths: tuple[Path, ...], index_dir: Path | None, root: Path | None, as_json: bool) -> None:
    """Compare the index with its files: what is missing, extra or stale, and whether the index itself is whole."""
    settings = settings_for(index_dir)
    damaged = verify(settings)
    roots = paths or (settings.corpus,)
    sources = files_in(roots, root, settings.index)
    try:
        found = compare(sources, known_files(settings))
        report = open_reader(settings).current().status().report
    except IndexDamaged:
        if not damaged:
            raise
        found, report = None, BuildReport()
    if found is not None and speakers_of(roots, root).digest != report.speaker_table:
        found = replace(found, stale=(*found.stale, SPEAKERS_FILE))
    notes = report.speaker_notes
    override_notes = tuple(reading_settings(roots, root, False).overrides.unmatched(sources))
    compared = dict.fromkeys(_DIFFERENCES) if found is None else asdict(found)
    differences: dict[str, tuple[str, ...] | None] = {**compared, "damaged": damaged}
    is_whole = not any(differences.values())
    if as_json:
        click.echo(
            json.dumps(differences | {"speaker_notes": notes, "override_notes": override_notes}, ensure_ascii=False)
        )
    else:
        for kind, names in differences.items():
            for name in names or ():
                click.echo(f"{_DIFFERENCES[kind]}: {name}")
        for note in (*notes, *override_notes):
            click.echo(note)
        if found is None:
            click.echo("It was not compared with its files: `python -m indexer rebuild` makes it anew from them.")
        if is_whole:
            click.echo("The index says what its files say.")
    sys.exit(DONE if is_whole else DIFFERENCES)


@cli.command()
@_index
@_json
def status(index_dir: Path | None, as_json: bool) -> None:
    """Print what the live index says of itself, and the report of its last build."""
    found = open_reader(settings_for(index_dir)).current().status()
    if as_json:
        click.echo(json.dumps(status_to_wire(found), ensure_ascii=False))
        return
    for line in report_lines(found):
        click.echo(line)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_root
@click.option("--body", is_flag=True, help="Take each whole file as the body of an article, without a header.")
@_fast
@click.option("--explain", is_flag=True, help="Say why: lines dropped, dates weighed, speakers told.")
@_index
@click.option("--jobs", type=_counted_jobs, default=1, help="Reading processes.")
def show(
    paths: tuple[Path, ...],
    root: Path | None,
    body: bool,
    fast: bool,
    explain: bool,
    index_dir: Path | None,
    jobs: int,
) -> None:
    """Read files, date and attribute them, and print one JSON object a line.

    Needs no index; if there is one, --explain says who the speakers are in the whole archive, and why.
    """
    reading = replace(reading_settings(paths, root, fast), whole_body=body)
    failed = False
    if explain:
        from indexer.explaining import explain_file  # brings all parsers, which other commands do without

        archive = archive_of(settings_for(index_dir))
        for source in files_in(paths, root):
            for line in explain_file(source, reading, Limits(), archive):
                failed |= "error" in line
                click.echo(json.dumps(line, ensure_ascii=False))
        sys.exit(SOME_SKIPPED if failed else DONE)
    for outcome in read_in_order(files_in(paths, root), reading, jobs):
        failed |= outcome.error is not None or any(part.part for part in outcome.parts)
        for line in lines_of(outcome):
            click.echo(json.dumps(line, ensure_ascii=False))
    sys.exit(SOME_SKIPPED if failed else DONE)


def main() -> NoReturn:
    """Run the command that the arguments name, and end with its exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be stopped is to be interrupted: it puts in order
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("Stopped. Nothing was published.", FAILED)
    except IndexLocked as error:
        _fail(error.message, LOCKED)
    except NoIndex as error:
        _fail(error.message, NO_INDEX)
    except Refused as error:
        _fail(str(error), FAILED)
    except BrokenPipeError:
        # Whoever read the output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        _fail(f"{error.strerror or error}{where}. Nothing was published.", FAILED)
    except Exception:
        traceback.print_exc()
        _fail(
            "This is a fault of the program, or the index is damaged: `python -m indexer check` tells. "
            "Nothing was published.",
            INTERNAL,
        )
    sys.exit(DONE)


def _fail(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
