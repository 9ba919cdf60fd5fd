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
        ("Mayor Ruth Hale left the hall because Tom Bell said the levee leaks.", "Tom Bell"),
        ("Mayor Ruth Hale said the levee leaks after she met Tom Bell.", "Ruth Hale"),
        ("Mayor Ruth Hale said as she left that the levee leaks.", "Ruth Hale"),
    ],
)  # fmt: skip
def test_who_speaks_beside_a_clause(text: str, name: str) -> None:
    found = [s.speaker.name for s in attribute(article(text, headline="")) if s.speaker]
    assert found == [name]
