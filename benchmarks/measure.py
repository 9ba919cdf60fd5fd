"""Building and asking, timed: each engine builds in a process of its own, and all answer in one, in turn."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeVar

import click

from benchmarks.engines import Unanswerable, load_engine
from benchmarks.processes import memory, peak
from benchmarks.questions import Question, questions
from benchmarks.synthetic import articles
from search.documents import Article

BATCH, CHANGED = 1_000, 100
"""Articles that are made at once, and articles that an update replaces."""
_PER_KIB = 1 if sys.platform == "darwin" else 1024
Depth = Literal["top", "page"]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Built:
    """Seconds of CPU and of the clock, bytes on the disk, bytes of memory at most."""

    cpu: float
    wall: float
    size: int
    memory: int
    update_cpu: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to one engine: milliseconds of CPU by depth (the median of the rounds), and its total.

    An engine that has no means to answer has no times.
    """

    engine: str
    question: Question
    times: dict[Depth, float]
    total: int | None


@dataclass(frozen=True, slots=True)
class Cold:
    """Milliseconds of CPU to load an engine's code, and to open an index and give the first page.

    ``memory``: bytes of the process's own after all questions.
    """

    loading: float
    first: float
    memory: int | None


def is_installed(name: str) -> bool:
    """Say whether an engine can be imported."""
    try:
        load_engine(name)
    except ImportError:
        return False
    return True


def build_all(folder: Path, engines: Sequence[str], count: int) -> dict[str, Built]:
    """Build an index with each engine, in a folder of its own, unless one of this size is there."""
    found = {}
    for name in engines:
        known = home(folder, name).with_suffix(f".{count}.json")
        if not known.exists():
            _check_that_it_is_free(home(folder, name), count)
            known.write_text(json.dumps(asdict(in_own_process(_build, folder, name, count))))
        told = json.loads(known.read_text())
        found[name] = Built(*(told[part.name] for part in fields(Built)))
    return found


def search_all(folder: Path, engines: Sequence[str], asked: Sequence[Question], rounds: int) -> list[Asked]:
    """Ask every question of every engine, as often as there are rounds."""
    opened = {name: load_engine(name).open(home(folder, name)) for name in engines}
    answers = []
    for question in asked:
        times: dict[str, dict[Depth, list[float]]] = {name: defaultdict(list) for name in engines}
        totals: dict[str, int | None] = {}
        for turn in range(rounds):
            for at in range(len(engines)):
                name = engines[(at + turn) % len(engines)]
                try:
                    for depth, ask in (("top", opened[name].top), ("page", opened[name].page)):
                        began = time.process_time()
                        totals[name] = ask(question)
                        times[name][depth].append(1000 * (time.process_time() - began))  # type: ignore[index]
                except Unanswerable:
                    totals[name] = None
        for name in engines:
            medians = {depth: statistics.median(taken) for depth, taken in times[name].items()}
            answers.append(Asked(name, question, medians, totals[name]))
    return answers


def cold_all(folder: Path, engines: Sequence[str]) -> dict[str, Cold]:
    """Open each engine's index in a new process."""
    return {name: in_own_process(_open, folder, name) for name in engines}


def _check_that_it_is_free(into: Path, count: int) -> None:
    """Refuse to build where something is: an index of another size, or one that was not built to its end."""
    if not into.exists():
        return
    sizes = [int(path.suffixes[-2][1:]) for path in into.parent.glob(f"{into.name}.*.json") if path.stem[-1].isdigit()]
    of = " and ".join(f"{size:,}" for size in sorted(sizes))
    holds = f"an index of {of} articles, not of {count:,}" if sizes else "an index that was not built to its end"
    instead = "ask it for --articles " + " or ".join(map(str, sorted(sizes))) if sizes else "delete that"
    raise click.ClickException(f"{into} holds {holds}: {instead}, or keep this one in another folder.")


def home(folder: Path, name: str) -> Path:
    """Give the folder of an engine's index."""
    return folder / name.lower().replace(" ", "-")


def in_own_process(work: Callable[..., Result], *arguments: object) -> Result:
    """Run a function in a new process, so that neither memory nor caches of others count."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


class _Watch:
    """Counts time, but for what is spent on making the articles."""

    def __init__(self) -> None:
        self.cpu, self.wall = -time.process_time(), -time.perf_counter()

    def without(self, made: Callable[[], list[Article]]) -> list[Article]:
        """Make articles. Only this thread's time is left out: an engine's own threads may be at work meanwhile."""
        own, wall = time.thread_time(), time.perf_counter()
        batch = made()
        self.cpu -= time.thread_time() - own
        self.wall -= time.perf_counter() - wall
        return batch

    def stop(self) -> None:
        """Count no further."""
        self.cpu += time.process_time()
        self.wall += time.perf_counter()


def _build(folder: Path, name: str, count: int) -> Built:
    engine, into = load_engine(name), home(folder, name)
    into.mkdir(parents=True)
    building = _Watch()

    def made(first: int) -> list[Article]:
        return building.without(lambda: list(articles(min(BATCH, count - first), first)))

    engine.build(into, (partial(made, first) for first in range(0, count, BATCH)))
    building.stop()
    size = sum(path.stat().st_size for path in into.rglob("*") if path.is_file())
    memory = _peak_memory()
    step = max(1, count // CHANGED)
    changed = [_changed(article) for first in range(0, count, step) for article in articles(1, first)]
    updating = _Watch()
    engine.update(into, changed)
    updating.stop()
    return Built(building.cpu, building.wall, size, memory, updating.cpu)


def _changed(article: Article) -> Article:
    """Give an article with another headline, which no question finds or misses."""
    return replace(article, headline=f"{article.headline} xyzzyk")


def _open(folder: Path, name: str) -> Cold:
    asked = questions(3)
    import_module("search.service")  # what every program that searches has loaded, whatever the engine
    began = time.process_time()
    engine = load_engine(name)
    loaded = time.process_time()
    opened = engine.open(home(folder, name))
    opened.page(asked[0])
    answered = time.process_time()
    for question in asked:
        try:
            opened.page(question)
        except Unanswerable:
            continue
    return Cold(1000 * (loaded - began), 1000 * (answered - loaded), _own_memory())


def _peak_memory() -> int:
    return peak() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PER_KIB


def _own_memory() -> int | None:
    used = memory([os.getpid()])
    return used.own if used else None
