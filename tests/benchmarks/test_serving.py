"""The site, asked over HTTP by several clients at once."""

from __future__ import annotations

from pathlib import Path

from benchmarks.engines import load_engine
from benchmarks.processes import Memory
from benchmarks.serving import Served, ask, paths, serving, serving_table
from benchmarks.synthetic import articles


def test_no_search_is_asked_twice() -> None:
    asked = paths(100)

    assert len(asked) == len(set(asked)) == 100
    assert {"sort=newest" in path for path in asked} == {True, False}


def test_every_client_is_answered(tmp_path: Path) -> None:
    load_engine("On the Record").build(tmp_path, [lambda: list(articles(20))])
    asked = paths(12)

    with serving(tmp_path) as (port, server):
        served = ask(port, server, asked, 2)
        refused = ask(port, server, ["/search?q=("], 1)

    assert (served.clients, len(served.times), served.failed) == (2, 12, 0)
    assert refused.failed == 1


def test_the_table_says_what_clients_saw() -> None:
    text = serving_table([Served(16, (10.0, 20.0, 30.0), 1, 0.5, 0.03)], Memory(3, 100 << 20, 50 << 20))

    assert "| 16 | 20.0 | 30.0 | 6 | 10.0 | 1 |" in text
    assert "3 server processes: 100 MB their own, 50 MB of mapped files" in text
