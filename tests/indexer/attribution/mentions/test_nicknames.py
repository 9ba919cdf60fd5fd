"""What somebody is called within the name is no part of it, and does not end it."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Robert “Bob” Hale", "Robert Hale"),
        ('Robert "Big Bob" Hale', "Robert Hale"),
        ("Robert (Bob) Hale", "Robert Hale"),
        ("Robert 'Bob' Hale", "Robert Hale"),
        ("Robert ‘Bob’ Hale", "Robert Hale"),
        ("Sen. John T. (Jay) Hale", "John T. Hale"),
        ("Sheriff Robert “Bob” Hale Jr.", "Robert Hale Jr."),
        ("Rep. C.L. “Butch” Hale", "C.L. Hale"),
        ("J.B. (Jim) Hale", "J.B. Hale"),
        ("Robert (R-Rill) Hale", "Hale"),
        ("Robert “no” Hale", "Hale"),
        ("Rill (Bob) Hale", "Hale"),
    ],
)
def test_a_name_goes_on_behind_a_nickname(printed: str, name: str) -> None:
    found = attribute(article(f"{printed} said that the road was shut."))
    assert [one.speaker.name for one in found if one.speaker][-1:] == [name]


def test_the_last_name_alone_and_the_nickname_mean_the_same() -> None:
    text = "Robert “Bob” Hale left early.\n\n“It is shut,” Hale said.\n\n“It is open,” Bob Hale said."
    speakers = [one.speaker for one in attribute(article(text))]
    assert len(speakers) == 2
    assert len({speaker.name for speaker in speakers if speaker}) == 1
