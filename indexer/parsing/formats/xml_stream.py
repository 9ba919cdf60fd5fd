"""XML of exports, element by element: no entity is expanded, no network asked, damage passed over where it can be.

A document type with declarations of its own is refused before anything is parsed: that is where entity bombs are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5
from typing import TYPE_CHECKING, Any

from indexer.parsing.parsed import Unreadable
from indexer.parsing.sources import Found, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHUNK = 1 << 18
_MISC = re.compile(rb"\s+|<\?.*?\?>|<!--.*?-->", re.S)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?P<own>\[.*?\]\s*)?>", re.S | re.I)
_ROOT = re.compile(rb"<(?P<name>[A-Za-z_][\w:.-]*)(?P<rest>[^>]*)")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)""")
_NAMED_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
_FEED_ITSELF = re.compile(r"\{http://(?:www\.w3\.org/2005/Atom|purl\.org/rss/1\.0/|purl\.org/atom/ns#)\}")
_PAGE = re.compile(rb"<!DOCTYPE\s+html\b|<html\b", re.I)
_DECLARES = "XML that declares entities of its own, which are not read"
_PROLOG = 1 << 16
CUT_OFF = "cut off before its end"


@dataclass(frozen=True, slots=True)
class Root:
    """The first tag of an XML document: its local ``name``, and all its attributes as written."""

    name: str
    attributes: str


@lru_cache(maxsize=8)
def root_of(head: bytes) -> Root | None:
    """Give the root of an XML document by its first bytes, or None for what is none."""
    at = _after_prolog(head)[0]
    match = _ROOT.match(head, at) if at is not None else None
    if match is None:
        return None
    name = match["name"].decode("utf-8", "replace")
    return Root(name.rpartition(":")[2], match["rest"].decode("utf-8", "replace"))


def is_declaring(head: bytes, suffix: str) -> bool:
    """Say whether a file is an XML document, and no page, that declares entities of its own."""
    return head.startswith(b"<") and _after_prolog(head)[1] and not _PAGE.search(head)


def refuse(source: Source) -> Iterator[Found]:
    """Refuse to read what may be an entity bomb."""
    raise Unreadable(_DECLARES)


@dataclass(frozen=True, slots=True)
class Seen:
    """An element that has ended; ``is_whole`` is false if the file was cut off within it."""

    element: _Element
    is_whole: bool = True


def elements(source: Source, names: Iterable[str]) -> Iterator[Seen]:
    """Give the elements of these local names in their order, each as soon as it ends; it is emptied afterwards.

    Its parents stay. The document's root comes last, if it was reached. Raises Unreadable, at once for entities of the
    document's own, in the end for a document that was not reached to its end.
    """
    from lxml.etree import XMLPullParser, XMLSyntaxError

    data, root = _plain(source)
    parser = XMLPullParser(
        events=("end",),
        tag=[f"{{*}}{name}" for name in {*names, root.name}],
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    is_whole = bool(re.search(rf"</(?:[\w.-]+:)?{re.escape(root.name)}\s*>\s*\Z".encode(), data[-4096:]))
    last: Any = None
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
        for _, last in parser.read_events():
            yield Seen(last)
            _empty(last)
    try:
        parser.close()
    except XMLSyntaxError:
        is_whole = False
    for _, last in parser.read_events():
        yield Seen(last, is_whole)
        _empty(last)
    if last is None or last.getparent() is not None or not is_whole:
        raise Unreadable(CUT_OFF if not is_whole else "damaged XML, not read to its end")


def key_of(element: _Element) -> str:
    """Give an element's name with its prefix, but without that of a feed's own elements: "dc:creator", "title"."""
    local = local_name(element)
    return f"{element.prefix}:{local}" if element.prefix and not _FEED_ITSELF.match(str(element.tag)) else local


def local_name(element: _Element) -> str:
    """Give an element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: _Element | None) -> str:
    """Give all the text in an element, as one line; "" for none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def named(element: _Element, *path: str) -> Iterator[_Element]:
    """Give the elements below, whatever their namespace, that a ``path`` of local names leads to."""
    if not path:
        yield element
        return
    for child in element:
        if local_name(child) == path[0]:
            yield from named(child, *path[1:])


def first(element: _Element, *path: str) -> _Element | None:
    """Give the first element that a ``path`` of local names leads to."""
    return next(named(element, *path), None)


def markup_of(element: _Element) -> str:
    """Give what is in an element as markup, without namespaces."""
    from lxml.etree import cleanup_namespaces, tostring

    for node in element.iter():
        if isinstance(node.tag, str) and "}" in node.tag:
            node.tag = local_name(node)
    cleanup_namespaces(element)
    inner = "".join(tostring(child, encoding="unicode", method="html") for child in element)
    return html.escape(element.text or "", quote=False) + inner


def _plain(source: Source) -> tuple[bytes, Root]:
    """The document in UTF-8, with its named entities as the characters they stand for, and its root."""
    declared = _ENCODING.search(source.data[:200])
    text = source.text(declared[1].decode("ascii") if declared else None).lstrip()
    if "&" in text:
        text = _NAMED_ENTITY.sub(lambda match: html5.get(match[1], match[0]), text)
    data = text.encode("utf-8", "replace")
    at, own = _after_prolog(data[:_PROLOG])
    root = root_of(data[at : at + _PROLOG]) if at is not None else None
    if own:
        raise Unreadable(_DECLARES)
    if root is None:
        raise Unreadable("XML without an element")
    return data, root


def _after_prolog(head: bytes) -> tuple[int | None, bool]:
    """Where the root begins, and whether the document declares anything of its own."""
    at, own = 0, False
    while at < len(head):
        match = _MISC.match(head, at) or _DOCTYPE.match(head, at)
        if match is None:
            # A declaration that does not end here is as good as one that declares entities.
            return (at, own) if head[at : at + 2] != b"<!" else (None, True)
        own = own or (match.re is _DOCTYPE and match["own"] is not None)
        at = match.end()
    return None, own


def _empty(element: _Element) -> None:
    if element.getparent() is not None:
        element.clear(keep_tail=False)
