"""The pages of speakers: who speaks in the archive, and what one of them said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import flask
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search.deadline import in_time
from search.documents import SpeakerEntry
from search.errors import NotFound
from search.ids import slug
from search.query.request import SearchRequest
from search.results import Page
from webui import answers
from webui.asking import read_listing
from webui.nobody import NobodyCalled, instead_of
from webui.site import current_links, current_site
from webui.views.speaker import STATEMENTS_READ, speaker_page, statements_of
from webui.views.speakers import SPEAKERS_PER_PAGE, chooser, speakers
from webui.views.vocabulary import OwnWord, own_words

speaking = flask.Blueprint("speaking", __name__)
_EVERY_STATEMENT = SearchRequest(collection="statements")
_COMPANY = 8
"""Speakers who are named as speaking in the same stories."""


@speaking.get("/speakers")
def show_speakers() -> Response:
    """Show everyone who speaks, by how much they say."""
    service, links = current_site().service, current_links()
    name, number, is_canonical = read_listing(links)
    if not is_canonical:
        return redirect(links.speakers(name, number))

    def make() -> str:
        found = service.speakers(name, (number - 1) * SPEAKERS_PER_PAGE, SPEAKERS_PER_PAGE)
        return flask.render_template("speakers.html", view=speakers(found, name, number, service.status(), links))

    return answers.kept(links.speakers(name, number), make)


@speaking.get("/speaker/<id>")
def show_speaker(id: str) -> Response:
    """Show a speaker, or, where several people have the name, a choice between them."""
    service, links = current_site().service, current_links()
    try:
        entries = service.speaker(id)
    except NotFound:
        raise NobodyCalled(id, tuple(instead_of(id, service, links))) from None
    if len(entries) == 1 and entries[0].id != id:
        return redirect(links.speaker(entries[0].id))

    def make() -> str:
        if len(entries) > 1:
            return flask.render_template("chooser.html", view=chooser(id, entries, links))
        entry = entries[0]
        request = statements_of(entry.id)
        page = service.page(replace(request, per_page=STATEMENTS_READ))
        view = speaker_page(
            entry,
            page,
            in_time(lambda: service.histogram(request, "month"), None),
            service.status(),
            in_time(lambda: _of_the_same_last_name(entry), None),
            in_time(lambda: _own_words(request, page), None),
            in_time(lambda: _company(entry), None),
            links,
        )
        return flask.render_template("speaker.html", view=view)

    return answers.kept(links.speaker(id), make)


def _own_words(request: SearchRequest, page: Page) -> list[OwnWord]:
    """Give the words that somebody says oftener than others. Raises OutOfTime."""
    service = current_site().service

    def counting(found: SearchRequest) -> Callable[[str], int]:
        return lambda word: service.every(replace(found, text=word))[0]

    texts = (hit.statement.text for hit in page.hits if hit.statement)
    everyones = service.every(_EVERY_STATEMENT)[0]
    return own_words(texts, page.total, everyones, counting(request), counting(_EVERY_STATEMENT))


def _company(entry: SpeakerEntry) -> list[tuple[SpeakerEntry, int]]:
    """Give who speaks in the same stories as somebody, in how many. Raises OutOfTime."""
    service = current_site().service
    found = service.beside(SearchRequest(speakers=(entry.id,))).values
    others = [value for value in found if value.value != entry.id][:_COMPANY]
    called = ((one, value.count) for value in others for one in service.speaker(value.value) if one.id == value.value)
    return list(called)


def _of_the_same_last_name(entry: SpeakerEntry) -> tuple[SpeakerEntry, ...]:
    """Give other people who bear somebody's last name. Raises OutOfTime."""
    if entry.type != "person":
        return ()
    last = entry.name.split()[-1]
    found = current_site().service.speakers(last, 0, 12).entries
    others = (other for other in found if other.id != entry.id and other.type == "person")
    return tuple(other for other in others if slug(other.name.split()[-1]) == slug(last))
