"""Sentences that begin with "According to": whoever stands before the comma tells what follows."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article

CLAUSE = "Tyler Boggs, 34, of Dayton, threatened the clerk"


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the Orange County Sheriff’s Office", "Orange County Sheriff’s Office"),
        ("Sheriff Al Bond", "Al Bond"),
        ("police", None),
        ("a police report", None),
    ],
)
def test_who_is_told_of_is_no_source(source: str, speaker: str | None) -> None:
    (found,) = attribute(article(f"According to {source}, {CLAUSE}.", headline=""))
    assert found.text == CLAUSE
    assert found.source is not None
    assert found.source.text == source
    assert (found.speaker.name if found.speaker else None) == speaker


def test_one_of_a_list_is_a_source() -> None:
    (found,) = attribute(article("According to Al Bond, Ann Roy and Len Hale, the dam leaks.", headline=""))
    assert [who.name for who in found.speakers] == ["Al Bond", "Ann Roy", "Len Hale"]
