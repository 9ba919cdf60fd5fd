from __future__ import annotations

from search.analysis import forms
from webui.views.vocabulary import FEWEST_STATEMENTS, own_words


def told(*texts: str) -> list[str]:
    """Give the words of somebody who says these, among others who never say any of them."""
    said = list(texts) * FEWEST_STATEMENTS

    def own(word: str) -> int:
        return sum(word in forms(text) for text in said)

    return [found.form for found in own_words(said, len(said), 100 * len(said), own, own)]


def test_words_that_nobody_else_says_are_told() -> None:
    assert told("The ferry horn", "A ferry at noon") == ["ferry", "horn", "noon"]


def test_function_words_written_as_one_are_none() -> None:
    assert told("We don’t and they’ll horn", "I've said we'd") == ["horn"]


def test_a_name_with_an_apostrophe_is_one() -> None:
    assert told("Ferry O'Neil", "Horn, O’Neil") == ["ferry", "horn", "oneil"]
