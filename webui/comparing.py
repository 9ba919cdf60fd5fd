"""Two or three speakers side by side, for readers and for programs."""

from __future__ import annotations

import flask
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search import wire
from search.deadline import in_time
from search.documents import SpeakerEntry
from search.errors import NotFound
from search.query.request import SearchRequest
from search.service import SearchService
from webui import answers
from webui.asking import read_comparison
from webui.charts import Counts
from webui.site import current_links, current_site
from webui.views.compare import compare, side_of, statements_by
from webui.views.compared_months import Side

comparing = flask.Blueprint("comparing", __name__)
_OFFERED = 8
"""Speakers who are offered to be added."""


@comparing.get("/compare")
def show() -> Response:
    """Show what speakers said side by side; with fewer than two, who may be compared."""
    service, links = current_site().service, current_links()
    request, scope, is_canonical = read_comparison(service, links)
    if not is_canonical:
        return redirect(links.compare(request, scope))

    def make() -> str:
        sides = _sides(service, request)
        offered = _offered(service, request) if len(sides) < 3 else ()
        view = compare(request, scope, sides, offered, service.page, links)
        return flask.render_template("compare.html", view=view)

    return answers.not_for_indexes(answers.kept(links.compare(request, scope), make))


@comparing.get("/compare.json")
def as_json() -> Response:
    """Answer with how much each of them said, month by month."""
    service, links = current_site().service, current_links()
    request, scope, is_canonical = read_comparison(service, links, ".json")
    address = links.compare(request, scope, ".json")
    if not is_canonical:
        answer = redirect(address)
        answer.headers["Access-Control-Allow-Origin"] = "*"
        return answer

    def make() -> object:
        status = service.status()
        return {
            "wire": wire.WIRE_VERSION,
            "ok": True,
            "query": wire.query_to_wire(request),
            "speakers": [
                {
                    "id": side.id,
                    "name": side.name,
                    "role": side.role or None,
                    "total": side.total,
                    "months": dict(sorted(side.counts.dated.items())),
                    "undated": side.counts.undated,
                    "statements_url": links.absolute(links.search(side.request, ".json")),
                }
                for side in _sides(service, request)
            ],
            "index": {"generation": status.generation, "built_at": status.built_at},
        }

    return answers.not_for_indexes(answers.kept_json(address, make))


def _sides(service: SearchService, request: SearchRequest) -> list[Side]:
    sides = []
    for id in request.speakers:
        asked = statements_by(id, request)
        by_month = service.histogram(asked, "month")
        counts = Counts.of((value.value, value.count) for value in by_month.values)
        sides.append(side_of(id, asked, _called(service, id), service.every(asked)[0], counts))
    return sides


def _offered(service: SearchService, request: SearchRequest) -> tuple[SpeakerEntry, ...] | None:
    """Give who may be compared: those who speak in the same stories, on the same topic; or who speaks most.

    None, if there is no time to find them.
    """
    if not request.speakers:
        return service.speakers("", 0, _OFFERED).entries
    together = in_time(lambda: service.beside(request), None)
    if together is None:
        return None
    ids = [value.value for value in together.values if value.value not in request.speakers]
    return tuple(entry for id in ids[:_OFFERED] for entry in _called(service, id) if entry.id == id)


def _called(service: SearchService, id: str) -> tuple[SpeakerEntry, ...]:
    try:
        return service.speaker(id)
    except NotFound:
        return ()
