"""The page of a speaker: names and roles as printed, when they spoke, and what they said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from search.builds import IndexStatus
from search.documents import RoleHeld, SpeakerEntry
from search.query.dates import DateRange
from search.query.request import MAX_PER_PAGE, SearchRequest
from search.results import Facet, Page
from webui import messages
from webui.charts import Chart, Counts, draw
from webui.links import Links
from webui.message import number
from webui.views.hits import StatementRow, statement_rows
from webui.views.speakers import SpeakerRow, speaker_row
from webui.views.vocabulary import OwnWord
from webui.wording import capitalised, counted, decimal, percent, stopped
from webui.written_dates import write_any, write_iso_day

STATEMENTS_READ, STATEMENTS_SHOWN = MAX_PER_PAGE, 10
"""Of the newest statements, how many are read for their words, and how many are shown."""
_SELDOM = 10
"""One of so many stories that print a role: what is printed no oftener is told in the table alone."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role as printed, and its bar between the archive's first and last day."""

    role: str
    first: str
    first_iso: str
    last: str
    last_iso: str
    x: str
    width: str
    count: str
    unit: str


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word that a speaker says oftener than others: where it is said, and how much oftener."""

    word: str
    times: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who speaks in the same stories: in how many."""

    name: str
    role: str
    url: str
    compare_url: str
    stories: str


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """All that the page of a speaker shows."""

    name: str
    lead: str
    partial: str
    facts: tuple[tuple[str, str], ...]
    timeline: Chart | None
    held: tuple[Held, ...]
    held_years: str
    other_names: tuple[str, ...]
    others: tuple[SpeakerRow, ...]
    words: tuple[WordRow, ...]
    company: tuple[Companion, ...]
    rows: tuple[StatementRow, ...]
    all_label: str
    all_url: str
    articles_url: str
    compare_url: str
    atom_url: str
    form_speaker: str
    url: str
    json_url: str


def statements_of(id: str) -> SearchRequest:
    """Give the search for what a speaker said last."""
    return SearchRequest(collection="statements", speakers=(id,), sort="newest")


def speaker_page(
    entry: SpeakerEntry,
    latest: Page,
    months: Facet | None,
    status: IndexStatus,
    others: Sequence[SpeakerEntry] | None,
    words: Sequence[OwnWord] | None,
    company: Sequence[tuple[SpeakerEntry, int]] | None,
    links: Links,
) -> SpeakerPage:
    """Give the view of a speaker; ``company`` are those who speak in the same stories, with how many stories.

    Where there was no time to find them, ``months``, ``others``, ``words`` or ``company`` are None.
    """
    all_of = statements_of(entry.id)

    def within(dates: DateRange) -> str:
        return links.search(replace(all_of, dates=dates))

    is_partial = latest.is_partial or None in (months, others, words, company)
    counts = Counts.of((value.value, value.count) for value in (months.values if months else ()))
    return SpeakerPage(
        name=entry.name,
        lead=_lead(entry),
        partial=stopped(latest.total_is_exact) if is_partial else "",
        facts=tuple(_facts(entry, latest, counts)),
        timeline=draw(
            "statements-over-time", counts, "statements", within, links.search(replace(all_of, undated="only")), tall=96
        ),
        held=tuple(_held(entry, status)),
        held_years=_years(status),
        other_names=entry.names[1:] if entry.names and entry.names[0] == entry.name else entry.names,
        others=tuple(speaker_row(other, links) for other in others or ()),
        words=tuple(
            WordRow(
                word.form,
                messages.TIMES_AS_OFTEN(n=decimal(word.times, "0" if word.times >= 10 else "0.0")),
                counted("statements", word.count),
                links.search(replace(all_of, text=word.form)),
            )
            for word in words or ()
        ),
        company=tuple(
            Companion(
                other.name,
                speaker_row(other, links).role,
                links.speaker(other.id),
                links.compare(SearchRequest(speakers=tuple(sorted((entry.id, other.id))))),
                counted("stories", count),
            )
            for other, count in company or ()
        ),
        rows=statement_rows(latest.hits[:STATEMENTS_SHOWN], SearchRequest(), links),
        all_label=counted("statements", entry.statements),
        all_url=links.search(all_of),
        articles_url=links.search(SearchRequest(speakers=(entry.id,))),
        compare_url=links.compare(SearchRequest(speakers=(entry.id,))),
        atom_url=links.search(all_of, ".atom"),
        form_speaker=entry.id,
        url=links.speaker(entry.id),
        json_url=links.speaker(entry.id, ".json"),
    )


def _lead(entry: SpeakerEntry) -> str:
    if not entry.roles:
        return "" if entry.type == "person" else capitalised(messages.TYPES[entry.type]())
    latest = max(entry.roles, key=lambda held: (held.last or "", held.count, held.role))
    if not latest.first:
        return messages.PRINTED_AS(role=latest.role)
    seldom = sum(held.count for held in entry.roles) / _SELDOM
    earlier = (held for held in entry.roles if (held.first or "") < latest.first)
    before = [held.role for held in earlier if held.count > seldom]
    message = messages.PRINTED_AS_AFTER if before else messages.PRINTED_AS_SINCE
    return message(role=latest.role, month=write_any(latest.first[:7]), before=", ".join(before))


def _facts(entry: SpeakerEntry, latest: Page, counts: Counts) -> Iterator[tuple[str, str]]:
    yield messages.SPEAKER_FACTS["statements"](), number(entry.statements)
    yield messages.SPEAKER_FACTS["stories"](), number(entry.articles)
    if counts.dated:
        yield messages.SPEAKER_FACTS["first"](), write_any(min(counts.dated))
        yield messages.SPEAKER_FACTS["latest"](), write_any(max(counts.dated))
    kinds = latest.facet("kind")
    if kinds and latest.total and latest.total_is_exact:
        verbatim = sum(value.count for value in kinds.values if value.value == "direct")
        yield messages.SPEAKER_FACTS["verbatim"](), percent(verbatim / latest.total)


def _held(entry: SpeakerEntry, status: IndexStatus) -> Iterator[Held]:
    for held in entry.roles:
        x, width = _span(held, status)
        yield Held(
            held.role,
            write_iso_day(held.first),
            held.first or "",
            write_iso_day(held.last),
            held.last or "",
            x,
            width,
            number(held.count),
            messages.STORIES.words(held.count),
        )


def _span(held: RoleHeld, status: IndexStatus) -> tuple[str, str]:
    if not (held.first and held.last and status.first_day and status.last_day):
        return "0%", "0%"
    start, end = (datetime.date.fromisoformat(day).toordinal() for day in (status.first_day, status.last_day))
    first, last = (datetime.date.fromisoformat(day).toordinal() for day in (held.first, held.last))
    whole = max(1, end - start)
    x = 100 * (first - start) / whole
    width = min(max(1.0, 100 * (last - first) / whole), 100.0)
    return f"{min(x, 100 - width):.2f}%", f"{width:.2f}%"


def _years(status: IndexStatus) -> str:
    if not (status.first_day and status.last_day):
        return ""
    return messages.YEARS(first=status.first_day[:4], last=status.last_day[:4])
