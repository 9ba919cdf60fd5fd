"""The front page: the question, what the archive holds, what was said last, and questions to start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import Facet, IndexStatus, Page
from webui.charts import Chart, Counts, draw
from webui.links import Links
from webui.views.hits import StatementRow, statement_row
from webui.views.speaker import SpeakerRow
from webui.wording import counted

LATEST = SearchRequest(collection="statements", sort="newest", per_page=6)
MOST_QUOTED = 6


@dataclass(frozen=True, slots=True)
class Question:
    """A question to start from, and how much it finds."""

    text: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Home:
    """All that the front page shows."""

    lead: str
    latest: tuple[StatementRow, ...]
    all_url: str
    questions: tuple[Question, ...]
    quoted_title: str
    quoted: tuple[SpeakerRow, ...]
    speakers_label: str
    by_year: Chart | None


def latest_year(status: IndexStatus) -> SearchRequest:
    """Give the search for what was said in the archive's last year."""
    year = (status.last_day or "")[:4]
    return SearchRequest(collection="statements", dates=DateRange(year, year) if year else DateRange())


def home(
    status: IndexStatus,
    latest: Page,
    years: Facet,
    outlets: Facet,
    quoted: tuple[SpeakerRow, ...],
    asked: tuple[tuple[str, SearchRequest, int], ...],
    links: Links,
) -> Home:
    """Give the view of the front page. ``asked`` are questions about speakers: the name, the search, its total."""
    year = (status.last_day or "")[:4]

    def within(dates: DateRange) -> str:
        return links.search(SearchRequest(dates=dates))

    undated = SearchRequest(undated="only")
    return Home(
        lead=_lead(status, outlets),
        latest=tuple(statement_row(hit, SearchRequest(), links) for hit in latest.hits),
        all_url=links.search(replace(LATEST, per_page=SearchRequest().per_page)),
        questions=tuple(_questions(status, outlets, asked, links)),
        quoted_title=f"Most quoted in {year}" if year else "Most quoted",
        quoted=quoted,
        speakers_label=f"All {counted('speakers', status.speakers)}",
        by_year=draw(
            "archive-by-year",
            Counts.of((value.value, value.count) for value in years.values),
            "stories",
            within,
            links.search(undated),
            tall=88,
        ),
    )


def _lead(status: IndexStatus, outlets: Facet) -> str:
    stories = counted("stories", status.articles)
    statements = counted("statements", status.statements)
    newsrooms = f" from {counted('outlets', outlets.distinct)}" if outlets.distinct else ""
    first, last = (status.first_day or "")[:4], (status.last_day or "")[:4]
    years = "" if not first else f", {first}" if first == last else f", {first} to {last}"
    return f"Search {stories}{newsrooms}{years}, and the {statements} made in them."


def _questions(
    status: IndexStatus, outlets: Facet, asked: tuple[tuple[str, SearchRequest, int], ...], links: Links
) -> Iterator[Question]:
    for text, request, total in asked:
        yield Question(text, counted(request.collection, total), links.search(request))
    if outlets.values:
        outlet = outlets.values[0]
        request = SearchRequest(outlets=(outlet.value,), sort="newest")
        yield Question(f"What did {outlet.label} print last?", counted("articles", outlet.count), links.search(request))
    if status.undated:
        undated = SearchRequest(undated="only")
        yield Question("Which stories have no date?", counted("articles", status.undated), links.search(undated))
