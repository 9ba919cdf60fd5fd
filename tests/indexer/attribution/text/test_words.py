"""What is told of words is found out once for each, and forgotten when it is too much."""

import pytest

from indexer.attribution.text import words
from indexer.attribution.text.words import PerWord, word_set


def test_a_list_of_words_is_one_string() -> None:
    assert word_set("one two\n three") == {"one", "two", "three"}


def test_what_is_told_of_a_word_is_found_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = PerWord(length)
    assert [*map(lengths.__getitem__, ["levee", "is", "levee"])] == [5, 2, 5]
    assert asked == ["levee", "is"]


def test_it_begins_anew_when_it_has_grown_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_WORDS", 2)
    lengths = PerWord(len)
    assert [lengths[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert lengths == {"ccc": 3, "a": 1}
