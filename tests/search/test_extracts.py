"""Where an extract begins and ends, which ones a hit has, and that every mark in it is shown: to the character."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import snippets
from search.documents import Span
from search.marks import Mark, Marked, Marks
from search.results import Piece, Snippet
from search.snippets import LONGEST_STATEMENT, cut, make_snippets, mark_headline, paragraph_at
from search.windows import PASSAGE
from tests.builders import article

WORDS = "it rained on the ferry and the old harbor boards while nobody who was out there had a coat with them "


def running(characters: int, word: str = "", at: int = 0) -> str:
    """Words without an end of a sentence, of so many characters, with a word put in at one of them."""
    text = (WORDS * (characters // len(WORDS) + 1))[:characters]
    return text[:at] + word + text[at + len(word) :]


def found_in(text: str, *words: str, says: object = None, asked: int = 0, headline: str = "") -> Marked:
    """A text with every place of some words marked, each word a leaf of its own."""
    story = article(text, headline, says=says or [])
    marks = [
        sorted(
            Mark(match.start(), match.end(), leaf)
            for leaf, word in enumerate(words)
            for match in re.finditer(rf"\b{word}\b", field)
        )
        for field in (headline, text)
    ]
    return Marked(headline, text, Marks(*marks), story.statements[:asked])


def marked(found: Snippet) -> list[str]:
    return [piece.text for piece in found.pieces if piece.matched]


def articles(found: Marked) -> tuple[Snippet, ...]:
    return make_snippets(found, "articles")


def test_every_character_of_a_headline_is_there_and_only_what_matched_is_marked() -> None:
    found = found_in("", "bond", "vote", headline="bond goes to a vote")
    assert mark_headline(found) == (Piece("bond", True), Piece(" goes to a "), Piece("vote", True))
    assert mark_headline(found_in("", "bond", headline="A vote")) == (Piece("A vote"),)
    assert mark_headline(found_in("")) == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=40), st.integers(0, 30), st.integers(0, 30))
def test_a_slice_in_pieces_is_the_slice_and_marks_what_is_marked(
    given: list[tuple[int, int]], one: int, other: int
) -> None:
    text = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
    shown = Span(min(one, other), max(one, other))
    marks = sorted(Mark(start, start + length, 0) for start, length in given)
    pieces = cut(text, shown, marks)
    assert "".join(piece.text for piece in pieces) == text[shown.start : shown.end]
    told = [piece.matched for piece in pieces for _ in piece.text]
    assert told == [any(mark.start <= at < mark.end for mark in marks) for at in range(shown.start, shown.end)]
    # Marks that touch each other are one piece, and so is what lies between.
    assert all(first.matched != second.matched for first, second in itertools.pairwise(pieces))
    assert all(piece.text for piece in pieces)


def test_all_of_many_marks_are_shown() -> None:
    text = " ".join(["levee"] * 30)
    (found,) = articles(found_in(text, "levee"))
    assert found.text == text
    assert marked(found) == ["levee"] * 30


@pytest.mark.parametrize(("length", "sentences"), [(PASSAGE // 2 - 2, 2), (PASSAGE // 2 - 1, 1)])
def test_a_passage_goes_on_until_it_is_half_as_long_as_it_may_be(length: int, sentences: int) -> None:
    first, others = f"Levee {running(length - 7)}.", f"Then {running(length - 6)}."
    assert len(first) == len(others) == length
    expected = [first, others, others][:sentences]
    assert articles(found_in(f"{first} {others} {others}", "Levee"))[0].text == " ".join(expected)


@pytest.mark.parametrize("before", ["", "It was a day in May. " * 20])
@pytest.mark.parametrize(("length", "is_whole"), [(PASSAGE * 5 // 4, True), (PASSAGE * 5 // 4 + 1, False)])
def test_a_sentence_a_quarter_longer_than_a_passage_is_shown_whole(before: str, length: int, is_whole: bool) -> None:
    sentence = f"So levee {running(length - 10)}."
    assert len(sentence) == length
    (found,) = articles(found_in(f"{before}{sentence} The end came.", "levee"))
    assert found.text.startswith("So levee")
    assert found.opens
    assert found.closes == is_whole
    assert (found.text == sentence) == is_whole
    assert is_whole or len(found.text) <= PASSAGE


@given(
    st.lists(st.sampled_from(["a", "bridge", "of", "sandbags,", "councillors"]), min_size=70, max_size=160),
    st.integers(0, 69),
    st.booleans(),
)
def test_a_long_sentence_is_cut_between_words_around_what_was_found(words: list[str], at: int, later: bool) -> None:
    words = [*words[:at], "levee", *words[at:]]
    before = "One day. " * 40 if later else ""
    sentence = f"So {' '.join(words)}."
    text = f"{before}{sentence}"
    (found,) = articles(found_in(text, "levee"))
    assert marked(found) == ["levee"]
    start = text.index(found.text, len(before))
    end = start + len(found.text)
    assert start == len(before) or text[start - 1] == " "
    assert end == len(text) or text[end] == " "
    assert (found.opens, found.closes) == (start == len(before), end == len(text))
    if len(sentence) > PASSAGE * 1.25:
        assert len(found.text) <= PASSAGE + len("councillors ")
        assert len(found.text) >= PASSAGE // 2
    # From the beginning it reads best.
    assert found.opens == (len(sentence) <= PASSAGE * 1.25 or sentence.index("levee") + len("levee") <= PASSAGE)


@given(
    st.lists(
        st.sampled_from(["So", "it", "is.", "Oct.", "J.", "End!”", "…", "\n\n", "  ", "\n\n  ", "levee"]), max_size=60
    )
)
def test_a_sentence_is_the_same_however_far_back_is_looked_at_first(words: list[str]) -> None:
    text = " ".join([*words, "levee"])
    found = found_in(text, "levee")
    near, far = snippets._FIRST_LOOK_BACK, 10 * len(text)
    shown = []
    for back in (1, 7, near, far):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(snippets, "_FIRST_LOOK_BACK", back)
            shown.append(articles(found))
    assert all(one == shown[-1] for one in shown)


def test_a_word_in_another_of_a_statements_runs_is_marked() -> None:
    text = "“It rains,” Pell said. “The levee holds.”"
    found = found_in(text, "levee", says=[("Pell", ("It rains", "The levee holds"))], asked=1)
    (said,) = make_snippets(found, "statements")
    assert marked(said) == ["levee"]
    assert (said.text, said.opens, said.closes) == ("It rains,” Pell said. “The levee holds", True, True)
    first, *_ = articles(found)
    assert (first.statement, marked(first)) == (found.asked[0], ["levee"])


def test_of_a_long_statement_the_run_is_shown_that_holds_the_word() -> None:
    last = f"So {running(400, ' levee ', 200)}"
    text = f"“It rains,” Pell said. {running(900)}. “{last}”"
    found = found_in(text, "levee", says=[("Pell", ("It rains", last))], asked=1)
    (said,) = make_snippets(found, "statements")
    assert marked(said) == ["levee"]
    assert not said.opens


@pytest.mark.parametrize(("ends_at", "opens"), [(PASSAGE, True), (PASSAGE + 1, False)])
def test_a_long_sentence_is_shown_from_its_beginning_if_that_shows_the_word(ends_at: int, opens: bool) -> None:
    sentence = f"So {running(600, ' levee ', ends_at - len('So  levee'))}."
    assert sentence.index("levee") + len("levee") == ends_at
    (found,) = articles(found_in(f"It came. {sentence}".replace("came. So", "came. \n\nSo"), "levee"))
    assert (found.opens, marked(found)) == (opens, ["levee"])


@pytest.mark.parametrize(
    ("length", "is_whole"), [(LONGEST_STATEMENT * 5 // 4, True), (LONGEST_STATEMENT * 5 // 4 + 1, False)]
)
def test_a_statement_that_was_found_is_shown_to_its_length(length: int, is_whole: bool) -> None:
    said = running(length, "levee", 20)
    text = f"“{said}” Pell said."
    (found,) = make_snippets(found_in(text, "levee", says=[("Pell", said)], asked=1), "statements")
    assert (found.text == said) == is_whole
    assert (found.opens, found.closes) == (True, is_whole)
    assert len(found.text) > LONGEST_STATEMENT - 20


SAID = ["One fair day", "Two fair days", "Three fair days"]
SPOKEN = f"{' '.join(f'“{words},” Pell said.' for words in SAID)}\n\n{running(300)}.\n\nThe levee held."


def test_without_words_two_statements_are_shown_and_nothing_else() -> None:
    found = articles(found_in(SPOKEN, says=[("Pell", words) for words in SAID], asked=3))
    assert [one.text for one in found] == SAID[:2]


def test_with_words_that_none_of_them_holds_one_statement_and_the_words_are_shown() -> None:
    found = articles(found_in(SPOKEN, "levee", says=[("Pell", words) for words in SAID], asked=3))
    assert [one.text for one in found] == [SAID[0], "The levee held."]


def test_with_words_that_some_hold_those_are_shown_most_words_first() -> None:
    found = articles(found_in(SPOKEN, "days", "Three", says=[("Pell", words) for words in SAID], asked=3))
    assert [one.text for one in found] == [SAID[2], SAID[1]]


def test_three_extracts_are_shown_and_no_more() -> None:
    words = ("levee", "bond", "mayor", "bridge")
    text = "\n\n".join(f"The {word} came. {running(300)}." for word in words)
    assert [marked(one) for one in articles(found_in(text, *words))] == [["levee"], ["bond"], ["mayor"]]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("one\n\ntwo\n\nthree", [1, 2, 3]),
        ("one\ntwo\nthree", [1, 2, 3]),
        ("one\n\n\n\ntwo\n\n\nthree", [1, 2, 3]),
        ("one\n\n\ntwo\nthree", [1, 2, 3]),
        ("one\n\n\n", [1]),
    ],
)
def test_paragraphs_are_counted_however_many_lines_part_them(text: str, numbers: list[int]) -> None:
    starts = [match.start() for match in re.finditer("one|two|three", text)]
    assert [paragraph_at(text, at) for at in starts] == numbers
