"""What a search means to the person who asks: statements bind together, filters say what they cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from search.backends.memory import MemoryIndex
from search.builds import BuildReport
from search.documents import Article
from search.errors import BadParameter, BadQuery, NotFound
from search.query.dates import DateRange
from search.query.request import Collection, SearchRequest
from search.service import SearchService
from tests.builders import article, request, speaker

RAIDS = article(
    "AUSTIN — “The raids make us less safe,” says Mayor Steve Adler. ICE said they follow leads.",
    headline="An open letter",
    key="letter.txt",
    outlet="KXAN",
    says=[
        (speaker("Steve Adler", "Mayor"), "The raids make us less safe,"),
        (speaker("ICE", type="organisation"), "they follow leads", {"kind": "indirect"}),
    ],
)
DATED = article(
    "AUSTIN — “We denounce those raids,” said Greg Casar. Adler hopes for calm. A spokesman said nothing of ICE.",
    headline="Calls about raids",
    key="calls.txt",
    outlet="KXAN",
    published="2017-02-10",
    says=[
        (speaker("Greg Casar", "City Council member"), "We denounce those raids,"),
        (speaker("Steve Adler", "Mayor"), "for calm", {"kind": "indirect", "cue_class": "belief"}),
        (None, "nothing of ICE", {"kind": "indirect"}),
    ],
)
MONTHLY = article(
    "The ice held on the lake. “Adler was right,” said Ann Poe.",
    headline="Letters",
    key="letters.txt",
    outlet="The Weekly",
    published="2017-02",
    says=[("Ann Poe", "Adler was right,", {"attribution": "possible"})],
)


@pytest.fixture
def service() -> SearchService:
    return serve(RAIDS, DATED, MONTHLY)


def serve(*articles: Article) -> SearchService:
    index = MemoryIndex()
    with index.writer() as writer:
        for one in articles:
            writer.add(one)
        writer.publish(BuildReport(), "digest")
    return SearchService(lambda: index.searcher)


def found(service: SearchService, asked: SearchRequest) -> set[str]:
    return {hit.article_id for hit in service.page(asked).hits}


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        (request(), [RAIDS, DATED, MONTHLY]),
        (request("raids"), [RAIDS, DATED]),
        (request("raids", speakers=("steve-adler",)), [RAIDS]),
        (request("leads", speakers=("steve-adler",)), [RAIDS]),
        (request("said:leads", speakers=("steve-adler",)), []),
        (request("said:raids", speakers=("steve-adler",)), [RAIDS]),
        (request("said:raids speaker:casar"), [DATED]),
        (request("said:raids role:mayor"), [RAIDS]),
        (request("(said:raids) (role:mayor)"), [RAIDS]),
        (request("raids -speaker:casar"), [RAIDS]),
        (request("-said:raids"), [MONTHLY]),
        (request("said:raids -role:mayor"), [DATED]),
        (request(speakers=("steve-adler", "greg-casar")), [RAIDS, DATED]),
        (request(speakers=("steve-adler",), belief=True), [RAIDS, DATED]),
        (request(speakers=("ann-poe",)), []),
        (request(speakers=("ann-poe",), possible=True), [MONTHLY]),
        (request(role="council"), [DATED]),
        (request(role="mayor", kinds=("indirect",)), []),
        (request(kinds=("indirect",)), [RAIDS]),
        (request("headline:letter"), [RAIDS, MONTHLY]),
        (request("outlet:weekly"), [MONTHLY]),
        (request(outlets=("kxan",)), [RAIDS, DATED]),
        (request(dates=DateRange("2017-02-10", "2017-02-10")), [DATED, MONTHLY]),
        (request("raids", dates=DateRange("2017-02-10", "2017-02-10")), [DATED]),
        (request(dates=DateRange("2017-02-11", "2017-02-11")), [MONTHLY]),
        (request(dates=DateRange(None, "2017-02-10"), undated="with"), [RAIDS, DATED, MONTHLY]),
        (request(dates=DateRange("2018", None)), []),
        (request(undated="only"), [RAIDS]),
        (request("ICE"), [RAIDS, DATED]),
        (request("ice"), [RAIDS, DATED, MONTHLY]),
        (request("date:2017-02"), [DATED, MONTHLY]),
        (request("raids OR lake"), [RAIDS, DATED, MONTHLY]),
        (request("nosuchword"), []),
    ],
    ids=str,
)
def test_which_articles(service: SearchService, asked: SearchRequest, articles: list[Article]) -> None:
    assert found(service, asked) == {one.id for one in articles}
    assert service.page(asked).total == len(articles)


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (
            request(collection="statements"),
            ["The raids make us less safe,", "they follow leads", "We denounce those raids,"],
        ),
        (request("raids", collection="statements"), ["The raids make us less safe,", "We denounce those raids,"]),
        (request("raids", collection="statements", speakers=("greg-casar",)), ["We denounce those raids,"]),
        (request("letter", collection="statements"), []),
        (request("headline:letter", collection="statements"), ["The raids make us less safe,", "they follow leads"]),
        (request("-raids", collection="statements"), ["they follow leads"]),
        (request("calm", collection="statements", belief=True), ["for calm"]),
        (request("adler", collection="statements", possible=True), ["Adler was right,"]),
        (request("nothing", collection="statements", possible=True), ["nothing of ICE"]),
        (request(collection="statements", dates=DateRange("2017", None)), ["We denounce those raids,"]),
    ],
    ids=str,
)
def test_which_statements(service: SearchService, asked: SearchRequest, texts: list[str]) -> None:
    hits = service.page(asked).hits
    assert {hit.statement.text for hit in hits if hit.statement} == set(texts)


def test_a_range_of_everything_is_everything_dated(service: SearchService) -> None:
    everything = service.page(request(dates=DateRange("1600", "2199")))
    assert everything.total == 2
    assert everything.undated_left_out == 1
    assert service.page(request(dates=DateRange("1900", "1900"))).total == 0


@pytest.mark.parametrize(("sort", "order"), [("newest", [DATED, MONTHLY, RAIDS]), ("oldest", [DATED, MONTHLY, RAIDS])])
def test_a_month_comes_after_its_days_and_undated_last(service: SearchService, sort: str, order: list[Article]) -> None:
    hits = service.page(request(sort=sort)).hits
    assert [hit.article_id for hit in hits] == [one.id for one in order]


def test_a_facet_drops_its_own_filter_and_keeps_the_others(service: SearchService) -> None:
    page = service.page(request("raids", speakers=("steve-adler",)))
    speakers = page.facet("speaker")
    assert speakers is not None
    assert {(value.value, value.count, value.chosen) for value in speakers.values} == {
        ("steve-adler", 1, True),
        ("ice", 1, False),
        ("greg-casar", 1, False),
    }
    outlets = page.facet("outlet")
    assert outlets is not None
    assert [(value.value, value.count) for value in outlets.values] == [("kxan", 1)]


def test_each_part_says_what_the_search_would_find_without_it(service: SearchService) -> None:
    page = service.page(request("leads", speakers=("steve-adler",)))
    assert [(part.parameter, part.label, part.total_without) for part in page.parts] == [
        ("q", "leads", 1),
        ("speaker", "steve-adler", 1),
    ]


def test_nothing_found_names_the_nearest_searches_that_find_something(service: SearchService) -> None:
    page = service.page(request("lake", speakers=("greg-casar",)))
    assert page.total == 0
    assert {(near.dropped, near.total) for near in page.relaxations} == {("lake", 1), ("greg-casar", 1)}


def test_capitals_that_nobody_wrote_are_folded_and_said(service: SearchService) -> None:
    page = service.page(request("LAKE"))
    assert page.total == 1
    assert any("capitals" in warning for warning in page.warnings)


def test_a_search_typed_with_the_caps_lock_on_finds_what_small_letters_find(service: SearchService) -> None:
    shouted = service.page(request("RAIDS OR LAKE OR LEADS OR ZZZ"))
    typed = service.page(request("raids OR lake OR leads OR zzz"))
    assert shouted.total == typed.total > 0
    assert shouted.warnings == ()


@pytest.mark.parametrize(
    "asked",
    [
        request("RAIDS"),
        request("RAIDS", collection="statements"),
        request("RAIDS", outlets=("kxan",)),
        request("RAIDS", speakers=("greg-casar",)),
        request("RAIDS", dates=DateRange("2017-02-10", "2017-02-10")),
    ],
    ids=str,
)
def test_what_is_counted_with_capitals_that_nobody_wrote_is_what_is_found(
    service: SearchService, asked: SearchRequest
) -> None:
    small = replace(asked, text="raids")
    page, expected = service.page(asked), service.page(small)
    assert page.total == expected.total > 0
    assert page.totals == expected.totals
    assert page.facets == expected.facets
    assert page.undated_left_out == expected.undated_left_out
    assert [part.total_without for part in page.parts[1:]] == [part.total_without for part in expected.parts[1:]]
    assert service.histogram(asked, "month") == service.histogram(small, "month")
    assert service.beside(asked) == service.beside(small)
    assert service.every(asked)[0] == expected.total


def test_each_count_without_a_filter_is_of_the_search_that_it_leads_to() -> None:
    """Whom it asks for wrote small letters, and others wrote capitals: without the filter those are meant."""
    service = serve(
        article("“The ice is thin,” said Ann Poe.", key="ice.txt", says=[("Ann Poe", "The ice is thin,")]),
        article("“I work for ICE,” said Bo Day.", key="agency.txt", says=[("Bo Day", "I work for ICE,")]),
    )
    page = service.page(request("ICE", speakers=("ann-poe",)))
    assert page.total == 1
    (without,) = [part for part in page.parts if part.parameter == "speaker"]
    assert without.total_without == service.page(without.without).total == 1
    assert page.facet("speaker") == service.page(without.without).facet("speaker")


@pytest.mark.parametrize("text", ["-", "– –", "!?", '""', "()", "👩‍🚒", "-!", "headline:!"])
@pytest.mark.parametrize("collection", ["articles", "statements"])
def test_marks_alone_ask_for_nothing_and_are_refused(service: SearchService, text: str, collection: Collection) -> None:
    with pytest.raises(BadQuery, match="holds no words to look for"):
        service.page(request(text, collection=collection))
    assert service.page(request(f"raids {text}")).total == service.page(request("raids")).total > 0


@pytest.mark.parametrize(("asked", "error"), [(request("foo:bar"), BadQuery), (request(role="!"), BadParameter)])
def test_what_cannot_be_asked(service: SearchService, asked: SearchRequest, error: type[Exception]) -> None:
    with pytest.raises(error):
        service.page(asked)


def test_two_people_of_one_last_name_stay_two_and_a_lone_name_stays_with_its_article() -> None:
    lone = article("“Yes,” said Smith.", key="lone.txt", says=[("Smith", "Yes,")])
    karen = article("“No,” said Karen Smith.", key="karen.txt", says=[("Karen Smith", "No,")])
    derek = article("“Maybe,” said Derek Smith.", key="derek.txt", says=[("Derek Smith", "Maybe,")])
    service = serve(lone, karen, derek)
    assert [entry.id for entry in service.speaker("karen-smith")] == ["karen-smith"]
    assert [entry.id for entry in service.speaker("smith")] == [f"smith.{lone.id}"]
    assert found(service, request(speakers=("smith",))) == {lone.id}
    assert service.speakers("smi").total == 3
    with pytest.raises(NotFound):
        service.speaker("nobody")


def test_an_address_from_before_letters_were_plain_still_means_its_speaker() -> None:
    service = serve(article("“Yes,” said Łucja Sørby.", says=[("Łucja Sørby", "Yes,")]))
    assert [entry.id for entry in service.speaker("łucja-sørby")] == ["lucja-sorby"]
    assert service.page(request("sorby")).total == service.page(request("Sørby")).total == 1


def test_a_statement_is_found_by_its_id_and_an_unknown_one_leads_to_its_article(service: SearchService) -> None:
    statement = RAIDS.statements[0]
    opened, same = service.statement(statement.id)
    assert (opened.id, same and same.text) == (RAIDS.id, statement.text)
    assert service.statement(f"{RAIDS.id}-gone") == (opened, None)
    with pytest.raises(NotFound):
        service.statement("nosuch-thing")


@pytest.mark.parametrize(
    ("text", "words"),
    [("raids", ["raids"]), ("RAIDS", ["raids"]), ("rai*", ["raids"]), ("said:leads", ["leads"]), ("", [])],
)
def test_an_opened_article_is_marked_by_the_search_it_came_from(
    service: SearchService, text: str, words: list[str]
) -> None:
    opened = service.opened(RAIDS.id, request(text))
    assert [RAIDS.text[mark.span.start : mark.span.end] for mark in opened.marks.text] == words


def test_every_page_comes_from_one_generation() -> None:
    index = MemoryIndex()
    asked: list[Callable[[], object]] = []
    service = SearchService(lambda: asked.append(index.writer) or index.searcher)  # type: ignore[func-returns-value]
    service.page(request("raids", speakers=("a", "b")))
    assert len(asked) == 1


def test_outlets_are_named_though_nothing_is_found_in_them(service: SearchService) -> None:
    page = service.page(request("nowhere", outlets=("kxan", "no-such", "the-weekly")))
    assert page.total == 0
    assert page.outlets == {"kxan": "KXAN", "the-weekly": "The Weekly"}


def test_what_is_held_stays_of_one_generation() -> None:
    index = MemoryIndex()
    service = SearchService(lambda: index.searcher)
    held = service.held()
    for number, one in enumerate((RAIDS, DATED), start=1):
        with index.writer() as writer:
            writer.add(one)
            writer.publish(BuildReport(), "digest")
        assert service.page(request()).total == number
        assert held.page(request()).total == 1, "the generation is the one that it was first asked with"
