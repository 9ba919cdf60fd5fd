"""The JSON of an answer: Page, Article, speakers and status as plain values in a fixed order.

``WIRE_VERSION`` is raised whenever a program that reads the values could be misled by a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from search.documents import Article, RoleHeld, Span, SpeakerEntry, Statement
from search.identity import link_of
from search.query.params import to_params
from search.query.request import COLLECTIONS, MAX_DEPTH, SearchRequest
from search.results import Copy, Facet, FirstSeen, Hit, IndexStatus, Page, Reuse, Snippet, SpeakerList
from search.service import Opened, toggled

WIRE_VERSION = 1


SearchAddress = Callable[[SearchRequest], str]
"""Gives the address of a search."""
SiteAddress = Callable[[str], str]
"""Gives the address of a path of the site, as "/article/<id>"."""


def as_path(path: str) -> str:
    """Give a path of the site as it is."""
    return path


def page_to_wire(page: Page, status: IndexStatus, search: SearchAddress, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give a page of results."""
    request = page.request
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "query": query_to_wire(request),
        "total": page.total,
        "total_is_exact": page.total_is_exact,
        "documents": page.documents,
        "partial": page.is_partial,
        "totals": {collection: page.totals.get(collection) for collection in COLLECTIONS},
        "page": page.number,
        "pages": page.pages,
        "per_page": request.per_page,
        "url": search(request),
        "next_url": _next_url(page, search),
        "hits": [hit_to_wire(hit, page.first_seen.get(hit.article_id), site) for hit in page.hits],
        "facets": [facet_to_wire(facet, request, search) for facet in page.facets],
        "parts": [
            {
                "parameter": part.parameter,
                "label": part.label,
                "url_without": search(part.without),
                "total_without": part.total_without,
            }
            for part in page.parts
        ],
        "relaxations": [
            {
                "query": query_to_wire(found.request),
                "total": found.total,
                "dropped": found.dropped,
                "url": search(found.request),
            }
            for found in page.relaxations
        ],
        "did_you_mean": page.did_you_mean
        and {
            "query": query_to_wire(page.did_you_mean.request),
            "total": page.did_you_mean.total,
            "url": search(page.did_you_mean.request),
        },
        "undated_left_out": page.undated_left_out,
        "speakers": [speaker_to_wire(entry, search, site) for entry in page.speakers],
        "index": {"generation": page.generation, "built_at": status.built_at},
        "took_ms": page.took,
        "warnings": list(page.warnings),
    }


def query_to_wire(request: SearchRequest) -> dict[str, Any]:
    """Give a search by its parameters, as they stand in its address."""
    query: dict[str, Any] = {}
    for name, value in to_params(request):
        if name in ("speaker", "outlet", "kind"):
            query.setdefault(name, []).append(value)
        elif name not in ("page", "per_page"):
            query[name] = value
    return {"in": request.collection, "sort": request.sort} | query


def hit_to_wire(hit: Hit, first_seen: FirstSeen | None, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give a hit with its snippets."""
    return {
        "id": hit.id,
        "type": "statement" if hit.statement else "article",
        "rank": hit.rank,
        "score": hit.score,
        "url": site(f"/statement/{hit.statement.id}" if hit.statement else f"/article/{hit.article_id}"),
        "article": {
            "id": hit.article_id,
            "url": site(f"/article/{hit.article_id}"),
            "original_url": hit.url,
            "headline": "".join(piece.text for piece in hit.headline),
            "headline_pieces": [{"text": piece.text, "matched": piece.matched} for piece in hit.headline],
            "headline_derived": hit.headline_derived,
            "is_excerpt": hit.is_excerpt,
            "outlet": hit.outlet,
            "outlet_id": hit.outlet_id,
            "section": hit.section,
            "bylines": list(hit.bylines),
            "place": hit.place,
            "published": hit.published,
            "published_day": hit.published_day,
            "precision": hit.precision,
            "dated_by": hit.dated_by,
            "first_seen": _first_seen(first_seen),
            "speakers": [{"id": who.id, "name": who.name, "role": who.role, "type": who.type} for who in hit.speakers],
        },
        "statement": statement_to_wire(hit.statement) if hit.statement else None,
        "snippets": [snippet_to_wire(snippet) for snippet in hit.snippets],
        "copies_total": hit.copies_total,
        "copies": [copy_to_wire(copy, site) for copy in hit.copies],
    }


def copy_to_wire(copy: Copy, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give another article that prints the same story, or the same statement."""
    return {
        "id": copy.statement_id or copy.article_id,
        "url": site(f"/statement/{copy.statement_id}" if copy.statement_id else f"/article/{copy.article_id}"),
        "headline": copy.headline,
        "outlet": copy.outlet,
        "published": copy.published,
        "published_day": copy.published_day,
        "precision": copy.precision,
    }


def snippet_to_wire(snippet: Snippet) -> dict[str, Any]:
    """Give a snippet in pieces."""
    return {
        "pieces": [{"text": piece.text, "matched": piece.matched} for piece in snippet.pieces],
        "anchor": snippet.anchor,
        "statement_id": snippet.statement.id if snippet.statement else None,
        "opens": snippet.opens,
        "closes": snippet.closes,
    }


def facet_to_wire(facet: Facet, request: SearchRequest, search: SearchAddress) -> dict[str, Any]:
    """Give a facet; of each value, whether the search asks for it and the address that changes that."""
    return {
        "field": facet.field,
        "distinct": facet.distinct,
        "values": [
            {
                "value": value.value,
                "label": value.label,
                "count": value.count,
                "selected": value.chosen,
                "toggle_url": search(toggled(request, facet.field, value.value)),
            }
            for value in facet.values
        ],
    }


def article_to_wire(article: Article) -> dict[str, Any]:
    """Give an article, with every statement in it."""
    return {
        "wire": WIRE_VERSION,
        "file": article.files[0].path,
        "part": article.part,
        "id": article.id,
        "url": article.url,
        "outlet": article.outlet,
        "headline": article.headline,
        "headline_derived": article.headline_derived,
        "is_excerpt": article.is_excerpt,
        "bylines": list(article.bylines),
        "section": article.section,
        "language": article.language,
        "dateline": {"place": article.dateline.place, "agency": article.dateline.agency} if article.dateline else None,
        "published": article.published,
        "published_day": article.published_day,
        "precision": article.precision,
        "dated_by": article.dated_by,
        "date_confidence": article.date_confidence,
        "date_candidates": [
            {"value": seen.value, "evidence": seen.evidence, "text": seen.text} for seen in article.date_candidates
        ],
        "updated": article.updated,
        "text": article.text,
        "statements": [statement_to_wire(statement) for statement in article.statements],
    }


def opened_to_wire(opened: Opened, status: IndexStatus, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give an article as the site answers with it: with the addresses of all that is in it, and its other prints."""
    article = opened.article
    wire = article_to_wire(article)
    for statement, values in zip(article.statements, wire["statements"], strict=True):
        values["permalink"] = site(f"/statement/{statement.id}")
        values["why"] = statement.why
        values["link"] = link_of(statement)
    return wire | {
        "permalink": site(f"/article/{article.id}"),
        "files": [file.path for file in article.files],
        "versions": [
            {"file": version.file, "headline": version.headline, "updated": version.updated, "text": version.text}
            for version in article.versions
        ],
        "copies": [copy_to_wire(copy, site) for copy in opened.copies],
        "reused": [
            {
                "paragraph": reused.number,
                **_span(reused.span),
                "total": reused.total,
                "in": [_reuse(reuse, site) for reuse in reused.reuses],
            }
            for reused in opened.reused
        ],
        "first_seen": _first_seen(opened.first_seen),
        "index": _index(status),
    }


def _reuse(reuse: Reuse, site: SiteAddress) -> dict[str, Any]:
    return copy_to_wire(reuse.copy, site) | {
        "paragraph": reuse.paragraph,
        "verbatim": reuse.is_verbatim,
        "changes": [{"text": change.text, "in": change.kind} for change in reuse.changes],
    }


def statement_to_wire(statement: Statement) -> dict[str, Any]:
    """Give a statement; its spans are of the article's text, or of the headline if it is ``in`` that."""
    speaker, source, cue = statement.speaker, statement.source, statement.cue
    return {
        "id": statement.id,
        "in": statement.field,
        "kind": statement.kind,
        "attribution": statement.attribution,
        "speaker": speaker and {"id": speaker.id, "name": speaker.name, "role": speaker.role, "type": speaker.type},
        "source": source and {"text": source.text, **_span(source.span)},
        "cue": cue and {"text": cue.text, **_span(cue.span), "class": cue.cue_class},
        "content": [_span(span) for span in statement.content],
        "text": statement.text,
        "confidence": statement.confidence,
    }


def speaker_to_wire(entry: SpeakerEntry, search: SearchAddress, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give a speaker."""
    return {
        "id": entry.id,
        "name": entry.name,
        "type": entry.type,
        "role": entry.role,
        "statements": entry.statements,
        "articles": entry.articles,
        "names": list(entry.names),
        "aliases": list(entry.aliases),
        "roles": [_role(held) for held in entry.roles],
        "url": site(f"/speaker/{entry.id}"),
        "statements_url": search(SearchRequest(collection="statements", speakers=(entry.id,), sort="newest")),
    }


def speakers_to_wire(
    found: SpeakerList,
    number: int,
    per_page: int,
    next_url: str | None,
    status: IndexStatus,
    search: SearchAddress,
    site: SiteAddress,
) -> dict[str, Any]:
    """Give a page of the list of speakers."""
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "total": found.total,
        "page": number,
        "per_page": per_page,
        "next_url": next_url,
        "speakers": [speaker_to_wire(entry, search, site) for entry in found.entries],
        "index": _index(status),
    }


def called_to_wire(
    id: str, entries: Iterable[SpeakerEntry], status: IndexStatus, search: SearchAddress, site: SiteAddress
) -> dict[str, Any]:
    """Give everyone whom an id means."""
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "id": id,
        "speakers": [speaker_to_wire(entry, search, site) for entry in entries],
        "index": _index(status),
    }


def status_to_wire(status: IndexStatus) -> dict[str, Any]:
    """Give what an index says of itself, with the report of its last build."""
    report = status.report
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "generation": status.generation,
        "built_at": status.built_at,
        "schema_version": status.schema_version,
        "articles": status.articles,
        "statements": status.statements,
        "speakers": status.speakers,
        "undated": status.undated,
        "first_day": status.first_day,
        "last_day": status.last_day,
        "size": status.size,
        "corpus_digest": status.corpus_digest,
        "report": {
            "found": report.found,
            "read": report.read,
            "unchanged": report.unchanged,
            "removed": report.removed,
            "skipped": [{"path": file.path, "reason": file.reason} for file in report.skipped],
            "parts": [
                {"path": part.path, "part": part.part, "reason": part.reason, "count": part.count}
                for part in report.parts
            ],
            "undated": report.undated,
            "without_speakers": report.without_speakers,
            "speaker_notes": list(report.speaker_notes),
            "taken_out": dict(report.taken_out or {}),
            "excerpts": report.excerpts,
            "dated_by": dict(report.dated_by or {}),
            "seconds": report.seconds,
        },
    }


def _next_url(page: Page, search: SearchAddress) -> str | None:
    deep_enough = (page.number + 1) * page.request.per_page <= MAX_DEPTH
    if page.number >= page.pages or not deep_enough:
        return None
    return search(replace(page.request, page=page.number + 1))


def _index(status: IndexStatus) -> dict[str, Any]:
    return {"generation": status.generation, "built_at": status.built_at}


def _first_seen(seen: FirstSeen | None) -> dict[str, Any] | None:
    return {"generation": seen.generation, "at": seen.at} if seen else None


def _role(held: RoleHeld) -> dict[str, Any]:
    return {"role": held.role, "first": held.first, "last": held.last, "count": held.count}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
