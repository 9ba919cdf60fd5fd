"""Mail: releases, newsletters, forwards and mailboxes; the sender and the date as evidence; MHTML pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.parsing import ParsedArticle, Unreadable
from indexer.parsing.parsed import LeftOut
from indexer.parsing.registry import find_parts, parse_file, read_file

FIXTURES = Path(__file__).parents[3] / "corpus" / "formats"
OUTLETS = frozenset({"the ellery ledger", "fenwick valley weekly"})


def read(name: str) -> ParsedArticle:
    (article,) = parse_file(name, (FIXTURES / name).read_bytes(), OUTLETS)
    return article


def mail(header: str, body: str, name: str = "a.eml") -> ParsedArticle:
    (article,) = parse_file(name, f"{header}\n\n{body}".encode(), OUTLETS)
    return article


def dates(article: ParsedArticle) -> list[tuple[str, str, str]]:
    return [(date.text, date.evidence, date.role) for date in article.dates]


def test_a_release_is_read_as_plain_text_with_its_subject_as_headline() -> None:
    found = read("release.eml")
    assert found.headline == "Valves on Reservoir Road will be closed Thursday — and why"
    assert found.text == (
        "FENWICK MILLS — Crews of the authority will close three valves on Reservoir Road on Thursday.\n\n"
        "“Nobody will be without water for more than an hour,” said Wren Okabe, director of the authority."
    )
    assert found.outlet == "Ellery County Water Authority"
    assert found.bylines == ()
    assert found.part is None
    assert dates(found) == [("Tue, 12 Mar 2024 09:00:00 -0500", "mail", "published")]


def test_a_newsletter_is_read_as_a_page_without_its_links() -> None:
    found = read("newsletter.eml")
    assert found.text.startswith("The ferry of Port Ellery ran")
    assert found.text.endswith("to bring chairs.")
    assert "“We will be back when the river lets us,” said Tobias Finch" in found.text
    assert found.outlet == "Fenwick Valley Weekly"
    assert {line.reason for line in found.dropped} == {"newsletter"}


def test_of_a_forward_the_inner_mail_is_read_and_the_outer_date_is_a_bound() -> None:
    found = read("forward.eml")
    assert found.headline == "Patrols at Hallam Reservoir"
    assert found.text.startswith("FENWICK MILLS — Deputies will drive past")
    assert found.outlet == "Ellery County Sheriff's Office"
    assert dates(found) == [
        ("Tue, May 14, 2024 at 4:12 PM", "mail", "published"),
        ("Wed, 15 May 2024 08:00:00 -0500", "mail", "bound"),
    ]


def test_a_mail_attached_to_a_mail_is_what_is_read() -> None:
    found = mail(
        "From: Tom Aske <aske@ledger.example>\nDate: Wed, 15 May 2024 08:00:00 -0500\nSubject: Fwd: Levee\n"
        'Message-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"',
        "--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n"
        "From: City of Harrow <hall@harrow.example>\nDate: Tue, 14 May 2024 08:00:00 -0500\nSubject: Levee\n\n"
        "HARROW — The levee was finished on Monday.\n--b--\n",
    )
    assert found.text == "HARROW — The levee was finished on Monday."
    assert found.outlet == "City of Harrow"
    assert [(text[:11], role) for text, _, role in dates(found)] == [
        ("Tue, 14 May", "published"),
        ("Wed, 15 May", "bound"),
    ]


def test_a_mailbox_gives_its_mails_under_their_message_ids() -> None:
    reading = read_file("releases.mbox", (FIXTURES / "releases.mbox").read_bytes())
    assert [article.part for article in reading.articles] == ["clerk-1@county.example", "clerk-2@county.example"]
    assert [article.headline for article in reading.articles] == [
        "Canvass set for Monday",
        "Canvass confirms the count",
    ]
    assert "From Tuesday on, the count" in reading.articles[0].text
    assert reading.left_out == (LeftOut("clerk-3@county.example", "a mail without a text"),)


@pytest.mark.parametrize(
    ("sender", "outlet", "bylines"),
    [
        ("Ruth Amsel <ruth@weekly.example>", None, ("Ruth Amsel",)),
        ('"Ruth Amsel, Fenwick Valley Weekly" <ruth@weekly.example>', "Fenwick Valley Weekly", ("Ruth Amsel",)),
        ("The Ellery Ledger <news@ledger.example>", "The Ellery Ledger", ()),
        ("Ellery County Sheriff <press@sheriff.example>", "Ellery County Sheriff", ()),
        ("press@sheriff.example", None, ()),
        ("=?utf-8?B?w4lsbGVyeSBOZXdz?= <n@x.example>", "Éllery News", ()),
    ],
)
def test_the_sender_is_the_outlet_or_the_byline(sender: str, outlet: str | None, bylines: tuple[str, ...]) -> None:
    header = f"From: {sender}\nDate: Tue, 14 May 2024 08:00:00 -0500\nSubject: Water\nMessage-ID: <1@x>"
    found = mail(header, "The water was shut off in Harrow on Monday, and nobody had been told of it.")
    assert (found.outlet, found.bylines) == (outlet, bylines)


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Fwd: Re: Water is shut off", "Water is shut off"),
        ("[press-list] FW: Water is shut off", "Water is shut off"),
        ("Water is\n shut off", "Water is shut off"),
        ("=?iso-8859-1?Q?Caf=E9_shut?=", "Café shut"),
        ("=?nonsense?Q?Cafe?=", "Cafe"),
    ],
)
def test_subjects(subject: str, headline: str) -> None:
    header = f"From: City <a@x.example>\nDate: Tue, 14 May 2024 08:00:00 -0500\nMessage-ID: <1@x>\nSubject: {subject}"
    assert mail(header, "The water was shut off in Harrow on Monday.").headline == headline


def test_flowed_lines_run_on() -> None:
    found = mail(
        "From: City <a@x.example>\nSubject: Water\nMessage-ID: <1@x>\nContent-Type: text/plain; format=flowed",
        "The water was shut off \nin Harrow on Monday.\n\nIt will be back \nby noon.\n",
    )
    assert found.text == "The water was shut off in Harrow on Monday.\n\nIt will be back by noon."


def test_a_text_that_comes_as_an_attachment_is_read_from_it() -> None:
    (found,) = parse_file(
        "a.eml",
        b"From: City of Harrow <a@x.example>\nDate: Tue, 14 May 2024 08:00:00 -0500\nSubject: Water\n"
        b'Message-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
        b'Content-Type: text/plain; name="water.txt"\nContent-Disposition: attachment; filename="../../water.txt"\n\n'
        b"HARROW - The water was shut off.\n--b--\n",
    )
    assert found.text == "HARROW - The water was shut off."
    assert found.part == "1@x/.._.._water.txt"
    assert found.outlet == "City of Harrow"
    assert [date.evidence for date in found.dates] == ["mail"]


def test_other_attachments_are_counted_not_read() -> None:
    found = tuple(
        find_parts(
            "a.eml",
            b"From: City <a@x.example>\nSubject: Water\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nThe water is off.\n'
            b'--b\nContent-Type: image/png\nContent-Disposition: attachment; filename="logo.png"\n\nx\n--b--\n',
        )
    )
    assert isinstance(found[0], ParsedArticle)
    assert found[1:] == (LeftOut("logo.png", "an attachment", expected=True),)


def test_a_text_with_labels_is_no_mail() -> None:
    text = "Subject: Water\nDate: May 14, 2024\nFrom: The Ellery Ledger\n\nHARROW — The water was shut off on Monday."
    (found,) = parse_file("story.txt", text.encode())
    assert [date.evidence for date in found.dates] == ["label"]


def test_damaged_headers_are_taken_as_they_stand() -> None:
    header = (
        "From: <<<@@>>> , ;;\nTo: (\nDate: not a day\nSubject: Water\nMessage-ID: <<>\n"
        "Content-Type: text/plain; charset=klingon"
    )
    found = mail(header, "The water was shut off in Harrow on Monday.")
    assert found.text == "The water was shut off in Harrow on Monday."
    assert found.outlet is None


def test_a_mail_without_words_is_told() -> None:
    with pytest.raises(Unreadable, match="a mail without a text"):
        parse_file("a.eml", b"From: a@x.example\nSubject: Water\nMessage-ID: <1@x>\n\n \n")


def test_a_saved_page_has_its_address_and_the_day_of_saving_as_a_bound() -> None:
    found = read("page.mhtml")
    assert found.headline == "Bridge at Sable Creek reopens"
    assert found.text.startswith("The bridge at Sable Creek was opened on Thursday")
    assert found.url == "https://www.elleryledger.example/2023/10/bridge-reopens"
    assert ("2023-10-12T08:00:00-05:00", "meta", "published") in dates(found)
    assert [role for _, evidence, role in dates(found) if evidence == "captured"] == ["bound"]


def test_a_saved_page_without_its_page_is_told() -> None:
    with pytest.raises(Unreadable, match="without the page"):
        parse_file(
            "a.mhtml",
            b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nx\n',
        )


def test_a_sender_who_is_named_last_name_first() -> None:
    found = mail(
        'From: "Amsel, Ruth" <r@weekly.example>\nTo: a@b.example\nSubject: Levee\nDate: 18 Nov 2022 16:10:00 -0600',
        "HARROW — The levee was finished on Thursday.",
    )
    assert (found.bylines, found.outlet) == (("Ruth Amsel",), None)


def test_a_subject_in_bytes_of_an_old_program_is_read() -> None:
    header = b"From: a@b.example\nTo: c@d.example\nSubject: Caf\xe9 opens\nDate: Fri, 18 Nov 2022 16:10:00 -0600\n\n"
    (found,) = parse_file("a.eml", header + b"The cafe is open, said Jo Pell.")
    assert found.headline == "Café opens"
