"""Saved web pages: metadata by BeautifulSoup, the body by trafilatura."""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup
from trafilatura import load_html

from indexer.parsing.body import DATE_LINE, page_body
from indexer.parsing.date_guess import guessed_dates
from indexer.parsing.datelines import outlet_of
from indexer.parsing.jsonld import body_of
from indexer.parsing.labels import labelled_dates
from indexer.parsing.language import language_of
from indexer.parsing.metadata import page_facts
from indexer.parsing.parsed import DroppedLine, ParsedArticle, SeenDate, Unreadable
from indexer.parsing.text import dateline_in, derived_headline
from indexer.path_dates import date_in_url

_WAYBACK_TOOLBAR = re.compile(r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.S)
_DOCTYPE_OR_XML = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse_html(page: str, outlets: frozenset[str] = frozenset()) -> tuple[ParsedArticle, ...]:
    """Read the article of a saved page."""
    page = _DOCTYPE_OR_XML.sub("", _WAYBACK_TOOLBAR.sub("", page))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(page, "lxml")
    facts = page_facts(soup, page)
    tree = load_html(page)
    body = page_body(tree, facts.headline, body_of(facts.node) if facts.node else None)
    text, dropped = body.text, body.dropped
    if not text and not facts.headline:
        raise Unreadable("a page without an article")
    text = text or facts.headline or ""
    found = dateline_in(text)
    dates = (*facts.dates, *_dates_in(dropped))
    if found and found.date:
        dates += (SeenDate(found.date, "dateline"),)
    if not any(date.role == "published" for date in dates) and not date_in_url(facts.url or ""):
        dates += guessed_dates(page, soup)
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
    )
    return (article,)


def _dates_in(dropped: tuple[DroppedLine, ...]) -> tuple[SeenDate, ...]:
    """The dates that stood on lines of their own at the head of the text."""
    found: list[SeenDate] = []
    for line in dropped:
        if line.reason == DATE_LINE:
            found += labelled_dates(line.text) or (SeenDate(line.text, "line"),)
    return tuple(found)
