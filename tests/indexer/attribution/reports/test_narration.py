"""Where the narrator goes on behind an infinitive, a gerund or a clause with "that"."""

from __future__ import annotations

import pytest

from indexer.attribution.reports.narration import before_narrator
from indexer.attribution.text.tokens import tokens_in


def content(text: str) -> str:
    """Give what is left of a content that "|" parts from the words up to its cue."""
    before, _, after = text.partition(" | ")
    whole = f"{before} {after}"
    tokens = tokens_in(whole, 0, len(whole))
    first = len(tokens_in(before, 0, len(before)))
    stop = before_narrator(tokens, first - 1, first, len(tokens))
    return whole[tokens[first].start : tokens[stop - 1].end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel plans | to tour the mill Friday and will vote in May", "to tour the mill Friday"),
        ("Bell agreed | to return the boat and faces 3 years in jail", "to return the boat"),
        ("Bell refused | to name the buyer but said it was a club", "to name the buyer"),
        ("Hale offered | to mend the nets and called the harbor office", "to mend the nets"),
        ("Hale hopes | to sail in June, and he has bought a tent", "to sail in June"),
        ("Hale asked them | not to swim there, but they did", "not to swim there"),
        ("The panel considered | raising the toll but decided last week to wait", "raising the toll"),
        ("Hale asked | that the vote be put off; nobody seconded it", "that the vote be put off"),
        ("Bell vowed | to keep the ferry and quickly praised the crew", "to keep the ferry"),
    ],
)
def test_another_finite_verb_is_the_narrators(text: str, expected: str) -> None:
    assert content(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bell wants | to mend the nets and put them in the loft",
        "Bell wants | to find the man who took the child in and gave her soup",
        "Bell wants | to have the pier scraped and painted by June",
        "Bell asked | to see the nets and lamps of the boat",
        "Bell pleaded guilty | to theft and attempted flight",
        "Bell said | that the pier was shut and would stay so",
        "Bell argued | that the pier was safe; that it was cheap",
        "Bell said | building costs rose and will rise again",
        "Bell plans | to",
    ],
)
def test_what_belongs_to_the_content_stays(text: str) -> None:
    assert content(text) == text.partition(" | ")[2]
