"""Saved web pages: metadata by BeautifulSoup, the body by trafilatura."""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup
from lxml.etree import XPath, tostring
from lxml.etree import _Element as Element

from indexer.parsing.body import page_body
from indexer.parsing.date_guess import guessed_dates
from indexer.parsing.datelines import outlet_of
from indexer.parsing.effort import is_fast
from indexer.parsing.jsonld import body_of
from indexer.parsing.labels import labelled_dates
from indexer.parsing.language import language_of
from indexer.parsing.metadata import page_facts
from indexer.parsing.outline import Outline, parse_page
from indexer.parsing.page_address import without_toolbar
from indexer.parsing.parsed import DroppedLine, ParsedArticle, SeenDate, Unreadable
from indexer.parsing.story_blocks import DATE_LINE
from indexer.parsing.text import dateline_in, derived_headline
from indexer.path_dates import date_in_url

_SAYING = XPath(
    "//title | //meta[@content] | //link[contains(translate(@rel, 'CANOIL', 'canoil'), 'canonical')] | "
    "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse_html(page: str, outlets: frozenset[str] = frozenset()) -> tuple[ParsedArticle, ...]:
    """Read the article of a saved page."""
    page = _XML_DECLARATION.sub("", without_toolbar(page))
    outline = Outline(parse_page(page))
    head = _head_of(outline.tree)
    facts = page_facts(head, outline, page)
    body = page_body(outline.tree, facts.headline, body_of(facts.node) if facts.node else None, is_fast())
    text, dropped = body.text, body.dropped
    if not text and not facts.headline:
        raise Unreadable("a page without an article")
    text = text or facts.headline or ""
    found = dateline_in(text)
    dates = (*facts.dates, *_dates_in(dropped))
    if found and found.date:
        dates += (SeenDate(found.date, "dateline"),)
    if not any(date.role == "published" for date in dates) and not date_in_url(facts.url or ""):
        dates += guessed_dates(page, outline)
    dateline = found.dateline if found else None
    article = ParsedArticle(
        headline=facts.headline or derived_headline(text),
        headline_derived=facts.headline is None,
        text=text,
        bylines=facts.bylines,
        outlet=facts.outlet or outlet_of(dateline),
        section=facts.section,
        language=language_of(f"{facts.headline or ''} {text}"),
        dateline=dateline,
        url=facts.url,
        dates=tuple(dict.fromkeys(dates)),
        dropped=dropped,
        text_from=body.told,
    )
    return (article,)


def _head_of(tree: Element) -> BeautifulSoup:
    """What a page says of itself, wherever in it. The rest, which is most of it, is not parsed a second time."""
    found = _SAYING(tree)
    said = "".join(tostring(element, encoding="unicode", method="html", with_tail=False) for element in found)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return BeautifulSoup(said, "lxml")


def _dates_in(dropped: tuple[DroppedLine, ...]) -> tuple[SeenDate, ...]:
    """The dates that stood on lines of their own at the head of the text."""
    found: list[SeenDate] = []
    for line in dropped:
        if line.reason == DATE_LINE:
            found += labelled_dates(line.text) or (SeenDate(line.text, "line"),)
    return tuple(found)
