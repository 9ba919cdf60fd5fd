"""The page of results: what was searched, when, the hits, and the ways on from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.builds import IndexStatus
from search.query.dates import DateRange
from search.query.request import DEFAULT_PER_PAGE, MAX_DEPTH, SearchRequest, Sort
from search.results import Facet, Page
from webui import messages
from webui.asking import MOST_COMPARED
from webui.charts import Chart, Counts, draw
from webui.links import Links, Vary, on_page
from webui.message import number, retold
from webui.periods import is_short
from webui.views import choices
from webui.views.form import Form, form_for
from webui.views.hits import ArticleRow, StatementRow, article_rows, statement_rows
from webui.views.searched import (
    Filter,
    SentencePiece,
    caveats_about_speakers,
    describe,
    filters,
    names_of,
    sentence,
    short_name,
    title,
)
from webui.wording import counted, so_far, stopped


@dataclass(frozen=True, slots=True)
class Caveat:
    """Something to know before trusting the hits, and perhaps a way to change it."""

    text: str
    link: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A near search that finds something."""

    text: str
    count: str
    url: str


@dataclass(frozen=True, slots=True)
class Results:
    """All that the page of results shows."""

    title: str
    collection: str
    form: Form
    sentence: tuple[SentencePiece, ...]
    filters: tuple[Filter, ...]
    caveats: tuple[Caveat, ...]
    described: str
    timeline: Chart | None
    presets: tuple[choices.Choice, ...]
    tabs: tuple[choices.Choice, ...]
    sorts: tuple[choices.Choice, ...]
    shown: str
    articles: tuple[ArticleRow, ...]
    statements: tuple[StatementRow, ...]
    pages: tuple[choices.Choice, ...]
    previous_url: str
    next_url: str
    next_label: str
    per_page: tuple[choices.Choice, ...]
    facets: tuple[choices.FacetBox, ...]
    relaxations: tuple[Relaxed, ...]
    possible: Caveat | None
    url: str
    json_url: str
    atom_url: str
    json_feed_url: str
    csv_url: str
    compare_url: str
    all_url: str
    first_url: str
    name: str
    total: int
    generation: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return not (self.articles or self.statements)


def results(page: Page, status: IndexStatus, links: Links, months: Facet | None = None, possible: int = 0) -> Results:
    """Give the view of a page of results; ``months`` where the page itself counts years and the dates are short.

    ``possible`` counts statements that are kept apart because their speaker is not sure.
    """
    request = page.request
    names = names_of(request, page.speakers, page.outlets)
    is_articles = request.collection == "articles"
    last_page = min(page.pages, MAX_DEPTH // request.per_page)
    vary, first = links.variations(request), on_page(request, 1)
    return Results(
        title=title(page, names),
        collection=request.collection,
        form=form_for(request, names),
        sentence=sentence(page, links),
        filters=filters(page, links),
        caveats=tuple(_caveats(page, status, links, vary, last_page)),
        described=describe(request, names),
        timeline=_timeline(page, months, vary),
        presets=tuple(choices.presets(request, status, vary)),
        tabs=tuple(choices.tabs(page, vary)),
        sorts=tuple(choices.sorts(request, vary)) if page.total > 1 else (),
        shown=_shown(page),
        articles=article_rows(page.hits, request, links) if is_articles else (),
        statements=() if is_articles else statement_rows(page.hits, request, links),
        pages=tuple(choices.pages(page.number, last_page, lambda at: vary(page=at))) if last_page > 1 else (),
        previous_url=vary(page=min(page.number - 1, last_page)) if page.number > 1 else "",
        next_url=vary(page=page.number + 1) if page.number < last_page else "",
        next_label=number(min(request.per_page, page.total - page.number * request.per_page)),
        per_page=tuple(choices.per_page(request, vary)) if page.total > choices.PER_PAGE[0] else (),
        facets=tuple(choices.facets(page, names, vary)),
        relaxations=tuple(
            Relaxed(
                describe(found.request, names),
                counted(found.request.collection, found.total),
                links.search(found.request),
            )
            for found in page.relaxations
        ),
        possible=Caveat(
            messages.POSSIBLE_APART(possible),
            messages.SHOW_THEM(),
            vary(possible=True),
        )
        if possible
        else None,
        url=links.search(request),
        json_url=links.search(request, ".json"),
        atom_url=links.search(first, ".atom"),
        json_feed_url=links.search(first, ".feed.json"),
        compare_url=links.compare(_said(first)) if page.speakers and len(request.speakers) <= MOST_COMPARED else "",
        csv_url=links.search(replace(first, per_page=DEFAULT_PER_PAGE), ".csv"),
        all_url=links.search(SearchRequest(collection=request.collection)),
        first_url=vary(added=""),
        name=short_name(request, names),
        total=page.total,
        generation=page.generation,
    )


def _caveats(page: Page, status: IndexStatus, links: Links, vary: Vary, last_page: int) -> Iterator[Caveat]:
    request = page.request
    if page.is_partial:
        yield Caveat(stopped(page.total_is_exact))
    elif page.total and page.number > last_page:
        past = messages.PAST_THE_END(page=number(page.number), last=number(last_page))
        yield Caveat(past, messages.TO_THE_LAST_PAGE(), vary(page=last_page))
    if page.did_you_mean:
        meant = page.did_you_mean
        said = describe(meant.request, names_of(meant.request, meant.speakers, page.outlets), meant.total)
        yield Caveat(messages.DID_YOU_MEAN(), said, links.search(meant.request))
    for text, id, is_several in caveats_about_speakers(request, page.speakers):
        yield Caveat(text, messages.TELL_APART(), links.speaker(id)) if is_several else Caveat(text)
    if page.documents > page.total:
        yield Caveat(
            messages.IN_GROUPS[request.collection](
                documents=counted(request.collection, page.documents), groups=counted("groups", page.total)
            ),
            messages.SHOW_COPIES(),
            vary(copies="show"),
        )
    for warning in page.warnings:
        yield Caveat(retold(warning))
    if page.undated_left_out:
        with_them = vary(undated="with")
        text = messages.LEFT_OUT[request.collection](page.undated_left_out)
        yield Caveat(text, messages.INCLUDE_THEM(), with_them)
    if not page.total and not page.is_partial:
        scope = messages.SCOPE[request.collection]
        yield Caveat(scope(articles=counted("articles", status.articles)))
    if page.total > MAX_DEPTH:
        everything = links.search(replace(request, page=1, per_page=DEFAULT_PER_PAGE), ".csv")
        yield Caveat(messages.TOO_DEEP(depth=number(MAX_DEPTH)), messages.AS_A_TABLE(), everything)


def lacks_months(page: Page) -> bool:
    """Say whether a search's dates are short enough for months and its page has none."""
    return page.facet("month") is None and is_short(page.request.dates) and not page.is_partial


def _timeline(page: Page, months: Facet | None, vary: Vary) -> Chart | None:
    request = page.request
    facet = months or page.facet("month") or page.facet("year")
    if facet is None:
        return None
    at = vary.along("dates", "undated")
    return draw(
        "timeline",
        Counts.of((value.value, value.count) for value in facet.values),
        request.collection,
        lambda dates: at(dates, None),
        at(DateRange(), "only"),
        request.dates,
    )


def _said(request: SearchRequest) -> SearchRequest:
    """Give the search with what a comparison has no choice of as it is there."""
    sort: Sort = "oldest" if request.sort == "oldest" else "newest"
    return replace(request, collection="statements", sort=sort, per_page=DEFAULT_PER_PAGE)


def _shown(page: Page) -> str:
    if not page.hits:
        return ""
    first, last = page.hits[0].rank, page.hits[-1].rank
    total = so_far(page.total, page.total_is_exact)
    return messages.SHOWN[page.request.collection](first=number(first), last=number(last), total=total)
