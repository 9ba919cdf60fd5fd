"""References to download are what citation managers read: proved with their own readers."""

from __future__ import annotations

import json
import warnings
from typing import Any

import bibtexparser
import pytest
import rispy
from flask.testing import FlaskClient

from search.ids import article_id
from tests.builders import article
from tests.webui.conftest import HOSTILE, serve
from tests.webui.reading import find, links, page, text_of
from webui.views.references import author_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

LETTER = article_id("ledger/2024/05/14/letter.txt")
MONTH = article_id("weekly/month.txt")
FAIR = article_id("weekly/fair.txt")
EVERY = (LETTER, MONTH, FAIR, article_id("weekly/<img src=x onerror=alert(2)>.txt"), article_id("a/empty.txt"))


def read_bibtex(text: str) -> Any:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    assert len(library.entries) == 1
    return library.entries[0]


def cited(csl: list[dict[str, Any]]) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        made = CitationStylesBibliography(style, CiteProcJSON(csl), formatter.plain)
        made.register(Citation([CitationItem(csl[0]["id"])]))
        return str(made.bibliography()[0])


def test_ris_is_read_as_a_newspaper_article(site: FlaskClient) -> None:
    answer = site.get(f"/article/{LETTER}.ris")
    assert answer.mimetype == "application/x-research-info-systems"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{LETTER}.ris"'
    text = answer.get_data(as_text=True)
    assert all(line.endswith("\r\n") for line in text.splitlines(keepends=True))
    (entry,) = rispy.loads(text)
    assert entry["type_of_reference"] == "NEWS"
    assert entry["title"] == "Sheriff breaks with mayor on water bond"
    assert entry["authors"] == ["Quist, Paula"]
    assert entry["secondary_title"] == "The Ledger"
    assert (entry["year"], entry["date"]) == ("2024", "2024/05/14/")
    assert entry["urls"] == [f"http://localhost/article/{LETTER}"]
    assert entry["notes"] == ["Date: dateline"]


def test_a_month_is_no_day_and_undated_is_no_date(site: FlaskClient) -> None:
    (month,) = rispy.loads(site.get(f"/article/{MONTH}.ris").get_data(as_text=True))
    assert month["date"] == "2024/06//"
    assert "day" not in read_bibtex(site.get(f"/article/{MONTH}.bib").get_data(as_text=True)).fields_dict
    assert site.get(f"/article/{MONTH}.csl.json").get_json()[0]["issued"] == {"date-parts": [[2024, 6]]}
    (fair,) = rispy.loads(site.get(f"/article/{FAIR}.ris").get_data(as_text=True))
    assert "date" not in fair
    assert "issued" not in site.get(f"/article/{FAIR}.csl.json").get_json()[0]


def test_bibtex_and_csl_say_the_same(site: FlaskClient) -> None:
    entry = read_bibtex(site.get(f"/article/{LETTER}.bib").get_data(as_text=True))
    assert entry.entry_type == "article"
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert fields["author"] == "Quist, Paula"
    assert (fields["year"], fields["month"], fields["day"]) == ("2024", "may", "14")
    (item,) = site.get(f"/article/{LETTER}.csl.json").get_json()
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Quist", "given": "Paula"}]
    assert item["issued"] == {"date-parts": [[2024, 5, 14]]}
    assert cited([item]).startswith(
        "Quist, P. (2024) “Sheriff breaks with mayor on water bond”, The Ledger, 14 May. "
        f"Available at: http://localhost/article/{LETTER}"
    )


@pytest.mark.parametrize("id", EVERY)
def test_every_article_can_be_cited(site: FlaskClient, id: str) -> None:
    headline = site.get(f"/article/{id}.json").get_json()["headline"]
    (entry,) = rispy.loads(site.get(f"/article/{id}.ris").get_data(as_text=True))
    assert entry["title"] == " ".join(headline.split())
    read_bibtex(site.get(f"/article/{id}.bib").get_data(as_text=True))
    assert cited(site.get(f"/article/{id}.csl.json").get_json())


@pytest.mark.parametrize(
    ("byline", "inverted"),
    [
        ("Paula Quist", "Quist, Paula"),
        ("J. B. Harlan Jr.", "Harlan, J. B., Jr."),
        ("Ana de la Cruz", "de la Cruz, Ana"),
        ("Associated Press", "Associated Press"),
        ("Ledger Staff", "Ledger Staff"),
        ("Channel 6 Newsroom", "Channel 6 Newsroom"),
        ("Staff", "Staff"),
        ("by our correspondent in the north of the county", "by our correspondent in the north of the county"),
    ],
)
def test_a_byline_is_parted_only_if_it_is_a_name(byline: str, inverted: str) -> None:
    assert author_of(byline).inverted == inverted


def test_a_reference_to_nothing_is_not_found(site: FlaskClient) -> None:
    assert [site.get(f"/article/nothing{face}").status_code for face in (".ris", ".bib", ".csl.json")] == [404] * 3
    assert site.get("/article/nothing.csl.json").get_json()["status"] == 404
    assert site.get("/article/nothing.ris").mimetype == "text/plain"


def test_bibtex_holds_what_would_break_it() -> None:
    made = article(
        "Words.", "50% of {braces} & $5_000 \\ #1 ~ ^", "x.txt", url="https://a.example/{x}", bylines=("A & B",)
    )
    with serve((made,)).test_client() as client:
        entry = read_bibtex(client.get(f"/article/{made.id}.bib").get_data(as_text=True))
    assert "50\\% of" in entry.fields_dict["title"].value


def test_the_page_leads_to_its_references_and_carries_them(site: FlaskClient) -> None:
    tree = page(site, f"/article/{LETTER}")
    assert {f"/article/{LETTER}{face}" for face in (".ris", ".bib", ".csl.json")} <= set(links(tree))
    tags = {element.get("name"): element.get("content") for element in tree.iter("meta")}
    assert tags["citation_author"] == "Quist, Paula"
    assert tags["citation_journal_title"] == "The Ledger"
    assert tags["citation_public_url"] == f"http://localhost/article/{LETTER}"


def linked(site: FlaskClient, id: str) -> dict[str, Any]:
    scripts = [one for one in page(site, f"/article/{id}").iter("script") if one.get("type") == "application/ld+json"]
    assert len(scripts) == 1
    return dict(json.loads(scripts[0].text))


def test_linked_data_tells_the_story_and_its_verbatim_quotations(site: FlaskClient) -> None:
    told = linked(site, LETTER)
    assert (told["@type"], told["datePublished"]) == ("NewsArticle", "2024-05-14")
    assert told["headline"] == "Sheriff breaks with mayor on water bond"
    assert told["isBasedOn"] == "https://ledger.example/2024/05/14/letter"
    quotations = told["hasPart"]
    assert [one["text"] for one in quotations] == ["the water bond is not a wish list.", "I am for water. I drink it,"]
    assert quotations[0]["creator"]["name"] == "Maren Tolliver"
    assert quotations[0]["creator"]["jobTitle"] == "mayor"
    assert site.get(quotations[0]["url"].removeprefix("http://localhost")).status_code == 302
    assert "datePublished" not in linked(site, FAIR)
    hostile = linked(site, article_id("weekly/<img src=x onerror=alert(2)>.txt"))
    assert hostile["headline"] == HOSTILE


def test_a_statement_can_be_quoted_cited_and_found_on_the_outlets_site(site: FlaskClient) -> None:
    tree = page(site, f"/article/{LETTER}")
    cites = [text_of(one) for one in find(tree, "p", "cite")]
    assert "“the water bond is not a wish list.”" in cites
    citation = next(one for one in cites if one.startswith("Maren Tolliver, mayor: “the water bond"))
    assert "in “Sheriff breaks with mayor on water bond”, The Ledger, 14 May 2024 (date: dateline)" in citation
    assert "http://localhost/statement/" in citation
    assert "(accessed " in citation
    originals = [href for href in links(tree) if ":~:text=" in href]
    assert (
        "https://ledger.example/2024/05/14/letter#:~:text=the%20water%20bond%20is%20not%20a%20wish%20list." in originals
    )


def test_every_row_of_statements_can_be_cited(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water+bond&in=statements")
    cites = [text_of(one) for one in find(tree, "p", "cite")]
    assert cites[0] == "“the water bond is not a wish list.”"
    assert cites[1].startswith("Maren Tolliver, mayor: “the water bond is not a wish list.” — in “Sheriff breaks")


def statement_ids(site: FlaskClient) -> list[str]:
    return [one["id"] for one in site.get(f"/article/{LETTER}.json").get_json()["statements"]]


def test_a_statement_is_a_reference_to_its_article_at_the_passage(site: FlaskClient) -> None:
    id = statement_ids(site)[0]
    answer = site.get(f"/statement/{id}.ris")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{id}.ris"'
    (entry,) = rispy.loads(answer.get_data(as_text=True))
    assert (entry["type_of_reference"], entry["id"]) == ("NEWS", id)
    assert (entry["title"], entry["authors"]) == ("Sheriff breaks with mayor on water bond", ["Quist, Paula"])
    assert entry["urls"] == [f"http://localhost/statement/{id}"]
    assert entry["notes"] == ["Maren Tolliver, mayor (said): “the water bond is not a wish list.” Date: dateline"]
    fields = read_bibtex(site.get(f"/statement/{id}.bib").get_data(as_text=True)).fields_dict
    assert fields["note"].value.startswith("Maren Tolliver, mayor (said): “the water bond")
    assert (fields["year"].value, fields["day"].value) == ("2024", "14")
    item = site.get(f"/statement/{id}.csl.json").get_json()
    assert cited(item).startswith("Quist, P. (2024) “Sheriff breaks with mayor on water bond”, The Ledger, 14 May.")
    assert item[0]["URL"] == f"http://localhost/statement/{id}"


def test_words_that_are_reported_are_never_in_quotation_marks_in_a_reference(site: FlaskClient) -> None:
    (entry,) = rispy.loads(site.get(f"/statement/{statement_ids(site)[1]}.ris").get_data(as_text=True))
    said = "the bond had been drafted without the sheriff"
    assert entry["notes"][0].startswith("Maren Tolliver, mayor (reported): ")
    assert entry["notes"][0].endswith(f"{said}. Date: dateline")
    assert "“" not in entry["notes"][0]


def test_a_statement_that_is_no_more_has_no_reference(site: FlaskClient) -> None:
    for face in (".ris", ".bib", ".csl.json"):
        assert site.get(f"/statement/{LETTER}-00000000{face}").status_code == 404
        assert site.get(f"/statement/nothing-00000000{face}").status_code == 404


def test_every_quotation_leads_to_its_references(site: FlaskClient) -> None:
    for address in (f"/article/{LETTER}", "/search?q=water+bond&in=statements"):
        found = [href for href in links(page(site, address)) if href.startswith("/statement/") and "." in href]
        assert {href.partition(".")[2] for href in found} == {"ris", "bib", "csl.json"}
        assert {site.get(href).status_code for href in found} == {200}
