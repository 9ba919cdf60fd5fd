"""Who said what in an article."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from indexer.attribution.assembly import draft_statements
from indexer.attribution.confidence import SURE_FROM
from indexer.attribution.drafts import Draft
from indexer.attribution.entities.analysis import Analysis, analyse
from indexer.attribution.model import load_model
from indexer.attribution.reasons import rule_of
from indexer.attribution.resolution.resolved import Resolved
from indexer.attribution.text.parts import Entity
from search.documents import Article, Attribution, Cue, Source, Span, Speaker, Statement
from search.ids import slug, statement_id

JOINER = " … "  # between the spans of one statement
_BREAK = "\n\n"  # between headline and text
_slug = lru_cache(maxsize=1024)(slug)  # somebody who speaks does so several times


def attribute(article: Article) -> tuple[Statement, ...]:
    """Find the statements of an article's headline and text, in order, each with its speaker if one is named.

    Headline and text are read as one, because each may hold names that the other gives in part only. A headline made
    of the text's own words is left out.
    """
    headline = "" if article.headline_derived else " ".join(article.headline.split("\n"))
    has_headline = bool(headline.strip())
    whole = headline + _BREAK + article.text if has_headline else article.text
    analysis = analyse(whole, load_model().usual, has_headline)
    seen: Counter[str] = Counter()
    statements = []
    for draft in draft_statements(analysis, load_model()):
        statement = _Maker(article, analysis, draft, len(headline)).make(seen)
        statements.append(statement)
        seen[statement.text] += 1
    return tuple(statements)


class _Maker:
    """Makes the statement of a draft: offsets from the start of headline or text, ids, the evidence in words."""

    def __init__(self, article: Article, analysis: Analysis, draft: Draft, headline: int) -> None:
        self.article = article
        self.analysis = analysis
        self.draft = draft
        self.headline = headline
        self.in_headline = analysis.has_headline and draft.content[0].start < headline
        self.shift = 0 if self.in_headline or not analysis.has_headline else headline + len(_BREAK)

    def make(self, seen: Counter[str]) -> Statement:
        draft, text = self.draft, self.analysis.text
        words = JOINER.join(text[span.start : span.end] for span in draft.content)
        speaker = _speaker(draft.resolved.entity) if draft.resolved else None
        voices = [(voice, who) for voice in draft.together if (who := _speaker(voice.resolved.entity))]
        is_known = speaker is not None or bool(voices)
        return Statement(
            id=statement_id(self.article.id, words, seen[words]),
            article_id=self.article.id,
            kind=draft.kind,
            attribution=_attribution(is_known, draft.confidence),
            content=tuple(self._moved(span) for span in draft.content),
            text=words,
            field="headline" if self.in_headline else "text",
            speaker=speaker,
            source=self._source(),
            cue=self._cue(),
            confidence=draft.confidence if is_known else 0.0,
            why="\n".join(self._why(voice.resolved, voice.span) for voice, _ in voices)
            or (self._why(draft.resolved, draft.source) if speaker and draft.resolved else ""),
            together=tuple(who for _, who in voices),
        )

    def _moved(self, span: Span) -> Span:
        return Span(span.start - self.shift, span.end - self.shift)

    def _is_here(self, span: Span | None) -> bool:
        """Tell whether a span lies in the same field as the content: a headline's words have no place in the text."""
        if span is None:
            return False
        return span.end <= self.headline if self.in_headline else span.start >= self.shift

    def _source(self) -> Source | None:
        span = self.draft.source
        if span is None or not self._is_here(span):
            return None
        return Source(self.analysis.text[span.start : span.end], self._moved(span))

    def _cue(self) -> Cue | None:
        cue = self.draft.cue
        return Cue(cue.text, self._moved(cue.span), cue.cue_class) if cue and self._is_here(cue.span) else None

    def _why(self, resolved: Resolved, span: Span | None) -> str:
        text, evidence = self.analysis.text, resolved.entity.evidence
        printed = text[evidence.start : evidence.end]
        where = "headline"
        if not self.analysis.has_headline or evidence.paragraph:
            where = f"paragraph {evidence.paragraph + (not self.analysis.has_headline)}"
        source = text[span.start : span.end] if span else "Interview"
        rule = rule_of(source, resolved) if span else "the answers of an interview"
        return f"{source} ← {printed}, {where}; {rule}"


def _attribution(is_known: bool, confidence: float) -> Attribution:
    if not is_known:
        return "none"
    return "sure" if confidence >= SURE_FROM else "possible"


def _speaker(entity: Entity) -> Speaker | None:
    name = _slug(entity.name)
    return Speaker(name, entity.name, entity.role, entity.type) if name else None
