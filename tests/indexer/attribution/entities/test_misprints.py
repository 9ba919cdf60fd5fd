"""A last name with a slip of the pen is the only one in the text that is so near; a title makes it somebody else's."""

from __future__ import annotations

import pytest

from tests.indexer.attribution.entities.test_entities import linked


@pytest.mark.parametrize("printed", ["Whitlok", "Whitlcok", "Whitelock", "Whitlack"])
def test_one_slip(printed: str) -> None:
    text = f"Mayor Jonah Whitlock came at noon. {printed} said the levee would hold."
    assert (printed, "Jonah Whitlock") in linked(text)


def test_every_mention_is_mended_once_one_speaks() -> None:
    text = "Jonah Whitlock came. They met Whitlok. “Yes,” said Whitlok."
    assert [name for printed, name in linked(text) if printed == "Whitlok"] == ["Jonah Whitlock"] * 2


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Jonah Whitlock came. They met Whitlok.", "Whitlok"),  # which may be a street
        ("Jonah Whitlock came. Judge Whitlok said no.", "Judge Whitlok"),
        ("Jonah Whitlock came. Whitlocks said no.", "Whitlocks"),
        ("Jonah Whitlock came with Amy Whitlack. Whitlick said no.", "Whitlick"),
        ("Jonah Hale came. Hole said no.", "Hole"),
        ("Jonah WHITLOCK came. Whitlock said no.", "Whitlock"),
        ("Jonah Whitlock came. Chitlock said no.", "Chitlock"),
        ("Jonah Martine came. Martin said no.", "Martin"),  # a first name
        ("Jonah Whitlock came with Dana Whitlok. Whitlok said no.", "Whitlok"),
    ],
)
def test_somebody_else(text: str, printed: str) -> None:
    assert "Jonah" not in dict(linked(text))[printed]
