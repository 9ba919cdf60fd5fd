"""The attribution of a plain text in the form that the scorer of annotated articles reads."""

from __future__ import annotations

from typing import Any

from indexer.attribution.attribute import attribute
from search.documents import Article, Statement

_TYPES = {"person": "person", "organisation": "org", "group": "group"}


def run(text: str) -> list[dict[str, Any]]:
    """Give the statements of a text, the whole of it taken as body."""
    article = Article(id="scored", key="scored", files=(), headline="", text=text)
    return [_scored(statement) for statement in attribute(article)]


def _scored(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.speaker.name if statement.speaker else None,
        "speaker_type": _TYPES[statement.speaker.type] if statement.speaker else None,
        "source_span": [statement.source.span.start, statement.source.span.end] if statement.source else None,
        "cue_span": [statement.cue.span.start, statement.cue.span.end] if statement.cue else None,
        "content_spans": [[span.start, span.end] for span in statement.content],
        "kind": statement.kind,
        "confidence": statement.confidence,
        "attribution": statement.attribution,
    }
