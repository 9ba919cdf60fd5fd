"""Files that mean harm, or were damaged: a seeded maker of bombs, torn archives, odd bytes and endless nestings.

``python -m tests.indexer.hostile FOLDER`` writes them to look at.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.indexer.parsing.formats.pdfs import pdf
from tests.indexer.parsing.formats.warcs import warc

FIXTURES = Path(__file__).parents[1] / "corpus" / "formats"
SEED = 20240528
MARK = "The levee along Sable Creek was finished on Thursday"
STORY = f"HARROW — {MARK}, two years after the flood.\n\n“It is only dirt,” said Jonah Whitlock, who grows corn.\n"
PAGE = (
    "<!doctype html><html><head><title>Levee</title></head><body><h1>Levee</h1>"
    f"<p>{MARK}, two years after the flood of 2020, and the first to walk on it was a dog.</p>"
    "<p>“It is only dirt,” said Jonah Whitlock, who grows corn behind it and carried sandbags.</p></body></html>"
)
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file: its name, its bytes, and whether the story in it can be read all the same."""

    name: str
    data: bytes
    is_readable: bool = False


def hostile_files(seed: int = SEED) -> Iterator[Hostile]:
    """Give the files, the same for the same seed; the bombs are the same for any."""
    yield from _bombs()
    yield from _lengths()
    yield from small_hostile_files(seed)


def small_hostile_files(seed: int = SEED) -> Iterator[Hostile]:
    """Give those that are quickly made."""
    chance = random.Random(seed)
    yield from _zips(chance)
    yield from _gzips(chance)
    yield from _pdfs(chance)
    yield from _web_archives(chance)
    yield from _entities()
    yield from _bytes(chance)
    yield from _nestings()
    yield from _slow_patterns()
    yield from _mails()
    yield from _wires()
    yield from _damaged(chance)


def zipped(members: list[tuple[str, bytes]], level: int = 9) -> bytes:
    """Give a zip file; names may repeat and lead anywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _bombs() -> Iterator[Hostile]:
    story = ("story.txt", STORY.encode())
    zeros = b"0" * (450 * MEGABYTE)
    yield Hostile("bomb.zip", zipped([("zeros.txt", zeros), story]), True)
    small = zipped([(f"{number}.txt", zeros[: 40 * MEGABYTE]) for number in range(3)])
    inner = [(f"z{number}.zip", small) for number in range(12)]
    yield Hostile("bomb-of-bombs.zip", zipped([*inner, ("a.txt", story[1])]), True)
    yield Hostile("bomb.txt.gz", _packed(b"0" * (600 * MEGABYTE)))
    liar = bytearray(zipped([("liar.txt", zeros[: 5 * MEGABYTE]), story]))
    place = liar.index(b"PK\x01\x02")
    liar[place + 24 : place + 28] = struct.pack("<I", 100)
    yield Hostile("lies-about-its-size.zip", bytes(liar), True)


def _zips(chance: random.Random) -> Iterator[Hostile]:
    story = ("story.txt", STORY.encode())
    nested = zipped([story])
    for level in range(12):
        nested = zipped([(f"{level}.zip", nested)])
    yield Hostile("nested-12.zip", nested)
    yield Hostile("nested-2.zip", zipped([("a.zip", zipped([("b.zip", zipped([story]))]))]), True)
    yield Hostile("many-members.zip", zipped([(f"{number}.txt", b"") for number in range(5000)] + [story]), True)
    for number, name in enumerate(
        (
            "../../etc/x.txt",
            "/etc/x.txt",
            "..\\..\\x.txt",
            "C:/x.txt",
            "a/../../x.txt",
            "\u202etxt.exe",
            "a\nb.txt",
            "x" * 60000,
        )
    ):
        yield Hostile(f"traversal-{number}.zip", zipped([(name, b"HARROW - Another story is told."), story]), True)
    plain = zipped([story, ("b.txt", b"HARROW - Another story is told.")])
    for number in range(8):
        yield Hostile(f"torn-{number}.zip", plain[: chance.randrange(4, len(plain))])
    yield Hostile("without-its-list.zip", plain[: plain.index(b"PK\x01\x02")], True)
    for number in range(8):
        yield Hostile(f"flipped-{number}.zip", _flipped(chance, plain, 3))
    encrypted = bytearray(plain)
    encrypted[6] |= 1
    encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
    yield Hostile("encrypted-member.zip", bytes(encrypted))
    yield Hostile("same-name-twice.zip", _twice(story), True)
    yield Hostile("empty.zip", zipped([]))
    yield Hostile("method-99.zip", plain.replace(b"\x08\x00\x00\x00!\x00", b"\x63\x00\x00\x00!\x00"))


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 6, mtime=0)


def _twice(story: tuple[str, bytes]) -> bytes:
    one = zipped([("story.txt", story[1]), ("stors.txt", b"HARROW - Another story is told.")])
    return one.replace(b"stors.txt", b"story.txt")


def _gzips(chance: random.Random) -> Iterator[Hostile]:
    long = _packed((STORY + "\n".join(f"Line {chance.random()} is told." for _ in range(5000))).encode())
    for number in range(8):
        yield Hostile(f"torn-{number}.txt.gz", long[: chance.randrange(20000, len(long))], True)
    for number in range(4):
        yield Hostile(f"flipped-{number}.txt.gz", _flipped(chance, long, 2))
    yield Hostile("wrong-sum.txt.gz", long[:-8] + b"\0\0\0\0\0\0\0\0", True)
    yield Hostile("trailing-rubbish.txt.gz", _packed(STORY.encode()) + b"rubbish", True)
    yield Hostile("two-in-one.txt.gz", _packed(STORY[:40].encode()) + _packed(STORY[40:].encode()), True)
    data = STORY.encode()
    for _ in range(9):
        data = _packed(data)
    yield Hostile("nine-times.txt.gz", data)
    yield Hostile("only-a-header.txt.gz", b"\x1f\x8b\x08\x00")
    yield Hostile("not-gzip.txt.gz", STORY.encode())


def _pdfs(chance: random.Random) -> Iterator[Hostile]:
    whole = pdf([[(72.0, 700.0, 11.0, MARK + ", two years after the flood.")]])
    yield Hostile("clipping.pdf", whole, True)
    for number in range(10):
        yield Hostile(f"torn-{number}.pdf", whole[: chance.randrange(8, len(whole))])
    for number in range(10):
        yield Hostile(f"flipped-{number}.pdf", _flipped(chance, whole, 6))
    yield Hostile("loop.pdf", whole.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"))
    yield Hostile("own-parent.pdf", whole.replace(b"/Contents 5 0 R", b"/Contents 4 0 R"))
    yield Hostile(
        "previous-is-itself.pdf", whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % whole.index(b"xref")), True
    )
    packed = zlib.compress(b"BT (x) Tj ET\n" * (4 * MEGABYTE), 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    start = whole.index(b"5 0 obj")
    yield Hostile("bomb.pdf", whole[:start] + b"5 0 obj\n" + stream + b"\nendobj\n" + whole[whole.index(b"6 0 obj") :])
    yield Hostile("scan.pdf", pdf([[]]))
    yield Hostile("many-pages.pdf", pdf([[(72.0, 700.0, 9.0, "x")]] * 2000))
    yield Hostile("nested-arrays.pdf", whole.replace(b"/Kids [4 0 R]", b"/Kids " + b"[" * 50000 + b"]" * 50000))


def _web_archives(chance: random.Random) -> Iterator[Hostile]:
    address = "https://www.elleryledger.example/2022/11/"
    rows = [("response", f"{address}{number}", "text/html", PAGE.encode()) for number in range(4)]
    whole = warc(rows)
    for number in range(10):
        yield Hostile(f"torn-{number}.warc.gz", whole[: chance.randrange(10, len(whole))])
    for number in range(6):
        yield Hostile(f"flipped-{number}.warc", _flipped(chance, gzip.decompress(whole), 8))
    plain = gzip.decompress(whole)
    yield Hostile("lies-about-its-length.warc", plain.replace(b"Content-Length: ", b"Content-Length: 9"))
    yield Hostile("negative-length.warc", plain.replace(b"Content-Length: ", b"Content-Length: -"))
    yield Hostile("no-pages.warc.gz", warc([("revisit", f"{address}1", "text/html", b"")]))
    yield Hostile(
        "bomb.warc.gz", warc([("response", f"{address}x", "text/html", b"<p>" * (20 * MEGABYTE)), *rows]), True
    )
    yield Hostile("bytes-in-header.warc", plain.replace(b"WARC-Date", b"WARC\xff\x00Date"))


def _entities() -> Iterator[Hostile]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY l0 "ha">{laughs}]>'
    outside = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    long = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x "{"ha" * 100000}">]>'
    for kind, head, word in (("laughs", bomb, "&l9;"), ("outside", outside, "&x;"), ("long", long, "&x;" * 5000)):
        yield Hostile(
            f"{kind}.nitf.xml", f"{head}<nitf><body><body.content><p>{word}</p></body.content></body></nitf>".encode()
        )
        yield Hostile(
            f"{kind}.rss",
            f"{head.replace('nitf', 'rss')}<rss><channel><item><title>{word}</title></item></channel></rss>".encode(),
        )
        yield Hostile(f"{kind}.html", f"{head.replace('nitf', 'html')}<html><body><p>{word}</p></body></html>".encode())


def _bytes(chance: random.Random) -> Iterator[Hostile]:
    plain = STORY.encode()
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        yield Hostile(f"{encoding}.txt", STORY.encode(encoding), True)
    yield Hostile("utf-16-odd.txt", STORY.encode("utf-16")[:-1], True)
    yield Hostile("nul-between.txt", plain.replace(b". ", b".\0 ").replace(b"\n", b"\0\n"), True)
    yield Hostile("nul-only.txt", b"\0" * 5000)
    yield Hostile("bidi.txt", ("\u202e" + STORY + "\u2066\u2069\u202c").encode(), True)
    yield Hostile("surrogates.txt", plain + b"\xed\xa0\x80\xed\xbf\xbf and so on", True)
    yield Hostile("overlong.txt", plain + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80", True)
    yield Hostile("latin-in-utf8.txt", plain + "Café in the Tannery".encode("cp1252"), True)
    yield Hostile("escape-codes.txt", b"\x1b[31m" + plain + b"\x1b[0m\x07", True)
    yield Hostile("marks.txt", (STORY + "a" + "\u0300" * 100000).encode(), True)
    yield Hostile("declares-klingon.html", PAGE.replace("<head>", '<head><meta charset="klingon">').encode(), True)
    yield Hostile("declares-utf-16.html", PAGE.replace("<head>", '<head><meta charset="utf-16">').encode(), True)
    yield Hostile("declares-utf-7.html", PAGE.replace("<head>", '<head><meta charset="utf-7">').encode("cp1252"), True)
    yield Hostile(
        "surrogates.json", json.dumps([{"id": 1, "title": "\ud800", "body": STORY + "\udfff"}]).encode(), True
    )
    yield Hostile("nul.json", json.dumps([{"id": "\0", "title": "a\0b", "body": STORY}]).encode(), True)
    for number in range(12):
        yield Hostile(f"random-{number}.txt", chance.randbytes(4000))
    for number in range(12):
        yield Hostile(f"sprinkled-{number}.txt", _flipped(chance, plain * 4, 12))


def _lengths() -> Iterator[Hostile]:
    size = 48 * MEGABYTE
    yield Hostile("one-letter-48-mb.txt", b"a" * size)
    yield Hostile("one-line-48-mb.txt", STORY.encode() + b"levee " * (size // 6))
    yield Hostile("over-the-limit.txt", STORY.encode() + b"levee\n" * (51 * MEGABYTE // 6))
    yield Hostile("long-value.json", json.dumps([{"id": 1, "title": "Levee", "body": "levee " * MEGABYTE}]).encode())
    yield Hostile("long-attribute.html", PAGE.replace("<h1>", f'<h1 class="{"a" * (8 * MEGABYTE)}">').encode(), True)
    yield Hostile("long-tag.html", PAGE.encode() + b"<" + b"a" * (8 * MEGABYTE), True)
    yield Hostile("long-comment.html", PAGE.replace("<h1>", f"<!--{'-' * MEGABYTE}--><h1>").encode(), True)
    yield Hostile(
        "long-subject.eml",
        b"From: a@x.example\nMessage-ID: <1@x>\nSubject: " + b"levee " * MEGABYTE + b"\n\n" + STORY.encode(),
        True,
    )
    yield Hostile("blank.txt", b" \n" * (5 * MEGABYTE))


def _nestings() -> Iterator[Hostile]:
    yield Hostile("divs.html", PAGE.replace("<h1>", "<div>" * 100000 + "<h1>").encode(), True)
    yield Hostile("quotes.html", PAGE.replace("<h1>", "<blockquote>" * 20000 + "<h1>").encode(), True)
    yield Hostile("tables.html", PAGE.replace("<h1>", "<table><tr><td>" * 5000 + "<h1>").encode(), True)
    yield Hostile("unclosed.html", PAGE.replace("<h1>", "<b><i>" * 50000 + "<h1>").encode(), True)
    yield Hostile("arrays.json", b"[" * 500000)
    yield Hostile("arrays-closed.json", b"[" * 100000 + b"]" * 100000)
    yield Hostile("objects.json", b'{"articles":' * 50000 + b"1" + b"}" * 50000)
    yield Hostile(
        "nested.jsonl", (json.dumps({"id": 1, "title": "Levee", "body": STORY}) + "\n").encode() + b'{"a":' * 90000
    )
    yield Hostile("elements.xml", b"<rss>" + b"<channel>" * 100000)
    yield Hostile(
        "json-ld.html",
        PAGE.replace("</head>", f'<script type="application/ld+json">{"[" * 90000}</script></head>').encode(),
        True,
    )
    yield Hostile("front-matter.md", b"---\ntitle: " + b"[" * 50000 + b"\n---\n" + STORY.encode())
    yield Hostile("anchors.md", _yaml_bomb() + STORY.encode(), True)
    yield Hostile(
        "lists.md", b"---\ntitle: Levee\n---\n" + b"".join(b" " * n + b"- a\n" for n in range(2000)) + STORY.encode()
    )
    yield Hostile("brackets.md", b"---\ntitle: Levee\n---\n" + b"[" * 50000 + STORY.encode())


def _yaml_bomb() -> bytes:
    lines = ['a0: &a0 ["ha", "ha"]'] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return ("---\ntitle: Levee\n" + "\n".join(lines) + "\n---\n").encode()


def _wires() -> Iterator[Hostile]:
    above = b"\x16\x16\x01a0412\r\nr a BC-Levee 05-28 0061\r\n\x02"
    story = f"^Levee<\n   {STORY}\n".encode()
    yield Hostile("story.anpa", above + story + b"\x03", True)
    yield Hostile("starts.anpa", above + story + b"\x03" + b"\x01" * 200000, True)
    yield Hostile("empty-stories.anpa", (above + b"\x03") * 3000 + above + story + b"\x03", True)
    yield Hostile("lines.anpa", above + b"^a<\n" * 100000 + story + b"\x03", True)
    yield Hostile("keywords.anpa", above + b"a/" * 200000 + b"\n" + story + b"\x03", True)


def _slow_patterns() -> Iterator[Hostile]:
    for name, text in (
        ("spaces", " " * MEGABYTE),
        ("dashes", "-" * MEGABYTE),
        ("underscores", "_" * MEGABYTE),
        ("commas", ", " * 300000),
        ("quotes", "“" * 30000),
        ("straight-quotes", '"' * 30000),
        ("paired-quotes", "“a” " * 10000),
        ("parentheses", "(" * 100000),
        ("digits", "1" * MEGABYTE),
        ("dates", "May 14, 2024 " * 20000),
        ("bylines", "By Ann Poe, " * 20000),
        ("capitals", "AUSTIN " * 40000),
        ("names", "Ann Poe Ann Poe " * 10000),
        ("said", "Ann Poe said that Bob Roe said that " * 5000),
        ("links", "https://x.example/a " * 30000),
        ("full-stops", ". " * 50000),
        ("newlines", "a\n" * 50000),
        ("labels", "Date: May 14, 2024\n" * 20000),
        ("colons", ":" * 200000),
        ("postmarks", "From a@x.example Thu Jun  6 09:00:00 2024\n\n" * 5000),
        ("documents", "1 of 3 DOCUMENTS\n\n" * 20000),
        ("tags", "<p" * 200000),
        ("entities", "&amp;" * 200000),
        ("copyright", "Copyright " * 50000),
    ):
        yield Hostile(f"{name}.txt", f"{STORY}\n{text}".encode(), True)
        if name in ("postmarks", "documents", "tags", "labels"):
            yield Hostile(f"{name}-first.txt", f"{text}\n{STORY}".encode(), name != "tags")


def _mails() -> Iterator[Hostile]:
    head = (
        b"From: a@x.example\nDate: Tue, 14 May 2024 08:00:00 -0500\nSubject: Levee\nMessage-ID: <1@x>\n"
        b"MIME-Version: 1.0\n"
    )
    text = STORY.encode()
    deep = text
    for number in range(300):
        deep = (
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
            + deep
            + b"\n--b%d--\n" % number
        )
    yield Hostile("deep-parts.eml", head + deep, True)
    yield Hostile("many-parts.eml", head + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nx\n" * 5000)
    within = text
    for _ in range(200):
        within = head + b"Content-Type: message/rfc822\n\n" + within
    yield Hostile("mail-in-mail.eml", within)
    for kind in (b"base64", b"quoted-printable", b"x-uuencode", b"klingon", b"binary"):
        body = head + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + kind + b"\n\n" + text
        yield Hostile(f"encoded-{kind.decode()}.eml", body)
    yield Hostile("no-boundary.eml", head + b"Content-Type: multipart/alternative\n\n" + text)
    yield Hostile(
        "nul-in-header.eml",
        head.replace(b"Levee", b"Le\0vee\x1b[2J") + b"Content-Type: text/plain; charset=utf-8\n\n" + text,
        True,
    )
    yield Hostile("name-of-attachment.eml", _attached(head, b"../../../etc/passwd.txt"), True)
    yield Hostile("bomb-attached.eml", _attached(head, b"a.zip", zipped([("a.txt", b"0" * (200 * MEGABYTE))])))
    yield Hostile("one-mail-many-addresses.eml", head.replace(b"a@x", b"a@x.example, b@x" * 20000) + b"\n" + text)


def _attached(head: bytes, name: bytes, data: bytes = STORY.encode()) -> bytes:
    return (
        head
        + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: application/octet-stream\n'
        + b'Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="'
        + name
        + b'"\n\n'
        + base64.encodebytes(data)
        + b"\n--b--\n"
    )


def _damaged(chance: random.Random) -> Iterator[Hostile]:
    """Every fixture of a format, torn and with bytes changed."""
    for path in sorted(FIXTURES.iterdir()):
        data = path.read_bytes()
        for number in range(4):
            torn = data[: chance.randrange(1, len(data))] if number % 2 else _flipped(chance, data, 10)
            yield Hostile(f"{path.stem}-damaged-{number}{path.suffix}", torn)


def _flipped(chance: random.Random, data: bytes, count: int) -> bytes:
    changed = bytearray(data)
    for _ in range(count):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


if __name__ == "__main__":
    for made in hostile_files():
        (Path(sys.argv[1]) / made.name).write_bytes(made.data)
