"""Tokens: what is one word, and which marks stand by themselves."""

from __future__ import annotations

import pytest

from indexer.attribution.attribute import attribute
from indexer.attribution.text.tokens import tokens_in, words_in
from search.documents import Article


def test_a_possessive_takes_the_stop_before_it() -> None:
    text = "Rill Inc.’s barge and Tom Roy Jr.'s dog"
    assert words_in(text) == ["rill", "inc.'s", "barge", "and", "tom", "roy", "jr.'s", "dog"]


@pytest.mark.parametrize("number", ["10:25", "2:14:09", "3:16", "51,000", "4-3", "3.5"])
def test_a_number_is_one_word_with_the_marks_between_its_digits(number: str) -> None:
    text = f"It was {number} by then"
    assert [token.word for token in tokens_in(text, 0, len(text))] == ["It", "was", number, "by", "then"]
    assert words_in(text) == ["it", "was", number, "by", "then"]


def test_a_title_ends_at_its_stop_though_no_blank_follows() -> None:
    text = "Sens.Ann Roy met Dr.Bell at rill.gov"
    assert [token.word for token in tokens_in(text, 0, len(text))] == [
        "Sens", ".", "Ann", "Roy", "met", "Dr", ".", "Bell", "at", "rill.gov"
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["Fran\u00c3\u00a7ois", "Jes\u00c3\u00c2\u00baos"])
def test_a_word_that_was_decoded_wrongly_is_one_word(word: str) -> None:
    text = f"It was {word} at 5\u00c2\u00b0."
    assert [token.word for token in tokens_in(text, 0, len(text))][2:4] == [word, "at"]
    assert words_in(text)[2:4] == [word.lower(), "at"]


@pytest.mark.parametrize(
    "word", ["Jose\u0301", "Pen\u0303a", "FranA\u0303\u0083A\u0302\u00a7ois", "de\u0301ja\u0300-vu"]
)
def test_accents_that_are_characters_of_their_own_are_part_of_a_word(word: str) -> None:
    text = f"It was {word}, at 5."
    assert [token.word for token in tokens_in(text, 0, len(text))][2:4] == [word, ","]


def test_a_name_with_accents_of_their_own_is_whole() -> None:
    text = "“It is late,” said Jose\u0301 Pen\u0303a, the mayor."
    (statement,) = attribute(Article(id="a", key="a", files=(), headline="", text=text))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.id) == ("Jose\u0301 Pen\u0303a", "jose-pena")


def test_marks_that_nobody_sees_are_no_words() -> None:
    assert words_in("said \u00adRoy, \u202athen\u200b left\ufeff.") == ["said", "roy", ",", "then", "left", "."]


@pytest.mark.parametrize("text", ["Bell: 25", "Room 5: all", "at 5 : 25"])
def test_any_other_colon_stands_by_itself(text: str) -> None:
    assert ":" in [token.word for token in tokens_in(text, 0, len(text))]


def test_a_time_of_day_does_not_begin_a_content() -> None:
    text = "Ruth Bell teaches here. She told KRVA her class sings at 11:40 in the morning because the hall is cold."
    found = attribute(Article(id="tokens", key="tokens", files=(), headline="", text=text))
    assert found[-1].text == "her class sings at 11:40 in the morning because the hall is cold"
