"""URL parameters <-> SearchRequest. The sole owner of the parameters' names, which are public for ever.

``from_params(to_params(request)) == request`` for every request; every other spelling of the same search gives the
same request, and with it the same one address.
"""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from search.documents import KINDS
from search.errors import BadParameter
from search.folding import without_accents
from search.ids import slug
from search.query.dates import DateRange, check_range, read_date
from search.query.parse import MAX_CHARACTERS
from search.query.request import (
    COLLECTIONS,
    COPIES,
    DEFAULT_PER_PAGE,
    MAX_DEPTH,
    MAX_PER_PAGE,
    SORTS,
    UNDATED,
    SearchRequest,
)
from search.sentences import Sentence, any_of, beginning

PARAMETERS = (
    "q",
    "in",
    "speaker",
    "role",
    "outlet",
    "place",
    "from",
    "to",
    "undated",
    "added",
    "kind",
    "attribution",
    "cue",
    "copies",
    "sort",
    "page",
    "per_page",
)
"""Every parameter, in the canonical order."""
REPEATABLE = ("speaker", "outlet", "kind")
_IGNORED = re.compile(r"utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ref")
_GENERATION = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}")
_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:\.[^\W_]+(?:-[^\W_]+)*)?")

Pairs = Iterable[tuple[str, str]]
Choice = TypeVar("Choice", bound=str)
Default = TypeVar("Default")


def from_params(pairs: Pairs, today: datetime.date | None = None) -> SearchRequest:
    """Give the request that an address's parameters ask for.

    ``today`` is what "last month" counts from. Raises BadParameter, naming the parameter, for an unknown name, a value
    that cannot be read, or one value too many; nothing is ignored but empty values and the marks of link trackers.
    """
    values = _collect(pairs)
    day = today or datetime.date.today()

    def one(name: str) -> str:
        return values.get(name, [""])[0]

    dates = DateRange(
        read_date(one("from"), day, "from") if one("from") else None,
        read_date(one("to"), day, "to") if one("to") else None,
    )
    check_range(dates)
    kinds = {_choice(value, "kind", KINDS, None) for value in values.get("kind", [])}
    request = SearchRequest(
        text=one("q"),
        collection=_choice(one("in"), "in", COLLECTIONS, "articles"),
        speakers=_ids(values.get("speaker", []), "speaker"),
        role=one("role"),
        outlets=_ids(values.get("outlet", []), "outlet"),
        place=one("place"),
        dates=dates,
        undated=_choice(one("undated"), "undated", UNDATED, None),
        added=_added(one("added"), day),
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        possible=_choice(one("attribution"), "attribution", ("sure", "possible"), "sure") == "possible",
        belief=_choice(one("cue"), "cue", ("speech", "belief"), "speech") == "belief",
        copies=_choice(one("copies"), "copies", COPIES, "group"),
        sort=_choice(one("sort"), "sort", SORTS, "relevance"),
        page=_number(one("page"), "page", 1, MAX_DEPTH),
        per_page=_number(one("per_page"), "per_page", DEFAULT_PER_PAGE, MAX_PER_PAGE),
    )
    if not request.is_within_reach:
        problem = Sentence(
            "A search can be read {n} hits deep. Narrow it by dates, speaker or outlet to see the rest.", n=MAX_DEPTH
        )
        raise BadParameter("page", problem, one("page"))
    return request


def to_params(request: SearchRequest) -> list[tuple[str, str]]:
    """Give a request's parameters in the one canonical order, defaults and empty ones left out."""
    return [pair for part, write in WRITTEN.items() for pair in write(getattr(request, part)) if pair[1]]


def readable(raw: str) -> str:
    """Give a value in its one form, without what no address should hold: control characters, halves of characters."""
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in raw)
    return " ".join(unicodedata.normalize("NFC", kept).split())


WRITTEN: dict[str, Callable[[Any], Sequence[tuple[str, str]]]] = {
    "text": lambda text: (("q", text),),
    "collection": lambda collection: (("in", collection if collection != "articles" else ""),),
    "speakers": lambda speakers: [("speaker", speaker) for speaker in speakers],
    "role": lambda role: (("role", role),),
    "outlets": lambda outlets: [("outlet", outlet) for outlet in outlets],
    "place": lambda place: (("place", place),),
    "dates": lambda dates: (("from", dates.since or ""), ("to", dates.until or "")),
    "undated": lambda undated: (("undated", undated or ""),),
    "added": lambda added: (("added", added),),
    "kinds": lambda kinds: [("kind", kind) for kind in kinds],
    "possible": lambda possible: (("attribution", "possible" if possible else ""),),
    "belief": lambda belief: (("cue", "belief" if belief else ""),),
    "copies": lambda copies: (("copies", copies if copies != "group" else ""),),
    "sort": lambda sort: (("sort", sort if sort != "relevance" else ""),),
    "page": lambda page: (("page", str(page) if page != 1 else ""),),
    "per_page": lambda size: (("per_page", str(size) if size != DEFAULT_PER_PAGE else ""),),
}
"""The parameters of each part of a request, in the canonical order; empty ones are left out."""


def _collect(pairs: Pairs) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, raw in pairs:
        value = readable(raw)
        if not value or _IGNORED.fullmatch(name):
            continue
        if name not in PARAMETERS:
            close = difflib.get_close_matches(name, PARAMETERS, n=1)
            problem = (
                Sentence("There is no parameter “{name}”. Did you mean “{close}”?", name=name, close=close[0])
                if close
                else Sentence(
                    "There is no parameter “{name}”. The parameters are {names}.",
                    name=name,
                    names=", ".join(PARAMETERS),
                )
            )
            raise BadParameter(name, problem, value, close[0] if close else None)
        if name != "q" and len(value) > MAX_CHARACTERS:
            raise BadParameter(
                name, Sentence("“{name}” is longer than {n} characters.", name=name, n=MAX_CHARACTERS), value
            )
        values.setdefault(name, []).append(value)
        if name not in REPEATABLE and len(set(values[name])) > 1:
            raise BadParameter(
                name, Sentence("“{name}” is given more than once, with different values.", name=name), value
            )
    return values


def _choice(value: str, name: str, choices: tuple[Choice, ...], default: Default) -> Choice | Default:
    if not value:
        return default
    for choice in choices:
        if value.lower() == choice:
            return choice
    close = difflib.get_close_matches(value.lower(), list(map(str, choices)), n=1)
    problem = Sentence("“{name}” is {known}, not “{value}”.", name=name, known=any_of(choices), value=beginning(value))
    raise BadParameter(name, problem, value, close[0] if close else None)


def _added(value: str, today: datetime.date) -> str:
    """Give a date in its ISO form, or the name of a generation as it is."""
    if not value or _names_generation(value):
        return value
    return read_date(value, today, "added")


def _names_generation(value: str) -> bool:
    """Say whether a value is a generation's name: it begins with a moment that there was."""
    try:
        return bool(_GENERATION.fullmatch(value) and datetime.datetime.strptime(value[:16], "%Y%m%dT%H%M%SZ"))
    except ValueError:
        return False


def _ids(values: list[str], name: str) -> tuple[str, ...]:
    """Give the ids for what was picked or typed: an id stays as it is, a name becomes its id."""
    ids = {_id(value): value for value in values}
    if "" in ids:
        raise BadParameter(name, Sentence("“{text}” holds no letters to look for.", text=beginning(ids[""])), ids[""])
    return tuple(sorted(ids))


def _id(value: str) -> str:
    return plain if _is_id(value) and _is_id(plain := without_accents(value)) else slug(value)


def _is_id(value: str) -> bool:
    return value == value.lower() and _ID.fullmatch(value) is not None


def _number(value: str, name: str, default: int, most: int) -> int:
    if not value:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", value) or not 1 <= int(value) <= most:
        raise BadParameter(
            name,
            Sentence(
                "“{name}” is a whole number from 1 to {most}, not “{value}”.",
                name=name,
                most=most,
                value=beginning(value),
            ),
            value,
        )
    return int(value)
