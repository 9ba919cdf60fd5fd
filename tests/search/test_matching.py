"""Where a leaf matches: the reference's own rules, and that no article makes it slow."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import tokenize
from search.documents import Article
from search.occurrences import occurrences, occurrences_in
from search.query.leaves import Phrase, Word
from search.reading import read
from tests.builders import article
from tests.growth import grows_with_its_input

WORDS = ("tax", "plan", "levy")


def near(distance: int, *words: str) -> Phrase:
    return Phrase(tuple(map(Word, words)), distance)


@given(st.lists(st.sampled_from([*WORDS, "other", "\n"]), max_size=25), st.integers(0, 6), st.integers(1, 3))
def test_windows_are_those_that_looking_at_every_window_gives(text: list[str], distance: int, many: int) -> None:
    tokens, words = tokenize(" ".join(text)), WORDS[:many]
    expected = set()
    for start, token in enumerate(tokens):
        if token.form in words:
            firsts = [
                next((at for at in range(start, len(tokens)) if tokens[at].form == word), len(tokens)) for word in words
            ]
            if all(at < len(tokens) and tokens[at].position <= token.position + distance for at in firsts):
                expected.add(tuple(sorted(set(firsts))))
    found = [occurrence.tokens for occurrence in occurrences(near(distance, *words), tokens)]
    assert set(found) == expected
    assert found == sorted(found)


@given(st.lists(st.sampled_from([*WORDS, "a"]), min_size=1, max_size=20), st.data())
def test_what_is_said_is_what_lies_within_one_run_of_the_statement(text: list[str], data: st.DataObject) -> None:
    story = article(" ".join(text))
    tokens = tokenize(story.text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(tokens)), max_size=4)))
    runs = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    if not runs:
        return
    content = tuple(story.text[tokens[a].start : tokens[b - 1].end] for a, b in runs)
    spoken = article(" ".join(text), says=[("Ann Poe", content)])
    # The builder looks for the words from the start, so the runs are where it found them.
    reading = read(spoken)
    within = reading.statements[0]
    for leaf in (Word("tax"), Phrase((Word("tax"), Word("plan"))), near(3, "tax", "plan")):
        expected = {
            occurrence.tokens
            for occurrence in occurrences(leaf, reading.text)
            if any(
                span.first <= reading.text[occurrence.tokens[0]].position
                and reading.text[occurrence.tokens[-1]].position < span.end
                for span in within.ranges
            )
        }
        assert {occurrence.tokens for _, occurrence in occurrences_in(leaf, reading, within)} == expected


def crowded(size: int) -> Article:
    said = [f"tax plan number {number} tax" for number in range(size)]
    return article("\n\n".join(f"“{words},” she said." for words in said), says=[("Ann Poe", words) for words in said])


@pytest.mark.parametrize("leaf", [Word("tax"), Phrase((Word("tax"), Word("plan"))), near(2, "tax", "plan")], ids=str)
def test_time_grows_with_the_article_and_not_with_its_square(leaf: Word | Phrase) -> None:
    assert grows_with_its_input(
        lambda size: tokenize("tax plan and " * size), lambda tokens: list(occurrences(leaf, tokens)), 1_500
    )


@pytest.mark.parametrize("leaf", [Word("tax"), near(2, "tax", "plan")], ids=str)
def test_time_grows_with_the_statements_of_an_article_and_not_with_their_square(leaf: Word | Phrase) -> None:
    assert grows_with_its_input(
        lambda size: read(crowded(size)),
        lambda reading: [list(occurrences_in(leaf, reading, within)) for within in reading.statements],
        200,
    )


def test_a_leaf_of_many_words_is_found_in_an_article_that_holds_each_of_them_often() -> None:
    tokens = tokenize(" ".join(f"{one} {other}" for one, other in product(WORDS, WORDS)))
    assert list(occurrences(near(50, *WORDS), tokens))
