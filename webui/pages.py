"""The pages of the site, each from an answer of the service to a template."""

from __future__ import annotations

from dataclasses import replace

import flask
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search.deadline import in_time
from search.marks import Marks
from search.query.request import SearchRequest
from search.results import Page
from search.service import Opened
from webui import answers, messages
from webui.asking import listed, read_search, read_values
from webui.message import number
from webui.site import current_links, current_site, index_status
from webui.views.about import EVERY_STORY, about
from webui.views.article import article_page
from webui.views.help import Known, help_page
from webui.views.home import ASKED, LATEST_READ, MOST_QUOTED, home, latest_year, question_about
from webui.views.results import lacks_months, results
from webui.views.speakers import SpeakerRow, speaker_row
from webui.views.trail import trail
from webui.views.values import VALUES_PER_PAGE, values_page

pages = flask.Blueprint("pages", __name__)
_EVERYTHING = SearchRequest()
_EVERY_STATEMENT = SearchRequest(collection="statements")
_EVERY_POSSIBLE = replace(_EVERY_STATEMENT, possible=True)


@pages.get("/")
def show_home() -> Response:
    """Show the front page."""
    service, links = current_site().service, current_links()

    def make() -> str:
        status = service.status()
        in_last_year = latest_year(status)
        by_speaker = service.histogram(in_last_year, "speaker")
        quoted: list[SpeakerRow] = []
        asked: list[tuple[str, SearchRequest, int]] = []
        for value in by_speaker.values[:MOST_QUOTED]:
            entry = next((entry for entry in service.speaker(value.value) if entry.id == value.value), None)
            if entry is None:
                continue
            row = speaker_row(entry, links)
            quoted.append(replace(row, statements=number(value.count)))
            if len(asked) < ASKED:
                question = question_about(entry.name, status)
                request = replace(in_last_year, speakers=(entry.id,), sort="newest")
                asked.append((question, request, value.count))
        view = home(
            status,
            service.page(LATEST_READ),
            service.histogram(_EVERYTHING, "year"),
            service.histogram(_EVERYTHING, "outlet"),
            tuple(quoted),
            tuple(asked),
            links,
        )
        return flask.render_template("home.html", view=view)

    return answers.kept(links.home(), make)


@pages.get("/search")
def show_results() -> Response:
    """Show what a search finds, at its one address."""
    service, links = current_site().service, current_links()
    asked = read_search(service)
    if not asked.is_canonical:
        return redirect(links.search(asked.request))

    def make() -> str:
        page = service.page(asked.request)
        months = in_time(lambda: service.histogram(asked.request, "month"), None) if lacks_months(page) else None
        view = results(page, service.status(), links, months, _possible(page))
        return flask.render_template("results.html", view=view)

    return answers.not_for_indexes(answers.kept(links.search(asked.request), make))


@pages.get("/search/<field>")
def show_values(field: str) -> Response:
    """Show all speakers, outlets or places of a search, each as the link that narrows it."""
    service, links = current_site().service, current_links()
    request, name, page, is_canonical = read_values(service, links, listed(field))
    address = links.values(request, listed(field), name, page)
    if not is_canonical:
        return redirect(address)

    def make() -> str:
        found = service.values(request, listed(field), name, (page - 1) * VALUES_PER_PAGE, VALUES_PER_PAGE)
        return flask.render_template("values.html", view=values_page(found, name, page, links))

    return answers.not_for_indexes(answers.kept(address, make))


@pages.get("/article/<id>")
def show_article(id: str) -> Response:
    """Show an article; with a search in the address, its words marked and the way back to it."""
    service, links = current_site().service, current_links()
    asked = read_search(service)
    if not asked.is_canonical:
        return redirect(links.article(id, asked.request))
    is_found = not asked.request.is_empty

    def make() -> str:
        opened = service.opened(id, asked.request)
        title, request = current_site().settings.title, asked.request
        if is_found:
            way = trail(opened.article.id, request, service.page(request), service.page, links)
            view = article_page(opened, links, title, request, way)
        else:
            view = article_page(opened, links, title)
        return flask.render_template("article.html", view=view, notice="")

    answer = answers.kept(links.article(id, asked.request), make)
    return answers.not_for_indexes(answer) if is_found else answer


@pages.get("/statement/<id>")
def show_statement(id: str) -> Response:
    """Lead to a statement in its article; where the article no longer holds it, show the article and say so."""
    service, links = current_site().service, current_links()
    article, statement = service.statement(id)
    if statement:
        return redirect(links.article(article.id, anchor=f"s-{statement.id}"))
    view = article_page(Opened(article, Marks((), ())), links, current_site().settings.title)
    page = flask.render_template("article.html", view=view, notice=messages.STATEMENT_GONE())
    return answers.not_for_indexes(flask.Response(page))


def _possible(page: Page) -> int:
    """Count the statements that a search would find if it were surer who made them, if there is time."""
    request = page.request
    if request.collection != "statements" or request.possible or page.is_partial:
        return 0
    service = current_site().service
    return max(0, in_time(lambda: service.every(replace(request, possible=True))[0], 0) - page.total)


@pages.get("/saved")
def show_saved() -> Response:
    """Show where a browser keeps its own list of searches; the list itself never leaves the browser."""
    answer = answers.kept(current_links().page("saved"), lambda: flask.render_template("saved.html"))
    return answers.not_for_indexes(answer)


@pages.get("/help")
def show_help() -> Response:
    """Show how to search."""
    links = current_links()
    return answers.kept(links.page("help"), lambda: flask.render_template("help.html", view=help_page(_known(), links)))


def _known() -> Known:
    """Give what examples can be made of: who is quoted most, the largest outlet, and the newest stories."""
    service, default = current_site().service, Known()
    status = index_status()
    if status is None:
        return default
    people = [entry for entry in service.speakers("", 0, 20).entries if entry.type == "person"]
    outlets = service.histogram(_EVERYTHING, "outlet").values
    newest = service.page(replace(_EVERYTHING, sort="newest", per_page=50)).hits
    return Known(
        last_name=people[0].name.split()[-1].lower() if people else default.last_name,
        role=next((entry.role.lower() for entry in people if entry.role), default.role),
        place=next((hit.place.lower() for hit in newest if hit.place), default.place),
        outlet=outlets[0].label if outlets else default.outlet,
        byline=next((hit.bylines[0].lower() for hit in newest if hit.bylines), default.byline),
        year=status.last_day[:4] if status.last_day else default.year,
    )


@pages.get("/about")
def show_about() -> Response:
    """Show what the archive holds, and what could not be read or dated."""
    service, links = current_site().service, current_links()

    def make() -> str:
        view = about(
            service.status(),
            service.histogram(EVERY_STORY, "outlet"),
            service.histogram(EVERY_STORY, "year"),
            service.histogram(_EVERY_STATEMENT, "kind"),
            service.histogram(_EVERY_POSSIBLE, "kind"),
            service.histogram(replace(_EVERY_POSSIBLE, belief=True), "kind"),
            links,
        )
        return flask.render_template("about.html", view=view)

    return answers.kept(links.page("about"), make)
