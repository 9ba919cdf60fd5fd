"""Words that the subject of a sentence stands beside are not the subject's."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Attorney General Dana Nestor charged 16 people who signed paperwork falsely claiming that Dale Tripp had won.",
        "District Attorney Joe Dale received a letter claiming that the levee leaks.",
        "Attorney General Dana Nestor fined the firm for falsely claiming that its pills cure cancer.",
    ],
)
def test_what_a_paper_or_another_claims(text: str) -> None:
    found = attribute(article(text, headline=""))
    assert [one.speaker for one in found if one.cue and one.cue.text == "claiming"] in ([None], [])


def test_what_somebody_claims_himself() -> None:
    (found,) = attribute(article("Dana Nestor signed the paper, claiming that the levee leaks.", headline=""))
    assert found.speaker is not None
    assert found.speaker.name == "Dana Nestor"
