"""The sentence that says what was searched, rebuilt from the parsed request, with parts that can be taken away."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from search.documents import SpeakerEntry
from search.query.request import Collection, SearchRequest, Sort
from search.results import Page, Part
from webui import messages
from webui.links import Links
from webui.message import number, parts
from webui.wording import alternative, counted, either, label, plain, signed
from webui.written_dates import write_any, write_instant, write_range


@dataclass(frozen=True, slots=True)
class RemovablePart:
    """A part of a search: its words, the address of the search without it, and how many more that finds."""

    label: str
    url: str
    remove: str
    change: str


class SentencePiece(NamedTuple):
    """A run of the sentence, or one of its parts."""

    text: str
    strong: bool = False
    part: RemovablePart | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What a search is limited to beside speakers, words and dates: its name, and its parts."""

    name: str
    parts: tuple[RemovablePart, ...]


def sentence(page: Page, links: Links) -> tuple[SentencePiece, ...]:
    """Give the sentence above the results."""
    request = page.request
    words = messages.SEARCHED[_form(request)].words()
    if page.total > 1:
        # Filled in as it is: the sentence brings places of its own to fill.
        words = messages.IN_ORDER.words().replace("{sentence}", words)
    return tuple(_filled(words, page, _by_parameter(page, links)))


def _filled(words: str, page: Page, by_parameter: Mapping[str, Sequence[RemovablePart]]) -> Iterator[SentencePiece]:
    request = page.request
    for literal, name in parts(words):
        if literal:
            yield SentencePiece(literal)
        if name == "count":
            yield from count_pieces(request.collection, page.total, page.total_is_exact)
        elif name == "order":
            yield SentencePiece(messages.ORDERS[order_of(request)]())
        elif name:
            yield from _alternatives(by_parameter.get({"words": "q", "dates": "from"}.get(name, "speaker"), ()))


def filters(page: Page, links: Links) -> tuple[Filter, ...]:
    """Give what the sentence leaves out: outlets, kinds, role, place, and what is added to the search."""
    request = page.request
    by_parameter = _by_parameter(page, links)
    found = [
        Filter(messages.FILTERS[name](), tuple(by_parameter[name]))
        for name in ("outlet", "kind", "role", "place", "undated", "added")
        if name in by_parameter
    ]
    if request.possible:
        found.append(
            _added("attribution", messages.POSSIBLE_INCLUDED(), replace(request, possible=False, page=1), links)
        )
    if request.copies == "show":
        found.append(_added("copies", messages.COPIES_SHOWN(), replace(request, copies="group", page=1), links))
    if request.belief:
        found.append(_added("cue", messages.BELIEF_INCLUDED(), replace(request, belief=False, page=1), links))
    return tuple(found)


def describe(request: SearchRequest, names: Mapping[str, str], total: int | None = None) -> str:
    """Describe a search in plain words: "Articles (or "38 articles") in which Steve Adler speaks, containing raids"."""
    text = plain(
        messages.SEARCHED[_form(request)],
        {
            "count": messages.ALL[request.collection]() if total is None else counted(request.collection, total),
            "speakers": either([names.get(id, id) for id in request.speakers]),
            "words": request.text,
            "dates": write_range(request.dates),
        },
    )
    extra = ", ".join(_beside(request, names))
    return f"{text} ({extra})" if extra else text


def _beside(request: SearchRequest, names: Mapping[str, str]) -> list[str]:
    beside = [
        *(names.get(id, id) for id in request.outlets),
        *(messages.KINDS_IN_A_SENTENCE[kind]() for kind in request.kinds),
        messages.SPEAKING_AS(role=request.role) if request.role else "",
        request.place,
        label(messages.UNDATED_CHOICES, request.undated or ""),
        messages.ADDED(since=added_since(request.added)) if request.added else "",
        messages.POSSIBLE_INCLUDED() if request.possible else "",
        messages.BELIEF_INCLUDED() if request.belief else "",
    ]
    return [value for value in beside if value]


def added_since(value: str) -> str:
    """Write since when what is asked for is in the archive: "since 22 November 2026"."""
    if "T" not in value:
        return messages.ADDED_SINCE(date=write_any(value))
    begun = datetime.datetime.strptime(value.partition("-")[0], "%Y%m%dT%H%M%S%z")
    return messages.ADDED_AFTER(instant=write_instant(begun.isoformat()))


def title(page: Page, names: Mapping[str, str]) -> str:
    """Give the page's title: who, what, when, the filters, the count and the page."""
    request = page.request
    things = request.collection if page.total_is_exact else f"{request.collection} so far"
    values = {
        "asked": short_name(request, names),
        "count": counted(things, page.total),
        "page": number(page.number),
    }
    return (messages.TITLED if page.number == 1 else messages.TITLED_PAGE)(**values)


def short_name(request: SearchRequest, names: Mapping[str, str]) -> str:
    """Give a short name of a search: who, what, when and the filters."""
    asked = [
        either([names.get(id, id) for id in request.speakers]),
        request.text,
        write_range(request.dates),
        *_beside(request, names),
    ]
    return ", ".join(filter(None, asked)) or messages.ALL[request.collection]()


def order_of(request: SearchRequest) -> Sort:
    """Give the order that hits really have: without words, the best match is the newest."""
    return "newest" if request.sort == "relevance" and not request.text else request.sort


def names_of(request: SearchRequest, entries: Sequence[SpeakerEntry], outlets: Mapping[str, str]) -> dict[str, str]:
    """Give names for the ids that a request holds."""
    names = {id: outlets[id] for id in request.outlets if id in outlets}
    for id in request.speakers:
        called = {entry.name for entry in entries if is_meant(entry.id, id)}
        if len(called) == 1:
            names[id] = called.pop()
    return names


def is_meant(entry_id: str, id: str) -> bool:
    """Say whether an id as asked for means a speaker: "john-smith" means everyone of that name."""
    return entry_id == id or entry_id.startswith(f"{id}.")


def caveats_about_speakers(request: SearchRequest, entries: Sequence[SpeakerEntry]) -> Iterator[tuple[str, str, bool]]:
    """Give what must be said of the speakers asked for: the words, the id, and whether several people have it."""
    for id in request.speakers:
        meant = [entry for entry in entries if is_meant(entry.id, id)]
        if not meant:
            yield messages.NOBODY(id=id), id, False
        elif len(meant) > 1:
            yield messages.SEVERAL_PEOPLE(name=meant[0].name, n=number(len(meant))), id, True


def _form(request: SearchRequest) -> tuple[Collection, bool, bool, bool]:
    return request.collection, bool(request.speakers), bool(request.text), not request.dates.is_open


def count_pieces(collection: str, count: int, is_exact: bool = True) -> Iterator[SentencePiece]:
    """Give a counted noun, its number set apart: "**38** articles"."""
    things = collection if is_exact else f"{collection} so far"
    if not count:
        yield SentencePiece(counted(things, 0), strong=True)
        return
    for literal, name in parts(messages.COUNTED[things].words(count)):
        if literal:
            yield SentencePiece(literal)
        if name:
            yield SentencePiece(number(count), strong=True)


def _alternatives(found: Sequence[RemovablePart]) -> Iterator[SentencePiece]:
    for index, part in enumerate(found):
        if index:
            yield SentencePiece(alternative(part.label))
        yield SentencePiece("", part=part)


def _by_parameter(page: Page, links: Links) -> dict[str, list[RemovablePart]]:
    names = names_of(page.request, page.speakers, page.outlets)
    found: dict[str, list[RemovablePart]] = {}
    for part in page.parts:
        words = _label(part, page.request, names)
        change = _change(part, page)
        removable = RemovablePart(words, links.search(part.without), messages.REMOVE(label=words), change)
        found.setdefault(part.parameter, []).append(removable)
    return found


def _change(part: Part, page: Page) -> str:
    """Say how many more a search finds without a part; only "remove" where that was not counted to the end."""
    if part.total_without is None or not page.total_is_exact:
        return messages.REMOVE_PLAIN()
    return messages.CHANGE(change=signed(part.total_without - page.total))


def _label(part: Part, request: SearchRequest, names: Mapping[str, str]) -> str:
    if part.parameter == "from":
        return write_range(request.dates)
    if part.parameter == "kind":
        return label(messages.KINDS_IN_A_SENTENCE, part.label)
    if part.parameter == "undated":
        return label(messages.UNDATED_CHOICES, part.label)
    if part.parameter == "added":
        return added_since(part.label)
    return names.get(part.label, part.label)


def _added(parameter: str, words: str, without: SearchRequest, links: Links) -> Filter:
    remove = RemovablePart(words, links.search(without), messages.REMOVE(label=words), messages.REMOVE_PLAIN())
    return Filter(messages.FILTERS[parameter](), (remove,))
