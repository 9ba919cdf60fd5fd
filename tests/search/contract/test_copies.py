"""Near-identical stories are one hit, counted once wherever anything is counted; what shares a paragraph is two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import tokenize
from search.copies import find_leads, sketch, unpack
from search.documents import Article
from search.narrowing import toggled
from search.query.request import SearchRequest
from search.results import Page
from search.reuse import word_changes
from search.service import SearchService
from tests.builders import article, request, speaker
from tests.growth import grows_with_its_input
from tests.search.contract.engines import Engine, publish

SHARED = (
    "In Corbin County the new sheriff has said that his deputies will hold nobody for the federal agency without the "
    "signature of a judge, and that the jail will publish each month how many requests it was sent and how many it met."
)
BODY = [
    "The county commissioners voted on Tuesday to spend four hundred thousand dollars on new pumps for the ferry slip.",
    "“The pumps are older than I am,” Maren Tolliver said, standing in water up to the second button of her coat.",
    "Nobody on the dock remembered a spring as wet as this one, and two of the men had worked there since the flood.",
    SHARED,
    *(
        f"{who} came to the meeting with {what} and left before the vote, having heard {heard}, which {whom} said had "
        f"been known in {where} since the {year} winter, when the old machinery froze and had to be thawed by hand."
        for who, what, heard, whom, where, year in (
            ("A retired pilot", "three maps", "nothing of the channel", "his daughter", "Port Ellery", "first"),
            ("The harbour clerk", "a ledger", "two bids read aloud", "the auditor", "the annex", "second"),
            ("One deckhand", "his own wrench", "the price of diesel", "everyone", "the engine room", "third"),
            ("The school nurse", "a petition", "the hours of the last boat", "the board", "Quill Lake", "fourth"),
            ("Her neighbour", "a thermos", "a quarrel over paint", "the painter", "the yard", "fifth"),
            ("An insurer", "a camera", "how the ramp had cracked", "the diver", "the county seat", "sixth"),
        )
    ),
    "The work will begin in June and is to be paid for from the reserve, with a tenth held back until the first storm.",
    "“I will believe it when I hear them run,” said Dorsey Pell, who has kept the slip for twenty years.",
]
SAYS: list[Any] = [
    (speaker("Maren Tolliver", "Mayor"), "The pumps are older than I am,"),
    (speaker("Dorsey Pell", "Harbourmaster"), "I will believe it when I hear them run,"),
]


def story(key: str, *, text: str = "\n\n".join(BODY), says: list[Any] = SAYS, **fields: Any) -> Article:
    return article(text, fields.pop("headline", "Pumps for the slip"), key, says=says, **fields)


FIRST = story("ledger/first.txt", published="2024-05-14", outlet="The Ledger")
CORRECTED = story(
    "ledger/corrected.txt",
    text="\n\n".join(BODY).replace("four hundred", "five hundred"),
    published="2024-05-16",
    outlet="The Ledger",
    headline="Pumps for the slip (corrected)",
)
ELSEWHERE = story("weekly/elsewhere.txt", published="2024-05-15", outlet="The Weekly")
UNDATED = story("weekly/undated.txt", outlet="The Weekly")
SHARING = story(
    "weekly/sharing.txt",
    headline="Halls opened to families",
    text="\n\n".join(
        (
            "Churches in three towns opened their halls to families this week, and their boards met long into night.",
            SHARED.replace("publish each month", "tell each month"),
            "“We know these families and we will not ask them for papers,” Ruth Amsel said after the meeting.",
        )
    ),
    says=[(speaker("Ruth Amsel"), "We know these families and we will not ask them for papers,")],
    published="2024-05-15",
    outlet="The Weekly",
)
SHORT = [article("No school today.", "Closings", f"short-{n}.txt", published="2024-01-01") for n in range(2)]
STORIES = [FIRST, CORRECTED, ELSEWHERE, UNDATED, SHARING, *SHORT]


@pytest.fixture
def archive(engine: Engine) -> Engine:
    publish(engine, STORIES)
    return engine


def ask(engine: Engine, asked: SearchRequest) -> Page:
    """Give a page, checked: what it counts is what the searches that it leads to find."""
    service = SearchService(engine.searcher)
    page = service.page(asked)
    for part in page.parts:
        assert service.page(part.without).total == part.total_without
    for facet in page.facets:
        if facet.field in ("outlet", "speaker", "kind"):
            for value in facet.values:
                if not value.chosen:
                    alone = replace(asked, **{f"{facet.field}s": ()})
                    assert service.page(toggled(alone, facet.field, value.value)).total == value.count
    assert page.totals[asked.collection] == page.total
    assert page.documents == sum(1 + hit.copies_total for hit in page.hits)
    every = service.page(replace(asked, copies="show"))
    assert every.total == every.documents == page.documents
    assert not any(hit.copies for hit in every.hits)
    return page


def ids(found: Iterable[Any]) -> list[str]:
    return [one.article_id for one in found]


def test_copies_are_one_hit_the_earliest_with_links_to_the_others(archive: Engine) -> None:
    page = ask(archive, request("pumps"))
    (hit,) = page.hits
    assert hit.article_id == FIRST.id
    assert ids(hit.copies) == [ELSEWHERE.id, CORRECTED.id, UNDATED.id]
    assert [copy.outlet for copy in hit.copies] == ["The Weekly", "The Ledger", "The Weekly"]
    assert (page.total, page.documents) == (1, 4)


def test_stories_that_share_a_paragraph_stay_two(archive: Engine) -> None:
    page = ask(archive, request("deputies signature judge"))
    assert sorted(ids(page.hits)) == sorted([FIRST.id, SHARING.id])


def test_stories_too_short_to_tell_stay_two(archive: Engine) -> None:
    assert ask(archive, request("headline:closings")).total == 2


@pytest.mark.parametrize(
    ("fields", "first", "copies"),
    [
        ({"outlets": ("the-weekly",)}, ELSEWHERE, [UNDATED]),
        ({"text": "headline:corrected"}, CORRECTED, []),
        ({"undated": "only"}, UNDATED, []),
        ({"sort": "newest"}, FIRST, [ELSEWHERE, CORRECTED, UNDATED]),
        ({"text": "pumps five"}, CORRECTED, []),
    ],
)
def test_the_earliest_that_matches_stands_for_those_that_match(
    archive: Engine, fields: dict[str, Any], first: Article, copies: list[Article]
) -> None:
    (hit,) = ask(archive, request(**{"text": "pumps"} | fields)).hits
    assert hit.article_id == first.id
    assert ids(hit.copies) == [copy.id for copy in copies]


def test_a_facet_counts_a_group_for_each_value_that_any_of_it_has(archive: Engine) -> None:
    page = ask(archive, request("pumps"))
    assert [(value.value, value.count) for value in (page.facet("outlet") or page.facets[0]).values] == [
        ("the-ledger", 1),
        ("the-weekly", 1),
    ]
    speakers = page.facet("speaker")
    assert speakers is not None
    assert ("maren-tolliver", 1) in [(value.value, value.count) for value in speakers.values]


def test_what_copies_repeat_is_one_statement(archive: Engine) -> None:
    page = ask(archive, request(collection="statements"))
    assert (page.total, page.documents) == (3, 9)
    hit = next(hit for hit in page.hits if hit.statement and hit.statement.text.startswith("The pumps"))
    assert hit.article_id == FIRST.id
    assert [copy.statement_id for copy in hit.copies] == [
        copied.statements[0].id for copied in (ELSEWHERE, CORRECTED, UNDATED)
    ]


def test_what_is_said_twice_in_one_story_stays_two(engine: Engine) -> None:
    said = "I will say this once and I will say it again, as often as it is asked of me,"
    text = "\n\n".join((*BODY, f"“{said}” said Ruth Amsel.", f"“{said}” said Ruth Amsel."))
    made = [story(key, text=text, says=[("Ruth Amsel", said)], published="2024-05-14") for key in ("a.txt", "b.txt")]
    twice = [
        replace(
            one,
            statements=(
                one.statements[0],
                replace(
                    one.statements[0],
                    id=f"{one.statements[0].id}2",
                    content=tuple(
                        replace(span, start=text.rindex(said), end=text.rindex(said) + len(said))
                        for span in one.statements[0].content
                    ),
                ),
            ),
        )
        for one in made
    ]
    publish(engine, twice)
    page = ask(engine, request(collection="statements"))
    assert (page.total, page.documents) == (2, 4)


def test_groups_are_the_same_however_the_archive_was_built(engine: Engine) -> None:
    for one in STORIES:
        publish(engine, [one])
    assert engine.searcher().copies(CORRECTED.id) == (FIRST.id, ELSEWHERE.id, UNDATED.id)
    publish(engine, [], removed=[FIRST.id])
    (hit,) = ask(engine, request("pumps")).hits
    assert hit.article_id == ELSEWHERE.id
    assert engine.searcher().copies(CORRECTED.id) == (ELSEWHERE.id, UNDATED.id)
    publish(engine, [replace(ELSEWHERE, text="Another text altogether.", headline="Other", statements=()), FIRST])
    assert ids(ask(engine, request("pumps")).hits) == [FIRST.id]
    assert engine.searcher().copies(ELSEWHERE.id) == ()


def test_each_in_a_group_is_a_copy_of_its_lead_and_not_of_a_copy_only() -> None:
    words = [f"word{number}" for number in range(400)]
    texts = [" ".join([*(f"other{n}" for n in range(0, step)), *words[step:]]) for step in range(0, 100, 8)]
    leads = find_leads(unpack(b"".join(sketch(tokenize(text)) for text in texts))).tolist()
    assert leads[1] == 0
    assert len(set(leads)) > 3


def test_grouping_grows_with_the_archive_even_if_all_of_it_is_one_form() -> None:
    def forms(size: int) -> Any:
        texts = (
            " ".join(f"the {n}" if n % 5 else f"the {at * 97 % 9973 + n}" for n in range(60)) for at in range(size)
        )
        return unpack(b"".join(sketch(tokenize(text)) for text in texts))

    assert grows_with_its_input(forms, find_leads, 60)


def test_the_two_stories_that_came_with_the_project_share_a_paragraph_and_stay_two() -> None:
    seeds = Path(__file__).parents[4] / "shared" / "data" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the two stories are not here")
    sketches = unpack(b"".join(sketch(tokenize(path.read_text("utf-8"))) for path in sorted(seeds.glob("*.txt"))))
    assert find_leads(sketches).tolist() == [0, 1]


def test_an_article_names_its_copies_and_where_else_its_paragraphs_ran(archive: Engine) -> None:
    opened = SearchService(archive.searcher).opened(SHARING.id, request())
    assert opened.copies == ()
    (reused,) = opened.reused
    assert SHARING.text[reused.span.start : reused.span.end] == SHARED.replace("publish each month", "tell each month")
    assert (reused.number, reused.total) == (2, 4)
    assert ids(reuse.copy for reuse in reused.reuses) == [FIRST.id, ELSEWHERE.id, CORRECTED.id, UNDATED.id]
    assert {reuse.paragraph for reuse in reused.reuses} == {4}
    changes = [(change.text, change.kind) for change in reused.reuses[0].changes if change.kind != "same"]
    assert changes == [("tell", "here"), ("publish", "there")]
    copied = SearchService(archive.searcher).opened(CORRECTED.id, request())
    assert ids(copied.copies) == [FIRST.id, ELSEWHERE.id, UNDATED.id]
    assert [ids(reuse.copy for reuse in one.reuses) for one in copied.reused] == [[SHARING.id]]


def test_a_line_that_every_story_ends_with_is_not_marked(engine: Engine) -> None:
    house = "Stay with us for more on this story as it develops, and send your pictures to the newsroom at any hour."
    publish(engine, [article(f"Story {n} of the day.\n\n{house}", key=f"{n}.txt") for n in range(60)])
    service = SearchService(engine.searcher)
    assert service.opened(article("", key="3.txt").id, request()).reused == ()


@given(st.lists(st.sampled_from(["a", "b", "cat,", "“d”"])), st.lists(st.sampled_from(["a", "b", "cat,", "“d”"])))
def test_changes_give_both_prints_back(here: list[str], there: list[str]) -> None:
    changes = word_changes(" ".join(here), " ".join(there))
    if changes is None:
        return
    assert " ".join(change.text for change in changes if change.kind != "there").split() == here
    assert " ".join(change.text for change in changes if change.kind != "here").split() == there


def test_the_paragraph_that_the_two_stories_share_is_found_with_the_word_that_differs(engine: Engine) -> None:
    seeds = Path(__file__).parents[4] / "shared" / "data" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the two stories are not here")
    texts = [" ".join(path.read_text("utf-8").split()) for path in sorted(seeds.glob("*.txt"))]
    at = [text.index("In Travis County, the") for text in texts]
    made = [
        article(f"{text[:begin]}\n\n{text[begin:][: text[begin:].index('.') + 1]}\n\nThe rest.", key=f"{begin}.txt")
        for text, begin in zip(texts, at, strict=True)
    ]
    publish(engine, made)
    opened = SearchService(engine.searcher).opened(made[0].id, request())
    (reused,) = opened.reused
    assert [reuse.copy.article_id for reuse in reused.reuses] == [made[1].id]
