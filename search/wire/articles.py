"""Articles and statements as plain values."""

from __future__ import annotations

from typing import Any

from search.builds import IndexStatus
from search.documents import Article, Statement
from search.hits import each_speaker
from search.identity import link_of
from search.results import Copy, Reuse
from search.service import Opened
from search.wire.parts import (
    WIRE_VERSION,
    SiteAddress,
    as_path,
    first_seen_to_wire,
    index_to_wire,
    named_to_wire,
    span_to_wire,
)


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
        "copies_total": opened.copies_total,
        "copies": [copy_to_wire(copy, site) for copy in opened.copies],
        "reused": [
            {
                "paragraph": reused.number,
                **span_to_wire(reused.span),
                "total": reused.total,
                "in": [_reuse(reuse, site) for reuse in reused.reuses],
            }
            for reused in opened.reused
        ],
        "first_seen": first_seen_to_wire(opened.first_seen),
        "index": index_to_wire(status),
    }


def _reuse(reuse: Reuse, site: SiteAddress) -> dict[str, Any]:
    return copy_to_wire(reuse.copy, site) | {
        "paragraph": reuse.paragraph,
        "verbatim": reuse.is_verbatim,
        "changes": [{"text": change.text, "in": change.kind} for change in reuse.changes],
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


def statement_to_wire(statement: Statement) -> dict[str, Any]:
    """Give a statement; its spans are of the article's text, or of the headline if it is ``in`` that."""
    speaker, source, cue = statement.speaker, statement.source, statement.cue
    return {
        "id": statement.id,
        "in": statement.field,
        "kind": statement.kind,
        "attribution": statement.attribution,
        "speaker": speaker and named_to_wire(speaker),
        "speakers": [named_to_wire(one) for one in each_speaker(statement)],
        "source": source and {"text": source.text, **span_to_wire(source.span)},
        "cue": cue and {"text": cue.text, **span_to_wire(cue.span), "class": cue.cue_class},
        "content": [span_to_wire(span) for span in statement.content],
        "text": statement.text,
        "confidence": statement.confidence,
    }
