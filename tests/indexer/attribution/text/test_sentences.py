"""Sentences in which a quotation is one token."""

from __future__ import annotations

import pytest

from indexer.attribution.text.parts import QUOTATION
from indexer.attribution.text.skeleton import build_skeleton


def sentences(text: str) -> list[str]:
    skeleton = build_skeleton(text)
    words = [[("Q" if t.word == QUOTATION else t.word) for t in s.tokens] for s in skeleton.sentences]
    return [" ".join(sentence) for sentence in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” said Hale. “We are.”", ["Q said Hale .", "Q"]),
        ("“Are you ready?” she asked. He was.", ["Q she asked .", "He was ."]),
        ("“We are.” Hale said. Nobody spoke.", ["Q Hale said .", "Nobody spoke ."]),
        ("“We are.” The crowd went home quietly.", ["Q", "The crowd went home quietly ."]),
        (
            "She said: “We are.” Asked whether they were, she left.",
            ["She said : Q", "Asked whether they were , she left ."],
        ),
        ("“We are.” Asked Hale on Monday.", ["Q Asked Hale on Monday ."]),
        ("Sen. J. B. Hale met Gov. Strand. They spoke.", ["Sen . J . B . Hale met Gov . Strand .", "They spoke ."]),
        ("It cost $1,200.50 in the U.S. last year. Why?", ["It cost $ 1,200.50 in the U.S . last year .", "Why ?"]),
        ("Paid with what? Hale asked. He left.", ["Paid with what ? Hale asked .", "He left ."]),
        ("Is it so? “Yes,” he asked.", ["Is it so ?", "Q he asked ."]),
        ("James H. I. Hale spoke. It was I. He left.", ["James H . I . Hale spoke .", "It was I .", "He left ."]),
        ("He said no. Hale left. See No. 3.", ["He said no .", "Hale left .", "See No . 3 ."]),
        ("He left... and came back.", ["He left ... and came back ."]),
        ("It rang at 2 p.m. It rang again.", ["It rang at 2 p.m .", "It rang again ."]),
        ("It rang at 2 p.m. Eastern time.", ["It rang at 2 p.m . Eastern time ."]),
        ("He works at Rill Co. His brother owns it.", ["He works at Rill Co .", "His brother owns it ."]),
        ("She wrote to Gov. In-Soo Roy.", ["She wrote to Gov . In-Soo Roy ."]),
        ("She wrote to St. The vs. The Rest.", ["She wrote to St . The vs . The Rest ."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_offsets_are_those_of_the_text() -> None:
    text = "First line.\n\n“Second,” said Hale, 61.\nThird."
    for sentence in build_skeleton(text).sentences:
        for token in sentence.tokens:
            assert token.word in (QUOTATION, text[token.start : token.end])


def test_a_dateline_is_before_the_sentence_proper() -> None:
    sentence = build_skeleton("date 2017-02-10 PORT ELLERY (KQEL) — The mayor said no.").sentences[0]
    assert sentence.tokens[sentence.begin].word == "The"


@pytest.mark.parametrize("text", ["The mayor — a baker — said no.", "I — we — left.", "Hale said it — twice."])
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert build_skeleton(text).sentences[0].begin == 0


def test_a_text_without_full_stops_is_cut_all_the_same() -> None:
    assert max(len(s.tokens) for s in build_skeleton("and so on " * 1000).sentences) <= 251
