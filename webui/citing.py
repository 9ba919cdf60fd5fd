"""Articles and statements as references to download: for citation managers, LaTeX, and programs."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import flask
from werkzeug.wrappers import Response

from search.errors import NotFound
from webui import answers
from webui.links import Links
from webui.site import current_links, current_site
from webui.views.references import Reference, reference_to, to_bibtex, to_csl, to_ris, with_statement

citing = flask.Blueprint("citing", __name__)


@citing.get("/article/<id>.ris", defaults={"what": "article"})
@citing.get("/statement/<id>.ris", defaults={"what": "statement"})
def ris(what: str, id: str) -> Response:
    """Answer with the reference to an article, or to a statement in it, as RIS."""
    return _download(what, id, ".ris", to_ris, "application/x-research-info-systems")


@citing.get("/article/<id>.bib", defaults={"what": "article"})
@citing.get("/statement/<id>.bib", defaults={"what": "statement"})
def bibtex(what: str, id: str) -> Response:
    """Answer with the reference as BibTeX."""
    return _download(what, id, ".bib", to_bibtex, "application/x-bibtex")


@citing.get("/article/<id>.csl.json", defaults={"what": "article"})
@citing.get("/statement/<id>.csl.json", defaults={"what": "statement"})
def csl(what: str, id: str) -> Response:
    """Answer with the reference as CSL-JSON."""

    def write(reference: Reference) -> str:
        return answers.to_json(to_csl(reference))

    answer = _download(what, id, ".csl.json", write, "application/vnd.citationstyles.csl+json")
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _download(what: str, id: str, face: str, write: Callable[[Reference], str], mimetype: str) -> Response:
    links = current_links().lasting
    reference = _article(id, links) if what == "article" else _statement(id, links)
    answer = answers.kept(f"{links.path(what)}/{id}{face}", lambda: write(reference), mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{reference.id}{face}"'
    return answers.not_for_indexes(answer)


def _article(id: str, links: Links) -> Reference:
    site = current_site()
    article = site.service.article(id)
    return reference_to(article, links.absolute(links.article(article.id)), site.settings.title, datetime.date.today())


def _statement(id: str, links: Links) -> Reference:
    article, statement = current_site().service.statement(id)
    if statement is None:
        raise NotFound("statement", id)
    return with_statement(_article(article.id, links), statement, links.absolute(links.statement(statement.id)))
