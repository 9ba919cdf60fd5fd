"""XML that means harm, or has come to it."""

from __future__ import annotations

import pytest

from indexer.parsing import Unreadable
from indexer.parsing.formats.xml_stream import root_of
from tests.indexer.parsing.formats.reading import left_out, read_text

ITEM = "<item><title>A</title><description>It rained on the creek.</description></item>"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + f"]><rss><channel><item><title>A</title><description>&m;</description></item>{ITEM}</channel></rss>"
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>{ITEM}</channel></rss>',
        f"<!-- one --><!DOCTYPE rss [\n<!-- ]> -->\n<!ENTITY a 'b'>]><rss><channel>{ITEM}</channel></rss>",
        f'<!DOCTYPE rss SYSTEM "x" [ %remote; ]><rss><channel>{ITEM}</channel></rss>',
    ],
)
def test_entities_of_the_documents_own_are_refused_at_once(text: str):
    with pytest.raises(Unreadable, match="declares entities of its own"):
        read_text("feed.xml", text)


def test_a_document_type_that_only_names_itself_is_none_of_that():
    text = f'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x.dtd"><rss><channel>{ITEM}</channel></rss>'

    assert len(read_text("feed.xml", text).articles) == 1


def test_nesting_without_end_is_stopped():
    text = f"<rss><channel>{ITEM}<item><description>{'<x>' * 10_000}</description></item></channel></rss>"

    reading = read_text("feed.xml", text)

    assert len(reading.articles) == 1
    assert any(reason.startswith(("damaged", "cut off", "no text")) for _, reason in left_out(reading))


@pytest.mark.parametrize("kept", range(1, 200, 7))
def test_a_file_cut_off_anywhere_is_read_or_refused_by_name(kept: int):
    whole = f'<?xml version="1.0"?><rss version="2.0"><channel>{ITEM}{ITEM}</channel></rss>'

    try:
        reading = read_text("feed.xml", whole[:kept])
    except Unreadable as error:
        assert error.reason
    else:
        assert all(article.text == "It rained on the creek." for article in reading.articles)
        assert any("cut off" in reason for _, reason in left_out(reading))


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<rss>", "rss"),
        (b'<?xml version="1.0"?>\n<!-- <nitf> -->\n<!DOCTYPE nitf SYSTEM "x">\n<nitf version="3">', "nitf"),
        (b"<n:newsItem xmlns:n='x'>", "newsItem"),
        (b"plain words", None),
        (b"<", None),
        (b"", None),
    ],
)
def test_root(head: bytes, name: str | None):
    root = root_of(head)

    assert (root.name if root else None) == name


def test_xml_of_no_known_kind_is_refused():
    with pytest.raises(Unreadable, match="XML of a kind that is not read"):
        read_text("a.xml", "<?xml version='1.0'?><opml><body/></opml>")
