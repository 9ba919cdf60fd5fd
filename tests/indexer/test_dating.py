"""One date out of many: which evidence wins, how sure it is, and whose calendar day it is."""

from __future__ import annotations

import datetime

import pytest

from indexer.dating import Dating, date_article
from indexer.parsing import ParsedArticle, SeenDate
from indexer.parsing.parsed import DateRole

TODAY = datetime.date(2025, 1, 1)
CHICAGO = "America/Chicago"


def dated(
    *seen: tuple[str, str] | tuple[str, str, DateRole],
    path: str = "story.txt",
    url: str | None = None,
    zone: str | None = None,
) -> Dating:
    dates = tuple(SeenDate(*one) for one in seen)
    return date_article(ParsedArticle(headline="A", text="B", url=url, dates=dates), path, TODAY, zone)


def test_without_evidence_an_article_is_undated():
    assert dated() == Dating(why="nothing says when it was published")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("json-ld", "meta"),
        ("meta", "microdata"),
        ("microdata", "time"),
        ("time", "label"),
        ("label", "line"),
        ("label", "dateline"),
        ("inline", "dateline"),
        ("line", "htmldate"),
    ],
)
def test_better_evidence_wins_whatever_the_order(better: str, worse: str):
    one, other = ("2024-05-14", better), ("2024-05-12", worse)

    for dating in (dated(one, other), dated(other, one)):
        assert (dating.published, dating.dated_by) == ("2024-05-14", better)


def test_evidence_in_the_file_wins_over_its_name_and_its_address():
    dating = dated(("May 14, 2024", "label"), path="2024-05-15-bond.txt", url="https://a.example/2024/05/16/bond")

    assert (dating.published, dating.dated_by) == ("2024-05-14", "label")


def test_the_file_name_dates_what_says_nothing():
    dating = dated(path="ledger/2024-05-14-bond.txt")

    assert (dating.published, dating.published_day, dating.precision) == ("2024-05-14", "2024-05-14", "day")
    assert (dating.dated_by, dating.confidence) == ("path", 0.8)


def test_a_second_witness_raises_confidence_and_a_contradiction_lowers_it():
    alone = dated(("May 14, 2024", "label"))
    agreed = dated(("May 14, 2024", "label"), path="2024-05-14-bond.txt")
    near = dated(("May 14, 2024", "label"), path="2024-05-16-bond.txt")
    contradicted = dated(("May 14, 2024", "label"), path="2023-05-14-bond.txt")

    assert contradicted.confidence < near.confidence == alone.confidence < agreed.confidence
    assert {one.published for one in (alone, agreed, near, contradicted)} == {"2024-05-14"}


def test_two_good_witnesses_outvote_one():
    dating = dated(("2019-02-05", "meta"), ("2023-08-30", "microdata"), ("2023-08-30", "time"))

    assert dating.published == "2023-08-30"


def test_every_date_that_was_seen_is_kept():
    dating = dated(("May 14, 2024", "label"), ("May 15, 2024", "label", "updated"), path="2024-05-14-bond.txt")

    assert [(one.value, one.evidence, one.text) for one in dating.candidates] == [
        ("2024-05-14", "label", "May 14, 2024"),
        ("2024-05-15", "label (updated)", "May 15, 2024"),
        ("2024-05-14", "path", "2024-05-14"),
    ]


@pytest.mark.parametrize("role", ["updated", "bound"])
def test_a_date_of_change_or_of_loading_never_becomes_the_date_of_publication(role: DateRole):
    dating = dated(("May 15, 2024", "label", role))

    assert dating.published is None
    assert dating.updated == ("2024-05-15" if role == "updated" else None)


@pytest.mark.parametrize(
    "text", ["1970-01-01", "1900-01-01", "0001-01-01", "2031-05-14", "1066-10-14", "1970-01-01T00:00:00Z"]
)
def test_implausible_dates_are_refused(text: str):
    assert dated((text, "json-ld")).published is None


def test_a_day_with_a_false_weekday_gives_way():
    dating = dated(("Wednesday, January 7, 2014", "line"), path="2015_01_07_release.txt")

    assert (dating.published, dating.dated_by) == ("2015-01-07", "path")


def test_a_masthead_that_shows_the_day_of_saving_gives_way_to_the_name():
    dating = dated(("July 31, 2008", "line"), path="15Feb2006.txt")

    assert (dating.published, dating.dated_by) == ("2006-02-15", "path")


def test_an_ambiguous_date_is_less_sure_and_read_as_the_others_say():
    alone = dated(("02/10/2020", "line"))
    turned = dated(("02/10/2020", "line"), url="https://a.example/2020/10/02/story")

    assert (alone.published, alone.confidence) == ("2020-02-10", 0.7)
    assert (turned.published, turned.confidence > 0.9) == ("2020-10-02", True)


@pytest.mark.parametrize(("text", "precision"), [("June 2024", "month"), ("2021", "year")])
def test_months_and_years_stay_what_they_are(text: str, precision: str):
    dating = dated((text, "label"))

    assert (dating.published_day, dating.precision) == (None, precision)


def test_a_day_beats_a_month_of_better_evidence():
    assert dated(("June 2024", "label"), path="2024-06-14.txt").published == "2024-06-14"


def test_the_year_of_a_dateline_is_the_folders():
    dating = dated(("May 14", "dateline"), path="ledger/2024/bond.txt")

    assert (dating.published, dating.dated_by, dating.confidence) == ("2024-05-14", "dateline without year", 0.6)
    assert dated(("May 14", "dateline")).published is None


def test_htmldate_alone_is_not_enough():
    assert dated(("2024-05-14", "htmldate")).published is None


def test_late_in_the_evening_the_outlets_day_is_not_the_utc_day():
    late = ("2024-05-29T03:41:00Z", "json-ld")

    by_zone = dated(late, zone=CHICAGO)
    by_print = dated(late, ("May 28, 2024", "line"))
    by_url = dated(late, url="https://a.example/2024/05/28/bond")
    as_written = dated(late)

    assert (by_zone.published, by_zone.published_day) == ("2024-05-28T22:41:00-05:00", "2024-05-28")
    assert (by_print.published, by_print.published_day) == ("2024-05-29T03:41:00+00:00", "2024-05-28")
    assert by_url.published_day == "2024-05-28"
    assert as_written.published_day == "2024-05-29"


def test_a_printed_day_two_days_off_is_not_the_same_day():
    assert dated(("2024-05-29T03:41:00Z", "json-ld"), ("May 26, 2024", "line")).published_day == "2024-05-29"


def test_a_local_time_needs_the_outlets_zone_to_be_an_instant():
    printed = ("May 14, 2024, 5:12 p.m.", "label")

    assert dated(printed).published == "2024-05-14"
    assert dated(printed, zone=CHICAGO).published == "2024-05-14T17:12:00-05:00"


def test_a_day_takes_its_time_from_a_witness_that_agrees():
    dating = dated(("2024-05-14", "meta"), ("2024-05-14T17:12:00-05:00", "time"))

    assert (dating.published, dating.precision, dating.dated_by) == ("2024-05-14T17:12:00-05:00", "minute", "meta")


def test_a_moment_early_in_the_day_in_utc_may_be_the_evening_before():
    moment = ("2020-05-02T02:54:29+00:00", "json-ld")

    assert dated(moment, ("2020-05-02T02:54:29+00:00", "meta")).confidence == 0.85
    assert dated(moment, ("May 1, 2020", "line")).confidence == 0.97
    assert dated(moment, url="https://a.example/2020/05/02/station").confidence == 0.97
    assert dated(moment, zone=CHICAGO).confidence == 0.95
    assert dated(("2020-05-02T14:54:29+00:00", "json-ld")).confidence == 0.95


def test_another_day_in_print_is_a_doubt():
    dating = dated(("2020-01-03T12:48:24Z", "json-ld"), ("2020-01-03T12:48:24Z", "meta"), ("6 January 2020", "line"))

    assert (dating.published_day, dating.confidence) == ("2020-01-03", 0.85)
    assert "another day is printed" in dating.why


def test_a_page_changed_long_afterwards_may_be_another_by_now():
    assert dated(("2019-06-17", "json-ld"), ("2020-06-04", "json-ld", "updated")).confidence == 0.85
    assert dated(("2019-06-17", "json-ld"), ("2019-06-20", "json-ld", "updated")).confidence == 0.95


def test_why_one_won_is_told():
    assert dated(("2024-05-14", "label"), path="2024-05-14-a.txt").why == "label is the best evidence; path agrees"
    assert dated(("2024-05-14", "htmldate")).why == "htmldate alone is not enough"
    assert "url says 2023-01-02" in dated(("2024-05-14", "label"), url="https://a.example/2023/01/02/a").why


def test_a_day_of_change_before_the_day_of_publication_is_doubted():
    found = dated(("2024-11-18", "json-ld"), ("2022-11-20", "json-ld", "updated"))

    assert (found.published, found.confidence) == ("2024-11-18", 0.75)
    assert "changed before it was published" in found.why


def test_a_change_on_the_day_before_is_a_matter_of_zones():
    assert dated(("2024-11-18", "json-ld"), ("2024-11-17", "json-ld", "updated")).confidence == 0.95


def test_midnight_in_utc_is_a_day_and_stays_it_in_every_zone():
    found = dated(("2022-11-18T00:00:00Z", "json-ld"), zone=CHICAGO)

    assert (found.published, found.published_day) == ("2022-11-18T00:00:00+00:00", "2022-11-18")
