"""Articles as references to download: for citation managers, LaTeX, and programs."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import flask
from werkzeug.wrappers import Response

from webui import answers
from webui.site import current_links, current_site
from webui.views.references import Reference, reference_to, to_bibtex, to_csl, to_ris

citing = flask.Blueprint("citing", __name__)


@citing.get("/article/<id>.ris")
def ris(id: str) -> Response:
    """Answer with the reference to an article as RIS."""
    return _download(id, ".ris", to_ris, "application/x-research-info-systems")


@citing.get("/article/<id>.bib")
def bibtex(id: str) -> Response:
    """Answer with the reference to an article as BibTeX."""
    return _download(id, ".bib", to_bibtex, "application/x-bibtex")


@citing.get("/article/<id>.csl.json")
def csl(id: str) -> Response:
    """Answer with the reference to an article as CSL-JSON."""

    def write(reference: Reference) -> str:
        return answers.to_json(to_csl(reference))

    answer = _download(id, ".csl.json", write, "application/vnd.citationstyles.csl+json")
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _download(id: str, face: str, write: Callable[[Reference], str], mimetype: str) -> Response:
    site, links = current_site(), current_links()
    article = site.service.article(id)
    url = links.absolute(links.article(article.id))

    def make() -> str:
        return write(reference_to(article, url, site.settings.title, datetime.date.today()))

    answer = answers.kept(links.article(id, face=face), make, mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{article.id}{face}"'
    return answers.not_for_indexes(answer)
