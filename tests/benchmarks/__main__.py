"""``make bench``: build a made-up archive, search it, and print how long each takes on this machine.

    python -m tests.benchmarks [ARTICLES]

Times are of the process's own CPU, in milliseconds, the median and the 95th percentile over the queries of a category,
each the median of five runs; "cold" is the first question to a searcher just opened.
"""

from __future__ import annotations

import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from indexer.articles import ReadingSettings
from indexer.batches import Limits, read_one
from indexer.files import find_files
from indexer.outlets import load_outlets
from search.backends.opening import open_reader, open_writer
from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import BuildReport
from search.service import SearchService
from search.settings import Settings
from tests.benchmarks.synthetic import articles, words
from tests.corpus_facts import CORPUS

ARTICLES, QUERIES, RUNS = 5_000, 12, 5


def requests() -> dict[str, list[SearchRequest]]:
    """Give the questions, by category; the same every time."""
    chance = random.Random("questions")
    vocabulary = words()
    common, middling, rare = vocabulary[:50], vocabulary[200:2000], vocabulary[5000:20000]

    def many(make: Callable[[], SearchRequest]) -> list[SearchRequest]:
        return [make() for _ in range(QUERIES)]

    pick = chance.choice
    return {
        "common word": many(lambda: SearchRequest(pick(common))),
        "rare word": many(lambda: SearchRequest(pick(rare))),
        "three words": many(lambda: SearchRequest(" ".join(chance.sample(common, 2)) + f" {pick(middling)}")),
        "either of three": many(lambda: SearchRequest(" OR ".join(chance.sample(middling, 3)))),
        "phrase": many(lambda: SearchRequest(f'"{pick(common)} {pick(common)}"')),
        "prefix": many(lambda: SearchRequest(f"{pick(middling)[:3]}*")),
        "by date": many(lambda: SearchRequest(pick(middling), dates=DateRange("2015", "2017"), sort="newest")),
        "by speaker": many(lambda: SearchRequest(pick(common), speakers=(f"ada-{vocabulary[100]}",))),
        "statements": many(lambda: SearchRequest(pick(middling), "statements")),
        "everything": [SearchRequest()],
    }


def main(count: int) -> None:
    """Measure and print."""
    print(f"{platform.machine()}, Python {platform.python_version()}, {count:,} articles\n")
    _reading()
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.from_environment({}), index=Path(folder))
        _building(settings, count)
        _searching(settings)
    print(f"\npeak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _reading() -> None:
    settings = ReadingSettings(outlets=load_outlets([CORPUS]))
    sources = find_files([CORPUS])
    read_one(sources[0], settings, Limits())
    for kind in (".txt", ".html"):
        chosen = [source for source in sources if source.path.endswith(kind)]
        began = time.process_time()
        for source in chosen:
            read_one(source, settings, Limits())
        rate = len(chosen) / (time.process_time() - began)
        print(f"read, date and attribute {kind:6} {rate:8.0f} files per CPU second")


def _building(settings: Settings, count: int) -> None:
    made = list(articles(count))
    began, wall = time.process_time(), time.perf_counter()
    with open_writer(settings, fresh=True) as writer:
        for article in made:
            writer.add(article)
        writer.publish(BuildReport(), "")
    spent, elapsed = time.process_time() - began, time.perf_counter() - wall
    size = sum(path.stat().st_size for path in settings.index.rglob("*") if path.is_file())
    print(f"index                        {count / spent:8.0f} articles per CPU second ({elapsed:.1f} s in all)")
    print(f"index on disk                {size / count / 1024:8.1f} kB an article\n")


def _searching(settings: Settings) -> None:
    began = time.process_time()
    service = SearchService(open_reader(settings).current)
    service.page(SearchRequest("ba"))
    print(f"open and first page, cold    {1000 * (time.process_time() - began):8.1f} ms\n")
    print(f"{'whole page, warm':18} {'median':>8} {'p95':>8}   hits")
    for name, asked in requests().items():
        times, totals = [], []
        for request in asked:
            totals.append(service.page(request).total)
            times.append(statistics.median(_timed(service, request) for _ in range(RUNS)))
        times.sort()
        p95 = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
        print(f"{name:18} {statistics.median(times):8.2f} {p95:8.2f}   {statistics.median(totals):.0f}")


def _timed(service: SearchService, request: SearchRequest) -> float:
    began = time.process_time()
    service.page(request)
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
