"""Who said what in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from indexer.attribution.analysis import Analysis, analyse
from indexer.attribution.assembly import Draft, draft_statements
from indexer.attribution.confidence import SURE_FROM
from indexer.attribution.entities import Entity
from indexer.attribution.model import Model, load_model
from indexer.attribution.resolution import Resolved
from search.documents import Article, Attribution, Source, Span, Speaker, Statement, StatementField
from search.ids import slug, statement_id

JOINER = " … "  # between the spans of one statement


def attribute(article: Article) -> tuple[Statement, ...]:
    """Find the statements of an article's headline and text, in order, each with its speaker if one is named."""
    model = load_model()
    found = [*_statements(article.text, "text", model)]
    seen: Counter[str] = Counter()
    statements = []
    for statement in found:
        statements.append(
            replace(
                statement,
                id=statement_id(article.id, statement.text, seen[statement.text]),
                article_id=article.id,
            )
        )
        seen[statement.text] += 1
    return tuple(statements)


def _statements(text: str, field: StatementField, model: Model) -> Iterable[Statement]:
    analysis = analyse(text, model.usual)
    for draft in draft_statements(analysis, model):
        yield _statement(analysis, draft, field)


def _statement(analysis: Analysis, draft: Draft, field: StatementField) -> Statement:
    text = analysis.text
    speaker = _speaker(draft.resolved.entity) if draft.resolved else None
    attribution: Attribution = "none"
    if speaker is not None:
        attribution = "sure" if draft.confidence >= SURE_FROM else "possible"
    return Statement(
        id="",
        article_id="",
        kind=draft.kind,
        attribution=attribution,
        content=draft.content,
        text=JOINER.join(text[span.start : span.end] for span in draft.content),
        field=field,
        speaker=speaker,
        source=_source(text, draft.source),
        cue=draft.cue,
        confidence=draft.confidence,
        why=_why(text, draft.source, draft.resolved),
    )


def _speaker(entity: Entity) -> Speaker | None:
    name_slug = slug(entity.name)
    return Speaker(name_slug, entity.name, entity.role, entity.type) if name_slug else None


def _source(text: str, span: Span | None) -> Source | None:
    return Source(text[span.start : span.end], span) if span else None


def _why(text: str, source: Span | None, resolved: Resolved | None) -> str:
    if source is None or resolved is None:
        return ""
    evidence = resolved.entity.evidence
    printed = text[evidence.start : evidence.end]
    return f"{text[source.start : source.end]} ← {printed}, paragraph {evidence.paragraph + 1}"
