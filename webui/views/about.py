"""The page about the archive: the build report made readable. A librarian's list of work, not a dashboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.builds import BuildReport, IndexStatus
from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import Facet
from webui import messages
from webui.charts import Chart, Counts, draw
from webui.links import Links
from webui.message import Message, number
from webui.recorded import told_again
from webui.wording import capitalised, counted, decimal
from webui.written_dates import write_instant

EVERY_STORY = SearchRequest(copies="show")
"""The page counts stories as the report of the build does: each copy by itself."""


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
    """Why files, or parts of files, gave no story: the reason, how many, and which."""

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
    left_out: tuple[Unread, ...]
    files: tuple[tuple[str, str], ...]
    kinds: tuple[BarRow, ...]
    notes: tuple[str, ...]


def about(
    status: IndexStatus, outlets: Facet, years: Facet, kinds: Facet, possible: Facet, believed: Facet, links: Links
) -> About:
    """Give the view of the page. ``outlets`` and ``years`` count ``EVERY_STORY``, ``kinds`` the statements found.

    ``possible`` counts those that are found if possible ones are asked for too, ``believed`` if beliefs are as well.
    """
    report = status.report

    def within(dates: DateRange) -> str:
        return links.search(replace(EVERY_STORY, dates=dates))

    return About(
        lead=_lead(status),
        facts=tuple(_facts(status, _total(kinds))),
        outlets=tuple(_outlets(status, outlets, links)),
        by_year=draw(
            "stories-per-year",
            Counts.of((value.value, value.count) for value in years.values),
            "stories",
            within,
            links.search(replace(EVERY_STORY, undated="only")),
            tall=88,
        ),
        dated_by=tuple(_dated_by(status, links)),
        unread=tuple(_unread(report)),
        left_out=tuple(_left_out(report)),
        files=(
            (messages.FILES["found"](), number(report.found)),
            (messages.FILES["read"](), number(report.read)),
            (messages.FILES["unchanged"](), number(report.unchanged)),
            (messages.FILES["unread"](), number(len(report.skipped))),
            (messages.FILES["removed"](), number(report.removed)),
        ),
        kinds=tuple(
            BarRow(
                messages.KINDS[kind](),
                _share(count, kinds),
                number(count),
                messages.KIND_MEANINGS[kind](),
                links.search(SearchRequest(collection="statements", kinds=(kind,))),
                kind,
            )
            for kind in ("direct", "mixed", "indirect")
            for count in (next((value.count for value in kinds.values if value.value == kind), 0),)
        ),
        notes=tuple(_notes(status, _total(kinds), _total(possible), _total(believed))),
    )


def _outlets(status: IndexStatus, outlets: Facet, links: Links) -> Iterator[BarRow]:
    """Give the outlets that print most, and then all other stories, so that the rows add up."""
    rest = status.articles - _total(outlets)
    most = max([*(value.count for value in outlets.values), rest, 1])
    for value in outlets.values:
        url = links.search(replace(EVERY_STORY, outlets=(value.value,)))
        yield BarRow(value.label, _width(value.count, most), number(value.count), "", url)
    others = outlets.distinct - len(outlets.values)
    if rest and outlets.values:
        name = messages.OTHER_OUTLETS(others) if others else messages.NO_OUTLET()
        yield BarRow(name, _width(rest, most), number(rest), "")


def _total(facet: Facet) -> int:
    return sum(value.count for value in facet.values)


def _notes(status: IndexStatus, found: int, with_possible: int, with_beliefs: int) -> Iterator[str]:
    if with_possible > found:
        yield messages.KEPT_APART(with_possible - found)
    if with_beliefs > with_possible:
        yield messages.BELIEFS(with_beliefs - with_possible)
    if status.report.excerpts:
        yield messages.EXCERPTS(stories=counted("stories", status.report.excerpts))
    if status.report.without_speakers:
        yield messages.NOBODY_QUOTED(stories=counted("stories", status.report.without_speakers))


def _lead(status: IndexStatus) -> str:
    unread = len(status.report.skipped)
    return messages.ABOUT_LEAD[bool(unread), bool(status.undated)](
        stories=counted("stories", status.articles),
        files=counted("files", status.report.found),
        unread=counted("files", unread),
        undated=counted("stories", status.undated),
    )


def _facts(status: IndexStatus, statements: int) -> Iterator[tuple[str, str]]:
    yield messages.ABOUT_FACTS["built"](), write_instant(status.built_at)
    if status.report.seconds:
        yield messages.ABOUT_FACTS["took"](), _duration(status.report.seconds)
    yield messages.ABOUT_FACTS["statements"](), number(statements)
    yield messages.ABOUT_FACTS["speakers"](), number(status.speakers)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return messages.SECONDS(seconds=decimal(seconds, "0.0"))
    return messages.MINUTES(minutes=minutes, seconds=rest)


def _share(count: int, facet: Facet) -> str:
    return _width(count, max((value.count for value in facet.values), default=1))


def _width(count: int, most: int) -> str:
    return f"{100 * count / most:.2f}%"


def _dated_by(status: IndexStatus, links: Links) -> Iterator[BarRow]:
    counts: Counter[str] = Counter()
    for evidence, count in (status.report.dated_by or {}).items():
        known = messages.EVIDENCE.get(evidence)
        counts[known.english if known else evidence] += count
    most = max([*counts.values(), status.undated, 1])
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        meaning = messages.EVIDENCE_MEANINGS.get(name)
        told = capitalised(Message(name)())
        yield BarRow(told, _width(count, most), number(count), meaning() if meaning else "")
    if status.undated:
        url = links.search(replace(EVERY_STORY, undated="only"))
        width = _width(status.undated, most)
        yield BarRow(messages.UNDATED(), width, number(status.undated), messages.SEE_THEM_ALL(), url)


def _unread(report: BuildReport) -> Iterator[Unread]:
    by_reason: dict[str, list[str]] = {}
    for file in report.skipped:
        by_reason.setdefault(file.reason, []).append(file.path)
    for reason, paths in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Unread(told_again(reason), number(len(paths)), tuple(sorted(paths)))


def _left_out(report: BuildReport) -> Iterator[Unread]:
    """Give the parts that files hold beside their stories; those of a kind that nobody looks for are only counted."""
    counts: Counter[str] = Counter()
    named: dict[str, list[str]] = {}
    for part in report.parts:
        counts[part.reason] += part.count
        if part.part:
            named.setdefault(part.reason, []).append(messages.PART_OF(part=told_again(part.part), path=part.path))
    for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Unread(told_again(reason), number(count), tuple(sorted(named.get(reason, ()))))
