"""The way back from an article to the search it was found by, and on to the hits before and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from search.query.request import MAX_DEPTH, SearchRequest
from search.results import Hit, Page
from webui import messages
from webui.links import Links, on_page
from webui.message import number
from webui.views.hits import address_of
from webui.views.searched import describe, names_of
from webui.wording import counted

Fetch = Callable[[SearchRequest], Page]


@dataclass(frozen=True, slots=True)
class Trail:
    """The way back to the search, and to the hits beside this one."""

    text: str
    url: str
    position: str
    previous_url: str = ""
    next_url: str = ""
    next_headline: str = ""


def trail(article_id: str, request: SearchRequest, page: Page, fetch: Fetch, links: Links) -> Trail:
    """Give the trail of an article; ``fetch`` answers a search, for the hits of the page before and after."""
    names = names_of(request, page.speakers, page.outlets)
    text, url = describe(request, names, page.total), links.search(request)
    at = next((index for index, hit in enumerate(page.hits) if hit.article_id == article_id), None)
    if at is None:
        return Trail(text, url, "")
    position = messages.POSITION(n=number(page.hits[at].rank), total=counted(request.collection, page.total))
    previous = _other(article_id, reversed(page.hits[:at])), request
    following = _other(article_id, page.hits[at:]), request
    if previous[0] is None and request.page > 1:
        before = on_page(request, request.page - 1)
        previous = _other(article_id, reversed(fetch(before).hits)), before
    if following[0] is None and request.page < page.pages and request.offset + 2 * request.per_page <= MAX_DEPTH:
        after = on_page(request, request.page + 1)
        following = _other(article_id, fetch(after).hits), after
    return Trail(
        text,
        url,
        position,
        address_of(previous[0], previous[1], links) if previous[0] else "",
        address_of(following[0], following[1], links) if following[0] else "",
        "".join(piece.text for piece in following[0].headline) if following[0] else "",
    )


def _other(article_id: str, hits: Iterable[Hit]) -> Hit | None:
    """Give the first hit in another article."""
    return next((hit for hit in hits if hit.article_id != article_id), None)
