"""The page that puts speakers side by side: what each said of a topic, on one time axis, month by month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from search.documents import SpeakerEntry
from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import Page
from webui import messages
from webui.asking import MOST_COMPARED
from webui.charts import Counts
from webui.links import Links, Months
from webui.message import number, parts
from webui.periods import Period, Unit
from webui.views.choices import Choice
from webui.views.compared_months import ChosenMonths, MonthRow, Side, choose_months, month_row, within
from webui.views.form import Form, form_for
from webui.views.searched import RemovablePart, SentencePiece, count_pieces
from webui.views.side_by_side import SideBySide, draw_side_by_side
from webui.wording import counted, joined, stopped
from webui.written_dates import write_range


@dataclass(frozen=True, slots=True)
class Person:
    """One of those who are compared, for the page."""

    name: str
    role: str
    url: str
    colour: str
    count: str
    search_url: str


@dataclass(frozen=True, slots=True)
class Compare:
    """All that the page shows."""

    title: str
    form: Form
    fields: tuple[tuple[str, str], ...]
    sentence: tuple[SentencePiece, ...]
    notes: tuple[str, ...]
    people: tuple[Person, ...]
    others: tuple[tuple[str, str, str], ...]
    others_label: str
    chart: SideBySide | None
    months: tuple[MonthRow, ...]
    scopes: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    previous_url: str
    next_url: str
    next_label: str
    url: str
    json_url: str


def side_of(id: str, request: SearchRequest, entries: Sequence[SpeakerEntry], total: int, counts: Counts) -> Side:
    """Give one side of a comparison."""
    names = {entry.name for entry in entries}
    role = entries[0].role or "" if len(entries) == 1 else ""
    name = names.pop() if len(names) == 1 else id
    return Side(id, name, role, bool(entries), request, total, counts)


def statements_by(id: str, request: SearchRequest) -> SearchRequest:
    """Give the search for what one of those compared said."""
    return replace(
        request,
        speakers=(id,),
        collection="statements",
        page=1,
        sort="oldest" if request.sort == "oldest" else "newest",
    )


def compare(
    request: SearchRequest,
    scope: Months,
    sides: Sequence[Side],
    others: Sequence[SpeakerEntry] | None,
    fetch: Callable[[SearchRequest], Page],
    links: Links,
) -> Compare:
    """Give the view of a comparison. ``others`` may be added to it; ``fetch`` answers a search.

    ``others`` is None where there was no time to find them.
    """
    chosen = choose_months(request, scope, sides)

    def at(**changes: object) -> str:
        return links.compare(replace(request, **{"page": 1} | changes), scope)  # type: ignore[arg-type]

    def lead(period: Period, unit: Unit) -> str:
        month = period.dates.since or ""
        if unit == "month" and month in chosen.shown:
            return f"#m{month}"
        return at(dates=within(period.dates, request.dates))

    pages: list[Page] = []

    def fetched(request: SearchRequest) -> Page:
        pages.append(fetch(request))
        return pages[-1]

    months = tuple(month_row(month, request, sides, fetched, links) for month in chosen.shown) if len(sides) > 1 else ()
    is_partial = others is None or any(page.is_partial for page in pages)
    partial = (stopped(all(page.total_is_exact for page in pages)),) if is_partial else ()
    return Compare(
        title=_title(request, sides),
        form=form_for(request, {side.id: side.name for side in sides}),
        fields=tuple(_fields(sides)),
        sentence=tuple(_sentence(request, sides, links, at)),
        notes=(*partial, *_notes(request, sides)),
        people=tuple(_people(sides, links)),
        others=tuple(_others(request, others or (), at)) if len(sides) < MOST_COMPARED else (),
        others_label=messages.COMPARE_WITH[min(len(sides), 2)](),
        chart=draw_side_by_side([side.name for side in sides], [side.counts for side in sides], lead, request.dates)
        if len(sides) > 1
        else None,
        months=months,
        scopes=tuple(_scopes(request, sides, chosen, links)) if 0 < chosen.both < chosen.all else (),
        sorts=tuple(_sorts(request, at)),
        previous_url=at(page=request.page - 1) if request.page > 1 else "",
        next_url=at(page=request.page + 1) if chosen.left > 0 else "",
        next_label=messages.MORE_MONTHS[request.sort == "oldest"](chosen.left),
        url=links.compare(request, scope),
        json_url=links.compare(replace(request, page=1), "both", ".json"),
    )


def _people(sides: Sequence[Side], links: Links) -> Iterator[Person]:
    for colour, side in enumerate(sides, start=1):
        yield Person(
            side.name,
            side.role,
            links.speaker(side.id) if side.is_known else "",
            f"p{colour}",
            counted("statements", side.total),
            links.search(side.request),
        )


def _fields(sides: Sequence[Side]) -> Iterator[tuple[str, str]]:
    """Give the labels of the form's fields for speakers, and what stands in them."""
    for at, label in enumerate(messages.COMPARED_FIELDS):
        yield label(), sides[at].name if at < len(sides) else ""


def _others(
    request: SearchRequest, others: Sequence[SpeakerEntry], at: Callable[..., str]
) -> Iterator[tuple[str, str, str]]:
    """Give the name, role and address of each who may be added."""
    for entry in others:
        if entry.id not in request.speakers:
            yield entry.name, entry.role or "", at(speakers=tuple(sorted({*request.speakers, entry.id})))


def _scopes(request: SearchRequest, sides: Sequence[Side], chosen: ChosenMonths, links: Links) -> Iterator[Choice]:
    labels: tuple[tuple[Months, str], ...] = (
        ("both", messages.BOTH_SPOKE[len(sides) > 2]()),
        ("all", messages.ALL_MONTHS(n=number(chosen.all))),
    )
    for value, label in labels:
        yield Choice(label, links.compare(replace(request, page=1), value), (value == "both") == chosen.is_both)


def _sorts(request: SearchRequest, at: Callable[..., str]) -> Iterator[Choice]:
    for sort in ("newest", "oldest"):
        yield Choice(messages.SORTS[sort](), at(sort=sort), (sort == "oldest") == (request.sort == "oldest"))


def _notes(request: SearchRequest, sides: Sequence[Side]) -> Iterator[str]:
    for side in sides:
        if not side.is_known:
            yield messages.NOBODY(id=side.id)
    if len(sides) > 1:
        yield messages.NOT_A_REPLY()
    unplaced = sum(
        side.counts.undated + sum(n for key, n in side.counts.dated.items() if len(key) == 4) for side in sides
    )
    if unplaced and len(sides) > 1 and request.dates.is_open:
        yield messages.NO_MONTH(unplaced)


def _title(request: SearchRequest, sides: Sequence[Side]) -> str:
    if not sides:
        return messages.COMPARE()
    names = joined([side.name for side in sides])
    values = {"names": names, "words": request.text, "dates": write_range(request.dates)}
    is_alone = len(sides) == 1 and not request.text and request.dates.is_open
    message = messages.COMPARED_TITLES[bool(request.text), not request.dates.is_open]
    return (messages.COMPARED_ALONE if is_alone else message)(**values)


def _sentence(
    request: SearchRequest, sides: Sequence[Side], links: Links, at: Callable[..., str]
) -> Iterator[SentencePiece]:
    def part(label: str, url: str) -> SentencePiece:
        remove = messages.REMOVE(label=label)
        return SentencePiece("", part=RemovablePart(label, url, remove, messages.REMOVE_PLAIN()))

    given: Mapping[str, tuple[str, str]] = {
        "words": (request.text, at(text="")),
        "dates": (write_range(request.dates), at(dates=DateRange(), undated=None)),
    }
    message = messages.COMPARED[bool(request.text), not request.dates.is_open]
    for literal, name in parts(message.words()):
        if literal:
            yield SentencePiece(literal)
        if name == "each":
            for index, side in enumerate(sides):
                if index:
                    yield SentencePiece(messages.AND() if index == len(sides) - 1 else messages.COMMA())
                for piece in count_pieces("statements", side.total):
                    # "No statements" does not begin the sentence here.
                    yield piece._replace(text=piece.text[:1].lower() + piece.text[1:]) if index else piece
                yield SentencePiece(messages.BY())
                yield part(side.name, at(speakers=tuple(id for id in request.speakers if id != side.id)))
        elif name:
            yield part(*given[name])
