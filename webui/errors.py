"""From an error to the page, or the JSON, that tells of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from urllib.parse import urlencode

import flask
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from search.errors import BadParameter, BadQuery, IndexDamaged, NoIndex, OtherSchema, SearchError
from search.query.params import PARAMETERS
from search.query.parse import FIELDS as QUERY_FIELDS
from search.settings import Settings
from webui import answers, messages
from webui.asking import SeveralCalled, given_pairs
from webui.languages import with_language
from webui.limits import TooMany
from webui.links import Links
from webui.message import retold
from webui.nobody import NobodyCalled
from webui.site import current_links, current_site
from webui.views.form import FIELDS, Form, form_as_typed
from webui.views.results import Relaxed
from webui.views.speakers import SpeakerRow, row_by_days
from webui.wording import label

_log = logging.getLogger("webui")
_SECONDS_TO_WAIT = "30"


@dataclass(frozen=True, slots=True)
class Unusable:
    """What readers are told of an index that cannot be searched, and what whoever keeps it can run.

    Pages are public: they name no folder from the root on. The log says which file it is.
    """

    heading: str
    text: str
    rebuild: str
    check: str = ""


def unusable(error: NoIndex, settings: Settings) -> Unusable:
    """Give what is told of an index that is not there, damaged, or of another version."""
    folder = "" if settings.index.is_absolute() else f" --index {settings.index}"
    corpus = "" if settings.corpus.is_absolute() else f" {settings.corpus}"
    rebuild = f"python -m indexer rebuild{corpus}{folder}"
    if isinstance(error, IndexDamaged):
        check = f"python -m indexer check{corpus}{folder}"
        return Unusable(messages.INDEX_DAMAGED(), messages.INDEX_DAMAGED_TEXT(), rebuild, check)
    if isinstance(error, OtherSchema):
        return Unusable(messages.INDEX_NOT_READ(), retold(error.sentence), rebuild)
    return Unusable(messages.NO_INDEX(), messages.ERROR_TEXTS[503](), rebuild)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a page about something not understood shows."""

    status: int
    heading: str
    text: str
    form: Form
    parameter: str = ""
    field: str = ""
    field_name: str = ""
    value: str = ""
    before: str = ""
    at: str = ""
    after: str = ""
    attempts: tuple[tuple[str, str], ...] = ()
    people: tuple[SpeakerRow, ...] = ()
    rest: str = ""


def register(app: flask.Flask) -> None:
    """Have an app tell of its errors."""
    app.register_error_handler(SearchError, _search_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)


def _search_error(error: SearchError) -> Response:
    if isinstance(error, BadParameter):
        return _bad_parameter(error)
    if isinstance(error, NoIndex):
        found = unusable(error, current_site().settings)
        answer = _told(503, found.text, found)
    else:
        instead = error.instead if isinstance(error, NobodyCalled) else ()
        answer = _told(error.status, retold(error.sentence), instead=instead)
    if isinstance(error, TooMany):
        answer.headers["Retry-After"] = str(error.seconds)
    elif error.status == 503:
        answer.headers["Retry-After"] = _SECONDS_TO_WAIT
    return answer


def _http_error(error: HTTPException) -> Response:
    code = error.code or 500
    if code < 400:
        return error.get_response()
    answer = _told(code, messages.ERROR_TEXTS[code]() if code in messages.ERROR_TEXTS else error.description or "")
    if code == 405:
        answer.headers["Allow"] = "GET, HEAD, OPTIONS"
    return answer


def _unexpected(error: Exception) -> Response:
    """Tell of damage to the index where that explains an error; else of a fault of the program."""
    try:
        current_site().service.check()
    except IndexDamaged as damaged:
        return _search_error(damaged)
    _log.error("%s %s", flask.request.method, flask.request.path, exc_info=error)
    return _told(500, messages.ERROR_TEXTS[500]())


def _told(status: int, text: str, index: Unusable | None = None, instead: tuple[Relaxed, ...] = ()) -> Response:
    if _wants_json():
        return _json(status, text, [{"message": text}])
    if _wants_plain():
        return _not_kept(flask.Response(f"{text}\n", status, mimetype="text/plain"))
    title = messages.ERROR_TITLES.get(status, messages.ERROR_TITLES[404 if status < 500 else 500])
    page = flask.render_template(
        "error.html",
        status_code=status,
        heading=index.heading if index else title(),
        text=text,
        index=index,
        instead=instead,
        again=current_links().root + flask.request.full_path.rstrip("?") if status in (429, 503) else "",
    )
    return _not_kept(flask.Response(page, status))


def _bad_parameter(error: BadParameter) -> Response:
    if _wants_plain():
        return _not_kept(flask.Response(f"{error.parameter}: {error.problem}\n", 400, mimetype="text/plain"))
    if _wants_json():
        about: dict[str, object] = {"message": error.problem, "parameter": error.parameter, "value": error.value}
        if error.suggestion:
            about["suggestion"] = error.suggestion
        return _json(400, error.problem, [about | _position(error)])
    page = flask.render_template("problem.html", view=problem(error, _pairs(), current_links()))
    return answers.not_for_indexes(_not_kept(flask.Response(page, 400)))


def problem(error: BadParameter, pairs: list[tuple[str, str]], links: Links) -> Problem:
    """Give the view of a search that was not understood: the form as it was, and what is wrong beside its field."""
    name = error.parameter
    heading = messages.NOTHING_SEARCHED.get(name, messages.NOTHING_SEARCHED_AT_ALL)()
    text = retold(error.problem)
    found = Problem(
        status=400,
        heading=heading,
        text=text,
        form=form_as_typed([(key, value) for key, value in pairs if key in PARAMETERS], {name: text}),
        parameter=name,
        field={"speaker": "who"}.get(name, name) if name in FIELDS else "",
        field_name=label(messages.FIELD_NAMES, name),
        value=error.value,
        attempts=tuple(_attempts(error, pairs, links)),
        people=tuple(row_by_days(entry, links) for entry in error.entries) if isinstance(error, SeveralCalled) else (),
        rest=", ".join(f"{key}={value}" for key, value in pairs if key != name and value.strip() and key in PARAMETERS),
    )
    if isinstance(error, SeveralCalled):
        people = (
            replace(row, url=_with(pairs, links, name, entry.id))
            for row, entry in zip(found.people, error.entries, strict=True)
        )
        found = replace(found, people=tuple(people))
    if isinstance(error, BadQuery) and error.value and error.position < len(error.value):
        at = error.position
        found = replace(found, before=error.value[:at], at=error.value[at : at + 1], after=error.value[at + 1 :])
    return found


def _attempts(error: BadParameter, pairs: list[tuple[str, str]], links: Links) -> list[tuple[str, str]]:
    """Give searches to try instead: with what is suggested, and without what was not understood."""
    attempts = []
    known = [(key, value) for key, value in pairs if key in PARAMETERS]
    suggestion = error.suggestion
    if suggestion and ".." in suggestion and error.parameter == "from":
        since, _, until = suggestion.partition("..")
        swapped = [(key, value) for key, value in known if key not in ("from", "to")]
        attempts.append(
            (
                messages.FROM_TO(since=since, until=until),
                _search_address([*swapped, ("from", since), ("to", until)], links),
            )
        )
    elif isinstance(error, BadQuery) and suggestion in QUERY_FIELDS:
        words = f"{error.value[: error.position]}{suggestion}:{error.value[error.position :].partition(':')[2]}"
        attempts.append((words, _with(known, links, "q", words)))
    elif suggestion and not isinstance(error, BadQuery):
        if error.parameter in PARAMETERS:
            attempts.append((f"{error.parameter}={suggestion}", _with(known, links, error.parameter, suggestion)))
        elif suggestion in PARAMETERS:
            renamed = [(suggestion if key == error.parameter else key, value) for key, value in pairs]
            attempts.append((f"{suggestion}={error.value}", _search_address(renamed, links)))
    others = [(key, value) for key, value in known if key != error.parameter and value.strip()]
    if others and error.parameter != "page":
        named = label(messages.FIELD_NAMES, error.parameter)
        attempts.append((messages.WITHOUT_PARAMETER(parameter=named), _search_address(others, links)))
    return attempts


def _with(pairs: list[tuple[str, str]], links: Links, name: str, value: str) -> str:
    replaced = [(key, given) for key, given in pairs if key != name and key in PARAMETERS and given.strip()]
    return _search_address([*replaced, (name, value)], links)


def _search_address(pairs: list[tuple[str, str]], links: Links) -> str:
    """Give an address for parameters as they are; the site leads it to the canonical one."""
    return with_language(f"{links.path('search')}?{urlencode(pairs)}", links.language)


def _position(error: BadParameter) -> dict[str, object]:
    return {"position": error.position} if isinstance(error, BadQuery) else {}


def _pairs() -> list[tuple[str, str]]:
    try:
        return given_pairs()
    except BadParameter:
        return []


def _wants_json() -> bool:
    return flask.request.path.endswith(".json") or flask.request.path.endswith("/suggest")


def _wants_plain() -> bool:
    """Feeds and lists for programs are refused in plain words; what only ends like one gets the page."""
    rule = flask.request.url_rule
    return rule is not None and rule.rule.endswith((".atom", ".bib", ".csv", ".ris", ".txt", ".xml"))


def _json(status: int, text: str, errors: list[dict[str, object]]) -> Response:
    told = {"ok": False, "error": text, "errors": errors, "status": status}
    answer = flask.Response(answers.to_json(told), status, mimetype="application/json")
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return _not_kept(answer)


def _not_kept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
