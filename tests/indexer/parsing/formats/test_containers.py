"""Web archives, zip and gzip: member by member, each under its own name, none of it believed."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from indexer.parsing import ParsedArticle, Unreadable
from indexer.parsing.parsed import LeftOut
from indexer.parsing.registry import find_parts, read_file
from tests.indexer.parsing.formats.warcs import warc

PAGE = """<!doctype html><html><head><title>{0}</title></head><body><article><h1>{0}</h1>
<p>HARROW — The levee along Sable Creek was finished on Thursday, two years after the flood of 2020.</p>
<p>“It is only dirt, but it is our dirt,” said Jonah Whitlock, who grows corn behind it and carried sandbags.</p>
</article></body></html>"""
SITE = "https://www.elleryledger.example"


def zipped(members: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


CRAWL = warc(
    [
        ("response", f"{SITE}/", "text/html", PAGE.format("Home").encode()),
        ("response", f"{SITE}/2022/11/levee", "text/html; charset=utf-8", PAGE.format("Levee is finished").encode()),
        ("response", f"{SITE}/style.css", "text/css", b"p {}"),
        ("response", f"{SITE}/logo.png", "image/png", b"\x89PNG"),
        ("revisit", f"{SITE}/2022/11/levee", "text/html", b""),
        ("response", f"{SITE}/2022/12/levee", "text/html", PAGE.format("Levee is opened").encode("utf-16")),
    ]
)


@pytest.mark.parametrize("data", [CRAWL, gzip.decompress(CRAWL), gzip.compress(gzip.decompress(CRAWL))])
def test_the_pages_of_a_web_archive_are_read_and_the_rest_is_counted(data: bytes) -> None:
    reading = read_file("crawl.warc.gz", data)
    assert [article.headline for article in reading.articles] == ["Levee is finished", "Levee is opened"]
    first = reading.articles[0]
    assert (first.url, first.part) == (f"{SITE}/2022/11/levee", f"{SITE}/2022/11/levee")
    assert [(date.text, date.role) for date in first.dates if date.evidence == "captured"] == [
        ("2024-06-01T12:00:00Z", "bound")
    ]
    assert all(left_out.expected for left_out in reading.left_out)
    assert [left_out.reason for left_out in reading.left_out] == [
        "the front page of a site",
        "a record that is no page (text)",
        "a record that is no page (image)",
        "a page visited again, unchanged",
    ]


def test_a_web_archive_that_breaks_off_keeps_what_came_before() -> None:
    reading = read_file("crawl.warc.gz", CRAWL[: len(CRAWL) * 3 // 4])
    assert reading.articles[0].headline == "Levee is finished"
    assert "breaks off" in reading.left_out[-1].reason
    assert not reading.left_out[-1].expected


def test_answers_that_are_no_page_are_counted() -> None:
    data = warc([("response", f"{SITE}/gone", "text/html", PAGE.format("Not found").encode())], "404 Not Found")
    with pytest.raises(Unreadable, match="status 404"):
        read_file("crawl.warc.gz", data)


def test_a_page_that_cannot_be_read_does_not_stop_the_others() -> None:
    data = warc(
        [
            ("response", f"{SITE}/a", "text/html", b"\x00\x01\x02" * 999),
            ("response", f"{SITE}/b", "text/html", PAGE.format("Levee is finished").encode()),
        ]
    )
    reading = read_file("crawl.warc.gz", data)
    assert [article.headline for article in reading.articles] == ["Levee is finished"]
    assert reading.left_out == (LeftOut(f"{SITE}/a", "binary data, not text"),)


def test_a_crawlers_package() -> None:
    package = zipped(
        {
            "datapackage.json": '{"profile": "data-package"}',
            "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"url": "https://x.example", "title": "A title"}',
            "archive/data.warc.gz": CRAWL,
            "indexes/index.cdx.gz": gzip.compress(b"example,x)/ 2024 {}"),
        }
    )
    reading = read_file("crawl.wacz", package)
    assert [article.headline for article in reading.articles] == ["Levee is finished", "Levee is opened"]
    assert reading.articles[0].inner_path == "archive/data.warc.gz"
    assert reading.articles[0].part == f"archive/data.warc.gz#{SITE}/2022/11/levee"
    assert all(left_out.expected for left_out in reading.left_out)


def test_members_of_a_zip_file_are_read_like_files() -> None:
    reading = read_file(
        "export.zip",
        zipped(
            {
                "2022/2022-11-18-levee.txt": "HARROW — The levee was finished on Thursday.",
                "pages/levee.html": PAGE.format("Levee is finished"),
                "photo.jpg": b"\xff\xd8\xff\xe0 image",
                "__MACOSX/._levee": b"\x00\x05\x16\x07",
                "empty.txt": "",
            }
        ),
    )
    assert [(article.part, article.inner_path) for article in reading.articles] == [
        ("2022/2022-11-18-levee.txt", "2022/2022-11-18-levee.txt"),
        ("pages/levee.html", "pages/levee.html"),
    ]
    assert reading.left_out == (
        LeftOut("__MACOSX/._levee", "a system's own file", expected=True),
        LeftOut("empty.txt", "empty"),
        LeftOut("photo.jpg", "an image (JPEG), not text"),
    )


def test_many_articles_of_many_members_have_their_member_in_their_part() -> None:
    inner = zipped({"a.txt": "HARROW — One.", "b.txt": "HARROW — Two."})
    mails = b"From a@x.example Thu Jun  6 09:00:00 2024\nSubject: Bond\nMessage-ID: <1@x>\n\nHARROW - Three.\n"
    reading = read_file(
        "all.zip", zipped({"in/first.zip": inner, "mail.mbox": mails, "x.txt.gz": gzip.compress(b"Four.")})
    )
    assert [article.part for article in reading.articles] == [
        "in/first.zip#a.txt",
        "in/first.zip#b.txt",
        "mail.mbox#1@x",
        "x.txt.gz",
    ]
    assert reading.articles[0].inner_path == "in/first.zip/a.txt"


def test_a_gzipped_file_is_read_as_if_it_were_not() -> None:
    (found,) = read_file("2022-11-18-levee.txt.gz", gzip.compress(b"Levee is finished\n\nHARROW - It is.")).articles
    assert (found.headline, found.part) == ("Levee is finished", None)


def test_gzip_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    lines = "\n\n".join(
        f"HARROW — Story number {number * 7919 % 1000003} was told by the river." for number in range(9000)
    )
    data = gzip.compress(lines.encode())
    reading = read_file("story.txt.gz", data[: len(data) // 2])
    assert reading.articles[0].text.startswith("HARROW — Story number 0")
    assert reading.left_out == (LeftOut(None, "gzip data that breaks off"),)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/story.txt", "a/../../story.txt", "..\\story.txt", "C:\\story.txt"]
)
def test_names_that_lead_out_of_their_archive_are_refused(name: str) -> None:
    found = list(find_parts("a.zip", zipped({name: "HARROW — One.", "good.txt": "HARROW — Two."})))
    refused = [one for one in found if isinstance(one, LeftOut)]
    assert [one.reason for one in refused] == ["a name that leads out of its archive"]
    assert [one.text for one in found if isinstance(one, ParsedArticle)] == ["HARROW — Two."]


def test_encrypted_members_are_named() -> None:
    data = bytearray(zipped({"a.txt": "HARROW — One.", "b.txt": "HARROW — Two."}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    reading = read_file("a.zip", bytes(data))
    assert reading.left_out == (LeftOut("a.txt", "encrypted"),)
    assert [article.text for article in reading.articles] == ["HARROW — Two."]


def test_a_damaged_member_does_not_take_the_others_along() -> None:
    data = bytearray(zipped({"a.txt": "HARROW — One. " * 99, "b.txt": "HARROW — Two."}))
    start = data.index(b"a.txt") + 5
    data[start : start + 12] = b"\xff" * 12
    reading = read_file("a.zip", bytes(data))
    assert reading.left_out == (LeftOut("a.txt", "a damaged member of a zip file"),)
    assert [article.text for article in reading.articles] == ["HARROW — Two."]


def test_a_bomb_is_left_out_and_the_story_beside_it_is_read() -> None:
    bomb = zipped({"zeros.txt": b"0" * (450 * 1024 * 1024), "story.txt": "HARROW — One."})
    reading = read_file("bomb.zip", bomb)
    assert [article.text for article in reading.articles] == ["HARROW — One."]
    assert reading.left_out == (LeftOut("zeros.txt", "unpacks to more than a file may hold"),)


def test_archives_nested_too_deeply_are_left_out() -> None:
    data = zipped({"story.txt": "HARROW — One."})
    for level in range(9):
        data = zipped({f"{level}.zip": data})
    with pytest.raises(Unreadable, match="nested too deeply"):
        read_file("nested.zip", data)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}, "an office document"),
        ({"mimetype": "application/epub+zip", "META-INF/container.xml": "<x/>"}, "electronic book"),
        ({}, "an empty zip file"),
        ({"a.jpg": b"\xff\xd8\xff", "b.jpg": b"\xff\xd8\xff"}, "of 2 parts, the first: an image"),
    ],
)
def test_what_holds_no_article_is_told(members: dict[str, bytes | str], reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_file("a.zip", zipped(members))


def test_a_zip_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    stories = {f"{n}.txt": f"HARROW — Story {n}. " + "The levee is finished, the council said. " * n for n in range(9)}
    data = zipped({**stories, "../out.txt": "HARROW — Out."})
    reading = read_file("export.zip", data[: data.rindex(b"PK\x01\x02", 0, data.index(b"PK\x01\x02") + 4)])
    assert [found.part for found in reading.articles] == list(stories)
    assert [(one.part, one.reason.split(",")[0]) for one in reading.left_out] == [
        ("../out.txt", "a name that leads out of its archive"),
        (None, "a zip file that breaks off"),
    ]


def test_the_member_in_which_a_zip_file_breaks_off_is_named() -> None:
    noise = " ".join(str(n * n) for n in range(2000))
    data = zipped({"a.txt": "HARROW — One.", "b.txt": f"HARROW — Two.\n\n{noise}"})
    reading = read_file("export.zip", data[:600])
    assert [found.part for found in reading.articles] == ["a.txt", "b.txt"]
    assert reading.left_out[0] == LeftOut("b.txt", "breaks off")


def test_stored_members_are_found_too_and_others_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", "HARROW — One.")
        archive.writestr("b.txt", "HARROW — Two.")
    data = out.getvalue()
    assert [found.part for found in read_file("a.zip", data[:-60]).articles] == ["a.txt", "b.txt"]
    other = data[:-60].replace(b"PK\x03\x04\x14\x00\x00\x00\x00\x00", b"PK\x03\x04\x14\x00\x00\x00\x63\x00", 1)
    assert read_file("a.zip", other).left_out[0] == LeftOut("a.txt", "packed in a way that is not read")


def test_what_only_begins_like_a_zip_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="a damaged zip file"):
        read_file("a.zip", b"PK\x03\x04 and no more")


def test_a_bomb_without_its_list_of_members_is_no_bomb() -> None:
    bomb = zipped({"story.txt": "HARROW — One.", "zeros.txt": b"0" * (450 * 1024 * 1024)})
    reading = read_file("bomb.zip", bomb[:-100])
    assert [found.part for found in reading.articles] == ["story.txt"]
    assert "unpacks to more than a file may hold" in [one.reason for one in reading.left_out]
