"""The languages that the site speaks, and which of them answers the current request."""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import cast
from urllib.parse import quote, unquote_plus

import flask
from babel import Locale
from flask_babel import get_translations
from markupsafe import Markup

from search.errors import BadParameter
from search.sentences import Sentence, any_of
from search.settings import LANGUAGES

PARAMETER = "lang"
NAMES = {"en": "English", "es": "Español"}
"""Each language by its own name, as a link to it says it."""
_LOCALES = {"en": Locale("en", "US"), "es": Locale("es", "US")}
"""Whose numbers are written: both as they are in the archive's country."""
_ENGLISH = NullTranslations()
_FOR_PROGRAMS = (".json", ".csv", ".ris", ".bib", ".txt", "/sitemap.xml", "/healthz")
_FEED = ".feed.json"
_language: ContextVar[str] = ContextVar("language", default="")
"""That of the answer: a page asks for it with each of its words."""


def has_language() -> bool:
    """Say whether the address that was asked for is one for readers; what programs read is the same in every language.

    A feed is read by people too.
    """
    path = flask.request.path
    if flask.request.endpoint == "static":
        return False
    return path.endswith(_FEED) or not path.endswith(_FOR_PROGRAMS)


def asked_for() -> str:
    """Give the language that the address asks for, "" if it asks for none."""
    if not (flask.has_request_context() and has_language()):
        return ""
    asked = flask.request.args.get(PARAMETER, "").strip().lower()
    return asked if asked in LANGUAGES else ""


def check() -> None:
    """Refuse a language that the site does not speak, and two at once. Raises BadParameter."""
    values = {value.strip().lower() for value in flask.request.args.getlist(PARAMETER) if value.strip()}
    if not has_language() or not values:
        return
    if len(values) > 1:
        raise BadParameter(
            PARAMETER, Sentence("“{name}” is given more than once, with different values.", name=PARAMETER)
        )
    value = values.pop()
    if value not in LANGUAGES:
        problem = Sentence("“{name}” is {known}, not “{value}”.", name=PARAMETER, known=any_of(LANGUAGES), value=value)
        raise BadParameter(PARAMETER, problem, value)


def current_language() -> str:
    """Give the language of the answer: the address's, else the one that the browser likes best, else the archive's."""
    return _language.get() or (_chosen() if flask.has_request_context() else LANGUAGES[0])


def choose() -> None:
    """Settle in which language the request is answered, before anything is said."""
    _language.set(_chosen())


def forget(_error: BaseException | None = None) -> None:
    """End with the request: the next one has a language of its own."""
    _language.set("")


def locale_of(language: str) -> Locale:
    """Give the rules by which numbers are written in a language."""
    return _LOCALES[language]


def translated(english: str) -> str:
    """Give words in the language of the answer."""
    return _told(english, current_language())


def translated_for(one: str, several: str, count: int) -> str:
    """Give the words that fit a count in the language of the answer."""
    return _catalogue(current_language()).ngettext(one, several, count)


def marked_up(english: str, **values: object) -> Markup:
    """Give words for a template, which holds them with their marks; what fills them is escaped."""
    words = _told_with_marks(english, current_language())
    return words % values if values else words


@lru_cache(2_048)
def _told(english: str, language: str) -> str:
    return _catalogue(language).gettext(english)


@lru_cache(2_048)
def _told_with_marks(english: str, language: str) -> Markup:
    return Markup(_told(english, language))


@cache
def _catalogue(language: str) -> NullTranslations:
    """Give the words of a language, which is that of the answer; English where there is no request."""
    return cast(NullTranslations, get_translations()) if flask.has_request_context() else _ENGLISH


def asked_address(root: str) -> str:
    """Give the address that was asked for, of a site below ``root``."""
    query = flask.request.query_string.decode("latin-1")
    return root + quote(flask.request.path, "/-._~") + (f"?{query}" if query else "")


def with_language(address: str, language: str) -> str:
    """Add a language to an address, in the place of the one that it has; "" takes it away."""
    address, _, anchor = address.partition("#")
    path, _, query = address.partition("?")
    pairs = [pair for pair in query.split("&") if pair and unquote_plus(pair.partition("=")[0]) != PARAMETER]
    pairs += [f"{PARAMETER}={language}"] if language else []
    return path + (f"?{'&'.join(pairs)}" if pairs else "") + (f"#{anchor}" if anchor else "")


def _chosen() -> str:
    if not has_language():
        return LANGUAGES[0]
    own = flask.current_app.extensions["on-the-record"].settings.language
    liked = [own, *(language for language in LANGUAGES if language != own)]
    return asked_for() or flask.request.accept_languages.best_match(liked, own) or own
