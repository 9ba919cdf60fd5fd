"""Whose mother or husband a person is said to be."""

from __future__ import annotations

import pytest

from indexer.attribution.phrases.kin import gender_of_kin
from tests.indexer.attribution.reading_entities import entity


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("His mother, Rosa Diaz, left.", {"mother"}),
        ("Her son Karl Diaz left.", {"son"}),
        ("Rosa Diaz, the boy’s mother, left.", {"mother"}),
        ("Rosa Diaz, mother of the boy, left.", {"mother"}),
        ("Rosa Diaz, who represents the mother, left.", set()),
        ("Rosa Diaz, a friend of the mother, left.", set()),
        ("Rosa Diaz left.", set()),
    ],
)
def test_kin(text: str, kin: set[str]) -> None:
    name = "Karl Diaz" if "Karl" in text else "Rosa Diaz"
    assert entity(text, name).titles & {"mother", "son"} == kin


def test_genders_of_kin() -> None:
    assert [gender_of_kin(word) for word in ("mother", "husband", "cousin", "mayor")] == ["f", "m", None, None]
