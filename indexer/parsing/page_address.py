"""A page's own address: its canonical link, what it says of itself, and what the program that saved it wrote down."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+)", re.I)
_SINGLE_FILE = re.compile(r"SingleFile\b.{0,40}?\burl:\s*(\S+)", re.I | re.S)
# The address stands in the archive's own, behind the moment of capture: /web/20240529120000id_/https://…
_WAYBACK = re.compile(r"^(?:https?:)?//(?:web|wayback)\.archive\.org/web/\d{4,14}[a-z_*]*/(?=https?:/)")
_WAYBACK_PATH = re.compile(r"^/web/\d{4,14}[a-z_*]*/(?=https?:/)")
_WAYBACK_TOOLBAR = re.compile(r"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.*?<!-- END WAYBACK TOOLBAR INSERT -->", re.S)
_WAYBACK_URL = re.compile(r"__wm\.wombat\(\s*[\"'](https?://[^\"']+)[\"']")
_BEGINNING = 4096


def page_address(head: BeautifulSoup, metas: dict[str, str], page: str) -> str | None:
    """Give the address under which the page was published, without the archive's that it was saved from."""
    link = next((tag for tag in head.find_all("link") if "canonical" in (tag.get("rel") or ())), None)
    saved = _SAVED_FROM.search(page[:_BEGINNING]) or _SINGLE_FILE.search(page[:_BEGINNING])
    archived = _WAYBACK_URL.search(page) if "__wm.wombat" in page else None
    for value in (
        link.get("href") if link else None,
        metas.get("og:url"),
        archived[1] if archived else None,
        saved[1] if saved else None,
    ):
        plain = without_archive(str(value or "").strip())
        if is_absolute(plain):
            return plain
    return None


def without_archive(url: str) -> str:
    """Give the address that a web archive's address holds."""
    plain = _WAYBACK_PATH.sub("", _WAYBACK.sub("", url))
    return re.sub(r"^(https?:)/(?=[^/])", r"\1//", plain)


def without_toolbar(page: str) -> str:
    """Take a web archive's toolbar out of a page."""
    return _WAYBACK_TOOLBAR.sub("", page)


def is_absolute(url: str) -> bool:
    """Say whether a text is a whole address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
