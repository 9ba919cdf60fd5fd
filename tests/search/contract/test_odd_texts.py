"""Texts that no newspaper prints but some file holds."""

from __future__ import annotations

import pytest

from search.analysis import forms
from search.query.leaves import Phrase, Word
from tests.builders import article
from tests.search.contract.comparing import assert_alike, assert_same_archive
from tests.search.contract.engines import Engine, MemoryEngine, publish

ODD = {
    "empty": "",
    "blank": " \n\n \t",
    "null": "before\x00after the null",
    "half a surrogate": "half \ud83d a surrogate",
    "ends with a null": "levee\x00",
    "one long word": "levee" * 50_000,
    "one long line": "the levee " * 2_000,
    "many paragraphs": "levee\n\n" * 1_000,
    "other scripts": "Набережная 堤防 السد ﷺ ﾞ levee café Straße ŞİRKET",
    "unseen marks": "The le\u00advee of Har\u200drow \u200fheld\u2060 U.S\ufeff. LE\u00adVEE levee\u00ad",
    "marks alone": "— “” … !!! ''",
    "numbers": "1,200,000.50 3.5 84 " + "9" * 400,
}


@pytest.mark.parametrize("what", ODD)
def test_odd_texts_are_found_and_shown_like_others(engine: Engine, what: str) -> None:
    story = article(ODD[what], headline=ODD[what][:200], key=what, outlet="\ud83d Odd", bylines=(ODD[what][:50],))
    publish(engine, [story, article("The levee held.", key="plain")])
    reference = MemoryEngine()
    publish(reference, [story, article("The levee held.", key="plain")])
    assert_same_archive(reference.searcher(), engine.searcher())
    assert engine.searcher().article(story.id) == story
    for form in ["levee", *dict.fromkeys(forms(story.text[:100]))]:
        for tree in (Word(form), Phrase((Word("the"), Word(form)))):
            assert_alike(reference.searcher(), engine.searcher(), tree, "articles")
