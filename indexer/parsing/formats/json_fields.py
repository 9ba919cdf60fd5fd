"""The fields of an article as content systems name them in JSON: BLOX, Arc, ninjs, WordPress, JSON Feed and others."""

from __future__ import annotations

from indexer.parsing.formats.json_shapes import NAMES, Node, folded, moment_in, people_in, string_in, text_in
from indexer.parsing.formats.records import names_in, native_id, web_address
from indexer.parsing.formats.wordpress import wordpress_dates
from indexer.parsing.parsed import DateRole, SeenDate

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
    *("canonicalurl", "url", "permalink", "link", "weburl", "articleurl", "storyurl", "shareurl", "websiteurl", "uri"),
    "href",
)
_IDS = ("id", "_id", "uuid", "guid", "uri", "articleid", "storyid", "assetid", "docid", "documentid", "accessionnumber")


def headline_of(node: Node) -> str | None:
    """Give the headline, also from {"basic": …}, {"rendered": …} or a list."""
    for name in _HEADLINES:
        found = string_in(node.get(name), ("basic", "rendered", "main", "value", "name", "text"))
        if found:
            return found
    # schema.org and ninjs know a "name", which elsewhere is that of anything at all.
    return string_in(node.get("name"), ()) if "@type" in node or "pubstatus" in node else None


def text_of(node: Node) -> str:
    """Give the text, plain or marked up."""
    for name in _TEXTS:
        found = text_in(node.get(name))
        if found:
            return found
    return ""


def summary_of(node: Node) -> str:
    """Give the first sentences or the abstract, where that is all there is."""
    return next((found for name in _SUMMARIES if (found := string_in(node.get(name), ("rendered", "basic")))), "")


def bylines_of(node: Node) -> tuple[str, ...]:
    """Give the people named as authors."""
    for name in _AUTHORS:
        found = names_in(people_in(node.get(name)))
        if found:
            return found
    embedded = node.get("_embedded")
    return names_in(people_in(folded(embedded).get("author"))) if isinstance(embedded, dict) else ()


def outlet_of(node: Node) -> str | None:
    """Give the outlet; a wire that distributed the story is none."""
    for name in _OUTLETS:
        found = string_in(node.get(name), NAMES)
        if found and not found.startswith(("http:", "https:")) and len(found) <= 80:
            return found
    return None


def section_of(node: Node) -> str | None:
    """Give the first section or category."""
    taxonomy = node.get("taxonomy")
    for place in (folded(taxonomy) if isinstance(taxonomy, dict) else {}, node):
        for name in _SECTIONS:
            found = string_in(place.get(name), NAMES)
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
        moment = moment_in(node.get(name))
        if moment:
            return [SeenDate(moment, "json", role)]
    return []
