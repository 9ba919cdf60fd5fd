"""The table of outlets: found by domain, call sign or name."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.outlets import Outlet, load_outlets

TABLE = """
["elleryledger.example"]
name = "The Ellery Ledger"
zone = "America/Chicago"

[KQEL]
name = "Channel 6 News"
"""


def write(folder: Path, table: str) -> Path:
    (folder / "outlets.toml").write_text(table, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "url"),
    [
        (None, "https://www.elleryledger.example/2024/05/14/bond"),
        (None, "http://news.elleryledger.example:8080/bond"),
        ("The Ellery Ledger", None),
        ("ELLERY LEDGER", None),
        ("Another name", "https://elleryledger.example/bond"),
    ],
)
def test_an_outlet_is_found_by_its_address_or_its_name(tmp_path: Path, name: str | None, url: str | None):
    outlets = load_outlets([write(tmp_path, TABLE)])

    assert outlets.find(name, url) == Outlet("The Ellery Ledger", "America/Chicago")


@pytest.mark.parametrize("sign", ["KQEL", "kqel", "KQEL-TV"])
def test_a_station_is_found_by_its_call_sign(tmp_path: Path, sign: str):
    assert load_outlets([write(tmp_path, TABLE)]).find(sign, None) == Outlet("Channel 6 News")


@pytest.mark.parametrize(
    ("name", "url"), [(None, None), ("Ellery", None), (None, "https://ledger.example/"), ("A", "http://[")]
)
def test_what_is_not_in_the_table_is_not_found(tmp_path: Path, name: str | None, url: str | None):
    assert load_outlets([write(tmp_path, TABLE)]).find(name, url) is None


def test_the_names_that_a_line_may_have(tmp_path: Path):
    assert load_outlets([write(tmp_path, TABLE)]).names == {"the ellery ledger", "ellery ledger", "channel 6 news"}


def test_an_archive_without_a_table_knows_no_outlet(tmp_path: Path):
    assert load_outlets([tmp_path]).find("KQEL", None) is None


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("[KQEL]\nzone = 'America/Chicago'", "has no name"),
        ("[KQEL]\nname = 'A'\nzone = 'Ellery'", "time zone that is not known"),
        ("KQEL = 6", "has no name"),
        ("[KQEL", "outlets.toml"),
    ],
)
def test_a_bad_table_is_refused_with_what_is_wrong(tmp_path: Path, table: str, problem: str):
    with pytest.raises(ValueError, match=problem):
        load_outlets([write(tmp_path, table)])
