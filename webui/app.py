"""create_app: the factory of the site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote

import flask
from flask_babel import Babel
from jinja2 import StrictUndefined
from markupsafe import Markup
from werkzeug.exceptions import HTTPException
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search.service import SearchService
from search.settings import Settings
from webui import answers, api, citing, comparing, errors, exports, feeds, languages, pages, speaking, wayfinding
from webui.compressing import compress
from webui.languages import (
    NAMES,
    asked_address,
    current_language,
    marked_up,
    translated,
    translated_for,
    with_language,
)
from webui.limits import limit_requests
from webui.links import PATH_SAFE
from webui.message import number
from webui.site import (
    Site,
    current_links,
    current_site,
    digest_of_release,
    digest_of_static,
    index_status,
    suggested_names,
)
from webui.stylesheet import minified
from webui.templating import Templates
from webui.views.form import Form
from webui.wording import counted
from webui.written_dates import write_instant

_A_YEAR = "public, max-age=31536000, immutable"


def create_app(settings: Settings, service: SearchService) -> flask.Flask:
    """Make the site that shows what ``service`` finds."""
    app = flask.Flask(__name__)
    app.jinja_environment = Templates
    Babel(app, default_translation_directories="translations", locale_selector=current_language)
    app.jinja_env.install_gettext_callables(translated, translated_for, newstyle=True)  # type: ignore[attr-defined]
    app.extensions["on-the-record"] = Site(settings, service, digest_of_release(settings))
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.undefined = StrictUndefined
    for blueprint in (
        pages.pages,
        speaking.speaking,
        api.api,
        citing.citing,
        comparing.comparing,
        exports.exports,
        feeds.feeds,
        wayfinding.wayfinding,
    ):
        app.register_blueprint(blueprint)
    app.before_request(languages.choose)
    app.teardown_request(languages.forget)
    errors.register(app)
    limit_requests(app, settings.requests_per_minute)
    app.before_request(_lead_to_the_one_address)
    app.before_request(languages.check)
    app.after_request(compress)
    app.after_request(answers.secure)
    app.after_request(answers.say_language)
    app.after_request(_keep_static_files)
    app.context_processor(_everywhere)
    app.view_functions["static"] = _static
    digests = {name: digest_of_static(name) for name in ("site.css", "site.js")}
    app.jinja_env.globals.update(
        counted=counted,
        number=number,
        digests=digests,
        empty_form=Form(),
        suggested_names=suggested_names,
        _=marked_up,
    )
    return app


def _everywhere() -> dict[str, object]:
    status = index_status()
    links = current_links()
    asked = asked_address(links.root)
    return {
        "site_title": flask.current_app.extensions["on-the-record"].settings.title,
        "links": links,
        "language": current_language(),
        "printed": _language_of_print(),
        "plain_address": with_language(asked, ""),
        "languages": [(code, name, with_language(asked, code)) for code, name in NAMES.items()],
        "status": status,
        "built": write_instant(status.built_at) if status else "",
    }


def _language_of_print() -> Markup:
    """Give the attribute for words that were printed, where the page around them is in another language."""
    printed = current_site().settings.language
    return Markup("") if printed == current_language() else Markup(' lang="{}"').format(printed)


def _lead_to_the_one_address() -> Response | None:
    """No page's address ends with a slash but the front page's."""
    path = flask.request.path
    bare = path.rstrip("/")
    if bare == path or not bare:
        return None
    try:
        flask.current_app.create_url_adapter(flask.request).match(bare, "GET")  # type: ignore[union-attr]
    except HTTPException:
        return None
    query = flask.request.query_string.decode("latin-1")
    return redirect(flask.request.script_root + quote(bare, f"/{PATH_SAFE}") + (f"?{query}" if query else ""))


@cache
def _style() -> str:
    return minified((Path(__file__).parent / "static" / "site.css").read_text(encoding="utf-8"))


@cache
def _script() -> str:
    return (Path(__file__).parent / "static" / "site.js").read_text(encoding="utf-8")


def _static(filename: str) -> Response:
    if filename == "site.css":
        return flask.Response(_style(), mimetype="text/css")
    if filename == "site.js":
        return flask.Response(_script(), mimetype="text/javascript")
    return flask.current_app.send_static_file(filename)


def _keep_static_files(response: flask.Response) -> flask.Response:
    if flask.request.endpoint == "static" and response.status_code == 200 and "v" in flask.request.args:
        response.headers["Cache-Control"] = _A_YEAR
    return response
