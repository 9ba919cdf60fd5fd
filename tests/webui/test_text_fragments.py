"""Addresses of passages on other sites."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from webui.text_fragments import at_passage, web_host

PAGE = "https://ledger.example/a"


def test_a_short_passage_stands_whole() -> None:
    assert at_passage(PAGE, "a well-known, “quoted” & odd one") == (
        f"{PAGE}#:~:text=a%20well%2Dknown%2C%20%E2%80%9Cquoted%E2%80%9D%20%26%20odd%20one"
    )


def test_a_long_passage_stands_by_its_ends() -> None:
    words = [f"word{number}" for number in range(40)]
    start, end = at_passage(PAGE, " ".join(words)).partition("text=")[2].split(",")
    assert unquote(start).split() == words[:5]
    assert unquote(end).split() == words[-5:]


def test_an_anchor_makes_way() -> None:
    assert at_passage(f"{PAGE}#top", "a b") == f"{PAGE}#:~:text=a%20b"
    assert at_passage(PAGE, "  ") == PAGE


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.ledger.example/a", "ledger.example"),
        ("javascript:alert(1)", ""),
        ("http://[broken", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, host: str) -> None:
    assert web_host(url) == host
