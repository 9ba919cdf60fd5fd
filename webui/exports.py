"""Everything that a search finds, as a table to download (CSV, RFC 4180): as many rows as its total says."""

from __future__ import annotations

import csv
import errno
import io
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import flask
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search.deadline import time_limit
from search.documents import Speaker, Statement
from search.errors import OutOfTime
from search.hits import each_speaker
from search.ids import slug
from search.query.request import DEFAULT_PER_PAGE, Collection, SearchRequest
from search.results import Hit, Matches
from webui import answers
from webui.asking import read_search
from webui.links import Links
from webui.site import current_links, current_site
from webui.views.searched import describe

exports = flask.Blueprint("exports", __name__)
_log = logging.getLogger("webui")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell may not begin with: spreadsheets would take it for a formula."""
Column = tuple[str, Callable[[Hit, Links], object]]
_PRINTED: tuple[Column, ...] = (
    ("headline", lambda hit, links: "".join(piece.text for piece in hit.headline)),
    ("outlet", lambda hit, links: hit.outlet),
    ("section", lambda hit, links: hit.section),
    ("bylines", lambda hit, links: "; ".join(hit.bylines)),
    ("place", lambda hit, links: hit.place),
    ("published", lambda hit, links: hit.published),
    ("precision", lambda hit, links: hit.precision),
    ("dated_by", lambda hit, links: hit.dated_by),
    ("article_url", lambda hit, links: links.absolute(links.article(hit.article_id))),
    ("original_url", lambda hit, links: hit.url),
    ("copies", lambda hit, links: hit.copies_total),
)
_ARTICLE: tuple[Column, ...] = (
    ("id", lambda hit, links: hit.id),
    *_PRINTED,
    ("speakers", lambda hit, links: "; ".join(who.name for who in hit.speakers)),
    ("extract", lambda hit, links: " … ".join(snippet.text for snippet in hit.snippets)),
)
_STATEMENT: tuple[Column, ...] = (
    ("id", lambda hit, links: hit.id),
    ("url", lambda hit, links: links.absolute(links.statement(hit.id))),
    ("speaker", lambda hit, links: "; ".join(who.name for who in each_speaker(_of(hit)))),
    ("speaker_id", lambda hit, links: "; ".join(who.id for who in each_speaker(_of(hit)))),
    ("role", lambda hit, links: _roles(each_speaker(_of(hit)))),
    ("source", lambda hit, links: (source := _of(hit).source) and source.text),
    ("cue", lambda hit, links: (cue := _of(hit).cue) and cue.text),
    ("kind", lambda hit, links: _of(hit).kind),
    ("attribution", lambda hit, links: _of(hit).attribution),
    ("confidence", lambda hit, links: _of(hit).confidence),
    ("text", lambda hit, links: _of(hit).text),
    *_PRINTED,
)
COLUMNS: dict[Collection, tuple[Column, ...]] = {"articles": _ARTICLE, "statements": _STATEMENT}


@exports.get("/search.csv")
def search() -> Response:
    """Answer a search with a table of everything that it finds, written while it is read."""
    site, links = current_site(), current_links()
    asked = read_search(site.service)
    request = replace(asked.request, page=1, per_page=DEFAULT_PER_PAGE)
    address = links.search(request, ".csv")
    if not asked.is_canonical or request != asked.request:
        return redirect(address)
    answer = answers.tagged(address, "text/csv")
    if answer.status_code != 304:
        with time_limit(site.settings.time_limit):
            total, runs = site.service.every(request)
        answer.response = broken_off(rows(request, runs, links, site.settings.time_limit), address)
        answer.headers["X-Total-Count"] = str(total)
        answer.headers["Content-Type"] = "text/csv; charset=utf-8; header=present"
        answer.headers["Content-Disposition"] = f'attachment; filename="{_file_name(request)}"'
    return answers.not_for_indexes(answer)


def rows(request: SearchRequest, runs: Iterator[Matches], links: Links, seconds: float) -> Iterator[str]:
    """Give the table line by line. Each run of hits has its own time; one that is cut short ends the answer in error.

    A table that only ended early could not be told from a whole one; one that breaks off can.
    """
    columns = COLUMNS[request.collection]
    yield _line([name for name, _ in columns])
    while True:
        with time_limit(seconds):
            run = next(runs, None)
        if run is None:
            return
        if run.is_partial:
            raise OutOfTime
        yield "".join(_line([cell(read(hit, links)) for _, read in columns]) for hit in run.hits)


def broken_off(lines: Iterator[str], address: str) -> Iterator[str]:
    """Give the lines; where there is no time for the next, end the connection as if the reader had gone.

    A server closes such a connection in the middle of the answer, and does not take it for a fault of the program.
    """
    try:
        yield from lines
    except OutOfTime:
        _log.warning("%s was broken off: a run of its rows took longer than an answer may take.", address)
        raise BrokenPipeError(errno.EPIPE, "the table cannot be ended") from None


def cell(value: object) -> str:
    """Give a value as a cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _of(hit: Hit) -> Statement:
    assert hit.statement is not None, "a hit among statements has its statement"
    return hit.statement


def _roles(speakers: Sequence[Speaker]) -> str:
    """Give the role of each, in the order of their names: one without a role has its place too."""
    roles = [speaker.role or "" for speaker in speakers]
    return "; ".join(roles) if any(roles) else ""


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _file_name(request: SearchRequest) -> str:
    words = re.sub(r"[^a-z0-9-]+", "", slug(describe(request, {})))
    return f"{words[:60].strip('-') or 'search'}.csv"
