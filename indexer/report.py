"""What a build did, in words: every file counted, and each that was skipped with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from search.builds import BuildReport, IndexStatus, SkippedPart
from search.sentences import counted

LISTED = 20


def report_lines(status: IndexStatus) -> Iterator[str]:
    """Give the lines that a person reads after a build."""
    report = status.report
    rate = report.read / report.seconds if report.seconds else 0
    skipped = len(report.skipped)
    yield f"{counted(report.found, 'files')}: {report.read:,} read, {report.unchanged:,} unchanged, {skipped:,} skipped"
    if report.removed:
        were = "is gone and was" if report.removed == 1 else "are gone and were"
        yield f"{counted(report.removed, 'files')} {were} taken out"
    held = ((status.articles, "articles"), (status.statements, "statements"), (status.speakers, "speakers"))
    yield ", ".join(counted(count, things) for count, things in held)
    yield f"{status.undated:,} undated, {report.without_speakers:,} in which no speaker is sure"
    if report.excerpts:
        yield f"{report.excerpts:,} of which the files hold only an excerpt"
    if report.dated_by:
        ways = sorted(report.dated_by.items(), key=lambda way: (-way[1], way[0]))
        yield "dated by " + ", ".join(f"{way} {count:,}" for way, count in ways)
    if report.taken_out:
        are = "is" if len(report.taken_out) == 1 else "are"
        yield f"{counted(len(report.taken_out), 'articles')} {are} taken out for good by removed.toml"
    yield from report.speaker_notes
    yield from skipped_lines(report)
    read = f", {rate:,.0f} files a second" if rate >= 1 else ""
    yield f"generation {status.generation}, {report.seconds:,.1f} s{read}"


def unchanged_lines(status: IndexStatus) -> Iterator[str]:
    """Give the lines that a person reads where there was nothing to do: what is skipped is so still."""
    yield "The index is up to date."
    if not status.report.is_complete:
        yield from skipped_lines(status.report)


def skipped_lines(report: BuildReport) -> Iterator[str]:
    """Give the reasons for which files and parts of files were skipped, most frequent first, and the first by name."""
    for reason, count in Counter(file.reason for file in report.skipped).most_common(LISTED):
        yield f"skipped {count:,}: {reason}"
    yield from _first(f"{file.path}: {file.reason}" for file in report.skipped)
    for reason, count in _by_reason(part for part in report.parts if part.part):
        yield f"left out of files, {count:,}: {reason}"
    yield from _first(f"{part.path}!{part.part}: {part.reason}" for part in report.parts if part.part)
    for reason, count in _by_reason(part for part in report.parts if not part.part):
        yield f"passed over {count:,}: {reason}"


def _by_reason(parts: Iterable[SkippedPart]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for part in parts:
        counts[part.reason] += part.count
    return counts.most_common(LISTED)


def _first(names: Iterable[str]) -> Iterator[str]:
    listed = list(names)
    yield from (f"  {name}" for name in listed[:LISTED])
    if len(listed) > LISTED:
        yield f"  … and {len(listed) - LISTED:,} more (`python -m indexer status --json` lists them all)"
