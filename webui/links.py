"""Every address that the site prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import quote, urlencode

from search.query.params import to_params
from search.query.query_strings import Variations, to_query_string
from search.query.request import SearchRequest
from webui.languages import PARAMETER, with_language

PATH_SAFE = "-._~"
FEEDS = (".atom", ".feed.json")
Months = Literal["both", "all"]
"""Which months a comparison lists: those in which at least two spoke, or all."""


@dataclass(frozen=True, slots=True)
class Links:
    """Makes addresses below ``root`` (where the site is mounted, "" for a host of its own).

    ``public`` is the scheme and host that readers use: with it an address becomes one to print or to keep. ``language``
    is the one that was asked for in the address, "" for none: links to pages and feeds keep it. Links to feeds tell the
    language of the page, ``spoken``, in any case: who reads them has no preference.
    """

    root: str = ""
    public: str = ""
    language: str = ""
    spoken: str = ""

    @property
    def lasting(self) -> Links:
        """Links in no language, for citations."""
        return replace(self, language="", spoken="")

    def absolute(self, address: str) -> str:
        """Give an address with scheme and host."""
        return self.public + address

    def site(self, path: str) -> str:
        """Give a path of the site ("/article/<id>") as a whole address."""
        return self.absolute(self.root + path)

    def home(self) -> str:
        """Give the address of the front page."""
        return self._kept(f"{self.root}/")

    def page(self, name: str) -> str:
        """Give the address of a page that has only a name: "help", "about", "speakers"."""
        return self.path(name) if "." in name else self._kept(self.path(name))

    def path(self, name: str) -> str:
        """Give a page's address to put parameters to: what a form leads to."""
        return f"{self.root}/{name}"

    def search(self, request: SearchRequest, face: str = "") -> str:
        """Give a search's one address; ``face`` is "" or what its other faces end with: ".json", ".csv" …"""
        return self._search(to_query_string(request), face)

    def variations(self, request: SearchRequest) -> Vary:
        """Give what gives the address of a search with parts of it changed."""
        return Vary(request, f"{self.root}/search", self.language)

    def _search(self, query: str, face: str) -> str:
        return self._kept(f"{self.root}/search{face}" + (f"?{query}" if query else ""), face)

    def values(self, request: SearchRequest, field: str, name: str = "", number: int = 1, face: str = "") -> str:
        """Give the address of a page of all the values of a search's facet, of those whose name begins so."""
        pairs = [*to_params(replace(request, page=1)), ("name", name), ("page", str(number) if number > 1 else "")]
        query = urlencode([pair for pair in pairs if pair[1]])
        return self._kept(f"{self.root}/search/{field}{face}" + (f"?{query}" if query else ""), face)

    def compare(self, request: SearchRequest, months: Months = "both", face: str = "") -> str:
        """Give the address of a comparison: a search's, speakers first, without what it has no choice of."""
        pairs = [(name, value) for name, value in to_params(request) if name not in ("in", "per_page")]
        pairs.sort(key=lambda pair: pair[0] != "speaker")
        pairs = [pair for pair in pairs if pair != ("sort", "newest")] + (
            [("months", months)] if months != "both" else []
        )
        query = urlencode(pairs)
        return self._kept(f"{self.root}/compare{face}" + (f"?{query}" if query else ""), face)

    def article(self, id: str, found_by: SearchRequest | None = None, anchor: str = "", face: str = "") -> str:
        """Give an article's address: with the search it was ``found_by``, its words are marked there."""
        return self._kept(self._article(id, _query_of(found_by), anchor, face), face)

    def articles(self, found_by: SearchRequest) -> Callable[[str, str], str]:
        """Give what gives the address of an article that a search found, at an anchor there ("" for its beginning)."""
        query = _query_of(found_by)
        return lambda id, anchor: self._kept(self._article(id, query, anchor))

    def _article(self, id: str, query: str, anchor: str, face: str = "") -> str:
        return f"{self.root}/article/{_in_path(id)}{face}{query}" + (f"#{_in_path(anchor)}" if anchor else "")

    def statement(self, id: str, face: str = "") -> str:
        """Give a statement's permanent address."""
        return self._kept(f"{self.root}/statement/{_in_path(id)}{face}", face)

    def speaker(self, id: str, face: str = "") -> str:
        """Give the address of a speaker's page."""
        return self._kept(f"{self.root}/speaker/{_in_path(id)}{face}", face)

    def speakers(self, name: str = "", number: int = 1, face: str = "") -> str:
        """Give the address of a page of the speakers' list, of those whose name begins so."""
        pairs = [("name", name), ("page", str(number) if number > 1 else "")]
        query = urlencode([(key, value) for key, value in pairs if value])
        return self._kept(f"{self.root}/speakers{face}" + (f"?{query}" if query else ""), face)

    def _kept(self, address: str, face: str = "") -> str:
        """Keep the language that was asked for; what programs read has none."""
        kept = self.language or (self.spoken if face in FEEDS else "")
        return with_language(address, kept) if kept and face in ("", *FEEDS) else address


class Vary:
    """Gives the address of a search with parts of it changed. What is not named stays, but the page is the first."""

    def __init__(self, request: SearchRequest, own: str, language: str) -> None:
        """Write what all of them share; they keep the language that was asked for."""
        self._queries = Variations(replace(request, page=1))
        self._path, self._own, self._end = own, f"{own}?", f"&{PARAMETER}={language}" if language else ""
        self._bare = f"{own}?{PARAMETER}={language}" if language else own

    def __call__(self, **changes: Any) -> str:
        """Give the address of the search with parts changed as ``dataclasses.replace`` changes them."""
        return self._address(self._queries(**changes))

    def along(self, *parts: str) -> Callable[..., str]:
        """Give what gives the address for other values of some parts, which are neighbours, in their order."""
        query = self._queries.along(*parts)
        return lambda *values: self._address(query(*values))

    def values(self, field: str) -> str:
        """Give the address of all the values of a facet of the search."""
        return self._address(self._queries()).replace(self._path, f"{self._path}/{field}", 1)

    def _address(self, query: str) -> str:
        return f"{self._own}{query}{self._end}" if query else self._bare


def _query_of(found_by: SearchRequest | None) -> str:
    return f"?{to_query_string(found_by)}" if found_by and not found_by.is_empty else ""


@lru_cache(1_024)
def _in_path(text: str) -> str:
    return quote(text, PATH_SAFE)


def on_page(request: SearchRequest, number: int) -> SearchRequest:
    """Give the same search, at another page of it."""
    return replace(request, page=number)
