"""The fields of an article as content systems name them in JSON: BLOX, Arc, ninjs, WordPress, JSON Feed and others."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.parsing.bylines import byline_names
from indexer.parsing.formats.markup import one_line
from indexer.parsing.formats.records import names_in, native_id, web_address
from indexer.parsing.formats.wordpress import wordpress_dates
from indexer.parsing.parsed import DateRole, SeenDate

Node = Mapping[str, Any]

# In the order in which they are believed; written without "_" and "-", in small letters.
_HEADLINES = ("headline", "headlines", "title", "hed", "webtitle", "headlinetext", "articletitle")
_TEXTS = (
    *("contentelements", "bodyhtml", "bodyxhtml", "contenthtml", "articlebody", "body", "bodies", "bodytext"),
    *("maintext", "fulltext", "articletext", "storytext", "storybody", "content", "contenttext", "text", "story"),
    *("textcontent", "rawtext", "paragraphs", "html", "articlecontent"),
)
_SUMMARIES = ("summary", "abstract", "excerpt", "description", "leadparagraph", "standfirst", "dek", "lead")
_PUBLISHED = (
    *("datepublished", "firstpublishdate", "firstpublished", "firstpublishedat", "publishdate", "publishedat"),
    *("publisheddate", "publishedon", "published", "pubdate", "publicationdate", "dateofpublication"),
    *("webpublicationdate", "publishtime", "publicationtime", "starttime", "startdate", "displaydate", "firstcreated"),
    *("articledate", "storydate", "issuedate", "date", "datetime", "posted", "postedat", "posteddate", "dateposted"),
    *("versioncreated", "issued", "createdat", "createddate", "datecreated", "created", "timestamp", "publishyear"),
)
_UPDATED = (
    *("datemodified", "lastupdateddate", "updatedat", "lastupdated", "updateddate", "updated", "lastmodified"),
    *("modifiedat", "modifieddate", "modified", "versioncreated", "contentmodified"),
)
_AUTHORS = ("byline", "bylines", "authors", "author", "authorname", "credits", "by", "writers", "writer", "reporter")
_OUTLETS = ("outlet", "publication", "newspaper", "publicationname", "publisher", "sitename", "source", "provider")
_SECTIONS = ("section", "sectionname", "primarysection", "sections", "articlesection", "category", "categories", "desk")
_ADDRESSES = (
    "canonicalurl",
    "url",
    "permalink",
    "link",
    "weburl",
    "articleurl",
    "storyurl",
    "shareurl",
    "websiteurl",
    "uri",
    "href",
)
_IDS = ("id", "_id", "uuid", "guid", "uri", "articleid", "storyid", "assetid", "docid", "documentid", "accessionnumber")
_NAMES = ("name", "fullname", "displayname", "authorname", "title", "original", "label")
_MOMENTS = ("iso8601", "utc", "$date", "value", "date", "$numberlong", "timestamp")
_FIRST_YEAR, _LAST_YEAR = 1690, 2100


def folded(node: Mapping[Any, Any]) -> dict[str, Any]:
    """Give a JSON object with its keys as they are looked up: "First_Publish-Date" is "firstpublishdate"."""
    found: dict[str, Any] = {}
    for key, value in node.items():
        found.setdefault(re.sub(r"(?<=.)[_\s-]", "", str(key)).casefold(), value)
    return found


def headline_of(node: Node) -> str | None:
    """Give the headline, also from {"basic": …}, {"rendered": …} or a list."""
    for name in _HEADLINES:
        found = _string(node.get(name), ("basic", "rendered", "main", "value", "name", "text"))
        if found:
            return found
    # schema.org and ninjs know a "name", which elsewhere is that of anything at all.
    return _string(node.get("name"), ()) if "@type" in node or "pubstatus" in node else None


def text_of(node: Node) -> str | list[str]:
    """Give the text, plain or marked up; in paragraphs where it is kept so."""
    for name in _TEXTS:
        found = _text(node.get(name))
        if found:
            return found
    return ""


def summary_of(node: Node) -> str:
    """Give the first sentences or the abstract, where that is all there is."""
    return next((found for name in _SUMMARIES if (found := _string(node.get(name), ("rendered", "basic")))), "")


def bylines_of(node: Node) -> tuple[str, ...]:
    """Give the people named as authors."""
    for name in _AUTHORS:
        found = names_in(_people(node.get(name), 0))
        if found:
            return found
    embedded = node.get("_embedded")
    return names_in(_people(folded(embedded).get("author"), 0)) if isinstance(embedded, dict) else ()


def outlet_of(node: Node) -> str | None:
    """Give the outlet; a wire that distributed the story is none."""
    for name in _OUTLETS:
        found = _string(node.get(name), _NAMES)
        if found and not found.startswith(("http:", "https:")) and len(found) <= 80:
            return found
    return None


def section_of(node: Node) -> str | None:
    """Give the first section or category."""
    taxonomy = node.get("taxonomy")
    for place in (folded(taxonomy) if isinstance(taxonomy, dict) else {}, node):
        for name in _SECTIONS:
            found = _string(place.get(name), _NAMES)
            if found and len(found) <= 80:
                return found
    return None


def url_of(node: Node) -> str | None:
    """Give the web address, if it is a whole one."""
    return next((url for name in _ADDRESSES if (url := web_address(node.get(name)))), None)


def id_of(node: Node) -> str | None:
    """Give the article's own id in the export."""
    for name in _IDS:
        value = node.get(name)
        if isinstance(value, dict):
            value = value.get("$oid") or value.get("rendered")
        found = native_id(value)
        if found:
            return found
    return None


def dates_of(node: Node) -> list[SeenDate]:
    """Give the best date of publication, and the best of change."""
    if isinstance(node.get("dategmt"), str) and isinstance(node.get("date"), str):
        # WordPress's own interface tells each time twice, as its exports do.
        local, utc = (str(node[name]).replace("T", " ") for name in ("date", "dategmt"))
        return [*wordpress_dates(local, utc, evidence="json"), *_dates(node, ("modified",), "updated")]
    published = _dates(node, _PUBLISHED, "published")
    # A version is that of a change if the first one is told too.
    written = {date.text for date in published}
    return [*published, *(date for date in _dates(node, _UPDATED, "updated") if date.text not in written)]


def _dates(node: Node, names: tuple[str, ...], role: DateRole) -> list[SeenDate]:
    for name in names:
        moment = moment_of(node.get(name))
        if moment:
            return [SeenDate(moment, "json", role)]
    return []


def moment_of(value: Any) -> str | None:
    """Give a date as it is written; a number (seconds or milliseconds of the epoch, 20170210, 1987) in ISO."""
    if isinstance(value, dict):
        fields = folded(value)
        return next((found for name in _MOMENTS if (found := moment_of(fields.get(name)))), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        words = one_line(value[:200])
        if not re.fullmatch(r"\d{9,16}(?:\.\d+)?", words):
            return words if re.search(r"\d", words) and len(words) <= 80 else None
        value = float(words)
    return _of_number(value)


def _of_number(value: int | float) -> str | None:
    try:
        number = int(value)
    except (ValueError, OverflowError):
        return None
    digits = len(str(abs(number)))
    if digits == 4:
        return str(number) if _FIRST_YEAR <= number <= _LAST_YEAR else None
    if digits == 8 and re.match(r"(?:1[6-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$", str(number)):
        return str(number)
    if digits == 14:
        clock = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", str(number))
        return "{}-{}-{}T{}:{}:{}".format(*clock.groups()) if clock else None
    seconds = number / {12: 1e3, 13: 1e3, 15: 1e6, 16: 1e6}.get(digits, 1)
    if digits not in (9, 10, 12, 13, 15, 16):
        return None
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=seconds)
    return moment.isoformat(timespec="seconds")


def _string(value: Any, names: tuple[str, ...], depth: int = 0) -> str | None:
    """The text of a value: a string, one of the ``names`` of an object, the first of a list."""
    if isinstance(value, str):
        return one_line(value) or None
    if depth > 3:
        return None
    if isinstance(value, dict):
        fields = folded(value)
        return next((found for name in names if (found := _string(fields.get(name), names, depth + 1))), None)
    if isinstance(value, list):
        return next((found for item in value[:10] if (found := _string(item, names, depth + 1))), None)
    return None


def _people(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth <= 3:
        for item in value[:30]:
            yield from _people(item, depth + 1)
    elif isinstance(value, dict) and depth <= 3:
        fields = folded(value)
        given = fields.get("firstname") or fields.get("givenname") or fields.get("first")
        family = fields.get("lastname") or fields.get("familyname") or fields.get("last")
        whole = f"{given} {family}" if isinstance(given, str) and isinstance(family, str) else None
        name = next((fields[name] for name in _NAMES if isinstance(fields.get(name), str)), None)
        if name and byline_names(one_line(name)):
            yield name
        elif whole:
            yield whole
        else:
            yield from _people(fields.get("by") or fields.get("person"), depth + 1)


def _text(value: Any, depth: int = 0) -> str | list[str]:
    """The text of a value: a string; its forms ({"rendered": …}); its paragraphs; Arc's elements of content."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if depth > 6:
        return ""
    if isinstance(value, dict):
        fields = folded(value)
        names = ("rendered", "html", "value", "content", "text", "body", "contentelements", "paragraphs", "items")
        return next((found for name in names if (found := _text(fields.get(name), depth + 1))), "")
    if isinstance(value, list):
        pieces = [_element(item, depth) for item in value]
        return "\n\n".join(piece for piece in pieces if piece)
    return ""


_NO_WORDS = frozenset(
    (
        *("image", "video", "gallery", "oembed", "oembed_response", "raw_html", "custom_embed", "interstitial_link"),
        *("link_list", "divider", "social_media", "reference", "code", "table", "graphic", "audio", "story", "ad"),
    )
)


def _element(item: Any, depth: int) -> str:
    """One paragraph of a list, marked up as one, unless it is a picture, an embed or a link to another story."""
    if isinstance(item, dict) and str(item.get("type", "")).casefold() in _NO_WORDS:
        return ""
    found = _text(item, depth + 1)
    words = "\n\n".join(found) if isinstance(found, list) else found
    return words if re.search(r"<(?:p|div|ul|ol|h\d|blockquote)\b", words, re.I) else f"<p>{words}</p>" if words else ""
