"""Files read side by side in worker processes that cannot hang or bloat the build.

Each worker has a pipe of its own and one file in flight; the articles of a file come in batches, so that an archive of
many is never held whole. The parent keeps the deadlines: a worker that says nothing for too long, or that dies, is
killed and replaced, and what it had not yet handed over is skipped by name. The operating system bounds its memory.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess

from indexer.articles import ReadingSettings
from indexer.batches import THE_REST, Limits, Outcome, read_file
from indexer.files import SourcePath
from search.results import SkippedPart


def read_all(sources: Iterable[SourcePath], settings: ReadingSettings, limits: Limits, jobs: int) -> Iterator[Outcome]:
    """Read files in ``jobs`` processes and give their outcomes as they come: for each file any number, then its last.

    The outcomes of one file keep their order; those of different files may come in between.
    """
    pool = _Pool(settings, limits)
    try:
        waiting = iter(sources)
        for source in _first(waiting, jobs):
            pool.give(pool.hire(), source)
        while pool.busy:
            for worker, outcome in pool.heard():
                following = next(waiting, None) if outcome.last else None
                if following is not None:
                    pool.give(worker if worker.process.is_alive() else pool.hire(), following)
                yield outcome
    finally:
        pool.close()


def _first(sources: Iterator[SourcePath], count: int) -> list[SourcePath]:
    return [source for _, source in zip(range(count), sources, strict=False)]


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the parent's end of its pipe, what it is at, and whether it has handed over articles of it."""

    process: BaseProcess
    pipe: Connection
    source: SourcePath | None = None
    deadline: float = 0.0
    has_given: bool = False


@dataclass(slots=True)
class _Pool:
    """The workers, and which of them have a file in hand."""

    settings: ReadingSettings
    limits: Limits
    context: ForkServerContext = field(default_factory=lambda: multiprocessing.get_context("forkserver"))
    workers: list[_Worker] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.set_forkserver_preload(["indexer.articles", "indexer.attribution.attribute", "indexer.models"])

    @property
    def busy(self) -> list[_Worker]:
        return [worker for worker in self.workers if worker.source]

    def hire(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_work, args=(theirs, self.settings, self.limits), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def give(self, worker: _Worker, source: SourcePath) -> None:
        worker.source, worker.deadline = source, time.monotonic() + self.limits.seconds
        worker.has_given = False
        worker.pipe.send(source)

    def heard(self) -> Iterator[tuple[_Worker, Outcome]]:
        """Wait until a worker has something to say or a deadline has passed; give what each has to say."""
        soonest = min(worker.deadline for worker in self.busy) - time.monotonic()
        ready = set(wait([worker.pipe for worker in self.busy], max(0.0, soonest)))
        now = time.monotonic()
        for worker in self.busy:
            if worker.pipe in ready:
                yield worker, self._received(worker)
            elif worker.deadline <= now:
                yield worker, self._stopped(worker, f"took longer than {self.limits.seconds:g} seconds; stopped")

    def _received(self, worker: _Worker) -> Outcome:
        try:
            outcome: Outcome = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(1.0)
            return self._stopped(worker, f"ended its reader ({_ending(worker.process.exitcode)})")
        worker.has_given |= bool(outcome.articles)
        worker.deadline = time.monotonic() + self.limits.seconds
        if outcome.last:
            worker.source = None
        return outcome

    def _stopped(self, worker: _Worker, reason: str) -> Outcome:
        """What a worker has handed over stays; the file has no digest, so that the next update tries it again."""
        source = worker.source
        assert source is not None
        self._dismiss(worker)
        if worker.has_given:
            return Outcome(source, "", parts=(SkippedPart(source.path, THE_REST, reason),))
        return Outcome(source, "", error=reason)

    def _dismiss(self, worker: _Worker) -> None:
        worker.source = None
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)

    def close(self) -> None:
        for worker in list(self.workers):
            self._dismiss(worker)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit {code}"


def _work(pipe: Connection, settings: ReadingSettings, limits: Limits) -> None:
    """A worker's life: a file in, its outcomes out, until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    try:
        while True:
            for outcome in read_file(pipe.recv(), settings, limits):
                pipe.send(outcome)
    except (EOFError, ConnectionError):
        return  # the parent is gone, or has no more for us
