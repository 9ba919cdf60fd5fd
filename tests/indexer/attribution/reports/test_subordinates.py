"""Who speaks in a clause that only tells when or why somebody else spoke."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ruth Hale made a statement after the Department of Roads and Canals announced new, wider lanes.",
         "Department of Roads and Canals"),
        ("As Mayor Ruth Hale spoke with Roy, Deputy Tom Bell came and asked to see the levee.", "Tom Bell"),
        ("When Mayor Ruth Hale came home, she said that the levee leaks.", "Ruth Hale"),
        ("Mayor Ruth Hale left the hall after the vote and said that the levee leaks.", "Ruth Hale"),
        ("Mayor Ruth Hale sat down when the council met and asked that it vote.", "Ruth Hale"),
        ("Mayor Ruth Hale came from the courtroom vowing to mend the levee.", "Ruth Hale"),
        ("Mayor Ruth Hale left the hall because Tom Bell said the levee leaks.", "Tom Bell"),
        ("Mayor Ruth Hale said the levee leaks after she met Tom Bell.", "Ruth Hale"),
        ("Mayor Ruth Hale said as she left that the levee leaks.", "Ruth Hale"),
        ("Mayor Ruth Hale, in testimony before Congress said the levee leaks.", "Ruth Hale"),
        ("Mayor Ruth Hale, in a letter to the Rill County Council, says the levee leaks.", "Ruth Hale"),
        ("Last week in Moss, the Rill County Council said the levee leaks.", "Rill County Council"),
        ("The Rill Mill Company, which has not admitted fault, states that the levee leaks.", "Rill Mill Company"),
    ],
)  # fmt: skip
def test_who_speaks_beside_a_clause(text: str, name: str) -> None:
    found = [s.speaker.name for s in attribute(article(text, headline="")) if s.speaker]
    assert found == [name]


def test_whom_a_case_is_against_does_not_state_it() -> None:
    text = "The case against Ruth Hale, who has not admitted fault, states that Hale let the levee leak."
    assert [s.speaker for s in attribute(article(text, headline=""))] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ruth Hale opened a case after the lawyer handling the levee reported that it leaks.",
        "Mayor Ruth Hale had three messages from the rowers calling her “Captain” all day.",
    ],
)
def test_what_somebody_without_a_name_says_is_not_the_subjects(text: str) -> None:
    assert [s.speaker for s in attribute(article(text, headline=""))] == [None]
