"""Who speaks where a source only tells whose."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from tests.builders import article


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Hale’s letter", "Ruth Hale"),
        ("Hale’s resignation letter", "Ruth Hale"),
        ("Hale’s statement on Monday", "Ruth Hale"),
        ("Hale’s brother’s letter", None),
        ("Hale’s lawyer", None),
        ("Hale’s account", None),
        ("Ruth Hale Jr.’s spokesman", None),
        ("Rill Dams Inc.’s spokesman", None),
    ],
)
def test_somebody_speaks_in_what_is_written_not_in_who_is_known(source: str, name: str | None) -> None:
    found = attribute(article(f"Warden Ruth Hale came.\n\n{source} said the dam was dry.", headline=""))
    assert [said.speaker.name if said.speaker else None for said in found] == [name]


def test_a_company_has_one_name_with_its_possessive() -> None:
    found = attribute(article("Rill Dams Inc.’s boat sank. Rill Dams Inc. said it was dry.", headline=""))
    assert [said.speaker.name for said in found if said.speaker] == ["Rill Dams Inc"]
