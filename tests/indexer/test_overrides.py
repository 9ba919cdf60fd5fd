"""The archive's own word against its files: found by path, and always the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.articles import read_articles
from indexer.files import SourcePath
from indexer.outcomes import ReadingSettings
from indexer.outlets import load_outlets
from indexer.overrides import NOTHING, Override, load_overrides
from search.documents import Article

STORY = "Date: May 14, 2024\n\nBridge shut until spring\n\nThe council shut the bridge on Tuesday, and nobody spoke.\n"


def write(folder: Path, table: str) -> Path:
    (folder / "overrides.toml").write_text(table, encoding="utf-8")
    return folder


def read(folder: Path, path: str, text: str = STORY) -> Article:
    settings = ReadingSettings(load_outlets([folder]), load_overrides([folder]))
    source = SourcePath(folder, path, folder / path)
    (article,) = read_articles(source, text.encode(), settings, attribute=lambda article: ())
    return article


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("ledger/**", "ledger/a.txt", True),
        ("ledger/**", "ledger/2019/03/a.txt", True),
        ("ledger/**", "ledgers/a.txt", False),
        ("ledger/*.txt", "ledger/a.txt", True),
        ("ledger/*.txt", "ledger/2019/a.txt", False),
        ("**/flood-?.txt", "ledger/1926/flood-2.txt", True),
        ("**/flood-?.txt", "flood-2.txt", True),
        ("a[1].txt", "a[1].txt", True),
        ("a[1].txt", "a1.txt", False),
        ("feed.xml#guid-7", "feed.xml", False),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, path: str, matches: bool):
    overrides = load_overrides([write(tmp_path, f'["{pattern}"]\noutlet = "A"\n')])

    assert overrides.find(tmp_path, path) == (Override(outlet="A") if matches else NOTHING)


def test_one_article_of_many_is_named_with_its_part(tmp_path: Path):
    overrides = load_overrides([write(tmp_path, '["feed.xml#guid-7"]\nheadline = "A"\n')])

    assert overrides.find(tmp_path, "feed.xml", "guid-7").headline == "A"
    assert overrides.find(tmp_path, "feed.xml", "guid-8") == NOTHING


def test_the_last_rule_that_matches_counts_for_each_value(tmp_path: Path):
    table = '["**"]\noutlet = "A"\ndate = 1926\n["b/*"]\noutlet = "B"\n'

    assert load_overrides([write(tmp_path, table)]).find(tmp_path, "b/c.txt") == Override("1926", "B")


def test_rules_hold_in_their_own_folder_only(tmp_path: Path):
    overrides = load_overrides([write(tmp_path, '["*"]\noutlet = "A"\n')])

    assert overrides.find(tmp_path / "other", "a.txt") == NOTHING


@pytest.mark.parametrize(
    ("date", "published", "precision"),
    [("1926-09-14", "1926-09-14", "day"), ("1926-09", "1926-09", "month"), ("1926", "1926", "year")],
)
def test_a_date_that_is_given_wins_over_what_the_file_says(tmp_path: Path, date: str, published: str, precision: str):
    write(tmp_path, f'["*.txt"]\ndate = "{date}"\n')

    article = read(tmp_path, "2024-05-14-bridge.txt")

    assert (article.published, article.precision) == (published, precision)
    assert (article.dated_by, article.date_confidence) == ("override", 1.0)
    assert [seen.evidence for seen in article.date_candidates] == ["override", "label", "path"]


def test_a_date_of_toml_and_a_moment(tmp_path: Path):
    write(tmp_path, "['a.txt']\ndate = 1926-09-14\n['b.txt']\ndate = 2024-05-14T22:30:00-05:00\n")

    assert read(tmp_path, "a.txt").published == "1926-09-14"
    assert read(tmp_path, "b.txt").published == "2024-05-14T22:30:00-05:00"
    assert read(tmp_path, "b.txt").published_day == "2024-05-14"


def test_an_outlet_and_a_headline_that_are_given(tmp_path: Path):
    (tmp_path / "outlets.toml").write_text('[KQEL]\nname = "Channel 6 News"\n', encoding="utf-8")
    write(tmp_path, '["*"]\noutlet = "KQEL"\nheadline = "Bridge"\n')

    article = read(tmp_path, "a.txt", "The council shut the bridge on Tuesday, and nobody spoke of it.\n")

    assert (article.outlet, article.headline, article.headline_derived) == ("Channel 6 News", "Bridge", False)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("['a']\ncolour = 'red'", "“a” has “colour”, which is none of date, outlet or headline"),
        ("['a']", "“a” gives no date, outlet or headline"),
        ("a = 6", "“a” gives no date, outlet or headline"),
        ("['a']\noutlet = ''", "“a” has no text for “outlet”"),
        ("['a']\ndate = '14 May'", "“a” has a date that cannot be one, “14 May”"),
        ("['a']\ndate = '2024-02-31'", "“2024-02-31”"),
        ("['a'", "overrides.toml"),
    ],
)
def test_a_bad_table_is_refused_with_what_is_wrong(tmp_path: Path, table: str, problem: str):
    with pytest.raises(ValueError, match=problem):
        load_overrides([write(tmp_path, table)])


def test_a_pattern_that_no_file_is_called_like_is_told(tmp_path: Path) -> None:
    table = """["a/*.txt"]\noutlet = "A"\n["feed.xml#guid-7"]\noutlet = "A"
["b/**"]\noutlet = "B"\n["gone.xml#guid-7"]\noutlet = "B"\n"""
    overrides = load_overrides([write(tmp_path, table)])
    files = [SourcePath(tmp_path, path, tmp_path / path) for path in ("a/one.txt", "feed.xml")]
    files.append(SourcePath(tmp_path / "elsewhere", "b/two.txt", tmp_path / "elsewhere" / "b" / "two.txt"))
    where = tmp_path / "overrides.toml"
    assert list(overrides.unmatched(files)) == [
        f"{where}: no file is called like “b/**”",
        f"{where}: no file is called like “gone.xml#guid-7”",
    ]
