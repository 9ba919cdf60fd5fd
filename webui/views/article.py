"""The page of an article: its text with the statements and the found words in it, and what stands beside it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from search.documents import Article, Span, Statement
from search.marks import Mark
from search.query.request import SearchRequest
from search.service import Opened
from search.snippets import cut
from webui import messages
from webui.links import Links
from webui.message import number
from webui.passages import Paragraph, Passage, set_text
from webui.text_fragments import web_host
from webui.views.citation import cite_article
from webui.views.copies import Elsewhere, elsewhere, name_copy
from webui.views.evidence import Link, Seen, dates_seen, speakers_found
from webui.views.linked_data import linked_data
from webui.views.margin import Note, colours_of, is_shown, notes_beside
from webui.views.references import highwire, reference_to
from webui.views.trail import Trail
from webui.views.voices import Name, linked_names, unnamed, voice_of
from webui.wording import confidence, counted, evidence
from webui.written_dates import WrittenDate, write_any, write_instant, write_published

MAX_MARKED = 2_000
"""Hits that are marked on a page; an article of millions of characters may hold many more."""
_LINES = {"direct": "", "mixed": "m", "indirect": "i"}


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph, the notes beside it, and where else it ran."""

    paragraph: Paragraph
    notes: tuple[Note, ...]
    elsewhere: tuple[Elsewhere, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who speaks in the article, or several as one: how much, in which colour."""

    names: tuple[Name, ...]
    colour: str
    count: str


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """Another text that was printed under the same address."""

    headline: str
    when: str
    file: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that the page of an article shows."""

    article: Article
    title: str
    headline: tuple[Passage, ...]
    headline_notes: tuple[Note, ...]
    date: WrittenDate
    evidence: str
    precision: str
    certainty: str
    paragraphs: tuple[SetParagraph, ...]
    colours: Mapping[str, str]
    hits: tuple[int, ...]
    hits_label: str
    hits_note: str
    original_host: str
    voices: tuple[Voice, ...]
    seen: tuple[Seen, ...]
    links: tuple[Link, ...]
    versions: tuple[OtherVersion, ...]
    copies: tuple[tuple[str, str], ...]
    more_copies: str
    citation: str
    tags: tuple[tuple[str, str], ...]
    linked: Mapping[str, Any]
    trail: Trail | None
    url: str
    permanent_url: str
    json_url: str
    references: tuple[tuple[str, str], ...]
    first_seen: str

    def css(self, statement: Statement) -> str:
        """Give the classes of a statement's words: its speaker's colour, and its kind's line."""
        return f"st {self.colours[voice_of(statement)]} {_LINES[statement.kind]}".rstrip()


def article_page(
    opened: Opened, links: Links, archive: str, request: SearchRequest | None = None, trail: Trail | None = None
) -> ArticlePage:
    """Give the view of an article, with the words of the search that it was found by, if there is one."""
    article = opened.article
    colours = colours_of(article, request.speakers if request else ())
    headline_found = _spans(article.headline, opened.marks.headline)
    text_found = _spans(article.text, opened.marks.text)
    shown = [statement for statement in article.statements if is_shown(statement)]
    aside = [statement for statement in article.statements if not is_shown(statement)]
    in_headline = [statement for statement in shown if statement.field == "headline"]
    in_text = [statement for statement in shown if statement.field == "text"]
    date = write_published(article.published, article.published_day, article.precision, short=False)
    permanent_url = links.absolute(links.lasting.article(article.id))
    reused = {one.number: elsewhere(one, links) for one in opened.reused}
    hidden = opened.copies_total - len(opened.copies)
    return ArticlePage(
        article=article,
        title=", ".join(filter(None, (article.headline, article.outlet, date.text))),
        headline=tuple(
            passage
            for paragraph in set_text(article.headline, in_headline, headline_found[:MAX_MARKED])
            for passage in paragraph.passages
        ),
        headline_notes=tuple(notes_beside(in_headline, article, colours, links)),
        date=date,
        evidence=evidence(article.dated_by, article.precision),
        precision=messages.PRECISIONS[article.precision or "day"](),
        certainty=confidence(article.date_confidence) if article.published else "",
        paragraphs=tuple(
            SetParagraph(
                paragraph,
                tuple(notes_beside(paragraph.statements, article, colours, links)),
                *reused.get(paragraph.number, ((), "")),
            )
            for paragraph in set_text(article.text, in_text, text_found[:MAX_MARKED], aside)
        ),
        colours=colours,
        hits=tuple(range(1, min(len(text_found), MAX_MARKED) + 1)),
        hits_label=counted("hits", len(text_found)),
        hits_note=_hits_note(opened, len(text_found)),
        original_host=web_host(article.url),
        voices=tuple(_voices(article, colours, links)),
        seen=tuple(dates_seen(article)),
        links=tuple(speakers_found(article)),
        versions=tuple(
            OtherVersion(version.headline, write_any(version.updated or ""), version.file)
            for version in article.versions
        ),
        copies=tuple((name_copy(copy), links.article(copy.article_id)) for copy in opened.copies),
        more_copies=messages.MORE_VALUES(n=number(hidden)) if hidden else "",
        citation=cite_article(article, permanent_url),
        tags=tuple(highwire(reference_to(article, permanent_url, archive, datetime.date.today()))),
        linked=linked_data(article, links.lasting),
        trail=trail,
        url=links.article(article.id, request),
        permanent_url=links.article(article.id),
        json_url=links.article(article.id, face=".json"),
        references=tuple((name, links.article(article.id, face=face)) for name, face in messages.REFERENCES),
        first_seen=messages.IN_THE_ARCHIVE(instant=write_instant(opened.first_seen.at)) if opened.first_seen else "",
    )


def _hits_note(opened: Opened, found: int) -> str:
    if opened.is_partial:
        return messages.NOT_MARKED()
    return messages.ONLY_THE_FIRST_MARKED(n=number(MAX_MARKED)) if found > MAX_MARKED else ""


def _spans(text: str, marks: Sequence[Mark]) -> tuple[Span, ...]:
    """Give where the found words stand, marks that touch each other joined."""
    spans, at = [], 0
    for piece in cut(text, Span(0, len(text)), marks):
        if piece.matched:
            spans.append(Span(at, at + len(piece.text)))
        at += len(piece.text)
    return tuple(spans)


def _voices(article: Article, colours: Mapping[str, str], links: Links) -> Iterator[Voice]:
    shown = [statement for statement in article.statements if is_shown(statement)]
    counts = Counter(voice_of(statement) for statement in shown)
    first = {voice_of(statement): statement for statement in reversed(shown)}
    for voice in sorted(counts, key=lambda voice: -counts[voice]):
        statement = first[voice]
        names = linked_names(statement, links) or (Name(unnamed(statement), f"#s-{statement.id}"),)
        yield Voice(names, colours[voice], number(counts[voice]))
