"""Text that databases give out: many articles, the day of loading a bound, the record's number the part."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.parsing import ParsedArticle
from indexer.parsing.registry import Reading, read_file

FIXTURES = Path(__file__).parents[3] / "corpus" / "formats"


def read(name: str) -> Reading:
    return read_file(name, (FIXTURES / name).read_bytes())


def dates(article: ParsedArticle) -> list[tuple[str, str, str]]:
    return [(date.text, date.evidence, date.role) for date in article.dates]


def test_nexis() -> None:
    first, second, third = read("nexis.txt").articles
    assert first.headline == "Sheriff will vote against the bond"
    assert (first.outlet, first.bylines, first.section) == ("The Ellery Ledger", ("Paula Quist",), "LOCAL")
    assert first.dateline is not None
    assert first.dateline.place == "Fenwick Mills"
    assert first.text == (
        "Sheriff Augustin Pell said on Tuesday that he would vote against the water bond.\n\n"
        '"It is a pipe plan with no guard on the door," Pell said.'
    )
    assert dates(first) == [("May 15, 2024 Wednesday", "database", "published"), ("May 17, 2024", "label", "bound")]
    assert (second.headline, second.outlet) == ("Letters: three nights", "Fenwick Valley Weekly")
    assert second.text.startswith("The growers may pump three nights a week")
    assert dates(second)[0] == ("June 2024", "database", "published")
    assert third.headline == "Nothing but a headline"


def test_nexis_of_the_newer_service() -> None:
    first, second = read("nexis-uni.txt").articles
    assert (first.headline, first.outlet, first.bylines) == (
        "Ferry marks a hundred years",
        "The Ellery Ledger",
        ("Tom Aske",),
    )
    assert first.text.startswith("The ferry carried its two hundred thousandth passenger")
    assert first.text.endswith("said Tobias Finch.")
    assert dates(first) == [("June 17, 2023 Saturday", "database", "published"), ("June 18, 2023", "label", "bound")]
    assert second.headline == "Pie contest is a tie"


def test_the_part_of_a_nexis_article_does_not_depend_on_its_place() -> None:
    text = (FIXTURES / "nexis.txt").read_text()
    first, *others = read("nexis.txt").articles
    cut = text.index("2 of 3 DOCUMENTS")
    again = read_file("nexis.txt", text[cut - 30 :].encode()).articles
    assert [article.part for article in again] == [article.part for article in others]
    assert first.part not in {article.part for article in others}


def test_proquest() -> None:
    first, second = read("proquest.txt").articles
    assert (first.headline, first.part) == ("Jail count passes 200", "2554110001")
    assert (first.outlet, first.section) == ("The Ellery Ledger", "Local")
    assert first.bylines == ("Paula Quist", "Tom Aske")
    assert first.url is None
    assert first.text.endswith("said Sheriff Augustin Pell.")
    assert dates(first) == [("Jul 23, 2021", "database", "published"), ("2021-07-25", "label", "bound")]
    assert (second.headline, second.part, second.outlet) == ("Bear in the yard", "2554110002", "Fenwick Valley Weekly")


def test_newsbank() -> None:
    first, second = read("newsbank.txt").articles
    assert (first.headline, first.part, first.outlet) == ("Levee is finished", "2022-1118-04", "The Ellery Ledger")
    assert first.bylines == ("Nadia Brandt",)
    assert dates(first) == [("November 18, 2022", "database", "published")]
    assert first.text.startswith("HARROW — The levee along Sable Creek")
    assert (second.headline, second.part) == ("Green lake, again", "2023-0824-11")


@pytest.mark.parametrize("name", ["nexis.txt", "nexis-uni.txt", "proquest.txt", "newsbank.txt"])
@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_bytes_of_other_systems(name: str, newline: str) -> None:
    text = (FIXTURES / name).read_text()
    other = read_file(name, text.replace("\n", newline).encode("utf-16")).articles
    assert other == read(name).articles


@pytest.mark.parametrize(
    "text",
    [
        "HARROW — The bond passed.\n\nSource: 3 of 4 documents were public.\n",
        "Levee is finished\n\nPaper: The Ellery Ledger\nDate: November 18, 2022\n\nHARROW — The levee was finished.\n",
        "Title: Jail count\nPublication date: Jul 23, 2021\n\nThe jail held 203 people on Thursday.\n",
    ],
)
def test_what_only_looks_like_it_is_plain_text(text: str) -> None:
    (found,) = read_file("story.txt", text.encode()).articles
    assert found.part is None
