"""Two persons with one last name, relatives who are named first, and who bears Mr. or Ms. beside a name."""

from __future__ import annotations

import pytest

from indexer.attribution import attribute
from search.documents import Article
from tests.indexer.attribution.reading_entities import analysis


def _persons(text: str) -> list[str]:
    return [entity.name for entity in analysis(text).entities if entity.type == "person"]


def _speakers(text: str) -> list[str | None]:
    found = attribute(Article("a", "a", (), "", text))
    return [statement.speaker.name if statement.speaker else None for statement in found]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Tom and Ida Bell left. Tom was tired.", {"Tom Bell", "Ida Bell"}),
        ("Brothers Tom and Jim Bell left. Tom was tired.", {"Tom Bell", "Jim Bell"}),
        ("Ida Bell and Tom left.", {"Ida Bell"}),
        ("Rep. Tom and Ida Bell left.", {"Ida Bell"}),
        ("Tom or Ida Bell left.", {"Ida Bell"}),
    ],
)
def test_the_first_of_two_has_the_last_name_too(text: str, persons: set[str]) -> None:
    assert {name for name in _persons(text) if " " in name} == persons


def test_his_brother_is_the_other_of_two() -> None:
    assert _speakers("Abel and Ned Bell run it. “It is old,” Ned Bell said. His brother said that it would stand.") == [
        "Ned Bell",
        "Abel Bell",
    ]


def test_who_after_a_place_is_whoever_comes_from_there() -> None:
    assert _speakers("Among them was Ida Bell of Gaskin, who testified that the bridge was shut.") == ["Ida Bell"]


@pytest.mark.parametrize("word", ["Four-time", "Second-year", "Two-term"])
def test_how_often_somebody_won_is_no_name(word: str) -> None:
    assert _speakers(f"{word} champion Ida Bell contended that the course was too long.") == ["Ida Bell"]


def test_a_nephew_with_a_first_name_alone_is_a_person() -> None:
    assert "Pravin" in _persons("Ida Bell left. Her nephew Pravin stayed.")


def test_mr_and_ms_of_one_last_name_are_two() -> None:
    text = "Temperance Bell died in May. Mr. Bell came in 1960. Ms. Bell plans to keep the shop. She said that it pays."
    speakers = _speakers(text)
    assert speakers
    assert "Temperance Bell" not in speakers
