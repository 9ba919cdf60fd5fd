"""Names of those whom a release tells to call, who are not the officer of the same last name below."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article


def speakers(text: str) -> set[str]:
    found = attribute(Article(id="contacts", key="contacts", files=(), headline="", text=text))
    return {statement.speaker.name for statement in found if statement.speaker}


@pytest.mark.parametrize("line", ["Contact: Ann Roy, 555-0101; Len Pruitt, 555-0102.", "Media Contact: Len Pruitt."])
def test_a_contact_is_not_the_senator(line: str) -> None:
    assert speakers(f"{line}\n\n“The ferry stays,” Senator Pruitt said on Monday.") == {"Pruitt"}


def test_a_contact_who_speaks_has_his_name() -> None:
    said = "“The ferry stays,” Pruitt said on Monday."
    assert speakers(f"Contact: Len Pruitt, 555-0102.\n\n{said}") == {"Len Pruitt"}


def test_contact_elsewhere_is_a_word() -> None:
    text = (
        "Contact between the two ended.\n\nSenator Len Pruitt came. “The ferry stays,” Senator Pruitt said on Monday."
    )
    assert speakers(text) == {"Len Pruitt"}
