"""Stems are those of the library, whatever a word begins and ends with, and in any thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snowballstemmer.english_stemmer import EnglishStemmer

from search.stemming import stem_form

the_library_s: Callable[[str], str] = EnglishStemmer().stemWord  # type: ignore[no-untyped-call]
KNOWN = sorted({one.s for number in range(12) for one in getattr(EnglishStemmer, f"a_{number}")})


@pytest.mark.parametrize("ending", KNOWN)
def test_what_the_library_looks_for_is_found_where_it_finds_it(ending: str) -> None:
    around = ("", "b", "y", "'", "an", "generous", "rely", "hopp", "inter")
    words = [f"{before}{ending}{after}" for before in around for after in ("", "s", "ed", "ingly", "y", "e")]
    assert list(map(stem_form, words)) == list(map(the_library_s, words))


@given(st.text(alphabet="abcdeginorstuyY'éß9"), st.lists(st.sampled_from(KNOWN), max_size=3))
def test_the_stem_of_any_word_is_the_library_s(beginning: str, endings: list[str]) -> None:
    word = beginning + "".join(endings)
    assert stem_form(word) == the_library_s(word)


def test_threads_that_stem_at_the_same_time_do_not_disturb_each_other() -> None:
    """A server's threads do: it was an error, or a wrong stem that was kept and found nothing from then on."""
    beginnings, endings = ("nation", "argu", "celebrat", "relativ", "hope"), ("alizations", "ing", "fulness", "ically")
    words = [f"{before}{one}{end}" for before in ("", "re", "inter") for one in beginnings for end in endings]
    alone = list(map(stem_form, words))
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(lambda _: list(map(stem_form, words)), range(100)))
    finally:
        sys.setswitchinterval(interval)
    assert all(stems == alone for stems in together)
