"""How a build is to be done, and what it refuses to do."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from dataclasses import dataclass, field

from indexer.outcomes import Limits, ReadingSettings
from search.builds import BuildReport
from search.sentences import counted
from search.speakers.table import NO_TABLE, SpeakerTable

REMOVALS_ALLOWED = 0.1
"""The share of an archive's files that may vanish without a word: an unmounted disk looks like that."""


class Refused(Exception):
    """The build would do something that its user can hardly want; nothing was published."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a build is to be done. ``whole`` says that files which are not listed are gone.

    ``speakers`` is what the archive's own table says of who is who, ``taken_out`` which articles are not to be held.
    """

    settings: ReadingSettings = field(default_factory=ReadingSettings)
    limits: Limits = field(default_factory=Limits)
    jobs: int = 2
    whole: bool = True
    strict: bool = False
    allow_removals: bool = False
    speakers: SpeakerTable = NO_TABLE
    taken_out: Mapping[str, str] = field(default_factory=dict)


def refuse_removals(lost: int, known: int) -> None:
    """Raise Refused if more of the files that an index knows are lost than may vanish without a word."""
    if lost > REMOVALS_ALLOWED * known:
        are = "is" if lost == 1 else "are"
        raise Refused(
            f"{lost:,} of the {counted(known, 'files')} in the index {are} not there any more, or cannot be read. "
            "If that is meant, say --allow-removals; if this is another archive, rebuild; "
            "if a disk is not mounted, mount it and try again."
        )


def refuse_losses(report: BuildReport) -> None:
    """Raise Refused if a file, or a part of one, was skipped."""
    if report.skipped:
        first = report.skipped[0]
        skipped = counted(len(report.skipped), "files")
        raise Refused(f"{skipped} {_were(report.skipped)} skipped, the first {first.path}: {first.reason}")
    lost = [part for part in report.parts if part.part]
    if lost:
        first_lost = f"{lost[0].path}!{lost[0].part}: {lost[0].reason}"
        raise Refused(f"{counted(len(lost), 'parts')} of files {_were(lost)} skipped, the first {first_lost}")


def _were(things: Sized) -> str:
    return "was" if len(things) == 1 else "were"
