"""The site in Spanish: every word of it, by the address, the browser or the setting; and its catalogue."""

from __future__ import annotations

import io
import json
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus
from xml.etree import ElementTree

import flask
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from flask.testing import FlaskClient

from search.builds import BuildReport, SkippedFile, SkippedPart
from search.errors import BadParameter
from search.query.params import from_params
from search.sentences import Sentence
from search.settings import LANGUAGES, Settings
from tests.builders import article
from tests.webui.conftest import sample, serve
from tests.webui.reading import find, heading, links, page, text_of
from tests.webui.test_pages import LETTER, PAGES
from webui import messages
from webui.languages import NAMES, current_language, locale_of, with_language
from webui.message import number
from webui.recorded import told_again
from webui.wording import either, joined

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "webui" / "translations" / "es" / "LC_MESSAGES" / "messages.po"
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "Message", "Sentence")),
    **dict.fromkeys(("ngettext", "Plural"), (1, 2)),
}
SOURCES = [("search/**.py", "python"), ("webui/**.py", "python"), ("webui/templates/**", "jinja2")]
REFUSED = (
    "/search?q=bond&from=2024-02-31",
    "/search?q=foo:bar",
    "/search?q=)",
    "/search?q=OR",
    "/search?from=2024&to=2020",
    "/search?sort=newst",
    "/search?page=0",
    "/search?page=1001",
    "/search?in=articles&in=statements",
    "/search?speeker=okabe",
    "/search?speaker=pell",
    "/search?speaker=%C2%A1",
    "/speakers?page=x",
    "/compare?months=some",
    "/article/nosuchthing",
    "/speaker/nosuchbody",
    "/nothing/here",
)


# -- the catalogue ---------------------------------------------------------------------------------------------------


def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="es")


def said() -> set[str | tuple[str, ...]]:
    """Every message of the code and the templates."""
    options = {"webui/templates/**": {"silent": "no"}}
    found = extract_from_dir(ROOT, SOURCES, options, KEYWORDS)
    return {tuple(message) if isinstance(message, (list, tuple)) else message for _, _, message, _, _ in found}


def placeholders(text: str) -> set[str]:
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return named | set(re.findall(r"%\((\w+)\)s", text))


def forms(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def told() -> list[Message]:
    return [message for message in catalogue() if message.id]


def test_every_message_is_in_the_spanish_catalogue_and_nothing_else_is() -> None:
    known = {tuple(one.id) if isinstance(one.id, (list, tuple)) else one.id for one in told()}
    assert known == said(), "run `make messages` and fill what is new"


@pytest.mark.parametrize("message", told(), ids=lambda message: forms(message.id)[0][:60])
def test_a_message_is_told_whole(message: Message) -> None:
    assert not message.fuzzy
    assert all(forms(message.string)), "it has no Spanish yet"
    english = placeholders(forms(message.id)[-1])
    assert all(placeholders(form) == english for form in forms(message.string))
    tags = [sorted(re.findall(r"</?\w+", form)) for form in (*forms(message.id)[:1], *forms(message.string)[:1])]
    assert tags[0] == tags[1]


def test_the_compiled_catalogue_is_that_of_the_written_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run `make messages`"


def test_every_language_has_a_name_and_a_catalogue() -> None:
    folders = {path.name for path in CATALOGUE.parents[2].iterdir() if path.is_dir()}
    assert set(NAMES) == set(LANGUAGES) == folders | {"en"}


# -- which language --------------------------------------------------------------------------------------------------


def language_of(site: FlaskClient, address: str, accepted: str = "") -> str:
    answer = site.get(address, headers={"Accept-Language": accepted} if accepted else {})
    match = re.search(r'<html lang="(\w+)">', answer.get_data(as_text=True))
    assert match
    assert answer.headers["Content-Language"] == match[1]
    assert "Accept-Language" in answer.headers["Vary"]
    return match[1]


@pytest.mark.parametrize(
    ("address", "accepted", "language"),
    [
        ("/", "", "en"),
        ("/?lang=es", "", "es"),
        ("/", "es-MX,es;q=0.9,en;q=0.5", "es"),
        ("/", "en-US,en;q=0.9,es;q=0.8", "en"),
        ("/", "de,fr;q=0.5", "en"),
        ("/", "*", "en"),
        ("/?lang=en", "es", "en"),
        ("/?lang=ES", "", "es"),
        ("/nothing/here", "es", "es"),
        ("/nothing/here?lang=es", "", "es"),
    ],
)
def test_the_address_chooses_then_the_browser(site: FlaskClient, address: str, accepted: str, language: str) -> None:
    assert language_of(site, address, accepted) == language


def test_the_setting_chooses_last() -> None:
    spanish = serve(sample()[:1], settings={"ONTHERECORD_LANGUAGE": "es"}).test_client()
    assert language_of(spanish, "/") == "es"
    assert language_of(spanish, "/", "fr") == "es"
    assert language_of(spanish, "/", "en") == "en"
    with pytest.raises(ValueError, match="LANGUAGE is en or es, not “fr”"):
        Settings.from_environment({"ONTHERECORD_LANGUAGE": "fr"})


def test_no_request_answers_in_the_language_of_the_one_before(site: FlaskClient, archive: flask.Flask) -> None:
    for address, language in (("/?lang=es", "es"), ("/", "en"), ("/nowhere?lang=es", "es"), ("/nowhere", "en")):
        assert f'<html lang="{language}">' in site.get(address).get_data(as_text=True)
        with archive.test_request_context("/?lang=es" if language == "en" else "/"):
            assert current_language() != language
    assert current_language() == "en"


def test_a_language_that_is_not_spoken_is_refused(site: FlaskClient) -> None:
    answer = site.get("/about?lang=fr")
    assert answer.status_code == 400
    assert "“lang” is en or es, not “fr”." in answer.get_data(as_text=True)
    assert site.get("/search?lang=es&lang=en").status_code == 400


def test_a_language_is_known_however_its_name_is_spelled(site: FlaskClient) -> None:
    tree = page(site, "/about?l%61ng=es")
    back = next(link for link in find(tree, "a") if link.get("hreflang"))
    assert back.get("href") == "/about?lang=en"


def test_a_search_keeps_its_language_at_one_address(site: FlaskClient) -> None:
    answer = site.get("/search?lang=es&sort=relevance&q=water")
    assert answer.status_code == 302
    assert answer.location == "/search?q=water&lang=es"
    tree = page(site, answer.location)
    inside = [href for href in links(tree) if href.startswith("/") and not href.startswith("/static")]
    kept = [href for href in inside if "lang=es" in href]
    others = {re.sub(r"\?.*", "", href) for href in inside if "lang=" not in href}
    assert len(kept) > 40
    assert others <= {"/search.json", "/search.csv", "/openapi.json", "/opensearch.xml"}
    hidden = [field.get("value") for field in find(tree, "input") if field.get("name") == "lang"]
    assert hidden == ["es"]


@pytest.mark.parametrize("address", ["/", "/search?q=water", f"/article/{LETTER}?q=water", "/about", "/nothing/here"])
def test_each_page_leads_to_itself_in_the_other_language(site: FlaskClient, address: str) -> None:
    english = page(site, address, 404 if "nothing" in address else 200)
    other = next(link for link in find(english, "a") if link.get("hreflang"))
    assert text_of(other) == "Español"
    assert other.get("href") == with_language(address, "es")
    spanish = page(site, str(other.get("href")), 404 if "nothing" in address else 200)
    back = next(link for link in find(spanish, "a") if link.get("hreflang"))
    assert (text_of(back), back.get("href")) == ("English", with_language(address, "en"))
    alternates = {link.get("hreflang"): link.get("href") for link in find(english, "link") if link.get("hreflang")}
    assert alternates == {
        code: f"http://localhost{with_language(address, code)}" if code != "x-default" else f"http://localhost{address}"
        for code in ("en", "es", "x-default")
    }


def test_a_page_is_kept_for_each_language(site: FlaskClient) -> None:
    tags = [site.get("/about", headers={"Accept-Language": accepted}).headers["ETag"] for accepted in ("en", "es")]
    assert tags[0] != tags[1]
    again = site.get("/about", headers={"Accept-Language": "es", "If-None-Match": tags[1]})
    assert again.status_code == 304
    assert "Accept-Language" in again.headers["Vary"]


def test_programs_are_told_the_same_in_every_language(site: FlaskClient) -> None:
    for address in ("/search.json?q=water", "/search.csv?q=water&in=statements", f"/article/{LETTER}.ris"):
        told = [site.get(address, headers={"Accept-Language": accepted}).data for accepted in ("en", "es")]
        assert re.sub(rb'"took[^,]*,', b"", told[0]) == re.sub(rb'"took[^,]*,', b"", told[1])
    assert site.get("/search.json?q=water&lang=es").location == "/search.json?q=water"
    refused = json.loads(site.get("/search.json?undated=x", headers={"Accept-Language": "es"}).data)
    assert refused["error"] == "“undated” is only or with, not “x”."


def test_a_feed_speaks_the_language_of_the_page_that_led_to_it(site: FlaskClient) -> None:
    headers = {"Accept-Language": "es"}
    html = site.get("/search?q=water&in=statements", headers=headers).get_data(as_text=True)
    address = re.search(r'href="(/search\.atom[^"]+)"', html)
    assert address
    assert address[1].replace("&amp;", "&") == "/search.atom?q=water&in=statements&lang=es"
    feed = ElementTree.fromstring(site.get(address[1].replace("&amp;", "&")).data)
    assert (feed.findtext("{http://www.w3.org/2005/Atom}title") or "").startswith(
        "Declaraciones con las palabras water"
    )


def test_a_feed_says_its_language(site: FlaskClient) -> None:
    for language in ("en", "es"):
        atom = site.get(f"/search.atom?q=water&lang={language}").get_data(as_text=True)
        assert f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">' in atom
        assert site.get(f"/search.feed.json?q=water&lang={language}").get_json()["language"] == language


def test_citations_are_of_the_address_without_a_language(site: FlaskClient) -> None:
    html = site.get(f"/article/{LETTER}?lang=es").get_data(as_text=True)
    assert f"http://localhost/article/{LETTER} (consultado el" in html
    assert f'<meta name="citation_public_url" content="http://localhost/article/{LETTER}">' in html


def test_an_article_says_its_own_language(site: FlaskClient) -> None:
    app = serve((story_in("fr"), story_in(None)))
    client = app.test_client()
    for known in (True, False):
        one = story_in("fr" if known else None)
        spanish = client.get(f"/article/{one.id}?lang=es").get_data(as_text=True)
        assert f'<p id="p-1" lang="{"fr" if known else "en"}">' in spanish
        english = client.get(f"/article/{one.id}").get_data(as_text=True)
        assert ('<p id="p-1" lang="fr">' if known else '<p id="p-1">') in english


def test_printed_words_in_a_list_say_the_archives_language(site: FlaskClient) -> None:
    for address in ("/search?q=water&in=statements", "/search?q=water", "/", "/speaker/maren-tolliver"):
        spanish = site.get(with_language(address, "es")).get_data(as_text=True)
        assert spanish.count('<span lang="en">') >= 3
        assert 'lang="en">' not in site.get(address).get_data(as_text=True).partition("<body>")[2]


def story_in(language: str | None) -> Any:
    return replace(article("The bridge is open.", "Open", f"a/{language}.txt"), language=language)


# -- the words -------------------------------------------------------------------------------------------------------


SPOKEN = ("aria-label", "title", "placeholder", "alt")
MACHINE = ("data-search", "data-generation", "data-total", "data-kind", "data-suggest", "data-help", "data-text")


def texts(tree: Any) -> Iterator[str]:
    """Every run of words that a reader sees or hears, but for what is printed or typed so."""
    for element in tree.iter():
        if element.tag in ("script", "style", "code", "kbd") or not isinstance(element.tag, str):
            continue
        yield element.text or ""
        for child in element:
            yield child.tail or ""
        for name, value in element.attrib.items():
            if name in SPOKEN or (name.startswith("data-") and name not in MACHINE):
                yield value


def words_of(client: FlaskClient, address: str, status: int) -> set[str]:
    return {" ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()) for text in texts(page(client, address, status))}


@pytest.fixture(scope="module")
def archive() -> flask.Flask:
    skipped = (SkippedFile("a.tif", "not a known format"), SkippedFile("b.json", "larger than 10 MB"))
    parts = (SkippedPart("c.zip", "x.doc", "an office document"), SkippedPart("c.zip", None, "an attachment", 3))
    return serve(sample(), BuildReport(found=33, read=30, skipped=skipped, parts=parts, seconds=161.0))


SAME = {
    "Original",
    "Original ↗",
    "about.json",
    "“Published: 14 May 2024”",
    "2 min 41 s",
    "CSV",
    "JSON",
    "RIS",
    "BibTeX",
    "CSL-JSON",
}
"""What is the same in both languages."""
ENGLISH = re.compile(r"\b(?:the|of|and|with|by|from|what|was|said|stories|articles|statements)\b", re.I)
OWN = re.compile(
    r"On the Record|The Ledger|the-ledger|The month alone|No text at all|Sheriff breaks with mayor|by the test's word|"
    r"the bond had been [a-z ]+|https?://\S+|“[^”]*”|\w+:"
)
"""Names, headlines, addresses and quotations in the midst of other words."""


def is_printed(text: str, own: str) -> bool:
    """Say whether a run of words is the archive's own, what was asked for, or no words at all."""
    words = re.split(r"[,;·=]", text)
    return text in SAME or all(re.sub(r"[\W\d_]+", " ", one).strip() in own for one in words)


def archive_words() -> str:
    """All that the archive's articles hold."""
    parts = ["On the Record", "by the test's word"]
    for one in sample():
        parts += [
            one.headline,
            one.text,
            one.outlet or "",
            str(one.dateline or ""),
            one.section or "",
            *one.bylines,
            one.key,
        ]
        parts += [version.headline for version in one.versions] + [seen.text for seen in one.date_candidates]
        for statement in one.statements:
            parts += [statement.text, statement.speaker.name if statement.speaker else ""]
            parts += [(statement.speaker.role or "") if statement.speaker else ""]
    return re.sub(r"[\W\d_]+", " ", " ".join(parts))


@pytest.mark.parametrize("address", [*PAGES, *REFUSED])
def test_no_words_of_a_page_stay_english(archive: flask.Flask, address: str) -> None:
    client = archive.test_client()
    status = client.get(address, follow_redirects=True).status_code
    english = words_of(client, address, status)
    spanish = words_of(client, with_language(address, "es"), status)
    own = f"{archive_words()} {re.sub(r'[^A-Za-z]+', ' ', unquote_plus(address))} newest speaker"
    assert not {text for text in english & spanish if not is_printed(text, own)}
    assert not {text for text in spanish if ENGLISH.search(OWN.sub("", text)) and not is_printed(text, own)}


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("{printed}, paragraph 1; by the role", None),
        (
            "Adler, paragraph 3; last name of the same person",
            "Adler, párrafo 3; apellido de la misma persona",
        ),
        ("mayor in the-ledger, Mayor in channel-6", "mayor en the-ledger, Mayor en channel-6"),
        ("larger than 10 MB; what was read before is kept", "de más de 10 MB; se conserva lo que se leyó antes"),
        ("what nobody has written yet", "what nobody has written yet"),
    ],
)
def test_what_a_build_wrote_down_is_told_again(archive: flask.Flask, english: str, spanish: str | None) -> None:
    with archive.test_request_context("/?lang=es"):
        assert told_again(english) == (spanish or "{printed}, párrafo 1; por el cargo")
    with archive.test_request_context("/"):
        assert told_again(english) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_numbers_are_written_as_babel_writes_them(archive: flask.Flask, language: str) -> None:
    values = [*range(-1_200, 1_201, 7), 9_999, 10_000, 100_000, 999_999, 1_000_000, 123_456_789]
    with archive.test_request_context(f"/?lang={language}"):
        archive.preprocess_request()
        assert [number(value) for value in values] == [
            format_decimal(value, locale=locale_of(language)) for value in values
        ]


def test_numbers_plurals_and_dates(archive: flask.Flask) -> None:
    client = archive.test_client()
    assert heading(page(client, "/search?q=water&lang=es")).startswith("28 artículos con las palabras water")
    assert heading(page(client, "/search?q=wish&lang=es")).startswith("1 artículo con las palabras wish")
    assert heading(page(client, "/search?q=zeppelin&lang=es")).startswith("Ningún artículo con las palabras zeppelin")
    letter = client.get(f"/article/{LETTER}?lang=es").get_data(as_text=True).replace("\N{NO-BREAK SPACE}", " ")
    assert '<time datetime="2024-05-14">14 de mayo de 2024</time>' in letter
    month = client.get("/search?q=water&from=2024-06&to=2024-06&lang=es").get_data(as_text=True)
    assert "junio de 2024" in month.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("names", "both", "one_of"),
    [
        (["Adler", "Ibarra"], "Adler e Ibarra", "Adler o Ibarra"),
        (["Adler", "Hidalgo"], "Adler e Hidalgo", "Adler o Hidalgo"),
        (["Adler", "Hierro"], "Adler y Hierro", "Adler o Hierro"),
        (["Ibarra", "Okabe"], "Ibarra y Okabe", "Ibarra u Okabe"),
        (["Pell", "Hoyos", "Ibarra"], "Pell, Hoyos e Ibarra", "Pell u Hoyos o Ibarra"),
    ],
)
def test_what_joins_names_is_said_as_spanish_says_it(
    archive: flask.Flask, names: list[str], both: str, one_of: str
) -> None:
    with archive.test_request_context("/?lang=es"):
        assert (joined(names), either(names)) == (both, one_of)
    with archive.test_request_context("/"):
        assert either(names) == " or ".join(names)


def test_a_single_one_is_told_in_its_own_form(archive: flask.Flask) -> None:
    plurals = (messages.KEPT_APART, messages.BELIEFS, messages.ONLY_POSSIBLE, *messages.MORE_MONTHS.values())
    for language in LANGUAGES:
        with archive.test_request_context(f"/?lang={language}"):
            for plural in plurals:
                assert plural(1).replace("1", "2") != plural(2)


def test_a_sentence_knows_its_words_and_what_fills_them() -> None:
    inner = Sentence("Write {n} letters.", n=1200)
    outer = Sentence("No “{text}”. {hint}", text="{x}", hint=inner)
    assert outer == "No “{x}”. Write 1,200 letters."
    assert outer.words == "No “{text}”. {hint}"
    assert outer.values["hint"] is inner


def test_every_refusal_of_an_address_can_be_told() -> None:
    for pairs in ([("sort", "x")], [("speeker", "x")], [("page", "0")], [("from", "soon")], [("speaker", "¡")]):
        with pytest.raises(BadParameter) as refused:
            from_params(pairs)
        assert isinstance(refused.value.problem, Sentence)
