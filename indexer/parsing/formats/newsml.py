"""NewsML-G2, and NewsML 1 before it: what agencies deliver, an item a story, the words in XHTML or NITF within."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.parsing.formats.nitf import nitf_record
from indexer.parsing.formats.records import Record, article_of, names_in, native_id, web_address
from indexer.parsing.formats.xml_stream import CUT_OFF, elements, first, local_name, markup_of, named, root_of, text_of
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = frozenset({"newsMessage", "newsItem", "NewsML"})
_UNUSABLE = re.compile(r"cancel+ed|withheld|killed|retracted", re.I)
_WORDLESS = re.compile(r"picture|photo|graphic|video|audio|animation|composite", re.I)


def is_newsml(head: bytes, suffix: str) -> bool:
    """Say whether a file is NewsML, of either generation, by its root."""
    root = root_of(head)
    return root is not None and root.name in _ROOTS


def read_newsml(source: Source) -> Iterator[Found]:
    """Read the text items of a message; pictures, packages and what was cancelled are left out."""
    is_alone = True
    for seen in elements(source, ("newsItem", "NewsItem", "packageItem")):
        name = local_name(seen.element)
        is_alone = is_alone and name == "newsItem" and seen.element.getparent() is None
        if name not in ("newsItem", "NewsItem", "packageItem"):
            continue
        item_id = native_id(seen.element.get("guid")) or native_id(text_of(_identifier(seen.element)))
        reason = CUT_OFF if not seen.is_whole else _reason_to_leave_out(seen.element)
        if reason:
            yield LeftOut(item_id, reason, expected=seen.is_whole)
            continue
        record = _item(seen.element) if name == "newsItem" else _old_item(seen.element)
        record.id, record.is_one_of_many = item_id, not is_alone
        try:
            yield article_of(record)
        except Unreadable as error:
            yield LeftOut(item_id, error.reason)


def _reason_to_leave_out(item: _Element) -> str | None:
    if local_name(item) == "packageItem":
        return "a package of other items"
    states = [status.get("qcode") or status.get("FormalName") or "" for status in _below(item, "pubStatus", "Status")]
    if any(_UNUSABLE.search(state) for state in states):
        return "cancelled or withheld by the agency"
    kinds = [kind.get("qcode") or "" for kind in named(item, "itemMeta", "itemClass")]
    return "no text item" if any(_WORDLESS.search(kind) for kind in kinds) else None


def _item(item: _Element) -> Record:
    """A story of NewsML-G2."""
    about, content = first(item, "itemMeta"), first(item, "contentMeta")
    inside = next((found for name in ("inlineXML", "inlineData") for found in named(item, "contentSet", name)), None)
    record = _inside(inside) if inside is not None else Record()
    record.headline = _text(content, "headline") or record.headline or None
    record.bylines = names_in((_text(content, "by"), *_creators(content))) or record.bylines
    record.dateline = _text(content, "dateline") or _text(content, "located", "name") or record.dateline
    record.outlet = _name(content, "infoSource") or _name(about, "provider") or record.outlet
    record.section = _name(content, "subject") or record.section
    addresses = (element.get("href") for element in _all(about, "link"))
    record.url = next((url for value in addresses if (url := web_address(value))), None) or record.url
    record.dates = _dates(item, about, content) or record.dates
    return record


def _dates(item: _Element, about: _Element | None, content: _Element | None) -> list[SeenDate]:
    """When the story was written; its item's first version may be all that tells."""
    version = _text(about, "versionCreated")
    published = _text(content, "contentCreated") or _text(about, "firstCreated")
    if not published and item.get("version", "1") == "1":
        published = version
    changed = _text(content, "contentModified") or version
    return [
        *([SeenDate(published, "newsml")] if published else ()),
        *([SeenDate(changed, "newsml", "updated")] if changed and changed != published else ()),
    ]


def _creators(content: _Element | None) -> Iterator[str]:
    for creator in _all(content, "creator"):
        if "organisation" not in (creator.get("type") or creator.get("qcode") or ""):
            yield _text(creator, "name")


def _old_item(item: _Element) -> Record:
    """A story of NewsML 1: a component with lines for a reader, and its content."""
    contents = [content for content in _below(item, "DataContent") if text_of(content)]
    record = _inside(contents[0]) if contents else Record()
    lines = next(iter(_below(item, "NewsLines")), None)
    record.headline = _text(lines, "HeadLine") or record.headline or None
    record.bylines = names_in([_text(lines, "ByLine")]) or record.bylines
    record.dateline = _text(lines, "DateLine") or record.dateline
    managed = first(item, "NewsManagement")
    published, changed = _text(managed, "FirstCreated"), _text(managed, "ThisRevisionCreated")
    if published:
        record.dates = [SeenDate(published, "newsml")]
    if changed and changed != published:
        record.dates.append(SeenDate(changed, "newsml", "updated"))
    providers = (provider.get("FormalName") for provider in _below(item, "Provider", "Party"))
    record.outlet = record.outlet or next((name for name in providers if name), None)
    return record


def _inside(content: _Element) -> Record:
    """What the content says: NITF of its own, a page, or plain words."""
    for nitf in content.iter():
        if local_name(nitf) == "nitf":
            return nitf_record(nitf)
    for body in content.iter():
        if local_name(body) in ("body", "body.content"):
            return Record(text=markup_of(body))
    return Record(text=markup_of(content) if len(content) else content.text or "")


def _identifier(item: _Element) -> _Element | None:
    found = _below(item, "PublicIdentifier", "NewsItemId")
    return found[0] if found else None


def _below(element: _Element, *names: str) -> list[_Element]:
    """The elements of these names, at any depth; those of the first name before those of the others."""
    by_name: dict[str, list[_Element]] = {name: [] for name in names}
    for node in element.iter():
        if local_name(node) in by_name:
            by_name[local_name(node)].append(node)
    return [node for name in names for node in by_name[name]]


def _all(element: _Element | None, name: str) -> list[_Element]:
    return list(named(element, name)) if element is not None else []


def _text(element: _Element | None, *path: str) -> str:
    return text_of(first(element, *path)) if element is not None else ""


def _name(element: _Element | None, name: str) -> str | None:
    """The name in an element, or what stands for it."""
    for found in _all(element, name):
        return _text(found, "name") or found.get("literal") or None
    return None
