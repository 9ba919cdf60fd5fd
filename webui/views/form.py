"""The search form, filled with what was asked, so that nothing has to be typed twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from search.ids import slug
from search.query.params import to_params
from search.query.request import SearchRequest

FIELDS = ("q", "speaker", "from", "to")
"""The parameters that have a field; the others travel hidden."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form's fields, what travels hidden, and for each field what is wrong with it."""

    words: str = ""
    speakers: str = ""
    since: str = ""
    until: str = ""
    hidden: tuple[tuple[str, str], ...] = ()
    errors: Mapping[str, str] | None = None

    def error(self, field: str) -> str:
        """Give what is wrong with a field."""
        return (self.errors or {}).get(field, "")


def form_for(request: SearchRequest, names: Mapping[str, str]) -> Form:
    """Give the form for a search that was understood."""
    return Form(
        words=request.text,
        speakers=", ".join(_typed(id, names) for id in request.speakers),
        since=request.dates.since or "",
        until=request.dates.until or "",
        hidden=tuple((name, value) for name, value in to_params(request) if name not in (*FIELDS, "page")),
    )


def form_as_typed(pairs: Iterable[tuple[str, str]], errors: Mapping[str, str]) -> Form:
    """Give the form as it was sent, where something in it was not understood."""
    given = [(name, value) for name, value in pairs if value.strip()]

    def of(field: str) -> str:
        return ", ".join(dict.fromkeys(value for name, value in given if name == field))

    hidden = tuple((name, value) for name, value in given if name not in (*FIELDS, "page") and name not in errors)
    return Form(of("q"), of("speaker"), of("from"), of("to"), hidden, errors)


def _typed(id: str, names: Mapping[str, str]) -> str:
    """Give a speaker's name if typing it means the same speaker, else the id."""
    name = names.get(id, id)
    return name if slug(name) == id and "," not in name else id
