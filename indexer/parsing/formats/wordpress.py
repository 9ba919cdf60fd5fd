"""WordPress exports (WXR): one file of posts, each with its local time, its time in UTC and the login of its author."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from indexer.parsing.formats.markup import is_marked_up, one_line, paragraphs, without_shortcodes
from indexer.parsing.formats.records import Record, article_of, names_in, native_id, web_address
from indexer.parsing.formats.xml_stream import CUT_OFF, elements, key_of, named, root_of, text_of
from indexer.parsing.parsed import DateRole, LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_STORY_TYPE = re.compile(
    r"(?:.*[_-])?(?:post|article|story|news|obituary|obituaries|editorial|column|letter|press-?release)"
)
_STATES = {
    "draft": "a draft, not published",
    "auto-draft": "a draft, not published",
    "pending": "waiting for review, not published",
    "future": "scheduled, not yet published",
    "private": "private, not published",
    "trash": "thrown away",
    "inherit": "a revision",
}
_UNCATEGORISED = frozenset({"", "uncategorized", "uncategorised"})
_LONGEST_OFFSET = datetime.timedelta(hours=14)
_QUARTER = datetime.timedelta(minutes=15)


def is_wordpress(head: bytes, suffix: str) -> bool:
    """Say whether a file is a WordPress export: RSS with fields of WordPress's own."""
    root = root_of(head)
    return root is not None and root.name == "rss" and "wordpress.org/export/" in root.attributes


def read_wordpress(source: Source) -> Iterator[Found]:
    """Read the published posts; drafts, pages, attachments and what is behind a password are left out."""
    people: dict[str, str] = {}
    outlet: str | None = None
    is_first = True
    for seen in elements(source, ("author", "item")):
        fields = _fields(seen.element)
        if "wp:author_login" in fields:
            people[fields["wp:author_login"]] = _display_name(fields)
        if key_of(seen.element) != "item":
            continue
        if is_first:
            outlet, is_first = _title_of_site(seen.element), False
        reason = CUT_OFF if not seen.is_whole else _reason_to_leave_out(fields)
        part = native_id(fields.get("guid")) or native_id(fields.get("wp:post_id"))
        if reason:
            yield LeftOut(part, reason, expected=seen.is_whole)
            continue
        try:
            yield article_of(_record(seen.element, fields, part, people, outlet))
        except Unreadable as error:
            yield LeftOut(part, error.reason)


def local_instant(local: str, utc: str) -> str | None:
    """Give a time that is written as the site's clock showed it and in UTC as one instant with the site's offset.

    >>> local_instant("2024-05-28 22:41:00", "2024-05-29 03:41:00")
    '2024-05-28T22:41:00-05:00'
    """
    try:
        here = datetime.datetime.fromisoformat(local.strip())
        there = datetime.datetime.fromisoformat(utc.strip().removesuffix("Z"))
    except ValueError:
        return None
    if here.tzinfo or there.tzinfo:
        return None
    offset = round((here - there) / _QUARTER) * _QUARTER
    if abs(offset) > _LONGEST_OFFSET:
        return None
    return here.replace(tzinfo=datetime.timezone(offset)).isoformat(timespec="seconds")


def wordpress_dates(local: str, utc: str, role: DateRole = "published", evidence: str = "wordpress") -> list[SeenDate]:
    """Give the date that WordPress keeps twice: as an instant in the site's zone, or as much of it as is there."""
    local, utc = ("" if value.startswith("0000") else value.strip() for value in (local, utc))
    both = local_instant(local, utc) if local and utc else None
    value = both or local or (f"{utc.replace(' ', 'T').removesuffix('Z')}Z" if utc else "")
    return [SeenDate(value, evidence, role)] if value else []


def wordpress_text(content: str) -> list[str]:
    """Give the paragraphs of a post, which WordPress keeps with shortcodes, and parted by blank lines in old posts."""
    plain = without_shortcodes(content)
    if is_marked_up(plain) and not re.search(r"<p[\s>]", plain, re.I):
        # Beside its blocks, such as quotations, an old post has paragraphs that only blank lines part.
        plain = re.sub(r"\r\n?", "\n", plain)
        plain = re.sub(r"\n[ \t]*\n", "<p>", plain).replace("\n", "<br>")
        plain = f"<p>{plain}"
    return paragraphs(plain)


def _fields(element: _Element) -> dict[str, str]:
    """The texts of an element's children, by their names; of several of one name, the first."""
    found: dict[str, str] = {}
    for child in element:
        found.setdefault(key_of(child), (child.text or "").strip())
    return found


def _display_name(fields: dict[str, str]) -> str:
    whole = f"{fields.get('wp:author_first_name', '')} {fields.get('wp:author_last_name', '')}".strip()
    return fields.get("wp:author_display_name") or whole or fields["wp:author_login"]


def _title_of_site(item: _Element) -> str | None:
    channel = item.getparent()
    titles = () if channel is None else named(channel, "title")
    return next((title for element in titles if (title := one_line(text_of(element)))), None)


def _reason_to_leave_out(fields: dict[str, str]) -> str | None:
    kind, state = fields.get("wp:post_type") or "post", fields.get("wp:status") or "publish"
    if not _STORY_TYPE.fullmatch(kind):
        return f"not a post ({kind})"
    if state != "publish":
        return _STATES.get(state, f"not published ({state})")
    return "behind a password" if fields.get("wp:post_password") else None


def _record(
    item: _Element, fields: dict[str, str], part: str | None, people: dict[str, str], outlet: str | None
) -> Record:
    categories = [child for child in item if key_of(child) == "category"]
    of_kind = {
        kind: [one_line(child.text or "") for child in categories if child.get("domain") == kind]
        for kind in ("category", "author")
    }
    login = fields.get("dc:creator", "")
    dates = wordpress_dates(fields.get("wp:post_date", ""), fields.get("wp:post_date_gmt", ""))
    if not dates and fields.get("pubDate"):
        dates.append(SeenDate(fields["pubDate"], "wordpress"))
    dates += wordpress_dates(fields.get("wp:post_modified", ""), fields.get("wp:post_modified_gmt", ""), "updated")
    return Record(
        headline=fields.get("title"),
        text=wordpress_text(fields.get("content:encoded") or fields.get("excerpt:encoded", "")),
        id=part,
        is_one_of_many=True,
        # Guest authors are written down as terms; the creator may only have been at the keyboard.
        bylines=names_in(of_kind["author"] or [people.get(login, login)]),
        outlet=outlet,
        section=next((name for name in of_kind["category"] if name.casefold() not in _UNCATEGORISED), None),
        url=web_address(fields.get("link")),
        dates=dates,
        is_excerpt=not fields.get("content:encoded") and bool(fields.get("excerpt:encoded")),
    )
