"""Words as people type them and as they are printed come out the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import PARAGRAPH_GAP, forms, stem, tokenize, word_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("King's College", ("king", "college")),
        ("King’s College", ("king", "college")),
        ("O'Neil", ("oneil",)),
        ("O’Neil’s", ("oneil",)),
        ("U.S. troops", ("us", "troops")),
        ("J.B. Smith", ("jb", "smith")),
        ("U.S troops", ("u", "s", "troops")),
        ("wa\u200bter", ("wa", "ter")),
        ("5 p.m.", ("5", "pm")),
        ("$1,200 or 3.5 percent", ("1200", "or", "3.5", "percent")),
        ("9th Street", ("9th", "street")),
        ("north-west", ("north", "west")),
        ("I-35", ("i", "35")),
        ("café", ("cafe",)),
        ("cafe\u0301", ("cafe",)),
        ("Straße", ("strasse",)),
        (
            "re\u00adser\u00advoir, Tol\u200dliver’s gate\u200f U\u2060.S\ufeff.",
            ("reservoir", "tolliver", "gate", "us"),
        ),
        ("Đorđe Sørby of Łomża, Þór Æbel, Yıldız", ("dorde", "sorby", "of", "lomza", "thor", "aebel", "yildiz")),
        ("ŉ dag", ("n", "dag")),
        ("to be or not to be", ("to", "be", "or", "not", "to", "be")),
        ("", ()),
    ],
)
def test_forms(text: str, expected: tuple[str, ...]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("ICE said", ["ice"]),
        ("ice said", []),
        ("U.S. and US", ["us", "us"]),
        ("ICE’s raids", ["ice"]),
        ("A man", []),
        ("MAYOR SEES RED INK", []),
        ("FBI CIA NSA met", ["fbi", "cia", "nsa"]),
        ("FENWICK MILLS (KQEL) — Mayor", ["fenwick", "mills", "kqel"]),
        ("END OF\n\nALL", ["end", "of", "all"]),
    ],
)
def test_capitals_on_purpose(text: str, capitals: list[str]) -> None:
    assert [token.form for token in tokenize(text) if token.capital] == capitals


def test_positions_leave_a_gap_between_paragraphs() -> None:
    first, second, third = tokenize("one two\n\nthree")
    assert second.position == first.position + 1
    assert third.position == second.position + 1 + PARAGRAPH_GAP


@given(st.text())
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    for token in tokens:
        assert forms(text[token.start : token.end]) == (token.form,)
    positions = [token.position for token in tokens]
    assert positions == sorted(set(positions))


@given(st.text())
def test_words_of_a_short_text_stand_where_its_tokens_do(text: str) -> None:
    assert word_spans(text) == {token.position: (token.start, token.end) for token in tokenize(text)}


def test_stems_join_the_forms_of_a_word() -> None:
    assert stem("raids") == stem("raided") == stem("raid")
