"""Bytes that say nothing about their encoding, or say it wrongly."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.parsing import Unreadable
from indexer.parsing.decoding import decode
from indexer.parsing.registry import parse_file

TEXT = "“Señor O’Neil” paid €5 for Ærø — naïve, he said."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "utf-32-bom", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_encodings(data: bytes):
    assert decode(data) == TEXT


def test_a_declared_encoding_is_used_where_it_is_not_utf_8():
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"


def test_latin_1_means_windows_1252():
    assert decode(b"\x93Yes\x94", "ISO-8859-1") == "“Yes”"


def test_a_false_claim_of_utf_8_and_an_unknown_encoding_do_no_harm():
    assert decode(b"caf\xe9", "utf-8") == decode(b"caf\xe9", "x-none-such") == "café"


def test_mixed_encodings_are_each_read_as_what_they_are():
    assert decode("“Señor”".encode() + b" said \x93yes\x94") == "“Señor” said “yes”"


def test_nul_and_control_characters_are_dropped():
    assert (
        decode(b"The may\x00or\x07 said no to the bridge, and left.\x1a")
        == "The mayor said no to the bridge, and left."
    )


def test_lone_surrogates_become_replacement_characters():
    text = decode("A good long line of text, broken \ud800 here.".encode("utf-8", "surrogatepass"))

    assert text.encode()
    assert text.startswith("A good long line")


def test_bidirectional_marks_stay():
    assert decode("a\u202eb".encode()) == "a\u202eb"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"\x1f\x8b\x08\x00....", "gzip"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00\x01\x02\x03" * 500, "binary"),
    ],
)
def test_what_is_not_text_is_refused_with_a_reason(data: bytes, reason: str):
    with pytest.raises(Unreadable, match=reason):
        decode(data)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.csv", b"a,b\n1,2\n", "csv"),
        ("a.json", b'{"title": "A"}', "JSON"),
        ("a.xml", b"<?xml version='1.0'?><opml><body/></opml>", "XML"),
        ("a.html", b"<html><head></head><body></body></html>", "without an article"),
    ],
)
def test_files_without_an_article_are_refused_with_a_reason(name: str, data: bytes, reason: str):
    with pytest.raises(Unreadable, match=reason):
        parse_file(name, data)


def test_content_comes_before_the_name():
    page = (
        b"<!doctype html><title>A</title><h1>Bridge shut</h1>"
        b"<article><p>The county closed the bridge today.</p></article>"
    )

    assert parse_file("story.txt", page)[0].headline == "Bridge shut"
    assert parse_file("story.html", b"Bridge shut\n\nThe county closed the bridge today.")[0].headline == "Bridge shut"


@given(st.binary(max_size=600), st.sampled_from(["a.txt", "a.html", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str):
    try:
        articles = parse_file(name, data)
    except Unreadable as error:
        assert error.reason
    else:
        assert all(article.text.encode() for article in articles)
