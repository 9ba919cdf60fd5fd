"""What every view needs of the running site: its settings, its service, its links, and what its pages are made of."""

from __future__ import annotations

import hashlib
import ipaddress
import socket
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import flask
from markupsafe import Markup

from search.builds import IndexStatus
from search.documents import SpeakerEntry
from search.errors import NoIndex
from search.service import SearchService
from search.settings import Settings
from webui.languages import asked_for, current_language
from webui.links import Links

_HERE = Path(__file__).parent
_SHOWN = frozenset((".py", ".html", ".css", ".js", ".svg", ".xml", ".json", ".mo"))
_Suggested = tuple[str, tuple[SpeakerEntry, ...], Markup]
SUGGESTED = 40
"""Speakers that the form suggests; `/suggest` knows them all."""


@dataclass(frozen=True, slots=True)
class Site:
    """The running site. ``release`` changes whenever a page could look different for the same index."""

    settings: Settings
    service: SearchService
    release: str


def current_site() -> Site:
    """Give the site that answers the current request, all of it from one generation of the index."""
    if "site" not in flask.g:
        site = cast(Site, flask.current_app.extensions["on-the-record"])
        flask.g.site = replace(site, service=site.service.held())
    return cast(Site, flask.g.site)


def current_links() -> Links:
    """Give the links of the current request: below where the site is mounted, public by setting or as asked for."""
    if "links" not in flask.g:
        spoken = current_language()
        told = "" if spoken == current_site().settings.language else spoken
        flask.g.links = Links(flask.request.script_root, public_address(), asked_for(), told)
    return cast(Links, flask.g.links)


def public_address() -> str:
    """Give the scheme and host that readers use: as set, or as asked for if that names this machine.

    Whoever asks can write any host into a request. One that is not known to be this machine's is not repeated: the
    address that the server listens on stands in for it.
    """
    settings, request = current_site().settings, flask.request
    if settings.public_url:
        return settings.public_url.rstrip("/")
    own = f"{settings.host}:{settings.port}"
    is_own = _names_this_machine(request.host, settings.host)
    return f"{request.scheme}://{request.host if is_own else own}"


@lru_cache(256)
def _names_this_machine(host: str, listening: str) -> bool:
    """Say whether a host is an address in numbers, or one of this machine's names."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name in ("localhost", listening.lower(), socket.gethostname().lower())
    return True


def index_status() -> IndexStatus | None:
    """Give what the live index says of itself, once for a request; None if there is none."""
    if "status" not in flask.g:
        try:
            flask.g.status = current_site().service.status()
        except NoIndex:
            flask.g.status = None
    return cast("IndexStatus | None", flask.g.status)


def people_to_suggest() -> tuple[SpeakerEntry, ...]:
    """Give the speakers whom the form suggests, the most quoted."""
    return _suggested()[1]


def suggested_names() -> Markup:
    """Give the names that the form suggests, each with a role if it has one, as a page lists them."""
    return _suggested()[2]


def _suggested() -> _Suggested:
    """Read whom the form suggests, once for each generation."""
    status = index_status()
    if status is None:
        return "", (), Markup("")
    kept = flask.current_app.extensions.get("people-to-suggest")
    if kept is None or kept[0] != status.generation:
        entries = current_site().service.speakers("", 0, SUGGESTED).entries
        kept = status.generation, entries, flask.get_template_attribute("_macros.html", "people")(entries)
        flask.current_app.extensions["people-to-suggest"] = kept
    return cast("_Suggested", kept)


def digest_of_release(settings: Settings) -> str:
    """Give a digest of all that pages are made of: templates, static files, the code of this package, and what the
    settings say of the archive: its title and its language.
    """
    digest = hashlib.sha256(f"{settings.title}\0{settings.language}\0".encode("utf-8", "replace"))
    for path in sorted(path for path in _HERE.rglob("*") if path.suffix in _SHOWN):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def digest_of_static(name: str) -> str:
    """Give a digest of one static file, for its address."""
    return hashlib.sha256((_HERE / "static" / name).read_bytes()).hexdigest()[:10]
