"""The page about the archive: the build report made readable. A librarian's list of work, not a dashboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import BuildReport, Facet, IndexStatus
from webui import messages
from webui.charts import Chart, Counts, draw
from webui.links import Links
from webui.wording import counted, number
from webui.written_dates import write_instant


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row of a table whose numbers are bars too. ``kind`` is set where the name is a badge."""

    name: str
    width: str
    count: str
    note: str
    url: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why files could not be read: the reason, how many, and which."""

    reason: str
    count: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """All that the page shows."""

    lead: str
    facts: tuple[tuple[str, str], ...]
    outlets: tuple[BarRow, ...]
    by_year: Chart | None
    dated_by: tuple[BarRow, ...]
    unread: tuple[Unread, ...]
    files: tuple[tuple[str, str], ...]
    kinds: tuple[BarRow, ...]
    possible: str
    without_speakers: str


def about(status: IndexStatus, outlets: Facet, years: Facet, kinds: Facet, possible: int, links: Links) -> About:
    """Give the view of the page. ``possible`` counts the statements whose speaker is likely but not sure."""
    report = status.report

    def within(dates: DateRange) -> str:
        return links.search(SearchRequest(dates=dates))

    return About(
        lead=_lead(status),
        facts=tuple(_facts(status)),
        outlets=tuple(
            BarRow(
                value.label,
                _share(value.count, outlets),
                number(value.count),
                "",
                links.search(SearchRequest(outlets=(value.value,))),
            )
            for value in outlets.values
        ),
        by_year=draw(
            "stories-per-year",
            Counts.of((value.value, value.count) for value in years.values),
            "stories",
            within,
            links.search(SearchRequest(undated="only")),
            tall=88,
        ),
        dated_by=tuple(_dated_by(status, links)),
        unread=tuple(_unread(report)),
        files=(
            ("Files found", number(report.found)),
            ("Read in the last build", number(report.read)),
            ("Unchanged since the build before", number(report.unchanged)),
            ("Not readable", number(len(report.skipped))),
            ("Gone since the build before", number(report.removed)),
        ),
        kinds=tuple(
            BarRow(
                messages.KINDS[kind],
                _share(count, kinds),
                number(count),
                messages.KIND_MEANINGS[kind],
                links.search(SearchRequest(collection="statements", kinds=(kind,))),
                kind,
            )
            for kind in ("direct", "mixed", "indirect")
            for count in (next((value.count for value in kinds.values if value.value == kind), 0),)
        ),
        possible=number(possible) if possible else "",
        without_speakers=counted("stories", report.without_speakers) if report.without_speakers else "",
    )


def _lead(status: IndexStatus) -> str:
    report = status.report
    unread, undated = len(report.skipped), status.undated
    were_read = f"{counted('stories', status.articles)} were read"
    if report.found:
        were_read += f" from {counted('files', report.found)}"
    not_read = f"{counted('files', unread)} could not be read" if unread else "Every file could be read"
    no_date = f"{counted('stories', undated)} {'has' if undated == 1 else 'have'} no date"
    return f"{were_read}. {not_read}, and {no_date}. This page says which and why."


def _facts(status: IndexStatus) -> Iterator[tuple[str, str]]:
    yield "Built", write_instant(status.built_at)
    if status.report.seconds:
        yield "Took", _duration(status.report.seconds)
    yield "Statements", number(status.statements)
    yield "Speakers", number(status.speakers)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{seconds:.1f} s"
    return f"{minutes} min {rest} s"


def _share(count: int, facet: Facet) -> str:
    most = max((value.count for value in facet.values), default=1)
    return f"{100 * count / most:.2f}%"


def _dated_by(status: IndexStatus, links: Links) -> Iterator[BarRow]:
    counts = dict(status.report.dated_by or {})
    most = max([*counts.values(), status.undated, 1])
    for evidence, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        name = messages.EVIDENCE.get(evidence, evidence)
        meaning = messages.EVIDENCE_MEANINGS.get(evidence, "")
        yield BarRow(name[:1].upper() + name[1:], f"{100 * count / most:.2f}%", number(count), meaning)
    if status.undated:
        url = links.search(SearchRequest(undated="only"))
        yield BarRow(
            messages.UNDATED, f"{100 * status.undated / most:.2f}%", number(status.undated), "see them all", url
        )


def _unread(report: BuildReport) -> Iterator[Unread]:
    by_reason: dict[str, list[str]] = {}
    for file in report.skipped:
        by_reason.setdefault(file.reason, []).append(file.path)
    for reason, paths in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Unread(reason, number(len(paths)), tuple(sorted(paths)))
