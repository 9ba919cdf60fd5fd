"""How fast the site answers over HTTP: the server as it is started for use, and clients of our own on the same machine.

    python -m benchmarks.serving [--articles 20000] [--clients 16] [--requests 1000] [--keep FOLDER]

Every search is another one, so that nothing is answered from what is remembered. Times are of the clock, so they need
a machine without other work; the server's CPU time a request does not. Memory is of all server processes together.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.clients import HOST, PATIENCE, Client, ask_in_threads, prepare
from benchmarks.measure import build_all, home
from benchmarks.pages import PERFORMANCE, write_section
from benchmarks.peers.ours import as_request
from benchmarks.processes import Memory, cpu_seconds, family, memory
from benchmarks.questions import questions
from benchmarks.tables import percentile, table
from search.query.query_strings import to_query_string

_OURS = "On the Record"
_PROCESSES = 4
"""Processes that the clients are spread over: one could not ask fast enough."""


@dataclass(frozen=True, slots=True)
class Served:
    """What clients saw: each request's milliseconds, failures, seconds of the clock and of the server's CPU."""

    clients: int
    times: tuple[float, ...]
    failed: int
    seconds: float
    server: float | None


@click.command()
@click.option("--articles", default=20_000, show_default=True, help="Size of the archive.")
@click.option("--clients", default=16, show_default=True, help="Clients that ask at once.")
@click.option("--requests", default=1_000, show_default=True, help="Searches of one client, and of all of them.")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Keep the index here; use it again.")
@click.option("--docs", is_flag=True, help="Write the table into the documentation.")
def main(articles: int, clients: int, requests: int, keep: Path | None, docs: bool) -> None:
    """Measure and print."""
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        build_all(folder, [_OURS], articles)
        asked = paths(2 * requests + 2 * clients)
        port, server = stack.enter_context(serving(home(folder, _OURS)))
        warm, one, many = asked[: 2 * clients], asked[2 * clients : 2 * clients + requests], asked[-requests:]
        ask(port, server, warm, clients)
        served = [ask(port, server, one, 1), ask(port, server, many, clients)]
        used = memory(family(server))
    what = (
        f"{articles:,} articles, {len(one):,} and {len(many):,} searches, load of the machine {os.getloadavg()[0]:.0f}."
    )
    text = f"{serving_table(served, used)}\n{what}\n"
    click.echo(text)
    if docs:
        write_section(PERFORMANCE, "serving", text)


def paths(count: int) -> list[str]:
    """Give the addresses of so many searches, no two alike."""
    of_each = count // 8
    found: dict[str, None] = {}
    while len(found) < count:
        found = dict.fromkeys(f"/search?{to_query_string(as_request(one))}" for one in questions(of_each))
        of_each *= 2
    # Categories come one after the other: every n-th of them is a mixture.
    mixed = [path for first in range(of_each // 2) for path in [*found][first :: of_each // 2]]
    return mixed[:count]


@contextmanager
def serving(index: Path) -> Iterator[tuple[int, int]]:
    """Serve an index as it is served for use; give the port and the number of the process."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    told = {"ONTHERECORD_INDEX": str(index), "ONTHERECORD_HOST": HOST, "ONTHERECORD_PORT": str(port)}
    with subprocess.Popen([sys.executable, "-m", "webui"], env=os.environ | told, stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield port, server.pid
        finally:
            server.terminate()


def _wait(port: int) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with closing(Client(port)) as client:
                if client.get("/healthz"):
                    return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def ask(port: int, server: int, asked: Sequence[str], clients: int) -> Served:
    """Ask for addresses with so many clients at once, each of which asks for the next when it has its answer."""
    processes = min(clients, _PROCESSES)
    shares = [(port, asked[first::processes], clients // processes) for first in range(processes)]
    with multiprocessing.get_context("spawn").Pool(processes, prepare) as pool:
        pool.map(prepare, range(processes))
        used, began = cpu_seconds(family(server)), time.perf_counter()
        times = [one for share in pool.starmap(ask_in_threads, shares) for one in share]
        seconds = time.perf_counter() - began
        after = cpu_seconds(family(server))
    answered = tuple(one for one in times if one is not None)
    spent = after - used if used is not None and after is not None else None
    return Served(clients, answered, len(times) - len(answered), seconds, spent)


def serving_table(served: Sequence[Served], used: Memory | None) -> str:
    """Say what clients saw, and what memory the server's processes take."""
    rows = [
        (
            f"{one.clients}",
            *(f"{percentile(one.times, share):.1f}" for share in (0.5, 0.95)),
            f"{len(one.times) / one.seconds:.0f}",
            f"{1000 * one.server / len(one.times):.1f}" if one.server is not None else "–",
            f"{one.failed}",
        )
        for one in served
    ]
    heads = ("clients at once", "median, ms", "95th percentile, ms", "requests a second", "CPU a request, ms", "failed")
    text = table(heads, rows)
    if used:
        text += f"\nMemory of {used.processes} server processes: {used.own / 2**20:.0f} MB their own, "
        text += f"{used.mapped / 2**20:.0f} MB of mapped files, shared.\n"
    return text


if __name__ == "__main__":
    main()
