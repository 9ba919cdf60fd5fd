"""The header forms of plain-text articles: a table of what stands above the body and what is read from it."""

from __future__ import annotations

import pytest

from indexer.parsing.language import language_of
from indexer.parsing.parsed import ParsedArticle
from indexer.parsing.text import parse_text
from tests.growth import grows_with_its_input

BODY = (
    "FENWICK MILLS — The council met on Tuesday night and voted to repair the bridge before the winter comes, "
    "with two members against.\n\n“It is an old bridge,” the mayor said. “It has been patient with us.”"
)
PLAIN = (
    "The council met on Tuesday night and voted to repair the bridge before the winter comes, with two members "
    "against.\n\n“It is an old bridge,” the mayor said. “It has been patient with us.”"
)
HEADLINE = "Council will mend the bridge"


def read(header: str, body: str = BODY, outlets: frozenset[str] = frozenset()) -> ParsedArticle:
    (article,) = parse_text(header + body, outlets)
    return article


DATED = {
    "label with colon": ("Date: March 7, 2023\n\n", "March 7, 2023", "label"),
    "label with equals": ("DATE = 2023-03-07\n\n", "2023-03-07", "label"),
    "published": ("Published: 2023-03-07\n\n", "2023-03-07", "label"),
    "published with a time": ("Published: March 7, 2023, 5:32 p.m.\n\n", "March 7, 2023, 5:32 p.m.", "label"),
    "published with a zone": ("Published: March 7, 2023 5:32 PM CST\n\n", "March 7, 2023 5:32 PM CST", "label"),
    "publication date": ("Publication date: Mar 7, 2023\n\n", "Mar 7, 2023", "label"),
    "pubdate": ("PubDate: Tue, 7 Mar 2023 17:32:00 -0600\n\n", "Tue, 7 Mar 2023 17:32:00 -0600", "label"),
    "posted on, no colon": ("Posted on March 7, 2023\n\n", "March 7, 2023", "label"),
    "posted with a slash": (
        "Posted: Mar 7, 2023 / 05:32 PM CST\n\n",
        "Mar 7, 2023 / 05:32 PM CST",
        "label",
    ),
    "first published": ("First published: 7 March 2023\n\n", "7 March 2023", "label"),
    "label alone": ("Published\nMarch 7, 2023\n\n", "March 7, 2023", "label"),
    "label alone with colon": ("Date:\nMarch 7, 2023\n\n", "March 7, 2023", "label"),
    "label alone, blank between": ("Published\n\nMarch 7, 2023\n\n", "March 7, 2023", "label"),
    "release label": ("FOR IMMEDIATE RELEASE: Tuesday, March 7, 2023\n\n", "Tuesday, March 7, 2023", "label"),
    "release above date": ("FOR IMMEDIATE RELEASE\nTuesday, March 7, 2023\n\n", "Tuesday, March 7, 2023", "label"),
    "numbers": ("Date: 3/7/2023\n\n", "3/7/2023", "label"),
    "numbers, two digits": ("Date: 3/17/23\n\n", "3/17/23", "label"),
    "month label": ("Issue: March 2023 (special number)\n\n", "March 2023", "label"),
    "year in the outlet's label": ("Source: The Valley Weekly, keepsake number, 2023\n\n", "2023", "label"),
    "bare line": ("March 7, 2023\n\n", "March 7, 2023", "line"),
    "bare line with weekday": ("Tuesday, March 7, 2023\n\n", "Tuesday, March 7, 2023", "line"),
    "bare line, weekday abbreviated": ("Tue. Mar. 7, 2023\n\n", "Tue. Mar. 7, 2023", "line"),
    "bare line, day first": ("7 March 2023\n\n", "7 March 2023", "line"),
    "bare line in ISO": ("2023-03-07\n\n", "2023-03-07", "line"),
    "bare line, ordinal": ("March 7th, 2023\n\n", "March 7th, 2023", "line"),
    "bare line with a time": ("March 7, 2023 at 5:32 PM\n\n", "March 7, 2023 at 5:32 PM", "line"),
    "bare month": ("March 2023\n\n", "March 2023", "line"),
    "paper and date": ("The Valley Weekly — March 9, 2023\n\n", "March 9, 2023", "line"),
    "name, bar and date": ("Admin | March 7, 2023\n\n", "March 7, 2023", "line"),
    "date and contact": ("March 7, 2023 Contact: Jo Moss\n\n", "March 7, 2023", "line"),
}


@pytest.mark.parametrize(("header", "text", "evidence"), DATED.values(), ids=DATED)
@pytest.mark.parametrize("headed", [True, False], ids=["under a headline", "alone"])
def test_a_date_in_the_header_is_seen_and_leaves_the_text(header: str, text: str, evidence: str, headed: bool):
    article = read(f"{HEADLINE}\n\n{header}" if headed else header)

    assert [(seen.text, seen.evidence, seen.role) for seen in article.dates] == [(text, evidence, "published")]
    assert article.text == BODY
    assert article.headline_derived is not headed


INLINE = {
    "date, then dateline": " date 2023-03-07 ",
    "date with colon": "Date: 2023-03-07 ",
    "published": "published 2023-03-07 ",
    "bare": "2023-03-07 ",
    "with a time": "date 2023-03-07T17:32:00-06:00 ",
}


@pytest.mark.parametrize("header", INLINE.values(), ids=INLINE)
@pytest.mark.parametrize("body", [BODY, PLAIN], ids=["dateline", "capital"])
def test_a_date_on_the_storys_own_first_line_is_cut_out(header: str, body: str):
    article = read(header, body)

    assert [(seen.text[:10], seen.evidence) for seen in article.dates] == [("2023-03-07", "inline")]
    assert article.text == body
    assert article.headline_derived


BELOW_A_BYLINE = {
    "role": f"{HEADLINE}\nBy Paula Quist\nStaff Writer\nMarch 7, 2023\n\n",
    "role, in capitals": f"{HEADLINE.upper()}\nBY PAULA QUIST\nSTAFF WRITER\nMARCH 7, 2023\n\n",
    "pictures": f"{HEADLINE}\nBy Paula Quist\nPhotos by Tom Aske\nMarch 7, 2023\n\n",
    "name without by": f"{HEADLINE}\nPaula Quist\nMarch 7, 2023\n\n",
    "staff report": f"{HEADLINE}\nStaff report\nMarch 7, 2023\n\n",
    "by … on": f"{HEADLINE}\nBy Paula Quist on March 7, 2023\n\n",
    "beside the day of change": f"{HEADLINE}\nBy Paula Quist\nMarch 7, 2023 Updated: March 9, 2023\n\n",
}


@pytest.mark.parametrize("header", BELOW_A_BYLINE.values(), ids=BELOW_A_BYLINE)
def test_what_stands_between_headline_and_date_ends_no_header(header: str):
    article = read(header)

    assert [seen.text.title() for seen in article.dates if seen.role == "published"] == ["March 7, 2023"]
    assert article.headline in (HEADLINE, HEADLINE.upper())
    assert article.text == BODY


@pytest.mark.parametrize(
    "below", ["Time: 7 p.m.\nPlace: Town hall", "Where: Town hall", "Location: Hall\nTime: 7 p.m."]
)
def test_the_date_of_a_meeting_is_not_that_of_the_story(below: str):
    article = read(f"{HEADLINE}\nDate: March 7, 2023\n{below}\n\n")

    assert article.dates == ()
    assert "March 7, 2023" in article.text


def test_the_record_of_a_story_may_name_a_place_beside_its_date():
    article = read(f"Title: {HEADLINE}\nDate: March 7, 2023\nPlace: Harrow\nAuthor: Paula Quist\n\n")

    assert [(seen.text, seen.evidence) for seen in article.dates] == [("March 7, 2023", "label")]


def test_an_address_above_the_headline_is_not_the_headline():
    article = read(f"https://weekly.example/a\n{HEADLINE}\nBy Paula Quist\n\n")

    assert (article.headline, article.url) == (HEADLINE, None)


def test_headline_paper_and_date_on_one_line_are_no_menu():
    article = read(f"{HEADLINE} | Fenwick Valley Weekly | March 7, 2023\n\n")

    assert HEADLINE in f"{article.headline} {article.text}"
    assert not article.dropped


UPDATED = {
    "updated": "Updated: March 8, 2023\n\n",
    "last updated": "Last updated: March 8, 2023\n\n",
    "updated after posted": "Posted: March 7, 2023 Updated: March 8, 2023\n\n",
}


@pytest.mark.parametrize("header", UPDATED.values(), ids=UPDATED)
def test_a_date_of_change_is_kept_apart(header: str):
    assert [seen.text for seen in read(header).dates if seen.role == "updated"] == ["March 8, 2023"]


def test_a_load_date_is_only_a_bound():
    article = read("Load-Date: March 9, 2023\n\n")

    assert [seen.role for seen in article.dates] == ["bound"]


BYLINES = {
    "by": ("By Paula Quist\n\n", ("Paula Quist",)),
    "by, in capitals": ("BY PAULA QUIST\n\n", ("PAULA QUIST",)),
    "two people": ("By Paula Quist and Tom Aske\n\n", ("Paula Quist", "Tom Aske")),
    "three people": (
        "By Paula Quist, Tom Aske and Ann-Marie O’Neil\n\n",
        ("Paula Quist", "Tom Aske", "Ann-Marie O’Neil"),
    ),
    "with a role": ("By Paula Quist, Staff Writer\n\n", ("Paula Quist",)),
    "with the paper": ("By Paula Quist | The Ellery Ledger\n\n", ("Paula Quist",)),
    "with the paper after a comma": ("By Paula Quist, The Ellery Ledger\n\n", ("Paula Quist",)),
    "story by": ("Story by Paula Quist\n\n", ("Paula Quist",)),
    "label": ("Byline: Paula Quist\n\n", ("Paula Quist",)),
    "label by": ("BY: Paula Quist\n\n", ("Paula Quist",)),
    "author": ("Author: Paula Quist\n\n", ("Paula Quist",)),
    "label alone": ("Reporter\nPaula Quist\n\n", ("Paula Quist",)),
    "a staff": ("By Weekly staff\n\n", ("Weekly staff",)),
    "with the date": ("By Paula Quist | Posted May 28, 2020, 9:14 a.m.\n\n", ("Paula Quist",)),
    "with": ("By Paula Quist with Tom Aske\n\n", ("Paula Quist", "Tom Aske")),
    "with reporting by": ("By Paula Quist, with reporting by Tom Aske\n\n", ("Paula Quist", "Tom Aske")),
    "last name first": ("Author: Quist, Paula\n\n", ("Paula Quist",)),
    "in capitals, with the paper": ("By PAULA QUIST Fenwick Valley Weekly\n\n", ("PAULA QUIST",)),
    "role below": ("By Paula Quist\nStaff Writer\n\n", ("Paula Quist",)),
    "role below, in capitals": ("BY PAULA QUIST\nSTAFF WRITER\n\n", ("PAULA QUIST",)),
    "another role below": ("By Paula Quist\nPolitical Reporter\n\n", ("Paula Quist",)),
    "for whom below": ("By Paula Quist\nSpecial to the Weekly\n\n", ("Paula Quist",)),
    "pictures below": ("By Paula Quist\nPhotos by Tom Aske\n\n", ("Paula Quist",)),
    "junior": ("By Tom Aske Jr.\n\n", ("Tom Aske Jr.",)),
}


@pytest.mark.parametrize(("header", "names"), BYLINES.values(), ids=BYLINES)
def test_bylines(header: str, names: tuple[str, ...]):
    article = read(f"{HEADLINE}\n\n{header}")

    assert article.bylines == names
    assert article.headline == HEADLINE
    assert article.text == BODY


HEADLINES = {
    "first line, blank below": f"{HEADLINE}\n\n",
    "label": f"Headline: {HEADLINE}\n\n",
    "title": f"TITLE: {HEADLINE}\n",
    "label alone": f"Headline\n{HEADLINE}\n\n",
    "above a byline": f"{HEADLINE}\nBy Paula Quist\n\n",
    "above a date": f"{HEADLINE}\nMarch 7, 2023\n\n",
    "below a date": f"March 7, 2023\n\n{HEADLINE}\n\n",
    "below the paper and the date": f"THE VALLEY WEEKLY\n\nMarch 9, 2023\n\n{HEADLINE}\n\nBy Ruth Amsel\n\n",
    "below a release's head": (
        f"Ellery County Water Authority\nFOR IMMEDIATE RELEASE\nContact: Desk, (555) 555-0142\n\n{HEADLINE}\n\n"
    ),
    "label overrules a first line": f"ELLERY LEDGER / BUSINESS\nDate: March 7, 2023\nHeadline: {HEADLINE}\n\n",
    "straight above the story": f"{HEADLINE}\n",
    "with a menu bar above": f"Home / News / Press Releases / Share\n\n{HEADLINE}\n\n",
}


@pytest.mark.parametrize("header", HEADLINES.values(), ids=HEADLINES)
def test_headlines(header: str):
    article = read(header)

    assert (article.headline, article.headline_derived) == (HEADLINE, False)
    assert article.text == BODY


def test_a_headline_in_capitals_may_take_two_lines():
    assert read("COUNCIL WILL MEND\nTHE OLD BRIDGE\n\n").headline == "COUNCIL WILL MEND THE OLD BRIDGE"


def test_a_line_between_headline_and_byline_stays_in_the_text():
    article = read(f"{HEADLINE}\nTwo members vote no\nBy Paula Quist\n\n")

    assert article.headline == HEADLINE
    assert article.bylines == ("Paula Quist",)
    assert article.text == f"Two members vote no\n\n{BODY}"


@pytest.mark.parametrize("body", [BODY, PLAIN], ids=["dateline", "no dateline"])
def test_a_story_without_a_headline_gets_a_derived_one(body: str):
    article = read("", body)

    assert article.headline_derived
    assert article.headline.startswith("The council met on Tuesday night")
    assert article.headline.endswith("against")
    assert article.text == body


def test_a_derived_headline_is_cut_at_a_word():
    article = read("", PLAIN.replace("before", "with all the stone that is left over from the mill before"))

    assert article.headline.endswith("from the mill …")


OUTLETS = {
    "label": ("Source: Fenwick Valley Weekly\n\n", "Fenwick Valley Weekly"),
    "label publication": ("Publication: The Ellery Ledger\n\n", "The Ellery Ledger"),
    "own line below the headline": (
        f"{HEADLINE}\n\nBy Delia Strom\nFenwick Valley Weekly\n\n",
        "Fenwick Valley Weekly",
    ),
    "capitals": (f"THE ELLERY LEDGER\nMarch 7, 2023\n\n{HEADLINE}\n\n", "The Ellery Ledger"),
    "an office": (
        f"ELLERY COUNTY SHERIFF’S OFFICE\nAugustin Pell, Sheriff\n\nFOR IMMEDIATE RELEASE\n\n{HEADLINE}\n\n",
        "Ellery County Sheriff’s Office",
    ),
}


@pytest.mark.parametrize(("header", "outlet"), OUTLETS.values(), ids=OUTLETS)
def test_outlets(header: str, outlet: str):
    article = read(header)

    assert article.outlet == outlet
    assert article.text == BODY


NO_OUTLETS = {
    "a headline in capitals that ends in a body's name": "MAYOR QUILL TO LEAVE MILL BUREAU\n",
    "such a headline above the first paragraph": "QUILL PRAISES FENWICK MILLS FARM BUREAU\n",
    "a standfirst": f"{HEADLINE}\nMason Had Written to the Mayor;\nAsked Her Several Times\n",
    "a headline above its date": "QUILL TO LEAVE MILL BUREAU\nMarch 7, 2023\n",
    "a heading of a list": f"Skip to content\nIn The News\n{HEADLINE}\nMore News\nMarch 7, 2023\n",
    "a headline again, set in several lines": (
        "MILL SOLD BELOW ITS PRICE TO FORGOTTEN SENIOR CITIZEN\nSkip to content\nMarch 7, 2023\n"
        "MILL SOLD BELOW ITS PRICE TO\nFORGOTTEN SENIOR CITIZEN\n"
    ),
    "a headline that breaks at “from”": (
        "STONES TAKEN FROM SIXTEEN BRIDGES\nSkip to content\nMarch 7, 2023\nSTONES TAKEN\nFROM\nSIXTEEN BRIDGES\n"
    ),
}


@pytest.mark.parametrize("header", NO_OUTLETS.values(), ids=NO_OUTLETS)
def test_lines_that_only_look_like_an_outlets_name(header: str):
    assert read(header, PLAIN).outlet is None


def test_a_headline_in_capitals_that_ends_in_a_bodys_name_is_the_headline():
    headline = "QUILL PRAISES FENWICK MILLS FARM BUREAU"
    assert read(f"{headline}\n", PLAIN).headline == headline


def test_a_known_outlet_is_found_on_any_line_of_its_own():
    assert read(f"Kettle & Crow\n{HEADLINE}\n\n", outlets=frozenset({"kettle & crow"})).outlet == "Kettle & Crow"


def test_the_section_and_the_address():
    article = read(f"Headline: {HEADLINE}\nSection: County\nURL: https://elleryledger.example/2023/bridge\n\n")

    assert (article.section, article.url) == ("County", "https://elleryledger.example/2023/bridge")


TRAILERS = {
    "number signs": "\n\n###",
    "thirty": "\n\n-30-",
    "spaced signs": "\n\n# # #\n",
    "copyright": "\n\nCopyright 2023 The Ellery Ledger. All rights reserved.",
    "contact": "\n\nContact: Public Information Desk, (555) 555-0142",
    "contact block": "\n\nMedia contact:\nJo Moss\nCounty spokesperson\n555-555-0142\njo@ellery.example",
    "signs, then a contact": "\n\n###\n\nContact the newsroom: news@elleryledger.example",
    "database labels": "\n\nLOAD-DATE: March 9, 2023\nLANGUAGE: English",
    "several": "\n\n-30-\n\nPosted: March 7, 2023\nCopyright 2023 The Ellery Ledger",
}


@pytest.mark.parametrize("trailer", TRAILERS.values(), ids=TRAILERS)
def test_trailers_are_left_out_and_logged(trailer: str):
    article = read(f"{HEADLINE}\n\n", BODY + trailer)

    assert article.text == BODY
    assert {line.reason for line in article.dropped} == {"trailer"}


def test_a_signature_is_a_byline():
    article = read("", BODY + "\n\n— Marcus Dole, Channel 6 News")

    assert article.bylines == ("Marcus Dole",)
    assert article.text == BODY


def test_a_known_outlet_in_the_trailer_is_the_outlet():
    article = read("", BODY + "\n\nCopyright 2023 The Ellery Ledger", frozenset({"the ellery ledger"}))

    assert article.outlet == "the ellery ledger"


def test_dates_in_the_running_text_are_no_evidence():
    article = read(f"{HEADLINE}\n\n", BODY + "\n\nThe bridge was closed on March 4, 2019.\n\nIt opened in June 1931.")

    assert article.dates == ()


def test_a_list_of_stories_has_no_date_of_its_own():
    listing = "Skip to main content\nNEWS RELEASES\n\n" + "\n\n".join(
        f"March {day}, 2023\n\nSomething happened on day {day}" for day in (1, 2, 3, 4)
    )

    assert not [seen for seen in parse_text(listing)[0].dates if seen.evidence == "line"]


def test_a_scraped_pages_menu_is_left_out():
    page = (
        f"{HEADLINE} - Ellery County\nScroll to top\nFollow Us\n–\nSkip to content\nSearch for\nPress\n5 min read\n"
        f"{HEADLINE}\nAuthor\nPaula Quist\nPublished\nMarch 7, 2023\nHome\nPress\n{HEADLINE}\n{BODY}\n"
        "Related\nAnother story\nMay 1, 2026\nPress\nName*"
    )

    (article,) = parse_text(page)

    assert article.headline == HEADLINE
    assert article.bylines == ("Paula Quist",)
    assert [seen.text for seen in article.dates] == ["March 7, 2023"]
    assert article.text == BODY
    assert "Scroll to top" in [line.text for line in article.dropped]


def test_a_release_label_may_hold_the_headline_and_stand_below_a_letterhead():
    header = (
        "August 29, 2018 Contact: Jo Moss\nDirector of Communications\nEllery County\n555-555-0142 (office)\n"
        f"For Immediate Release: {HEADLINE}\n"
    )

    article = read(header)

    assert article.headline == HEADLINE
    assert [seen.text for seen in article.dates] == ["August 29, 2018"]
    assert article.text == BODY


def test_a_pages_title_is_known_by_its_repetition():
    article = read(f"{HEADLINE} - Ellery County\nNews\n{HEADLINE}\nAdmin | March 7, 2023\n")

    assert article.headline == HEADLINE
    assert article.text == BODY


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "By Paula ",
        "May 1, 2020\n",
        "Date: May 1, 2020\n",
        "Date\n",
        "AUSTIN\n",
        "— ",
        "a | ",
        "#\n",
        "Paula Quist, ",
        "A.",
        "1/1/",
    ],
)
def test_long_repetitions_take_no_longer_than_their_length(piece: str):
    def make(size: int) -> str:
        return piece * (size // len(piece)) + "the end"

    assert grows_with_its_input(make, parse_text, 5_000)


def test_a_headline_on_a_scraped_page_may_be_as_long_as_it_likes():
    long = HEADLINE + ", and it will be the third to be mended in a year that began with none, " * 3 + "says its mayor"
    page = f"{long} - Office of the Sheriff\nSkip to content\nSearch for\n{long}\nPublished\nMarch 7, 2023\n\n"

    article = read(page)

    assert article.headline == long
    assert [(date.text, date.evidence) for date in article.dates] == [("March 7, 2023", "label")]
    assert article.text == BODY


def test_a_sites_record_at_the_foot_of_a_scraped_page_dates_it_and_ends_it():
    foot = (
        f"\n\nlogo.webp\nP. Quist\n2023-03-07 17:32:00\n2023-03-09 08:00:00\n{HEADLINE}\nRecent news\nJune 10, 2026\n"
        "The sheriff said on Monday that another man had been charged with taking copper from the pumping station.\n"
    )

    article = read(f"{HEADLINE} - County News\nYou are here:\nHome\n{HEADLINE}\n", PLAIN + foot)

    assert [(date.text, date.role) for date in article.dates] == [
        ("2023-03-07 17:32:00", "published"),
        ("2023-03-09 08:00:00", "updated"),
    ]
    assert article.text == PLAIN


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PLAIN, "en"),
        ("DRIVER SENTENCED TO SIX YEARS FOR THE DEATH OF A MAN AND OF HIS DOG AT THE BRIDGE, AND FINED", "en"),
        ("Der Stadtrat hat am Dienstag beschlossen, die alte Brücke noch vor dem Winter zu reparieren.", "de"),
        ("De raad heeft dinsdag besloten de oude brug nog voor de winter te laten herstellen, zei ze.", "nl"),
        ("Too short", None),
        ("FOTOS DEL PUERTO\nINICIO\nCONTACTO\nEL ALCALDE ANUNCIA LA VENTA DE LA VIEJA DRAGA A LOS VECINOS", "es"),
        ("MEDIA ADVISORY\nHOME\nPRESS\nFERRY CREW DRILL\n" + "CONTACT: T. HALE, 555-0100\n" * 12 + PLAIN, "en"),
        (" " * 400 + "HARBOR NOTICE" + " " * 400 + PLAIN, "en"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str | None):
    assert language_of(text) == language
