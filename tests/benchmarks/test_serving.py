"""The site, asked over HTTP by several clients at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.engines import load_engine
from benchmarks.processes import Memory
from benchmarks.serving import Served, ask, main, paths, serving, serving_table
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


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (
            ["on-the-record.20000.json", "on-the-record.20000.json.old"],
            "holds an index of 20,000 articles, not of 300: ask it for --articles 20000, "
            "or keep this one in another folder.",
        ),
        ([], "holds an index that was not built to its end: delete that, or keep this one in another folder."),
    ],
)
def test_a_folder_that_holds_another_index_is_left_as_it_is(tmp_path: Path, beside: list[str], told: str) -> None:
    held = tmp_path / "on-the-record"
    held.mkdir()
    for name in beside:
        (tmp_path / name).write_text("{}")

    answer = CliRunner().invoke(main, ["--keep", str(tmp_path), "--articles", "300"])

    assert (answer.exit_code, answer.output) == (1, f"Error: {held} {told}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["on-the-record", *beside])
