"""What several say as one is shown under all of their names: on pages, in JSON, in feeds, tables and references."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from search.documents import Article, Source, Span, Statement
from tests.builders import article, speaker
from tests.webui.conftest import serve
from tests.webui.reading import find, links, page, text_of
from webui.views.margin import colours_of

BELL, MOSS, ROY = speaker("Carl Bell", "Sen."), speaker("Ann Moss", "Mayor"), speaker("Tom Roy", "Sen.")
JOINT, ALONE, SENATORS, OTHERS, THREE = (
    "The levee will hold,",
    "I asked for it,",
    "The bridge is closed,",
    "Farmers need this,",
    "Nobody was asked,",
)
WHY = {
    JOINT: "Bell ← Sen. Carl Bell, paragraph 1; by the role\nMoss ← Ann Moss, paragraph 2; by the role",
    SENATORS: "Bell ← Sen. Carl Bell, paragraph 1; named here\nRoy ← Tom Roy, paragraph 2; named here",
}


def told(of: Article) -> Article:
    """Give the story with the words that name who in each statement, and the evidence."""

    def one(statement: Statement, words: str) -> Statement:
        at = of.text.index(words, statement.content[0].end)
        source = Source(words, Span(at, at + len(words)))
        return replace(statement, source=source, why=WHY.get(statement.text, statement.why))

    sources = ("Bell and Moss", "Bell", "Bell and Roy", "Bell and other senators", "Bell, Moss and Roy")
    return replace(of, statements=tuple(map(one, of.statements, sources)))


STORY = told(
    article(
        f"“{JOINT}” Bell and Moss said. “{ALONE}” Bell said. “{SENATORS}” Bell and Roy said.\n\n"
        f"“{OTHERS}” Bell and other senators said. “{THREE}” Bell, Moss and Roy said.",
        "Levee to hold",
        "ledger/levee.txt",
        published="2024-05-14",
        says=[
            ((BELL, MOSS), JOINT),
            (BELL, ALONE),
            ((BELL, ROY), SENATORS),
            ((BELL,), OTHERS),
            ((BELL, MOSS, ROY), THREE),
        ],
    )
)
IDS = {statement.text: statement.id for statement in STORY.statements}


@pytest.fixture(scope="module")
def site() -> FlaskClient:
    return serve((STORY,)).test_client()


def test_json_names_everyone(site: FlaskClient) -> None:
    statements = {one["text"]: one for one in site.get(f"/article/{STORY.id}.json").get_json()["statements"]}
    assert {text: one["speaker"] and one["speaker"]["id"] for text, one in statements.items()} == {
        **dict.fromkeys((JOINT, SENATORS, OTHERS, THREE)),
        ALONE: "carl-bell",
    }
    assert {text: [who["id"] for who in one["speakers"]] for text, one in statements.items()} == {
        JOINT: ["carl-bell", "ann-moss"],
        ALONE: ["carl-bell"],
        SENATORS: ["carl-bell", "tom-roy"],
        OTHERS: ["carl-bell"],
        THREE: ["carl-bell", "ann-moss", "tom-roy"],
    }
    assert statements[JOINT]["speakers"][1] == {
        "id": "ann-moss",
        "name": "Ann Moss",
        "role": "Mayor",
        "type": "person",
    }
    assert statements[JOINT]["why"] == WHY[JOINT]
    assert statements[JOINT]["link"] == "the name"
    (hit,) = site.get("/search.json?q=levee&in=statements").get_json()["hits"]
    assert [who["id"] for who in hit["statement"]["speakers"]] == ["carl-bell", "ann-moss"]


def test_two_names_of_one_speaker_are_one_in_json() -> None:
    twice = article("“We paid,” they said.", says=[((speaker("Carl Bell"), speaker("Carl Bell", "Sen.")), "We paid,")])
    with serve((twice,)).test_client() as client:
        (statement,) = client.get(f"/article/{twice.id}.json").get_json()["statements"]
    assert [(who["id"], who["role"]) for who in statement["speakers"]] == [("carl-bell", None)]


def heads(tree: Any) -> dict[str, tuple[str, list[str]]]:
    """Give who heads each statement of a list, by the statement's words, and where its links lead."""
    told = {}
    for row in find(tree, "article", "stmt"):
        (head,), (quote,) = find(row, "h3", "who") or find(row, "h2", "who"), find(row, "blockquote")
        told[text_of(quote).strip("“” …")] = (text_of(head), links(head))
    return told


def test_a_row_names_everyone_with_a_link_each(site: FlaskClient) -> None:
    found = heads(page(site, "/search?in=statements"))
    bell, moss, roy = (f"/speaker/{id}" for id in ("carl-bell", "ann-moss", "tom-roy"))
    assert found == {
        JOINT: ("Carl Bell and Ann Moss Said", [bell, moss]),
        ALONE: ("Carl Bell Sen. Said", [bell]),
        SENATORS: ("Carl Bell and Tom Roy Sen. Said", [bell, roy]),
        OTHERS: ("Carl Bell and others Said", [bell]),
        THREE: ("Carl Bell, Ann Moss and Tom Roy Said", [bell, moss, roy]),
    }


def test_a_row_names_everyone_in_spanish(site: FlaskClient) -> None:
    found = heads(page(site, "/search?in=statements&lang=es"))
    assert found[JOINT][0].startswith("Carl Bell y Ann Moss ")
    assert found[THREE][0].startswith("Carl Bell, Ann Moss y Tom Roy ")
    assert found[OTHERS][0].startswith("Carl Bell y otros ")


def test_an_extract_is_introduced_by_everyone(site: FlaskClient) -> None:
    leads = [text_of(lead) for lead in find(page(site, "/search?q=levee&speaker=ann-moss"), "span", "by")]
    assert leads == ["Carl Bell and Ann Moss said"]


def test_a_speakers_page_names_whoever_spoke_with_them(site: FlaskClient) -> None:
    found = heads(page(site, "/speaker/ann-moss"))
    assert {words: head for words, (head, _) in found.items()} == {
        JOINT: "Carl Bell and Ann Moss Said",
        THREE: "Carl Bell, Ann Moss and Tom Roy Said",
    }


def test_those_who_are_compared_are_not_shown_as_if_they_spoke_alone(site: FlaskClient) -> None:
    tree = page(site, "/compare?speaker=ann-moss&speaker=carl-bell&q=levee")
    cells = [text_of(cell) for cell in tree.iter("td")]
    joint = [cell for cell in cells if JOINT in cell]
    assert len(joint) == 2
    assert all("Carl Bell and Ann Moss" in cell for cell in joint)


def test_the_margin_of_a_story_has_a_note_for_each_voice(site: FlaskClient) -> None:
    notes = {}
    for note in find(page(site, f"/article/{STORY.id}"), "div", "notes"):
        for one in note.findall("details"):
            notes[text_of(one.find("summary"))] = (text_of(one), links(one), one.get("class"))
    assert list(notes) == [
        "Carl Bell and Ann Moss Said",
        "Carl Bell Said",
        "Carl Bell and Tom Roy Said",
        "Carl Bell and others Said",
        "Carl Bell, Ann Moss and Tom Roy Said",
    ]
    assert [css for _, _, css in notes.values()] == ["p1", "p2", "p3", "p4", "p5"]
    words, addresses, _ = notes["Carl Bell and Ann Moss Said"]
    assert "Carl Bell: Sen. at the time Ann Moss: Mayor at the time" in words
    assert (
        "Bell ← Sen. Carl Bell, paragraph 1; by the role Moss ← Ann Moss, paragraph 2; by the role Sure (0.90)" in words
    )
    assert "Same speaker elsewhere: why?the name" in words
    assert words.endswith("All that Carl Bell said All that Ann Moss said")
    assert addresses[-2:] == ["/speaker/carl-bell", "/speaker/ann-moss"]
    assert "Sen. at the time" in notes["Carl Bell and Tom Roy Said"][0]
    assert notes["Carl Bell and others Said"][0].endswith("All that Carl Bell said")


def test_whoever_is_asked_for_has_the_first_colours_also_beside_others(site: FlaskClient) -> None:
    colours = colours_of(STORY, ("tom-roy",))
    assert list(colours.items()) == [
        ("carl-bell+tom-roy", "p1"),
        ("ann-moss+carl-bell+tom-roy", "p2"),
        ("ann-moss+carl-bell", "p3"),
        ("carl-bell", "p4"),
        ("carl-bell+", "p5"),
    ]


def test_who_speaks_in_a_story_lists_those_who_speak_as_one(site: FlaskClient) -> None:
    (people,) = find(page(site, f"/article/{STORY.id}"), "ul", "people")
    rows = {text_of(row): links(row) for row in find(people, "li")}
    assert rows["Carl Bell and Ann Moss 1"] == ["/speaker/carl-bell", "/speaker/ann-moss"]
    assert rows["Carl Bell 1"] == ["/speaker/carl-bell"]
    assert rows["Carl Bell and others 1"] == ["/speaker/carl-bell"]


def test_the_evidence_has_a_line_for_each(site: FlaskClient) -> None:
    lines = [text_of(line) for line in find(page(site, f"/article/{STORY.id}"), "li")]
    assert "“Bell” → Carl Bell Sen. Carl Bell, paragraph 1; by the role; 0.90" in lines
    assert "“Moss” → Ann Moss Ann Moss, paragraph 2; by the role; 0.90" in lines
    assert "“Roy” → Tom Roy Tom Roy, paragraph 2; named here; 0.90" in lines


def test_the_evidence_is_told_in_spanish_line_by_line(site: FlaskClient) -> None:
    told = text_of(page(site, f"/article/{STORY.id}?lang=es"))
    assert "Bell ← Sen. Carl Bell, párrafo 1; por el cargo Moss ← Ann Moss, párrafo 2; por el cargo" in told
    assert "Todo lo que dijo Ann Moss" in told


def test_why_each_is_that_of_other_stories_is_told_if_it_is_not_the_same(site: FlaskClient) -> None:
    lone = article(
        "“We need them,” Roy and Moss said.",
        "More officers",
        "ledger/lone.txt",
        published="2024-06-10",
        says=[((speaker("Roy", "Sen."), MOSS), "We need them,")],
    )
    with serve((STORY, lone)).test_client() as client:
        words = text_of(page(client, f"/article/{lone.id}"))
        (statement,) = client.get(f"/article/{lone.id}.json").get_json()["statements"]
    reason, same = statement["link"].split("\n")
    assert [who["id"] for who in statement["speakers"]] == ["tom-roy", "ann-moss"]
    assert same == "the name"
    assert f"Roy: {reason}Ann Moss: the name" in words
    assert f"in other stories: {reason}" in words


def test_a_citation_gives_each_their_role(site: FlaskClient) -> None:
    cites = [text_of(cite) for cite in find(page(site, f"/article/{STORY.id}"), "p", "cite")]
    assert any(cite.startswith(f"Carl Bell (Sen.) and Ann Moss (Mayor): “{JOINT}” — in “Levee") for cite in cites)
    assert any(cite.startswith("Carl Bell (Sen.) and others: “") for cite in cites)
    assert any(cite.startswith("Carl Bell, Sen.: “") for cite in cites)


@pytest.mark.parametrize("face", [".ris", ".bib", ".csl.json"])
def test_a_reference_to_a_statement_notes_everyone(site: FlaskClient, face: str) -> None:
    told = site.get(f"/statement/{IDS[JOINT]}{face}").get_data(as_text=True)
    assert f"Carl Bell (Sen.) and Ann Moss (Mayor) (said): “{JOINT}”" in told


def test_a_feed_has_everyone_as_an_author(site: FlaskClient) -> None:
    items = site.get("/search.feed.json?q=levee&in=statements").get_json()["items"]
    (joint,) = [item for item in items if JOINT in item["content_text"].partition("\n")[0]]
    assert joint["title"] == "Carl Bell (Sen.) and Ann Moss (Mayor): Levee to hold"
    assert joint["authors"] == [{"name": "Carl Bell"}, {"name": "Ann Moss"}]
    assert joint["content_text"].startswith(f"Carl Bell and Ann Moss (said): “{JOINT}”")
    atom = site.get("/search.atom?q=levee&in=statements").get_data(as_text=True)
    assert "<author><name>Carl Bell</name></author>\n<author><name>Ann Moss</name></author>" in atom


def test_a_table_joins_them(site: FlaskClient) -> None:
    answer = site.get("/search.csv?in=statements").get_data(as_text=True)
    rows = {row["text"]: row for row in csv.DictReader(io.StringIO(answer, newline=""))}
    columns = {text: (row["speaker"], row["speaker_id"], row["role"]) for text, row in rows.items()}
    assert columns[JOINT] == ("Carl Bell; Ann Moss", "carl-bell; ann-moss", "Sen.; Mayor")
    assert columns[ALONE] == ("Carl Bell", "carl-bell", "Sen.")
    assert rows[OTHERS]["source"] == "Bell and other senators"


def test_linked_data_has_a_list_of_creators(site: FlaskClient) -> None:
    (script,) = [
        one for one in page(site, f"/article/{STORY.id}").iter("script") if one.get("type") == "application/ld+json"
    ]
    made = {part["text"]: part["creator"] for part in json.loads(script.text)["hasPart"]}
    assert [(who["name"], who["jobTitle"]) for who in made[JOINT]] == [("Carl Bell", "Sen."), ("Ann Moss", "Mayor")]
    assert made[ALONE]["name"] == "Carl Bell"
    assert len(made) == 5


def test_two_names_of_one_speaker_are_shown_as_one() -> None:
    twice = article(
        "“We paid,” Bell and Carl Bell said. “I paid,” Bell said.",
        says=[((BELL, replace(BELL, name="Carl J. Bell")), "We paid,"), (BELL, "I paid,")],
    )
    with serve((twice,)).test_client() as client:
        found = heads(page(client, "/search?in=statements"))
        (people,) = find(page(client, f"/article/{twice.id}"), "ul", "people")
    assert {head for head, _ in found.values()} == {"Carl Bell Sen. Said"}
    assert text_of(people) == "Carl Bell 2"
