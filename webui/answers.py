"""How answers travel: their headers, their ETag, and when "not modified" is answer enough."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable
from typing import Any

import flask
from werkzeug.wrappers import Response

from search.deadline import time_limit
from webui.languages import current_language, has_language
from webui.site import current_site, index_status, public_address

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FRESH = "public, max-age=60"
NOT_FOR_INDEXES = "noindex, follow"


def secure(response: flask.Response) -> flask.Response:
    """Add what every answer carries."""
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    return response


def say_language(response: flask.Response) -> flask.Response:
    """Tell readers and caches in which language an answer is, and that the browser's wish may have decided it."""
    if has_language():
        response.headers.setdefault("Content-Language", current_language())
        varies(response, "Accept-Language")
    return response


def varies(response: Response, header: str) -> None:
    """Tell caches that answers vary with a header of the request."""
    told = response.headers.get("Vary")
    response.headers["Vary"] = f"{told}, {header}" if told else header


def kept(address: str, make: Callable[[], str], mimetype: str = "text/html") -> Response:
    """Answer with what ``make`` gives, or with 304 if the reader has it: same index, same address, same release.

    It has the time that the settings give. An answer that something was left out of for it is not to be kept.
    """
    answer = tagged(address, mimetype)
    if answer.status_code == 304:
        return answer
    with time_limit(current_site().settings.time_limit) as deadline:
        answer.set_data(make())
    if deadline.is_missed:
        answer.headers.pop("ETag")
        answer.headers["Cache-Control"] = "no-store"
    return answer


def tagged(address: str, mimetype: str) -> Response:
    """Give an answer to be filled that can be kept until there is another index; 304 if the reader has it.

    Its tag is a weak one, compressed or not, and of a 304 too: a cache renews only what has the very same tag.
    """
    status = index_status()
    generation = status.generation if status else ""
    today = datetime.date.today().isoformat()
    language, host = current_language(), public_address()
    identity = "\0".join((current_site().release, generation, today, host, language, mimetype, address))
    etag = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:20]
    answer = flask.Response(mimetype=mimetype)
    answer.set_etag(etag, weak=True)
    answer.headers["Cache-Control"] = FRESH
    if flask.request.if_none_match.contains_weak(etag):
        answer.status_code = 304
    return answer


def kept_json(address: str, make: Callable[[], Any]) -> Response:
    """Answer with JSON that programs anywhere may read."""
    answer = kept(address, lambda: to_json(make()), "application/json")
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def to_json(value: Any) -> str:
    """Write JSON as people can read it."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def not_for_indexes(answer: Response) -> Response:
    """Ask search engines to follow an answer's links but not to keep it."""
    answer.headers["X-Robots-Tag"] = NOT_FOR_INDEXES
    return answer
