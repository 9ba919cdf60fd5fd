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
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector

from indexer.carrying import pack, unpack
from indexer.files import SourcePath
from indexer.forking import held_back, prepare_readers
from indexer.outcomes import THE_REST, Limits, Outcome, ReadingSettings
from search.builds import SkippedPart


def read_all(sources: Iterable[SourcePath], settings: ReadingSettings, limits: Limits, jobs: int) -> Iterator[Outcome]:
    """Read files in ``jobs`` processes and give their outcomes as they come: for each file any number, then its last.

    The outcomes of one file keep their order; those of different files may come in between.
    """
    prepare_readers()
    pool = _Pool(settings, limits)
    try:
        waiting = iter(sources)
        for source in islice(waiting, jobs):
            pool.hire(source)
        while pool.workers:
            for worker, outcome in pool.heard():
                if outcome.last:
                    pool.give(worker, next(waiting, None))
                yield outcome
    finally:
        pool.close()


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the parent's end of its pipe, what it is at, and whether it has handed over articles of it."""

    process: BaseProcess
    pipe: Connection
    source: SourcePath
    deadline: float
    has_given: bool = False


@dataclass(slots=True)
class _Pool:
    """The workers, each with a file in hand."""

    settings: ReadingSettings
    limits: Limits
    context: ForkServerContext = field(default_factory=lambda: multiprocessing.get_context("forkserver"))
    workers: list[_Worker] = field(default_factory=list)
    selector: DefaultSelector = field(default_factory=DefaultSelector)

    def hire(self, source: SourcePath) -> None:
        """Begin a worker, with a file."""
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_work, args=(theirs, self.settings, self.limits), daemon=True)
        with held_back(signal.SIGINT, signal.SIGTERM):  # a reader that is told nothing more would complain
            process.start()
        theirs.close()
        worker = _Worker(process, ours, source, 0.0)
        self.workers.append(worker)
        self.selector.register(ours, EVENT_READ, worker)
        self._send(worker)

    def give(self, worker: _Worker, source: SourcePath | None) -> None:
        """Give a worker its next file, or another one in its place if it is no more; without a file it may go."""
        if source is None:
            self._dismiss(worker)
        elif worker in self.workers:
            worker.source, worker.has_given = source, False
            self._send(worker)
        else:
            self.hire(source)

    def _send(self, worker: _Worker) -> None:
        worker.deadline = time.monotonic() + self.limits.seconds
        try:
            worker.pipe.send_bytes(_packed_source(worker.source))
        except OSError:
            return  # it is no more, which is heard next

    def heard(self) -> Iterator[tuple[_Worker, Outcome]]:
        """Wait until a worker has something to say or a deadline has passed; give what each has to say."""
        soonest = min(worker.deadline for worker in self.workers) - time.monotonic()
        ready = {key.fd for key, _ in self.selector.select(max(0.0, soonest))}
        now = time.monotonic()
        for worker in list(self.workers):
            if worker.pipe.fileno() in ready:
                yield worker, self._received(worker)
            elif worker.deadline <= now:
                yield worker, self._stopped(worker, f"took longer than {self.limits.seconds:g} seconds; stopped")

    def _received(self, worker: _Worker) -> Outcome:
        try:
            outcome = Outcome(worker.source, *unpack(worker.pipe.recv_bytes()))
        except (EOFError, OSError):
            worker.process.join(1.0)
            return self._stopped(worker, f"ended its reader ({_ending(worker.process.exitcode)})")
        worker.has_given |= bool(outcome.articles)
        worker.deadline = time.monotonic() + self.limits.seconds
        return outcome

    def _stopped(self, worker: _Worker, reason: str) -> Outcome:
        """What a worker has handed over stays; the file has no digest, so that the next update tries it again."""
        self._dismiss(worker)
        if worker.has_given:
            return Outcome(worker.source, "", parts=(SkippedPart(worker.source.path, THE_REST, reason),))
        return Outcome(worker.source, "", error=reason)

    def _dismiss(self, worker: _Worker) -> None:
        if worker in self.workers:
            self.workers.remove(worker)
            self.selector.unregister(worker.pipe)
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()

    def close(self) -> None:
        """Let all workers go."""
        for worker in list(self.workers):
            self._dismiss(worker)
        self.selector.close()


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        return f"signal {signal.Signals(-code).name}"
    return f"exit {code}"


def _packed_source(source: SourcePath) -> bytes:
    # As plain text: paths take longer to be put together again than a short file takes to be read.
    return pack((str(source.root), source.path, str(source.absolute), source.refused))


def _source_of(packed: bytes) -> SourcePath:
    root, path, absolute, refused = unpack(packed)
    return SourcePath(Path(root), path, Path(absolute), refused)


def _work(pipe: Connection, settings: ReadingSettings, limits: Limits) -> None:
    """A worker's life: a file in, its outcomes out, until the parent hangs up."""
    from indexer.batches import read_file  # only here, so that the process that indexes loads no parser

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    try:
        while True:
            for outcome in read_file(_source_of(pipe.recv_bytes()), settings, limits):
                pipe.send_bytes(pack((outcome.digest, outcome.articles, outcome.error, outcome.parts, outcome.last)))
    except (EOFError, ConnectionError):
        return  # the parent is gone, or has no more for us
