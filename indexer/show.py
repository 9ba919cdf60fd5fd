"""The wire form of articles as ``show`` prints it, one JSON object a line. Other programs read it: keep it stable."""

from __future__ import annotations

from typing import Any

from search.documents import Article, Span, Statement

WIRE = 1


def article_to_wire(article: Article) -> dict[str, Any]:
    """Give an article, with every statement in it, as plain values in their fixed order."""
    return {
        "wire": WIRE,
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


def statement_to_wire(statement: Statement) -> dict[str, Any]:
    """Give a statement as plain values in their fixed order."""
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


def error_to_wire(file: str, reason: str) -> dict[str, Any]:
    """Give the line for a file that could not be read."""
    return {"wire": WIRE, "file": file, "error": reason}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
