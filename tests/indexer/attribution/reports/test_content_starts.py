"""What is said begins with the preposition that belongs to it: "said about 40 people fled", "at least two left"."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Statement
from tests.builders import article


def only(text: str) -> Statement:
    (found,) = attribute(article(text, headline=""))
    return found


@pytest.mark.parametrize(
    "content",
    [
        "about 40 people were hurt",
        "around 300 homes lost power",
        "up to 40 people were hurt",
        "at least two people were hurt",
        "at most a third of them were hurt",
        "over half of the homes lost power",
        "between 300 and 400 homes lost power",
        "about 24,000 people qualify",
        "for the first time in a decade, the town has money",
    ],
)
def test_how_many_and_since_when_belong_to_what_is_said(content: str) -> None:
    said = only(f"Mayor Ann Bell said {content}.")
    assert said.text == content
    assert said.attribution == "sure"


@pytest.mark.parametrize("order", ["to stay home", "to leave the area"])
def test_what_somebody_is_told_to_do_is_said(order: str) -> None:
    said = only(f"Mayor Ann Bell told residents {order}.")
    assert said.text == order
    assert said.attribution == "sure"


@pytest.mark.parametrize("where", ["at the meeting", "in an interview", "during the hearing"])
def test_where_it_is_said_does_not_belong_to_it(where: str) -> None:
    assert only(f"Mayor Ann Bell said {where} the road would close.").text == "the road would close"
