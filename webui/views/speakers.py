"""The list of speakers, its rows, and the choice between several of one name."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

from search.builds import IndexStatus
from search.documents import SpeakerEntry
from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import SpeakerList
from webui import messages
from webui.links import Links
from webui.views import choices
from webui.wording import counted
from webui.written_dates import write_range

SPEAKERS_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker in a list."""

    name: str
    role: str
    url: str
    statements: str
    articles: str


@dataclass(frozen=True, slots=True)
class Speakers:
    """A page of the list of speakers."""

    name: str
    lead: str
    note: str
    number: int
    rows: tuple[SpeakerRow, ...]
    pages: tuple[choices.Choice, ...]
    previous_url: str
    next_url: str
    url: str
    json_url: str


@dataclass(frozen=True, slots=True)
class Chooser:
    """Several people of one name, to choose from."""

    name: str
    rows: tuple[SpeakerRow, ...]
    all_label: str
    all_url: str
    url: str
    json_url: str


def speakers(found: SpeakerList, name: str, page: int, status: IndexStatus, links: Links) -> Speakers:
    """Give a page of the list."""
    last = max(1, math.ceil(found.total / SPEAKERS_PER_PAGE))
    silent = 0 if name else found.total - status.speakers
    return Speakers(
        name=name,
        lead=(messages.SPEAKERS_NAMED if name else messages.SPEAKERS_LEAD)(
            speakers=counted("speakers", found.total if name else status.speakers), name=name
        ),
        note=messages.ONLY_POSSIBLE(silent) if silent > 0 else "",
        number=page,
        rows=tuple(speaker_row(entry, links) for entry in found.entries),
        pages=tuple(choices.pages(page, last, partial(links.speakers, name))) if 1 < last >= page else (),
        previous_url=links.speakers(name, page - 1) if page > 1 else "",
        next_url=links.speakers(name, page + 1) if page < last else "",
        url=links.speakers(name, page),
        json_url=links.speakers(name, page, ".json"),
    )


def speaker_row(entry: SpeakerEntry, links: Links) -> SpeakerRow:
    """Give the row of a speaker."""
    kind = "" if entry.type == "person" else messages.TYPES[entry.type]()
    role = entry.role or kind
    base, _, mark = entry.id.partition(".")
    if mark and not role:
        role = messages.LAST_NAME_ONLY() if "-" not in base else messages.TOLD_APART(mark=mark.replace("-", " "))
    return SpeakerRow(
        entry.name,
        role,
        links.speaker(entry.id),
        counted("statements", entry.statements),
        counted("stories", entry.articles),
    )


def row_by_days(entry: SpeakerEntry, links: Links) -> SpeakerRow:
    """Give the row of one among several of a name: whose role is the same was printed with it on other days."""
    row = speaker_row(entry, links)
    first = min((held.first for held in entry.roles if held.first), default=None)
    last = max((held.last for held in entry.roles if held.last), default=None)
    return replace(row, role=", ".join(filter(None, (row.role, write_range(DateRange(first, last))))))


def chooser(id: str, entries: tuple[SpeakerEntry, ...], links: Links) -> Chooser:
    """Give the page that tells people of one name apart."""
    said = sum(entry.statements for entry in entries)
    return Chooser(
        name=entries[0].name,
        rows=tuple(row_by_days(entry, links) for entry in entries),
        all_label=counted("statements", said),
        all_url=links.search(SearchRequest(collection="statements", speakers=(id,), sort="newest")),
        url=links.speaker(id),
        json_url=links.speaker(id, ".json"),
    )
