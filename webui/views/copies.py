"""The other prints of a story: links to them below a hit."""

from __future__ import annotations

from dataclasses import dataclass

from search.query.request import SearchRequest
from search.results import Copy, Hit
from webui import messages
from webui.links import Links
from webui.wording import choose, number
from webui.written_dates import write_published


@dataclass(frozen=True, slots=True)
class Copies:
    """How many other prints of a story there are, and links to the first of them."""

    label: str
    links: tuple[tuple[str, str], ...]
    more: str = ""


def copies_of(hit: Hit, request: SearchRequest, links: Links) -> Copies | None:
    """Give the links to the copies that a hit stands for."""
    if not hit.copies_total:
        return None
    hidden = hit.copies_total - len(hit.copies)
    return Copies(
        choose(messages.MORE_COPIES, hit.copies_total),
        tuple(
            (
                name_copy(copy),
                links.article(copy.article_id, request, f"s-{copy.statement_id}" if copy.statement_id else ""),
            )
            for copy in hit.copies
        ),
        messages.MORE_VALUES.format(n=number(hidden)) if hidden else "",
    )


def name_copy(copy: Copy) -> str:
    """Name another print of a story: its outlet, or its headline if it has none, and its date."""
    date = write_published(copy.published, copy.published_day, copy.precision)
    return ", ".join(filter(None, (copy.outlet or copy.headline, date.text)))
