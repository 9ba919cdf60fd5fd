"""Names that stand beside the words that say who spoke, and names that somebody gives himself."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name if s.speaker else None for s in attribute(article(text, headline=""))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("One of its authors, Prof. Len Pruitt, said the dam leaks.", "Len Pruitt"),
        ("One of the jurors, Len Pruitt, said the dam leaks.", "Len Pruitt"),
        ("The mayor of Corbin, Len Pruitt, said the dam leaks.", "Len Pruitt"),
        ("The director of the Corbin Bureau of Bridges and Canals, Len Pruitt, said the dam leaks.", "Len Pruitt"),
        ("The applicant, Len Pruitt of Pruitt Holdings LLC, said the dam leaks.", "Len Pruitt"),
        ("The mother, L.P., said the dam leaks.", "L.P"),
        ("The insurer, Rill Crop Insurance, said the dam leaks.", "Rill Crop Insurance"),
        ("The mayor of Corbin, Ohio, said the dam leaks.", None),
        ("The mayor, Len Pruitt’s uncle, said the dam leaks.", None),
        ("The mayor of Corbin said, Len Pruitt left.", None),
        ("Mayor and Senate hopeful Len Pruitt said the dam leaks.", "Len Pruitt"),
        ("State Rep. and former miller Len Pruitt said the dam leaks.", "Len Pruitt"),
        ("A miller and Len Pruitt’s sister said the dam leaks.", None),
        ("Speaker of the House Rep. Len Pruitt said the dam leaks.", "Len Pruitt"),
        ("The president of the Senate Len Pruitt said the dam leaks.", "Len Pruitt"),
        ("Corbin school reporting director Len Pruitt said the dam leaks.", "Len Pruitt"),
        ("Former State policy planning director Len Pruitt said the dam leaks.", "Len Pruitt"),
    ],
)
def test_a_name_in_apposition(text: str, name: str | None) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It leaks,” said Moss ally Len Pruitt.", "Len Pruitt"),
        ("“It leaks,” said Moss co-host Len Pruitt.", "Len Pruitt"),
        ("“It leaks,” said Moss’s neighbor and friend Len Pruitt.", "Len Pruitt"),
        ("“It leaks,” said Moss’ oldest friend and business partner, Len Pruitt.", "Len Pruitt"),
        ("“It leaks,” said Moss. Len Pruitt left.", "Moss"),
        ("“It leaks,” said Moss beside Len Pruitt.", "Moss"),
        ("“It leaks,” said Moss although Len Pruitt had mended it.", "Moss"),
        ("“It leaks,” said Moss, holding Len Pruitt by the arm.", "Moss"),
        ("The state Health Department said the dam leaks.", "Health Department"),
        ("The county’s Department of Bridges, which built it, said the dam leaks.", "Department of Bridges"),
        ("“It leaks,” read the note, which was attributed to manager Len Pruitt.", "Len Pruitt"),
    ],
)
def test_words_before_a_name_say_whose_or_of_what_it_is(text: str, name: str) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a man who gave his name only as Pip", "Pip"),
        ("a woman who gave her name as Nell Pruitt", "Nell Pruitt"),
        ("a juror who asked to be called only Nell", "Nell"),
        ("a juror later identified as Nell Pruitt", "Nell Pruitt"),
        ("a man who goes by Pip", "Pip"),
        ("a man who gave only his first name, Pip", "Pip"),
        ("a man, identified by just his last name, Pruitt", "Pruitt"),
        ("a group that calls itself Rill Water", "Rill Water"),
        ("a juror who sat by Nell Pruitt", None),
        ("a man who called her Nell", None),
        ("ferrymen who hid the stowaway, later identified as Pip", None),
    ],
)
def test_a_name_that_somebody_gives_himself(source: str, name: str | None) -> None:
    assert speakers(f"“It leaks,” said {source}.")[0] == name


def test_who_gives_himself_a_name_is_a_person() -> None:
    said = attribute(article("“It leaks,” said a man who goes by Pip.", headline=""))
    assert [s.speaker.type for s in said if s.speaker] == ["person"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Len Hale texted a friend that he was “done,” according to court papers.", "court papers"),
        ("According to tax filings, Len Hale sold the mill.", "tax filings"),
        ("Len Hale sold the mill, according to emails obtained by the Ledger.", "the Ledger"),
    ],
)
def test_what_something_is_told_according_to_may_have_no_article(text: str, source: str) -> None:
    found = attribute(article(text, headline=""))
    assert [s.source.text for s in found if s.source and s.cue and s.cue.text.lower() == "according"] == [source]
