"""NITF, the exchange format of papers and wires: one story a file, its dates as attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.parsing.formats.records import Record, article_of, names_in, native_id, web_address
from indexer.parsing.formats.xml_stream import CUT_OFF, elements, first, local_name, markup_of, named, root_of, text_of
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_SECTIONS = ("print_section", "online_sections", "section", "dsk", "category")
_MIDNIGHT = re.compile(r"T00:?00(?::?00)?(?:Z|[+-]\d\d:?\d\d)?$")
_TITLES = frozenset({"byttl", "virtloc"})


def is_nitf(head: bytes, suffix: str) -> bool:
    """Say whether a file is NITF, by its root."""
    root = root_of(head)
    return root is not None and root.name == "nitf"


def read_nitf(source: Source) -> Iterator[Found]:
    """Read the story of a file."""
    for seen in elements(source, ("nitf",)):
        record = nitf_record(seen.element)
        if not seen.is_whole and not record.text:
            raise Unreadable(CUT_OFF)
        if not seen.is_whole:
            yield LeftOut(record.id, CUT_OFF)
        record.id = None
        yield article_of(record)
        return


def nitf_record(nitf: _Element) -> Record:
    """Give what a ``nitf`` element says of its story; its text is marked up, and its id is the document's."""
    head, body = first(nitf, "head"), first(nitf, "body")
    above = first(body, "body.head") if body is not None else None
    content = first(body, "body.content") if body is not None else None
    docdata = first(head, "docdata") if head is not None else None
    metas = {str(meta.get("name", "")).casefold(): str(meta.get("content", "")) for meta in _all(head, "meta")}
    pubdata = [dict(element.attrib) for element in _all(head, "pubdata")]
    return Record(
        headline=_headline(above) or text_of(_one(head, "title")),
        text=markup_of(content) if content is not None else "",
        id=next((id for element in _all(docdata, "doc-id") if (id := native_id(element.get("id-string")))), None),
        bylines=names_in(_bylines(above)),
        outlet=_first_of(pubdata, "name") or metas.get("publication") or _holder(docdata),
        section=_first_of(pubdata, "position.section")
        or next((metas[name] for name in _SECTIONS if metas.get(name)), None),
        dateline=_dateline(above),
        url=next((url for place in pubdata if (url := web_address(place.get("ex-ref")))), None),
        dates=_dates(head, docdata, above, metas),
    )


def _dates(
    head: _Element | None, docdata: _Element | None, above: _Element | None, metas: dict[str, str]
) -> list[SeenDate]:
    """The day of issue; else the day of print, of release, or of the story."""
    values = [
        *(element.get("norm") for element in _all(docdata, "date.issue")),
        *(element.get("date.publication") for element in _all(head, "pubdata")),
        "-".join(metas.get(f"publication_{part}", "").zfill(2) for part in ("year", "month", "day_of_month")),
        *(element.get("norm") for element in _all(docdata, "date.release")),
        *(element.get("norm") or text_of(element) for element in _all(above, "dateline", "story.date")),
        *(element.get("norm") for element in _all(above, "story.date")),
    ]
    published = next((date for value in values if (date := _moment(value))), None)
    changed = [_moment(element.get("norm")) for element in _all(head, "revision-history")]
    return [
        *([SeenDate(published, "nitf")] if published else ()),
        *(SeenDate(date, "nitf", "updated") for date in changed if date),
    ]


def _moment(value: str | None) -> str | None:
    """A date as it stands; midnight is written where only the day is meant."""
    plain = (value or "").strip()
    return _MIDNIGHT.sub("", plain) if re.match(r"\d{8}T?|\d{4}-\d\d-\d\d", plain) else None


def _headline(above: _Element | None) -> str:
    for path in (("hedline", "hl1"), ("hedline",), ("headline",)):
        found = text_of(_one(above, *path))
        if found:
            return found
    return ""


def _bylines(above: _Element | None) -> Iterator[str]:
    for byline in _all(above, "byline"):
        people = [text_of(person) for person in byline.iter() if local_name(person) == "person"]
        if people:
            yield from people
        else:
            pieces = [byline.text, *(piece for child in byline for piece in (_name_in(child), child.tail))]
            yield " ".join(piece for piece in pieces if piece)


def _name_in(child: _Element) -> str:
    return "" if local_name(child) in _TITLES else text_of(child)


def _dateline(above: _Element | None) -> str | None:
    for dateline in _all(above, "dateline"):
        places = [text_of(place) for place in named(dateline, "location")]
        return next((place for place in places if place), None) or text_of(dateline) or None
    return None


def _holder(docdata: _Element | None) -> str | None:
    return next((holder for element in _all(docdata, "doc.copyright") if (holder := element.get("holder"))), None)


def _first_of(values: list[dict[str, str]], name: str) -> str | None:
    return next((found for value in values if (found := value.get(name))), None)


def _one(element: _Element | None, *path: str) -> _Element | None:
    return first(element, *path) if element is not None else None


def _all(element: _Element | None, *path: str) -> list[_Element]:
    return list(named(element, *path)) if element is not None else []
