"""What browsers, search engines and monitors ask for: suggestions, OpenSearch, sitemap, robots, health."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response

from search.documents import SpeakerEntry
from search.errors import NoIndex
from search.query.request import MAX_PER_PAGE, SearchRequest
from webui import answers
from webui.asking import MAX_NAME, given_pairs
from webui.errors import unusable
from webui.site import current_links, current_site, people_to_suggest
from webui.wording import counted

wayfinding = flask.Blueprint("wayfinding", __name__)
SUGGESTIONS = 10
NEWEST_LISTED, SPEAKERS_LISTED = 1_000, 1_000
"""How many articles and speakers the sitemap lists: the newest, and the most quoted."""
_SHORT_NAME = 16


@wayfinding.get("/suggest")
def suggest() -> Response:
    """Suggest speakers by the beginning of a name, in the form that browsers read."""
    links = current_links()
    typed = next((value for name, value in given_pairs() if name == "q"), "")[:MAX_NAME]

    def make() -> object:
        found = _beginning(typed) if typed.strip() else ()
        return [
            typed,
            [entry.name for entry in found],
            [", ".join(filter(None, (entry.role, counted("statements", entry.statements)))) for entry in found],
            [links.absolute(links.speaker(entry.id)) for entry in found],
        ]

    answer = answers.kept(
        f"{links.path('suggest')}?{typed}", lambda: answers.to_json(make()), "application/x-suggestions+json"
    )
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _beginning(typed: str) -> tuple[SpeakerEntry, ...]:
    """Give the speakers of whose name a word begins so, then, of those quoted most, whose role has such a word."""
    named = current_site().service.speakers(typed, 0, SUGGESTIONS).entries
    wanted = typed.strip().lower()
    by_role = (
        entry
        for entry in people_to_suggest()
        if entry not in named and any(word.startswith(wanted) for word in (entry.role or "").lower().split())
    )
    return (*named, *by_role)[:SUGGESTIONS]


@wayfinding.get("/opensearch.xml")
def opensearch() -> Response:
    """Describe the search for browsers."""
    title = current_site().settings.title
    text = flask.render_template("opensearch.xml", short_name=title[:_SHORT_NAME].strip())
    return flask.Response(text, mimetype="application/opensearchdescription+xml")


@wayfinding.get("/robots.txt")
def robots() -> Response:
    """Tell search engines what to leave alone: the searches, of which there is no end."""
    links = current_links()
    lines = (
        "User-agent: *",
        f"Disallow: {links.path('search')}",
        f"Disallow: {links.path('compare')}?",
        f"Disallow: {links.path('suggest')}",
        f"Sitemap: {links.absolute(links.page('sitemap.xml'))}",
    )
    return flask.Response("\n".join(lines) + "\n", mimetype="text/plain")


@wayfinding.get("/sitemap.xml")
def sitemap() -> Response:
    """List the pages that search engines may keep."""
    service, links = current_site().service, current_links()

    def make() -> str:
        addresses = [links.home(), *(links.page(name) for name in ("speakers", "about", "help"))]
        for number in range(1, NEWEST_LISTED // MAX_PER_PAGE + 1):
            page = service.page(SearchRequest(sort="newest", page=number, per_page=MAX_PER_PAGE))
            addresses += [links.article(hit.article_id) for hit in page.hits]
            if number >= page.pages:
                break
        addresses += [links.speaker(entry.id) for entry in service.speakers("", 0, SPEAKERS_LISTED).entries]
        return flask.render_template("sitemap.xml", urls=[links.absolute(address) for address in addresses])

    return answers.kept(links.page("sitemap.xml"), make, "application/xml")


@wayfinding.get("/healthz")
def health() -> Response:
    """Say whether searches are answered, and from which generation."""
    try:
        status = current_site().service.status()
    except NoIndex as error:
        answer = flask.Response(
            answers.to_json({"ok": False, "error": unusable(error, current_site().settings).text}),
            503,
            mimetype="application/json",
        )
    else:
        told = {"ok": True, "generation": status.generation, "articles": status.articles}
        answer = flask.Response(answers.to_json(told), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer
