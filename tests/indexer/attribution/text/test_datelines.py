"""The dateline that opens a story."""

from __future__ import annotations

import pytest

from indexer.attribution.text.datelines import dateline_stop, label_stop
from indexer.attribution.text.skeleton import build_skeleton
from indexer.attribution.text.tokens import tokens_in


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("AUSTIN (KXAN) — Mayor Adler spoke.", "Mayor"),
        ("FENWICK MILLS, May 14, 2024 — Mayor Tolliver spoke.", "Mayor"),
        ("NEW YORK, Nov. 19 (UPI) -- Mayor Hale spoke.", "Mayor"),
        ("Mayor Hale spoke — twice.", "Mayor"),
        ("HALE spoke — twice.", "HALE"),
        ("FENWICK, D.C. U.S. Senator Hale spoke.", "U.S"),
        ("FENWICK, DC Mayor Hale spoke.", "Mayor"),
        ("ST. ALBANS, MO Mayor Hale spoke.", "Mayor"),
        ("Fenwick, D.C. U.S. Senator Hale spoke.", "U.S"),
        ("(FENWICK) Mayor Hale spoke.", "Mayor"),
        ("(Fenwick, Texas) – Mayor Hale spoke.", "Mayor"),
        ("(Fenwick) Mayor Hale spoke.", "("),
        ("(Laughs) Mayor Hale spoke.", "("),
        ("Hale, D. Bell spoke.", "Hale"),
        ("FENWICK, Hale and Bell spoke.", "FENWICK"),
    ],
)
def test_where_the_story_begins(text: str, after: str) -> None:
    tokens = list(tokens_in(text, 0, len(text)))
    assert tokens[dateline_stop(tokens)].word == after


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("KELLA, MALI - U.S. Sen. Hale spoke.", "U.S"),
        ("FENWICK (KQEL) — Mayor Hale spoke.", "Mayor"),
        ("WARNING — Mayor Hale spoke.", "WARNING"),
        ("Hale, Mo. — Mayor Hale spoke.", "Hale"),
    ],
)
def test_a_dateline_below_other_lines_has_a_place_and_something_beside_it(text: str, begins: str) -> None:
    sentence = build_skeleton(f"One.\n\nTwo.\n\nThree.\n\nFour.\n\n{text}").sentences[4]
    assert sentence.tokens[sentence.begin].word == begins


@pytest.mark.parametrize(("text", "after"), [("Q. Are you sure?", "Are"), ("Q: Are you?", "Are"), ("Are you?", "Are")])
def test_the_label_of_a_question_opens_no_name(text: str, after: str) -> None:
    tokens = list(tokens_in(text, 0, len(text)))
    assert tokens[label_stop(tokens)].word == after
