"""The front page: the question, what the archive holds, what was said last, and questions to start from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from search.builds import IndexStatus
from search.query.dates import DateRange
from search.query.request import MAX_PER_PAGE, SearchRequest
from search.results import Facet, Hit, Page
from webui import messages
from webui.charts import Chart, Counts, draw
from webui.links import Links
from webui.views.hits import StatementRow, statement_rows
from webui.views.speakers import SpeakerRow
from webui.wording import counted

LATEST = SearchRequest(collection="statements", sort="newest")
LATEST_READ = replace(LATEST, per_page=MAX_PER_PAGE)
"""The newest statements, of which the page shows one from each story."""
LATEST_SHOWN, MOST_QUOTED, ASKED = 6, 6, 3
_LONG_ENOUGH = 40
"""Characters from which on a statement can stand alone."""


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
        lead=_lead(status, outlets, latest.total),
        latest=statement_rows(one_of_each(latest.hits)[:LATEST_SHOWN], SearchRequest(), links),
        all_url=links.search(LATEST),
        questions=tuple(_questions(years, outlets, asked, links)),
        quoted_title=messages.MOST_QUOTED_IN(year=year) if year else messages.MOST_QUOTED(),
        quoted=quoted,
        speakers_label=messages.ALL_SPEAKERS(),
        by_year=draw(
            "archive-by-year",
            Counts.of((value.value, value.count) for value in years.values),
            "stories",
            within,
            links.search(undated),
            tall=88,
        ),
    )


def one_of_each(hits: Sequence[Hit]) -> list[Hit]:
    """Give one statement of each article, in order: verbatim and long enough to stand alone if there is such."""
    best: dict[str, Hit] = {}
    for hit in hits:
        if hit.article_id not in best or _stands_alone(hit) > _stands_alone(best[hit.article_id]):
            best[hit.article_id] = hit
    return list(best.values())


def _stands_alone(hit: Hit) -> tuple[bool, bool]:
    statement = hit.statement
    return (
        statement is not None and len(statement.text) >= _LONG_ENOUGH,
        bool(statement and statement.kind == "direct"),
    )


def question_about(name: str, status: IndexStatus) -> str:
    """Give the question what somebody said in the archive's last year."""
    year = (status.last_day or "")[:4]
    if not year:
        return messages.WHAT_DID_THEY_SAY(name=name)
    return messages.WHAT_DID_THEY_SAY_IN(name=name, year=year)


def _lead(status: IndexStatus, outlets: Facet, statements: int) -> str:
    first, last = (status.first_day or "")[:4], (status.last_day or "")[:4]
    years = "none" if not first else "one" if first == last else "several"
    return messages.HOME_LEAD[bool(outlets.distinct), years](
        stories=counted("stories", status.articles),
        outlets=counted("outlets", outlets.distinct),
        statements=counted("statements", statements),
        first=first,
        last=last,
    )


def _questions(
    years: Facet, outlets: Facet, asked: tuple[tuple[str, SearchRequest, int], ...], links: Links
) -> Iterator[Question]:
    for text, request, total in asked:
        yield Question(text, counted(request.collection, total), links.search(request))
    if outlets.values:
        outlet = outlets.values[0]
        request = SearchRequest(outlets=(outlet.value,), sort="newest")
        yield Question(
            messages.WHAT_WAS_PRINTED_LAST(outlet=outlet.label),
            counted("articles", outlet.count),
            links.search(request),
        )
    undated = sum(value.count for value in years.values if not value.value)
    if undated:
        request = SearchRequest(undated="only")
        yield Question(messages.WHICH_ARE_UNDATED(), counted("articles", undated), links.search(request))
