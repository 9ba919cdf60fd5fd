"""What every engine finds: a small archive, and a table of searches with the stories that they must find, in order."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from search.query.build import build_query, visible
from search.query.dates import DateRange
from search.results import FacetValue, Matches
from tests.builders import article, request, speaker
from tests.search.contract.engines import Engine, publish

TODAY = datetime.date(2020, 1, 1)
MAYOR = speaker("Steve Adler", "Mayor")
AGENCY = speaker("ICE", type="organisation")

STORIES = [
    article(
        "AUSTIN — “The raids make us less safe,” says Mayor Steve Adler. The agency said they follow leads.",
        headline="An open letter",
        key="letter",
        outlet="KXAN",
        place="Austin",
        says=[(MAYOR, "The raids make us less safe,"), (AGENCY, "they follow leads", {"kind": "indirect"})],
    ),
    article(
        "“We denounce those raids,” said Greg Casar. ICE kept silent in the U.S. Capitol. Adler hopes for calm.",
        headline="Calls about a raid",
        key="calls",
        outlet="KXAN",
        place="Austin",
        published="2017-02-10",
        bylines=("By Jo O’Neil",),
        says=[
            (speaker("Greg Casar", "Council member"), "We denounce those raids,"),
            (MAYOR, "for calm", {"kind": "indirect", "cue_class": "belief"}),
        ],
    ),
    article(
        "The ice held on the lake; to be or not to be is a question. “The raids must stop,” said Adler.",
        headline="Letters to us",
        key="letters",
        outlet="The Weekly",
        published="2017-02",
        says=[(speaker("Adler", "Alderman"), "The raids must stop,", {"attribution": "possible"})],
    ),
    article(
        "“We follow every lead,” the sheriff told the paper.\n\nRaids cost $1,200 in the café of the King’s Hotel.",
        headline="Sheriff on leads",
        key="sheriff",
        outlet="The Weekly",
        published="2017-02-28",
        says=[(None, "We follow every lead,"), (AGENCY, "Raids cost $1,200", {"kind": "mixed"})],
    ),
    article("Nothing happened.", headline="Quiet day", key="quiet", outlet=None, published="2016-02-29"),
]
KEYS = {story.id: story.key for story in STORIES}
LETTER, CALLS, LETTERS, SHERIFF, QUIET = (story.key for story in STORIES)


def search(engine: Engine, text: str = "", **fields: Any) -> Matches:
    asked = request(text, **fields)
    tree = build_query(asked, TODAY)
    matches = engine.searcher().search(tree, asked.collection, asked.sort, asked.offset, asked.per_page)
    assert engine.searcher().count(tree, asked.collection) == matches.total
    return matches


def keys(matches: Matches) -> list[str]:
    return [KEYS[hit.article_id] for hit in matches.hits]


@pytest.fixture
def archive(engine: Engine) -> Engine:
    publish(engine, STORIES)
    return engine


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("", {}, [SHERIFF, CALLS, LETTERS, QUIET, LETTER]),
        ("raid", {}, [CALLS, LETTER, SHERIFF, LETTERS]),
        ("raiding agency", {}, [LETTER]),
        ("ICE", {}, [CALLS]),
        ("ice", {}, [CALLS, LETTERS]),
        ("US", {}, [CALLS]),
        ("u.s.", {}, [LETTERS, LETTER, CALLS]),
        ("agency OR sheriff", {}, [SHERIFF, LETTER]),
        ("raid -ice", {}, [LETTER, SHERIFF]),
        ("-raids", {}, [QUIET]),
        ('"to be or not to be"', {}, [LETTERS]),
        ('"not be"', {}, []),
        ('"raid make"', {}, []),
        ('"raid safe"~5', {}, [LETTER]),
        ('"raid safe"~3', {}, []),
        ('"paper raids"~50', {}, []),
        ("1,200", {}, [SHERIFF]),
        ("cafe king", {}, [SHERIFF]),
        ("denou*", {}, [CALLS]),
        ("sherif~", {}, [SHERIFF]),
        ("zzz*", {}, []),
        ("headline:lead", {}, [SHERIFF]),
        ("headline:(letter -open)", {}, [LETTERS]),
        ("byline:oneil", {}, [CALLS]),
        ("byline:lead", {}, []),
        ("place:austin", {}, [CALLS, LETTER]),
        ("outlet:weekly", {}, [SHERIFF, LETTERS]),
        ("said:raids", {}, [CALLS, LETTER, SHERIFF]),
        ("said:raids", {"possible": True}, [CALLS, LETTER, SHERIFF, LETTERS]),
        ("said:calm", {}, []),
        ("said:calm", {"belief": True}, [CALLS]),
        ("speaker:adler said:raids", {}, [LETTER]),
        ("speaker:adler said:leads", {}, []),
        ("said:leads OR said:zzz", {"speakers": ("steve-adler",)}, [LETTER]),
        ("said:(leads OR zzz)", {"speakers": ("steve-adler",)}, []),
        ("said:(leads OR safe)", {"speakers": ("steve-adler",)}, [LETTER]),
        ("role:mayor", {}, [LETTER]),
        ("raids -speaker:adler", {"sort": "newest"}, [SHERIFF, CALLS, LETTERS]),
        ("", {"speakers": ("ice",)}, [SHERIFF, LETTER]),
        ("", {"speakers": ("ice",), "kinds": ("indirect",)}, [LETTER]),
        ("", {"outlets": ("kxan",)}, [CALLS, LETTER]),
        ("", {"dates": DateRange("2017-02-10", "2017-02-10")}, [CALLS, LETTERS]),
        ("", {"dates": DateRange("2017-02-28", "2017-02-28")}, [SHERIFF, LETTERS]),
        ("", {"dates": DateRange("2017", "2017"), "undated": "with"}, [SHERIFF, CALLS, LETTERS, LETTER]),
        ("", {"dates": DateRange("2016-02-29", "2016-02-29")}, [QUIET]),
        ("", {"dates": DateRange("2016-03", "2017-01")}, []),
        ("", {"dates": DateRange("1990", "2030")}, [SHERIFF, CALLS, LETTERS, QUIET]),
        ("", {"undated": "only"}, [LETTER]),
        ("", {"sort": "oldest"}, [QUIET, CALLS, SHERIFF, LETTERS, LETTER]),
        ("raid", {"sort": "newest"}, [SHERIFF, CALLS, LETTERS, LETTER]),
    ],
)
def test_articles(archive: Engine, text: str, fields: dict[str, Any], expected: list[str]) -> None:
    assert keys(search(archive, text, **fields)) == expected


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (
            "",
            {},
            {"The raids make us less safe,", "they follow leads", "We denounce those raids,", "Raids cost $1,200"},
        ),
        ("raids", {}, {"The raids make us less safe,", "We denounce those raids,", "Raids cost $1,200"}),
        ("raids", {"possible": True, "speakers": ("adler",)}, {"The raids must stop,"}),
        ("raids", {"possible": True, "speakers": ("steve-adler",)}, {"The raids make us less safe,"}),
        ("follow", {"kinds": ("indirect",)}, {"they follow leads"}),
        ('"raids make"', {}, {"The raids make us less safe,"}),
        ('"said Greg"', {}, set()),
        ("-raids", {}, {"they follow leads"}),
        ("headline:letter", {}, {"The raids make us less safe,", "they follow leads"}),
        ("", {"belief": True, "role": "mayor"}, {"The raids make us less safe,", "for calm"}),
        ("", {"dates": DateRange("2017-02-11", None)}, {"Raids cost $1,200"}),
    ],
)
def test_statements(archive: Engine, text: str, fields: dict[str, Any], expected: set[str]) -> None:
    matches = search(archive, text, collection="statements", **fields)
    assert {hit.statement.text for hit in matches.hits if hit.statement} == expected
    assert matches.total == len(expected)


def test_pages_continue_each_other(archive: Engine) -> None:
    whole = search(archive, "raid").hits
    pages = [search(archive, "raid", page=number, per_page=1).hits for number in (1, 2, 3, 4, 5)]
    assert [hit for page in pages for hit in page] == list(whole)
    assert [hit.rank for hit in whole] == [1, 2, 3, 4]


def test_a_word_of_a_hundred_forms_says_that_it_was_cut_short(engine: Engine) -> None:
    publish(engine, [article(" ".join(f"pre{number:03}x" for number in range(250)))])
    (warning,) = search(engine, "pre*").warnings
    assert "250" in warning


def test_snippets_are_slices_of_the_text_with_its_words_marked(archive: Engine) -> None:
    for hit in search(archive, "raid", speakers=("steve-adler", "greg-casar")).hits:
        story = next(story for story in STORIES if story.id == hit.article_id)
        assert hit.snippets
        for snippet in hit.snippets:
            assert snippet.text in story.text
            assert "raids" in [piece.text for piece in snippet.pieces if piece.matched]


def facet(
    engine: Engine, field: Any, limit: int = 10, offset: int = 0, beginning: str = "", **fields: Any
) -> tuple[FacetValue, ...]:
    asked = request("", **fields)
    tree, shown = build_query(asked, TODAY), visible(asked)
    found = engine.searcher().facet(tree, asked.collection, field, shown, limit, False, offset, beginning)
    assert found.distinct >= len(found.values)
    return found.values


def test_facets_of_articles_count_each_article_once(archive: Engine) -> None:
    counts = {value.label: value.count for value in facet(archive, "speaker")}
    assert counts == {"ICE": 2, "Steve Adler": 1, "Greg Casar": 1}
    assert [(value.value, value.count) for value in facet(archive, "outlet")] == [("kxan", 2), ("the-weekly", 2)]
    assert [(value.value, value.count) for value in facet(archive, "kind")] == [
        ("direct", 2),
        ("indirect", 1),
        ("mixed", 1),
    ]
    assert {value.value for value in facet(archive, "role")} == {"mayor", "council-member"}


def test_facets_of_statements_count_statements(archive: Engine) -> None:
    values = facet(archive, "speaker", collection="statements", possible=True)
    assert {value.label: value.count for value in values} == {"ICE": 2, "Steve Adler": 1, "Greg Casar": 1, "Adler": 1}


def test_time_is_counted_by_month_and_year_with_the_undated_last(archive: Engine) -> None:
    months = [(value.value, value.count) for value in facet(archive, "month", limit=1)]
    assert months == [("2016-02", 1), ("2017-02", 3), ("", 1)]
    assert [(value.value, value.count) for value in facet(archive, "year")] == [("2016", 1), ("2017", 3), ("", 1)]


def test_fewer_values_than_there_are_come_by_count_then_label(archive: Engine) -> None:
    values = facet(archive, "speaker", limit=2)
    assert [(value.label, value.count) for value in values] == [("ICE", 2), ("Greg Casar", 1)]


def test_a_run_of_values_goes_on_where_the_one_before_ended(archive: Engine) -> None:
    every = facet(archive, "speaker")
    assert facet(archive, "speaker", limit=2, offset=1) == every[1:3]
    assert facet(archive, "outlet", limit=2, offset=1) == facet(archive, "outlet")[1:]
    assert facet(archive, "speaker", limit=2, offset=9) == ()


def test_values_are_found_by_any_word_of_their_names(archive: Engine) -> None:
    assert [value.label for value in facet(archive, "speaker", beginning="ADL")] == ["Steve Adler"]
    assert [value.label for value in facet(archive, "speaker", beginning="ste ad", limit=1)] == ["Steve Adler"]
    assert [value.value for value in facet(archive, "outlet", beginning="we")] == ["the-weekly"]
    assert facet(archive, "speaker", beginning="dler") == facet(archive, "outlet", beginning="!") == ()


def test_what_has_no_letters_begins_no_name(archive: Engine) -> None:
    assert archive.searcher().speakers("!", 0, 10).total == 0


def test_speakers_are_found_by_any_word_of_their_name(archive: Engine) -> None:
    found = archive.searcher().speakers("adl", 0, 10)
    assert [entry.name for entry in found.entries] == ["Steve Adler", "Adler"]
    assert archive.searcher().speakers("", 1, 2).total == 4


def test_a_bare_name_means_everyone_of_that_name_but_not_of_longer_ones(archive: Engine) -> None:
    (alderman,) = archive.searcher().speaker("adler")
    assert alderman.id == f"adler.{STORIES[2].id}"
    assert archive.searcher().speaker(alderman.id) == (alderman,)
    assert archive.searcher().speaker("nobody") == ()


def test_an_article_comes_whole_with_the_archives_ids(archive: Engine) -> None:
    found = archive.searcher().article(STORIES[2].id)
    assert found is not None
    assert found.text == STORIES[2].text
    assert [statement.speaker.id for statement in found.statements if statement.speaker] == [f"adler.{found.id}"]
    assert archive.searcher().article("nothing") is None
