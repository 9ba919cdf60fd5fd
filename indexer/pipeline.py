"""The loop over the corpus: compare digests, read what is new or changed, add, report.

One writer is fed by many readers. Articles are added as they come; those that several files hold (one address printed
twice) are settled at the end from all of their files, so that the order in which files are read changes nothing.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from indexer.files import SourcePath, digest_of
from indexer.outcomes import Outcome
from indexer.parsing.parsed import Unreachable, Unreadable
from indexer.plan import Plan, refuse_losses, refuse_removals
from indexer.printings import merge
from indexer.workers import read_all
from search.backends.base import Writer
from search.builds import BuildReport, IndexStatus, SkippedFile, SkippedPart
from search.documents import Article, SourceFile

Progress = Callable[[Iterable[Outcome], int, str], Iterable[Outcome]]
"""Wraps the outcomes of so many files, read for a purpose; it may show how far they have come.

A file is done with its outcome that is ``last``."""

SETTLED_AT_ONCE = 10_000
"""How many articles of contested addresses are held at a time, each with all that is printed under it."""

READER_VERSION = 20
"""Raised whenever the same file would be read, dated or attributed differently than before."""


_KEPT = "; what was read before is kept"


def silent(outcomes: Iterable[Outcome], total: int, purpose: str) -> Iterable[Outcome]:
    """Show nothing."""
    return outcomes


def build(
    sources: Iterable[SourcePath],
    writer: Writer,
    plan: Plan,
    previous: BuildReport | None = None,
    progress: Progress = silent,
) -> IndexStatus | None:
    """Bring an index up to date with its files, and publish it; None if it was up to date already.

    ``previous`` is the report of the build that ``writer`` begins from: it has the reasons for which unchanged files
    were skipped. A writer that begins empty makes this a rebuild. Raises Refused if too much of the archive has
    vanished, or if ``plan.strict`` and a file was skipped.
    """
    return _Build(tuple(sources), writer, plan, previous or BuildReport(), progress).run()


class _Build:
    """One build: which files hold which articles, and what became of each file."""

    def __init__(
        self,
        sources: tuple[SourcePath, ...],
        writer: Writer,
        plan: Plan,
        previous: BuildReport,
        progress: Progress,
    ) -> None:
        self.sources = {source.path: source for source in sources}
        self.writer, self.plan, self.progress = writer, plan, progress
        self.began = time.monotonic()
        self.known = dict(writer.files())
        self.holders: dict[str, set[str]] = defaultdict(set)
        self.added: set[str] = set()
        self.contested: set[str] = set()
        # Whether a file that could not be opened then can be opened now is found out anew.
        self.skipped = {
            file.path: file.reason
            for file in previous.skipped
            if file.path in self.known and not file.reason.endswith(_KEPT)
        }
        self.parts: dict[str, list[SkippedPart]] = defaultdict(list)
        for part in previous.parts:
            if part.path in self.known:
                self.parts[part.path].append(part)
        self.in_hand: dict[str, set[str]] = defaultdict(set)
        self.kept: dict[str, str] = {}
        self.read = 0
        self.previous = previous
        # Files that are read alone do not bring the whole table.
        self.taken_out = dict(plan.taken_out if plan.whole else {**(previous.taken_out or {}), **plan.taken_out})

    def run(self) -> IndexStatus | None:
        kept: dict[str, str] = {}
        changed = [source for source in self.sources.values() if self._is_changed(source, kept)]
        gone = [path for path in self.known if path not in self.sources] if self.plan.whole else []
        gone = self._without_unreachable(gone, kept)
        if not self.plan.allow_removals:
            refuse_removals(len(gone) + len(kept), len(self.known))
        self.kept = kept
        replaced = {source.path for source in changed}.union(gone)
        for path, (_, articles) in self.known.items():
            if path not in replaced:
                self._hold(path, articles)
        for path in replaced:
            self.skipped.pop(path, None)
            self.parts.pop(path, None)
        for outcome in self.progress(self._read(changed), len(changed), "Reading"):
            self._take(outcome)
        for path in gone:
            self.writer.forget_file(path)
        self._drop({id for path in replaced for id in self.known.get(path, ("", ()))[1]})
        self._settle()
        report = self._report(len(gone))
        if self.plan.strict:
            refuse_losses(report)
        same_speakers = self.plan.speakers.digest == self.previous.speaker_table
        same_tables = same_speakers and self.taken_out == (self.previous.taken_out or {})
        if self.known and not (gone or report.read) and report.skipped == self.previous.skipped and same_tables:
            return None
        return self.writer.publish(report, corpus_digest(self.writer.files()), self.plan.speakers)

    def _is_changed(self, source: SourcePath, kept: dict[str, str]) -> bool:
        """Say whether a file is to be read; one that was read before and cannot be opened now goes into ``kept``."""
        if source.path not in self.known or not self.taken_out.keys().isdisjoint(self.known[source.path][1]):
            return True
        try:
            return digest_of(source, self.plan.limits.file_bytes) != self.known[source.path][0]
        except Unreachable as error:
            if not self.known[source.path][1]:
                return True
            kept[source.path] = f"{error.reason}{_KEPT}"
            return False
        except Unreadable:
            return True

    def _without_unreachable(self, gone: list[str], kept: dict[str, str]) -> list[str]:
        """Files below a folder that cannot be opened are not gone: they are kept as they are."""
        folders = tuple(f"{source.path}/" for source in self.sources.values() if os.path.isdir(source.absolute))
        below = {path for path in gone if folders and ("./" in folders or path.startswith(folders))}
        kept.update(dict.fromkeys(below, f"its folder cannot be read{_KEPT}"))
        return [path for path in gone if path not in below]

    def _read(self, sources: list[SourcePath]) -> Iterator[Outcome]:
        jobs = max(1, min(self.plan.jobs, len(sources)))
        return read_all(sources, self.plan.settings, self.plan.limits, jobs)

    def _hold(self, path: str, articles: Iterable[str]) -> None:
        for id in articles:
            self.holders[id].add(path)

    def _take(self, outcome: Outcome) -> None:
        """Take a batch of a file's articles; with the last one, note what became of the file."""
        path = outcome.source.path
        self.parts[path] += outcome.parts
        for article in outcome.articles:
            if article.id in self.taken_out:
                continue
            if self.holders[article.id] or article.id in self.added:
                self.contested.add(article.id)
            else:
                self.writer.add(article)
                self.added.add(article.id)
            self._hold(path, [article.id])
            self.in_hand[path].add(article.id)
        if outcome.last:
            ids = self.in_hand.pop(path, set())
            self.writer.note_file(SourceFile(path, outcome.digest), tuple(sorted(ids)))
            if outcome.error is None:
                self.read += 1
            else:
                self.skipped[path] = outcome.error

    def _drop(self, lost: set[str]) -> None:
        """Take out the articles that no file holds any more; settle those that fewer files hold than before."""
        for id in sorted(lost):
            if not self.holders[id]:
                self.writer.remove(id)
            elif id not in self.added:
                self.contested.add(id)

    def _settle(self) -> None:
        """Read again every file that holds a contested article, and make one article of all that they print."""
        # In the order of their files, so that few files are read more than once.
        ordered = sorted(self.contested, key=lambda id: (min(self.holders[id]), id))
        for start in range(0, len(ordered), SETTLED_AT_ONCE):
            self._settle_some(frozenset(ordered[start : start + SETTLED_AT_ONCE]))

    def _settle_some(self, contested: frozenset[str]) -> None:
        paths = sorted({path for id in contested for path in self.holders[id]})
        sources = [source for path in paths if (source := self.sources.get(path))]
        printed: dict[str, list[Article]] = defaultdict(list)
        unread = set(paths)
        for outcome in self.progress(self._read(sources), len(sources), "Settling addresses printed twice"):
            for article in outcome.articles:
                if article.id in contested:
                    printed[article.id].append(article)
            if outcome.last and outcome.digest and outcome.error is None:
                unread.discard(outcome.source.path)
        for id in sorted(printed):
            self.writer.add(merge(printed[id]))
        self._note_unread(unread)

    def _note_unread(self, paths: Iterable[str]) -> None:
        """Without a digest, files that could not be read to settle what they print are read as soon as they can be."""
        known = self.writer.files()
        for path in paths:
            self.writer.note_file(SourceFile(path, ""), known[path][1])

    def _report(self, gone: int) -> BuildReport:
        found = len(self.sources.keys() | (self.kept.keys() if self.plan.whole else self.known.keys()))
        self.skipped.update(self.kept)
        return BuildReport(
            found=found,
            read=self.read,
            unchanged=found - self.read - len(self.skipped),
            removed=gone,
            skipped=tuple(SkippedFile(path, self.skipped[path]) for path in sorted(self.skipped)),
            parts=tuple(part for path in sorted(self.parts) for part in self.parts[path]),
            seconds=round(time.monotonic() - self.began, 2),
            reader=READER_VERSION,
            taken_out=self.taken_out,
        )


def corpus_digest(files: Mapping[str, tuple[str, tuple[str, ...]]]) -> str:
    """Give the SHA-256 of the paths and digests of all files, in order: the same for the same corpus anywhere."""
    lines = (f"{path}\0{files[path][0]}\n" for path in sorted(files))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
