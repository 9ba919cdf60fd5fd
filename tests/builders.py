"""Documents and requests with sensible defaults, for tests."""

from __future__ import annotations

from typing import Any

from search.documents import (
    Article,
    Attribution,
    Cue,
    CueClass,
    Dateline,
    Kind,
    SourceFile,
    Span,
    Speaker,
    SpeakerType,
    Statement,
)
from search.ids import article_id, slug, statement_id
from search.query.request import SearchRequest


def article(text: str = "", headline: str = "A headline", key: str = "story.txt", **fields: Any) -> Article:
    """An article of the Ledger. Give ``says=[(speaker or None, content[, changes])]`` to have statements in it."""
    says = fields.pop("says", ())
    place = fields.pop("place", None)
    day = fields.get("published")
    fields.setdefault("precision", {4: "year", 7: "month", 10: "day"}.get(len(day)) if day else None)
    fields.setdefault("published_day", day if day and len(day) == 10 else None)
    fields.setdefault("dated_by", "label" if day else None)
    id = article_id(key)
    made = Article(
        id=id,
        key=key,
        files=(SourceFile(key, "0" * 64),),
        headline=headline,
        text=text,
        outlet=fields.pop("outlet", "The Ledger"),
        dateline=Dateline(place) if place else None,
        **fields,
    )
    return Article(
        **{name: getattr(made, name) for name in Article.__slots__ if name != "statements"},
        statements=tuple(statement(made, *said[:2], **(said[2] if len(said) > 2 else {})) for said in says),
    )


def speaker(name: str, role: str | None = None, type: SpeakerType = "person") -> Speaker:
    """A speaker as an article knows them."""
    return Speaker(slug(name), name, role, type)


def statement(
    of: Article,
    who: str | Speaker | tuple[Speaker, ...] | None,
    content: str | tuple[str, ...],
    kind: Kind = "direct",
    attribution: Attribution | None = None,
    cue_class: CueClass = "speech",
    field: Any = "text",
) -> Statement:
    """A statement whose content is a run of the article's words, or several; several may say it as one."""
    runs = (content,) if isinstance(content, str) else content
    whole = of.headline if field == "headline" else of.text
    spans = tuple(Span(whole.index(run), whole.index(run) + len(run)) for run in runs)
    together = who if isinstance(who, tuple) else ()
    found = speaker(who) if isinstance(who, str) else None if isinstance(who, tuple) else who
    words = " … ".join(runs)
    return Statement(
        id=statement_id(of.id, words, 0),
        article_id=of.id,
        kind=kind,
        attribution=attribution or ("sure" if who else "none"),
        content=spans,
        text=words,
        field=field,
        speaker=found,
        cue=Cue("hopes", spans[0], "belief") if cue_class == "belief" else None,
        confidence=0.9,
        why="by the test's word",
        together=together,
    )


def request(text: str = "", **fields: Any) -> SearchRequest:
    """A search."""
    return SearchRequest(text=text, **fields)
