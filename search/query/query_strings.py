"""Query strings: how the parameters of a search, and of searches that differ from it in a part, stand in an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import quote_plus

from search.query.params import WRITTEN, Pairs, to_params
from search.query.request import SearchRequest


@lru_cache(512)
def to_query_string(request: SearchRequest) -> str:
    """Give the query string of a search's one address, without the question mark."""
    return _encoded(to_params(request))


class Variations:
    """The query strings of a search with parts of it changed: a page of results has a hundred, alike but for a part.

    A part is named, and what it becomes is given, as for ``dataclasses.replace``.
    """

    def __init__(self, request: SearchRequest) -> None:
        """Write what most of them share."""
        self._parts = {part: _written(part, getattr(request, part)) for part in WRITTEN}
        self._frames: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    def __call__(self, **changes: Any) -> str:
        """Give the query string of the search with these parts changed."""
        names = tuple(changes)
        frame = self._frames.get(names)
        if frame is None:
            frame = self._frames[names] = tuple(self._frame(names))
        return "&".join([piece for shared, part in frame if (piece := shared or _written(part, changes[part]))])

    def along(self, *parts: str) -> Callable[..., str]:
        """Give what gives the query string for other values of some parts, which are neighbours, in their order."""
        frame = tuple(self._frame(parts))
        first, last = frame[0][0], frame[-1][0]
        before, after = f"{first}&" if first else "", f"&{last}" if last else ""
        without = "&".join(filter(None, (first, last)))

        def varied(*values: Any) -> str:
            own = "&".join(filter(None, map(_written, parts, values)))
            return f"{before}{own}{after}" if own else without

        return varied

    def _frame(self, changed: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Give what stands before, between and behind some parts, and those parts by their names, in order."""
        for is_changed, parts in groupby(WRITTEN, changed.__contains__):
            if is_changed:
                yield from (("", part) for part in parts)
            elif shared := "&".join(filter(None, map(self._parts.__getitem__, parts))):
                yield shared, ""


@lru_cache(4_096)
def _written(part: str, value: Any) -> str:
    """Give a part of a search as it stands in the query string."""
    return _encoded(pair for pair in WRITTEN[part](value) if pair[1])


def _encoded(pairs: Pairs) -> str:
    return "&".join([f"{name}={_quoted(value)}" for name, value in pairs])


_quoted = lru_cache(4_096)(quote_plus)
