"""Words that stand for somebody by themselves beside a verb."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from search.documents import Article


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        ("one said", "one"),
        ("another added", "another"),
        ("both said", "both"),
        ("someone shouted", "someone"),
        ("said everybody", "everybody"),
        ("said someone in a cap", "someone"),
        ("said someone called Ida", "Ida"),
    ],
)
def test_a_quotation_is_somebodys_who_is_named_by_one_such_word(tag: str, source: str) -> None:
    text = f"The growers came to the mill. “We had no idea of it,” {tag}."
    found = attribute(Article("lone", "lone", (), "", text))
    assert [(one.text, one.source.text if one.source else None) for one in found] == [
        ("We had no idea of it,", source),
    ]


def test_such_a_word_elsewhere_is_nobody_who_speaks() -> None:
    assert attribute(Article("lone", "lone", (), "", "One mill closed, and everyone in Rill knew someone there.")) == ()
