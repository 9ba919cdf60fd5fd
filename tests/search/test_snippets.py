"""Strip the marks and a snippet is a slice of the text; what is marked is what matched."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.documents import Article
from search.errors import BadQuery
from search.marks import Marked, find_marked
from search.matching import matches
from search.query.build import build_query
from search.query.expand import expand
from search.reading import read
from search.results import Snippet
from search.snippets import make_snippets, paragraph_at
from tests.builders import article, request
from tests.growth import grows_with_its_input


class Anything:
    """A vocabulary that holds the few words of these tests."""

    def beginning(self, prefix: str) -> list[str]:
        return [form for form in ("water", "waterworks", "bond") if form.startswith(prefix)]

    def similar(self, form: str) -> list[str]:
        return ["water", "bond", "bonds"]


def snippets_of(story: Article, text: str, **fields: object) -> tuple[Snippet, ...]:
    asked = request(text, **fields)
    tree, _ = expand(build_query(asked), Anything())
    reading = read(story)
    return make_snippets(find_marked(reading, tree), asked.collection)


def marked(found: Snippet) -> list[str]:
    return [piece.text for piece in found.pieces if piece.matched]


STORY = article(
    "FENWICK MILLS — The council met. Nothing else was said about the weather, which held.\n\n"
    "“The water bond is not a wish list,” Mayor Maren Tolliver said. She left early. "
    "Bonded water is another matter.\n\n"
    "Sheriff Pell said water should be guarded.",
    says=[
        ("Maren Tolliver", "The water bond is not a wish list,"),
        ("Augustin Pell", "water should be guarded", {"kind": "indirect"}),
    ],
)


def test_a_passage_holds_the_words_and_keeps_to_sentences() -> None:
    (first,) = snippets_of(STORY, "weather")
    assert marked(first) == ["weather"]
    assert first.text == "Nothing else was said about the weather, which held."
    assert first.opens
    assert first.closes
    assert first.anchor == "p-1"


@pytest.mark.parametrize(
    "sentence",
    [
        "The weather hearing is on Oct. 16 in the hall.",
        "It went to St. Agnes before the weather turned.",
        "Gov. Ada J. Quill blamed the weather at 5 p.m. Tuesday.",
        "The weather station is No. 3 of the U.S. Survey.",
    ],
)
def test_what_is_shortened_ends_no_sentence(sentence: str) -> None:
    story = article(f"It had been dry so far. {sentence} Nobody came. {'The river was low. ' * 20}")
    (first,) = snippets_of(story, "weather")
    assert (first.text.startswith(sentence), first.opens, first.closes) == (True, True, True)


def test_a_time_of_day_ends_a_sentence_unless_its_day_follows() -> None:
    (first,) = snippets_of(article(f"It began at 5 p.m. The weather held. {'The river was low. ' * 20}"), "weather")
    assert first.text.startswith("The weather held.")


def test_a_phrase_is_marked_as_one_and_its_words_alone_are_not() -> None:
    (first,) = snippets_of(STORY, '"water bond"')
    assert marked(first) == ["water bond"]


def test_stems_mark_the_whole_word() -> None:
    assert "Bonded" in [word for found in snippets_of(STORY, "bond -weather") for word in marked(found)]


def test_the_words_of_the_speaker_asked_for_come_first() -> None:
    first, *_ = snippets_of(STORY, "water", speakers=("augustin-pell",))
    assert first.statement is not None
    assert first.statement.speaker is not None
    assert first.statement.speaker.name == "Augustin Pell"
    assert first.anchor == f"s-{first.statement.id}"
    assert marked(first) == ["water"]


def test_without_words_the_story_speaks_for_itself() -> None:
    (first,) = snippets_of(STORY, "")
    assert first.text.startswith("FENWICK MILLS — The council met.")
    assert marked(first) == []


def test_no_text_no_snippet() -> None:
    assert snippets_of(article(""), "") == ()


def test_paragraphs_count_from_one() -> None:
    assert [paragraph_at("a\n\nb\n\nc", offset) for offset in (0, 3, 6)] == [1, 2, 3]


WORDS = st.sampled_from(["water", "Bond", "bonds", "ICE", "pell’s", "a", "“the", "list.”", "\n\n", "<b>", "Pell.", "é"])
TEXTS = st.lists(WORDS, max_size=120).map(" ".join)
ASKED = st.sampled_from(
    ["water", "bond", '"water bond"', "wat*", "bond~", '"bond water"~3', "ICE OR pell", "-water", ""]
)


@given(TEXTS, ASKED, st.booleans())
def test_stripped_of_marks_a_snippet_is_a_slice_of_the_text(text: str, asked: str, by_pell: bool) -> None:
    words = text.split()
    says = [("Pell", words[0] if words else "")] if words else []
    story = article(text, says=says if words and words[0] in text else [])
    speakers = ("pell",) if by_pell else ()
    tree, _ = expand(build_query(request(asked, speakers=speakers)), Anything())
    reading = read(story)
    marked_up = find_marked(reading, tree)
    for found in make_snippets(marked_up, "articles"):
        assert found.text in text
        assert all(piece.text for piece in found.pieces)
        assert len(found.text) <= 600
    if marked_up.marks.text and asked and not asked.startswith("-") and not by_pell:
        assert matches(tree, reading)


@pytest.mark.parametrize("size", [10, 5_000])
def test_a_long_statement_is_cut_between_words(size: int) -> None:
    text = "“" + "word " * size + "water " + "word " * size + "”"
    story = article(text, says=[("Pell", text.strip("“”"))])
    first, *_ = snippets_of(story, "water", speakers=("pell",))
    assert marked(first) == ["water"]
    assert len(first.text) <= 400
    assert text[text.index(first.text) - 1] in " “"


def test_a_query_that_cannot_be_read_never_gets_here() -> None:
    with pytest.raises(BadQuery):
        snippets_of(STORY, "foo:bar")


@pytest.mark.parametrize("end", [". ", " "])
def test_the_work_grows_with_the_text_and_no_faster(end: str) -> None:
    def make(size: int) -> Marked:
        said = [f"water number {number} rose" for number in range(10_000, 10_000 + size)]
        reading = read(article(end.join(said), says=[("Pell", words) for words in said]))
        tree, _ = expand(build_query(request("water", speakers=("pell",))), Anything())
        return find_marked(reading, tree)

    def work(made: Marked) -> None:
        assert make_snippets(made, "articles")

    assert grows_with_its_input(make, work, 125)


@pytest.mark.parametrize(
    "opening", ["", "A word more. ", "a word and no end " * 900, "One. " + "a word and no end " * 900]
)
def test_a_sentence_is_found_however_far_back_it_begins(opening: str) -> None:
    text = opening + "It rained.  \n\n" + "and it went on " * 3 + "with water. Then it stopped. " + "It was dry. " * 40
    (first,) = snippets_of(article(text), "with water")
    assert first.text.startswith("and it went on")
    assert first.opens
    assert first.anchor == "p-2"


FAR = " It rained on the ferry and on the dock, and nobody who was there had thought to bring a coat along." * 4


def matched(found: tuple[Snippet, ...]) -> list[set[str]]:
    return [{piece.text.lower() for piece in snippet.pieces if piece.matched} for snippet in found]


def extracts(text: str, query: str) -> tuple[Snippet, ...]:
    reading, tree = read(article(text)), build_query(request(query))
    return make_snippets(find_marked(reading, tree), "articles")


def test_a_third_extract_is_for_a_word_that_two_do_not_show() -> None:
    text = f"The levee held.{FAR}\n\nThe bond passed.{FAR}\n\nThe mayor slept.{FAR}"
    assert matched(extracts(text, "levee bond mayor")) == [{"levee"}, {"bond"}, {"mayor"}]
    assert matched(extracts(text, "levee bond")) == [{"levee"}, {"bond"}]
    again = f"The levee held.{FAR}\n\n" * 5
    assert matched(extracts(again, "levee")) == [{"levee"}, {"levee"}]


def test_the_passage_that_holds_most_of_the_words_comes_first_and_what_it_shows_is_not_shown_again() -> None:
    text = f"A levee is a levee is a levee.{FAR}\n\nThe mayor said the levee bond was dear.{FAR}\n\nA bond.{FAR}"
    first, second, *rest = extracts(text, "levee bond mayor")
    assert matched((first,)) == [{"mayor", "levee", "bond"}]
    assert not rest
    assert second.text not in first.text
    assert first.text not in second.text


@given(st.lists(st.sampled_from(["levee", "bond", "mayor", "rain. ", "It", "\n\n", *FAR.split()[:6]]), max_size=300))
def test_extracts_never_repeat_each_other(words: list[str]) -> None:
    # Every word is numbered, so that an extract stands in one place only.
    text = " ".join(f"{word} n{number}" for number, word in enumerate(words))
    found = extracts(text, "levee OR bond OR mayor")
    spans = sorted((text.index(snippet.text), text.index(snippet.text) + len(snippet.text)) for snippet in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(any(piece.matched for piece in snippet.pieces) for snippet in found[1:])
    assert len(found) <= 3


def test_marks_in_their_hundred_thousands_are_weighed_once() -> None:
    assert grows_with_its_input(lambda size: "levee bond " * size, lambda text: extracts(text, "levee OR bond"), 600)
