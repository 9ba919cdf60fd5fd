"""How our own measures grow with the archive: a table and a drawing.

    python -m benchmarks.growth [--size 2000]… [--keep FOLDER] [--docs]

Each size is built and asked in processes of its own. With ``--docs`` the table goes into docs/performance.md, and the
drawing into docs/images/growth.svg.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from benchmarks.measure import Built, Cold, build_all, cold_all, home, in_own_process
from benchmarks.pages import DOCS, PERFORMANCE, write_section
from benchmarks.plot import Curve, draw
from benchmarks.questions import questions
from benchmarks.tables import percentile, table
from search.query.request import COLLECTIONS, Collection

_OURS = "On the Record"
_MB = 1 << 20
DRAWING = DOCS / "images" / "growth.svg"


@dataclass(frozen=True, slots=True)
class Grown:
    """What an archive of a size costs: its index, and each question's milliseconds of CPU for a whole page.

    ``pages`` are of articles, ``statements`` of statements.
    """

    articles: int
    built: Built
    pages: tuple[float, ...]
    statements: tuple[float, ...]
    cold: Cold


@click.command()
@click.option("--size", "sizes", multiple=True, type=int, default=(2_000, 20_000), show_default=True, help="Articles.")
@click.option("--of-each", default=20, show_default=True, help="Questions of each category.")
@click.option("--rounds", default=3, show_default=True, help="How often each question is asked.")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Keep the indexes here; use them again.")
@click.option("--docs", is_flag=True, help="Write the table and the drawing into the documentation.")
def main(sizes: tuple[int, ...], of_each: int, rounds: int, keep: Path | None, docs: bool) -> None:
    """Measure and print."""
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        grown = [measure(folder / f"{size}", size, of_each, rounds) for size in sorted(sizes)]
    click.echo(growth_table(grown))
    if docs:
        DRAWING.write_text(draw("What grows with the archive", curves(grown)), encoding="utf-8")
        write_section(PERFORMANCE, "growth", f"{growth_table(grown)}\nLoad of the machine: {os.getloadavg()[0]:.0f}.\n")


def measure(folder: Path, size: int, of_each: int, rounds: int) -> Grown:
    """Build an archive of a size, unless it is there, and ask it."""
    folder.mkdir(parents=True, exist_ok=True)
    built = build_all(folder, [_OURS], size)[_OURS]
    pages, statements = (in_own_process(_pages, folder, of_each, rounds, one) for one in COLLECTIONS)
    return Grown(size, built, pages, statements, cold_all(folder, [_OURS])[_OURS])


def _pages(folder: Path, of_each: int, rounds: int, collection: Collection) -> tuple[float, ...]:
    from benchmarks.peers.ours import ENGINE  # not above: what is opened anew imports it while the clock runs

    opened = ENGINE.open(home(folder, _OURS))
    asked = questions(of_each)
    for question in asked[::7]:
        opened.page(question, collection)
    return tuple(_median_time(partial(opened.page, question, collection), rounds) for question in asked)


def _median_time(ask: Callable[[], int], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        ask()
        taken.append(1000 * (time.process_time() - began))
    return statistics.median(taken)


def growth_table(grown: Sequence[Grown]) -> str:
    """Say what each size costs."""
    rows = [
        ("indexing: articles per CPU s", [f"{one.articles / one.built.cpu:.0f}" for one in grown]),
        ("indexing: most memory, MB", [f"{one.built.memory / _MB:.0f}" for one in grown]),
        ("index: kB an article", [f"{one.built.size / one.articles / 1024:.1f}" for one in grown]),
        ("update of 100 articles, CPU s", [f"{one.built.update_cpu:.2f}" for one in grown]),
        ("whole page: median, ms", [f"{statistics.median(one.pages):.2f}" for one in grown]),
        ("whole page: 95th percentile, ms", [f"{percentile(one.pages, 0.95):.2f}" for one in grown]),
        ("page of statements: median, ms", [f"{statistics.median(one.statements):.2f}" for one in grown]),
        ("page of statements: 95th percentile, ms", [f"{percentile(one.statements, 0.95):.2f}" for one in grown]),
        ("open and first page, ms", [f"{one.cold.first:.0f}" for one in grown]),
        ("own memory after searches, MB", [f"{(one.cold.memory or 0) / _MB:.0f}" for one in grown]),
    ]
    return table(("articles", *(f"{one.articles:,}" for one in grown)), [(name, *cells) for name, cells in rows])


def curves(grown: Sequence[Grown]) -> list[Curve]:
    """Give the measures that are drawn."""
    return [
        Curve("Indexing, CPU ms an article", {one.articles: 1000 * one.built.cpu / one.articles for one in grown}),
        Curve("Indexing, most memory, MB", {one.articles: one.built.memory / _MB for one in grown}),
        Curve("Update of 100, CPU s", {one.articles: one.built.update_cpu for one in grown}),
        Curve("Whole page, median, CPU ms", {one.articles: statistics.median(one.pages) for one in grown}),
        Curve("Open and first page, CPU ms", {one.articles: one.cold.first for one in grown}),
        Curve("Own memory, MB", {one.articles: (one.cold.memory or 0) / _MB for one in grown}),
    ]


if __name__ == "__main__":
    main()
