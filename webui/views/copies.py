"""The other prints of a story, and of a paragraph: links to them, and how their words differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from search.results import Change, Copy, Hit, ReusedParagraph
from webui import messages
from webui.links import Links
from webui.message import number
from webui.written_dates import write_published


@dataclass(frozen=True, slots=True)
class Copies:
    """How many other prints of a story there are, links to the first of them, and to the list that has the rest."""

    label: str
    links: tuple[tuple[str, str], ...]
    more: str = ""
    more_url: str = ""


def copies_of(hit: Hit, at: Callable[[str, str], str]) -> Copies | None:
    """Give the links to the copies that a hit stands for; ``at`` gives an article's address at an anchor."""
    if not hit.copies_total:
        return None
    hidden = hit.copies_total - len(hit.copies)
    return Copies(
        messages.MORE_COPIES(hit.copies_total),
        tuple(
            (name_copy(copy), at(copy.article_id, f"s-{copy.statement_id}" if copy.statement_id else ""))
            for copy in hit.copies
        ),
        messages.MORE_VALUES(n=number(hidden)) if hidden else "",
        at(hit.article_id, "copies") if hidden else "",
    )


def name_copy(copy: Copy) -> str:
    """Name another print of a story: its outlet, or its headline if it has none, and its date."""
    date = write_published(copy.published, copy.published_day, copy.precision)
    return ", ".join(filter(None, (copy.outlet or copy.headline, date.text)))


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else a paragraph ran: what to say of it, and the words that differ; none if none does."""

    label: str
    name: str
    url: str
    changes: tuple[Change, ...]


def elsewhere(reused: ReusedParagraph, links: Links) -> tuple[tuple[Elsewhere, ...], str]:
    """Give where a paragraph ran beside this article, and how many more there are."""
    hidden = reused.total - len(reused.reuses)
    found = tuple(
        Elsewhere(
            messages.ALSO_RAN_VERBATIM() if reuse.is_verbatim else messages.ALSO_RAN_CHANGED(),
            name_copy(reuse.copy),
            links.article(reuse.copy.article_id, anchor=f"p-{reuse.paragraph}"),
            () if reuse.is_verbatim else reuse.changes,
        )
        for reuse in reused.reuses
    )
    return found, messages.MORE_VALUES(n=number(hidden)) if hidden else ""
