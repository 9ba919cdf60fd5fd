"""Firms called after two, or after a house."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.reading_entities import linked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quorle and Morva Inc moved. Quorle and Morva said so.", ["Quorle and Morva Inc"] * 2),
        ("Ellis Quorle and Sons moved. Ellis Quorle and Sons said so.", ["Ellis Quorle and Sons"] * 2),
        ("Ellis Quorle and Co moved. Quorle said so.", ["Ellis Quorle and Co"] * 2),
        ("Quorle Rope and Morva Corp moved.", ["Quorle Rope and Morva Corp"]),
        ("Ann Quorle and Morva Corp moved.", ["Ann Quorle", "Morva Corp"]),
        ("Dora’s Stores Inc moved.", ["Dora’s Stores Inc"]),
        ("Quorle Inc and Morva Inc moved.", ["Quorle Inc", "Morva Inc"]),
        ("NASA and Morva Inc moved.", ["NASA", "Morva Inc"]),
        ("Water & Morva said so.", ["Water & Morva"]),
        ("Quorle and Morva moved.", ["Quorle", "Morva"]),
        ("Quorle’s Rope Works Inc moved. Quorle’s said so.", ["Quorle’s Rope Works Inc"] * 2),
        ("The mayor of Quorle’s Rope Works Inc moved.", ["Quorle", "Rope Works Inc"]),
    ],
)
def test_the_name_of_a_firm(text: str, names: list[str]) -> None:
    assert [name for _, name in linked(text)] == names
