"""``make bench``: build and search a made-up archive with every engine that is installed, and print the tables.

    python -m benchmarks [--articles 20000] [--of-each 20] [--engine NAME]… [--keep FOLDER] [--docs]

Times are of the process's own CPU, so that other work on the machine counts less; each question is asked of every
engine in turn, round after round, and its median counts. Totals are compared: nobody wins by finding less. With
``--docs`` the tables go into docs/performance.md, in the place of those of the same number of articles.
"""

from __future__ import annotations

import contextlib
import os
import platform
import tempfile
from pathlib import Path

import click

from benchmarks.engines import ENGINES
from benchmarks.measure import build_all, cold_all, in_own_process, is_installed, search_all
from benchmarks.pages import PERFORMANCE, has_section, write_section
from benchmarks.questions import questions
from benchmarks.reading import reading_rates
from benchmarks.tables import building_table, reading_table, searching_table, totals_note


@click.command()
@click.option("--articles", default=20_000, show_default=True, help="Size of the archive.")
@click.option("--of-each", default=20, show_default=True, help="Questions of each category.")
@click.option("--rounds", default=5, show_default=True, help="How often each question is asked.")
@click.option("--engine", "engines", multiple=True, type=click.Choice([*ENGINES]), help="Only these engines.")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Keep the indexes here; use them again.")
@click.option("--docs", is_flag=True, help="Write the tables into the documentation.")
def main(articles: int, of_each: int, rounds: int, engines: tuple[str, ...], keep: Path | None, docs: bool) -> None:
    """Measure and print."""
    section = f"{articles} articles"
    if docs and not has_section(PERFORMANCE, section):
        raise click.UsageError(f"{PERFORMANCE.name} has no place for {articles:,} articles.")
    chosen = [name for name in engines or ENGINES if is_installed(name)]
    for name in engines or ENGINES:
        if name not in chosen:
            click.echo(f"{name} is not installed: left out.")
    parts = []

    def tell(text: str) -> None:
        parts.append(text)
        click.echo(text)

    tell(
        f"{platform.machine()}, Python {platform.python_version()}, {articles:,} articles, "
        f"{of_each} questions of each kind, {rounds} rounds, load of the machine {os.getloadavg()[0]:.0f}.\n"
    )
    tell(reading_table(in_own_process(reading_rates)))
    with contextlib.ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        tell(building_table(build_all(folder, chosen, articles), articles))
        asked = search_all(folder, chosen, questions(of_each), rounds)
        tell(searching_table(asked, cold_all(folder, chosen)))
        tell(totals_note(asked))
    if docs:
        write_section(PERFORMANCE, section, "\n".join(parts))


if __name__ == "__main__":
    main()
