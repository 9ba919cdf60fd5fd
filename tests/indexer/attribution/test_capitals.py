"""Usual words in capitals beside a name."""

from __future__ import annotations

from tests.indexer.attribution.reading_entities import linked


def test_headline_capitals_make_no_names() -> None:
    text = "Hillary Clinton Goes For Water\n\nHillary Clinton spoke. Clinton left."
    assert "Hillary Clinton Goes" not in {name for _, name in linked(text)}


def test_a_usual_word_at_the_beginning_is_no_part_of_the_name() -> None:
    assert linked("Speaks Hale so? Then Hale left.") == [("Speaks Hale", "Hale"), ("Hale", "Hale")]
