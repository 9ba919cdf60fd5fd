"""The same searches as feeds: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

import flask
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search.documents import Article, Statement
from search.errors import OutOfTime
from search.query.request import SearchRequest
from search.results import Hit, Page
from search.service import SearchService
from webui import answers, messages
from webui.asking import read_search
from webui.languages import current_language
from webui.links import Links
from webui.passages import paragraph_spans
from webui.site import current_links, current_site
from webui.views.saying import quoted_with_cue
from webui.views.searched import describe, names_of
from webui.views.voices import each_name, who_as_what, who_says
from webui.wording import evidence
from webui.written_dates import write_published

feeds = flask.Blueprint("feeds", __name__)
PER_FEED = 25
ATOM, JSON_FEED = ".atom", ".feed.json"
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a file may hold, and no XML: one such character, and no reader could read any of the feed."""
_NO_TIME = "1970-01-01T00:00:00Z"
"""Atom demands a time of every feed; one without entries has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed."""

    id: str
    title: str
    url: str
    updated: str
    authors: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed."""

    id: str
    title: str
    url: str
    page_url: str
    updated: str
    entries: tuple[Entry, ...]
    next_url: str
    first_url: str


@feeds.get("/search.atom")
def search() -> Response:
    """Answer a search with a feed of the hits that were added last."""
    service, links = current_site().service, current_links()
    asked = read_search(service)
    if not asked.is_canonical:
        return redirect(links.search(asked.request, ".atom"))

    def make() -> str:
        view = feed(_last_added(service, asked.request), asked.request, service.article, links)
        return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", flask.render_template("feed.xml", view=view))

    answer = answers.kept(links.search(asked.request, ".atom"), make, "application/atom+xml")
    return answers.not_for_indexes(answer)


@feeds.get("/search.feed.json")
def search_as_json_feed() -> Response:
    """Answer a search with a JSON Feed of the hits that were added last."""
    site, links = current_site(), current_links()
    asked = read_search(site.service)
    if not asked.is_canonical:
        return redirect(links.search(asked.request, JSON_FEED))

    def make() -> object:
        page = _last_added(site.service, asked.request)
        view = feed(page, asked.request, site.service.article, links, JSON_FEED)
        return as_json_feed(view, site.settings.title)

    address = links.search(asked.request, JSON_FEED)
    answer = answers.kept(address, lambda: answers.to_json(make()), "application/feed+json")
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answers.not_for_indexes(answer)


def as_json_feed(view: Feed, title: str) -> dict[str, object]:
    """Give a feed in the form of JSON Feed 1.1."""
    told: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{view.title} · {title}",
        "language": current_language(),
        "home_page_url": view.page_url,
        "feed_url": view.url,
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "content_text": entry.words,
                "authors": [{"name": name} for name in entry.authors],
                "date_published": entry.updated,
            }
            for entry in view.entries
        ],
    }
    return told | ({"next_url": view.next_url} if view.next_url else {})


def feed(page: Page, request: SearchRequest, read: Callable[[str], Article], links: Links, face: str = ATOM) -> Feed:
    """Give a feed: the hits of a search that were added last, whatever its page for readers is sorted by.

    So an old story that enters the archive today reaches whoever follows the search. The time of an entry is when its
    article was first seen, which stays; the date of the story stands in its words.

    ``read`` gives an article by its id, for the paragraph that a statement stands in.
    """
    names = names_of(request, page.speakers, page.outlets)
    first = replace(request, page=1)
    first_seen = page.first_seen()
    entries = tuple(_entry(hit, _instant(first_seen[hit.article_id].at), read, links) for hit in page.hits)
    following = replace(request, page=page.number + 1)
    more = page.number * page.request.per_page < page.total and following.is_within_reach
    return Feed(
        id=permanent_id("search", links.search(first)),
        title=describe(first, names),
        url=links.absolute(links.search(request, face)),
        page_url=links.absolute(links.search(first)),
        updated=max((entry.updated for entry in entries), default=_NO_TIME),
        entries=entries,
        next_url=links.absolute(links.search(following, face)) if more else "",
        first_url=links.absolute(links.search(first, face)),
    )


def permanent_id(kind: str, id: str) -> str:
    """Give an id that is the same on every host and after every build."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"on-the-record:{kind}:{id}").urn


def _last_added(service: SearchService, request: SearchRequest) -> Page:
    """Find the hits that were added last. Raises OutOfTime: a feed in part could not be told from a whole one."""
    page = service.page(replace(request, sort="added", per_page=max(PER_FEED, request.per_page)))
    if page.is_partial:
        raise OutOfTime
    return page


def _entry(hit: Hit, updated: str, read: Callable[[str], Article], links: Links) -> Entry:
    headline = "".join(piece.text for piece in hit.headline)
    date = write_published(hit.published, hit.published_day, hit.precision)
    printed = ", ".join(filter(None, (hit.outlet, f"{date.text} ({evidence(hit.dated_by, hit.precision)})")))
    if hit.statement is None:
        words = [_line(snippet.text, snippet.opens, snippet.closes) for snippet in hit.snippets]
        return Entry(
            permanent_id("article", hit.article_id),
            headline,
            links.absolute(links.article(hit.article_id)),
            updated,
            hit.bylines or ((hit.outlet,) if hit.outlet else ()),
            "\n\n".join([*words, printed]),
        )
    statement = hit.statement
    who = who_says(statement)
    how = messages.KINDS_IN_A_SENTENCE[statement.kind]()
    said = quoted_with_cue(statement)
    return Entry(
        permanent_id("statement", statement.id),
        f"{who_as_what(statement)}: {headline}",
        links.absolute(links.statement(statement.id)),
        updated,
        each_name(statement),
        "\n\n".join(
            filter(None, (f"{who} ({how}): {said}", _around(statement, read(hit.article_id)), f"{headline}, {printed}"))
        ),
    )


def _around(statement: Statement, article: Article) -> str:
    """Give the paragraph that a statement stands in, if that says more than the statement."""
    if statement.field == "headline":
        return ""
    at = statement.content[0].start
    for span in paragraph_spans(article.text):
        if span.start <= at < span.end:
            words = article.text[span.start : span.end].strip()
            return words if len(words) > len(statement.text) + 2 else ""
    return ""


def _line(text: str, opens: bool, closes: bool) -> str:
    return f"{'' if opens else '… '}{text}{'' if closes else ' …'}"


def _instant(at: str) -> str:
    return datetime.datetime.fromisoformat(at).astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
