"""What the arguments of a command name: settings, files, the archive's own tables, an index that is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from indexer.files import SourcePath, find_files
from indexer.outcomes import ReadingSettings
from indexer.outlets import load_outlets
from indexer.overrides import load_overrides
from indexer.pipeline import READER_VERSION
from indexer.removed import load_removed
from indexer.speakers import load_speakers
from search.backends.base import Searcher
from search.backends.opening import open_reader
from search.builds import IndexStatus
from search.errors import IndexDamaged, NoIndex, OtherSchema
from search.settings import Settings
from search.speakers.table import SpeakerTable


def settings_for(index_dir: Path | None, engine: str = "whoosh") -> Settings:
    """Give the settings of the environment, with the index that was named. Raises UsageError."""
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    index = index_dir or settings.index
    if index.exists() and not index.is_dir():
        raise click.UsageError(f"The index is a folder, and “{index}” is a file.")
    return replace(settings, index=index, engine=engine)


def files_in(roots: Sequence[Path], base: Path | None, index: Path | None = None) -> tuple[SourcePath, ...]:
    """Give the article files in folders, and those that were named, but none of the index's own. Raises UsageError."""
    try:
        found = find_files(roots, base)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    aside = {root: path for root in roots if index and (path := _path_within(root, index))}
    return tuple(source for source in found if not source.path.startswith(aside.get(source.root, "/")))


def _path_within(root: Path, index: Path) -> str | None:
    """Give what the paths of an index's files begin with, if it lies in a folder of articles. Raises UsageError."""
    folder, home = index.resolve(), root.resolve()
    if folder == home:
        raise click.UsageError(f"“{root}” cannot be the folder of the articles and of the index.")
    return f"{folder.relative_to(home).as_posix()}/" if folder.is_relative_to(home) else None


def reading_settings(roots: Iterable[Path], base: Path | None, fast: bool) -> ReadingSettings:
    """Gather what the archive's own tables say of outlets and files."""
    homes = homes_of(roots, base)
    try:
        return ReadingSettings(outlets=load_outlets(homes), overrides=load_overrides(homes), fast=fast)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def taken_out_by(roots: Iterable[Path], base: Path | None) -> dict[str, str]:
    """Give the ids of articles that are not to be held, each with its reason. Raises UsageError."""
    try:
        return load_removed(homes_of(roots, base))
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def homes_of(roots: Iterable[Path], base: Path | None) -> tuple[Path, ...]:
    """Give the folders that the archive's own tables lie in: those for single files where they are relative to."""
    folders = [root if root.is_dir() else base or root.parent for root in roots]
    return tuple(dict.fromkeys([*([base] if base else []), *folders]))


def speakers_of(roots: Iterable[Path], base: Path | None) -> SpeakerTable:
    """Give what a librarian says of speakers. Raises UsageError."""
    try:
        return load_speakers(homes_of(roots, base))
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def archive_of(settings: Settings) -> Searcher | None:
    """Give the archive as it is indexed, None if there is no index."""
    try:
        return open_reader(settings).current()
    except NoIndex:
        return None


def live_index(settings: Settings) -> tuple[IndexStatus | None, bool]:
    """Give the live index's status, None if none can be read; and whether another version of the program made it.

    One that is damaged is left for a person to judge.
    """
    try:
        status = open_reader(settings).current().status()
    except OtherSchema:
        return None, True
    except IndexDamaged:
        raise
    except NoIndex:
        return None, False
    return status, status.report.reader != READER_VERSION
