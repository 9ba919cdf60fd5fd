"""Files read side by side in worker processes that cannot hang or bloat the build.

Each worker has a pipe of its own and one file in flight. The parent keeps the deadlines: a worker that is late, or that
dies, is killed and replaced, and its file is skipped by name. Memory is bounded by the operating system.
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

from indexer.articles import ReadingSettings, read_articles
from indexer.files import MAX_BYTES, SourcePath, digest, read_bytes
from indexer.parsing.parsed import Unreadable
from search.documents import Article


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds of reading, bytes of the file, bytes of the worker's address space."""

    seconds: float = 60.0
    file_bytes: int = MAX_BYTES
    memory_bytes: int = 4 * 1024**3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: its articles, or the reason why there are none. ``digest`` is "" if it was not read."""

    source: SourcePath
    digest: str
    articles: tuple[Article, ...] = ()
    error: str | None = None


def read_one(source: SourcePath, settings: ReadingSettings, limits: Limits) -> Outcome:
    """Read a file in this process. No fault of the file's is raised: each becomes the outcome's ``error``."""
    found = ""
    try:
        data = read_bytes(source, limits.file_bytes)
        found = digest(data)
        return Outcome(source, found, read_articles(source, data, settings))
    except Unreadable as error:
        return Outcome(source, found, error=str(error))
    except MemoryError:
        return Outcome(source, found, error="needs more memory than a file may take")
    except RecursionError:
        return Outcome(source, found, error="nested too deeply")
    except Exception as error:  # a fault of ours in one file must not stop a build of 100,000; the report names it
        return Outcome(source, found, error=f"{type(error).__name__} while reading: {error}")


def read_all(sources: Iterable[SourcePath], settings: ReadingSettings, limits: Limits, jobs: int) -> Iterator[Outcome]:
    """Read files in ``jobs`` processes and give their outcomes as they come, one for each file."""
    pool = _Pool(settings, limits)
    try:
        waiting = iter(sources)
        for source in _first(waiting, jobs):
            pool.give(pool.hire(), source)
        while pool.busy:
            for worker, outcome in pool.finished():
                following = next(waiting, None)
                if following is not None:
                    pool.give(worker if worker.process.is_alive() else pool.hire(), following)
                yield outcome
    finally:
        pool.close()


def _first(sources: Iterator[SourcePath], count: int) -> list[SourcePath]:
    return [source for _, source in zip(range(count), sources, strict=False)]


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the parent's end of its pipe, and what it is at."""

    process: BaseProcess
    pipe: Connection
    source: SourcePath | None = None
    deadline: float = 0.0


@dataclass(slots=True)
class _Pool:
    """The workers, and which of them have a file in hand."""

    settings: ReadingSettings
    limits: Limits
    context: ForkServerContext = field(default_factory=lambda: multiprocessing.get_context("forkserver"))
    workers: list[_Worker] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.set_forkserver_preload(["indexer.articles", "indexer.attribution.attribute"])

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
        worker.pipe.send(source)

    def finished(self) -> Iterator[tuple[_Worker, Outcome]]:
        """Wait until a file is done or a deadline has passed; give what ended and who is free."""
        soonest = min(worker.deadline for worker in self.busy) - time.monotonic()
        ready = set(wait([worker.pipe for worker in self.busy], max(0.0, soonest)))
        now = time.monotonic()
        for worker in self.busy:
            assert worker.source is not None
            if worker.pipe in ready:
                yield worker, self._received(worker)
            elif worker.deadline <= now:
                yield worker, self._stopped(worker, f"took longer than {self.limits.seconds:g} seconds; stopped")

    def _received(self, worker: _Worker) -> Outcome:
        source = worker.source
        assert source is not None
        try:
            outcome: Outcome = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(1.0)
            return self._stopped(worker, f"ended its reader ({_ending(worker.process.exitcode)})")
        worker.source = None
        return outcome

    def _stopped(self, worker: _Worker, reason: str) -> Outcome:
        source = worker.source
        assert source is not None
        self._dismiss(worker)
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
    """A worker's life: a file in, its outcome out, until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    while True:
        try:
            source = pipe.recv()
        except EOFError:
            return
        pipe.send(read_one(source, settings, limits))
