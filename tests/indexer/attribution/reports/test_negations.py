"""What somebody does not say, or may not have said, is never shown as said."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Bell left without saying that the dam was safe.",
        "Mayor Ann Bell stopped short of saying that the dam was safe.",
        "Mayor Ann Bell told no one that the dam was safe.",
        "Mayor Ann Bell told nobody that the dam was safe.",
        "If Mayor Ann Bell says that the dam was safe, the town will swim.",
        "Whether Mayor Ann Bell said the dam was safe is open.",
        "It was signed without Mayor Ann Bell saying that it was wrong.",
        "Mayor Ann Bell did not say that the dam was safe.",
    ],
)
def test_what_may_not_have_been_said_is_not_shown_as_said(text: str) -> None:
    assert not [one for one in attribute(article(text, headline="")) if one.attribution == "sure"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ann Bell said no one would swim there.",
        "“The dam is safe,” Mayor Ann Bell told no one in particular.",
        "Mayor Ann Bell told no one but her husband that she was ill.",
        "Mayor Ann Bell said, of the dam, that it was safe.",
    ],
)
def test_what_is_said_of_nobody_is_said(text: str) -> None:
    found = [one for one in attribute(article(text, headline="")) if one.attribution == "sure"]
    assert [one.speaker.name for one in found if one.speaker] == ["Ann Bell"]
