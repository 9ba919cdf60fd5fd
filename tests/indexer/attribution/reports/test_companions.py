"""Who speaks beside a name that only says whose he is, above all in headlines, which leave articles out."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article

STORY = "Mayor Ruth Hale met the board on Monday. Tom Bell, a farmer, was there. It rained in Alton."


def headline_speakers(headline: str) -> list[str | None]:
    found = attribute(article(STORY, headline=headline))
    return [s.speaker.name if s.speaker else None for s in found if s.field == "headline"]


@pytest.mark.parametrize(
    "headline",
    [
        "Former Hale aide says levee will hold",
        "Former Hale Aide Says Levee Will Hold",
        "Ruth Hale Ally Praises Levee Plan",
        "Hale Spokesman Says Levee Will Hold",
        "Hale Murder Suspect Says He Is Sorry",
        "Hale Trial Juror Says Levee Will Hold",
        "Ex-Hale Aide Says Levee Will Hold",
        "Hale pick for clerk says she will quit",
        "Bell Family Says He Is Innocent",
        "Bell's wife calls verdict ‘unfair’",
        "Daughter of Ruth Hale says levee will hold",
        "Attorney for Bell says he is innocent",
        "Alton Man Says Police Lied",
        "Rill County Sheriff Says Bell Fled",
        "Levee Foe Says Town Lied",
        "Juror Says Bell Lied",
        "'A miracle,' says Alton mother",
        "Hale, Bell say levee will hold",
    ],
)
def test_a_headline_that_names_nobody_who_speaks(headline: str) -> None:
    assert headline_speakers(headline) == [None]


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Hale says levee will hold", "Ruth Hale"),
        ("Mayor Hale Says Levee Will Hold", "Ruth Hale"),
        ("Hale further says levee will hold", "Ruth Hale"),
        ("Hale ally Tom Bell says levee will hold", "Tom Bell"),
        ("Levee Critic Tom Bell Says Town Lied", "Tom Bell"),
        ("“It Will Hold,” Hale Tells Board", "Ruth Hale"),
        ("Bell's letter calls for cuts", "Tom Bell"),
        ("‘It will hold,’ says Hale", "Ruth Hale"),
    ],
)
def test_a_headline_that_names_who_speaks(headline: str, name: str) -> None:
    assert headline_speakers(headline) == [name]


def test_whose_brother_speaks_does_not() -> None:
    assert headline_speakers("Bell's brother: ‘He never hurt anyone.’") in ([], [None])


def test_whoever_is_known_as_what_is_named_speaks() -> None:
    story = f"{STORY} Ann Moss was a pollster for Ruth Hale."
    found = attribute(article(story, headline="Former Hale pollster says levee will hold"))[0]
    assert found.speaker is None or found.speaker.name == "Ann Moss"
