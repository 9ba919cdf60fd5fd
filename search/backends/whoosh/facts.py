"""What the columns are made of: one row of facts an article, stored in Whoosh beside it when it is added.

So the columns of a segment, new or merged, come from the index of record alone, and no text is read twice.
"""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any, NamedTuple

from search.backends.whoosh.field_words import ArticleWords
from search.backends.whoosh.growing import GrowingForms
from search.copies import marks_of, sketch_of, words_mark
from search.days import days_of
from search.documents import ATTRIBUTIONS, CUE_CLASSES, KINDS, Article, Statement
from search.ordering import day_numbers
from search.speakers.records import record_of


class SpeakerFacts(NamedTuple):
    """A speaker in one article: as first named there, with how many statements that are shown by default."""

    id: str
    name: str
    role: str | None
    type: str
    statements: int


class Voice(NamedTuple):
    """One who says a statement: the speaker's number among the article's, and name and role as printed."""

    speaker: int
    name: str
    role: str | None


class StatementFacts(NamedTuple):
    """A statement: its values, who says it, and the positions where its words stand.

    ``words`` is the mark of its words, by which copies of it are known.
    """

    id: str
    field: str
    kind: int
    attribution: int
    cue_class: int
    voices: tuple[Voice, ...]
    length: int
    words: int
    ranges: tuple[tuple[int, int], ...]


class ArticleFacts(NamedTuple):
    """An article: days, names, and by field how many words and how many positions it has.

    ``sketch`` and ``marks`` are what copies of it, and of its paragraphs, are known by; the sketch is in base 64.
    """

    id: str
    first: int
    last: int
    coarse: int
    day: int
    month: str
    dated_by: str
    outlet: str
    place: str
    home: str
    expansions: tuple[tuple[str, str], ...]
    lengths: tuple[int, int, int]
    extents: tuple[int, int, int]
    is_excerpt: int
    sketch: str
    marks: tuple[int, ...]
    speakers: tuple[SpeakerFacts, ...]
    statements: tuple[StatementFacts, ...]


def facts_of(article: Article, words: ArticleWords, forms: GrowingForms) -> ArticleFacts:
    """Give the facts of an article whose words were read."""
    record = record_of(article)
    numbers = {heard.speaker.id: number for number, heard in enumerate(record.speakers)}
    first, last, coarse = day_numbers(article)
    values = forms.values(words.text.codes)
    return ArticleFacts(
        article.id,
        first,
        last,
        coarse,
        days_of(article.published_day)[0].toordinal() if article.published_day else 0,
        (article.published_day or article.published or "")[:7],
        article.dated_by or "",
        article.outlet or "",
        record.place,
        record.home,
        record.expansions,
        (len(words.headline.codes), len(words.text.codes), len(words.byline.codes)),
        (words.headline.extent, words.text.extent, words.byline.extent),
        int(article.is_excerpt),
        b64encode(sketch_of(values)).decode("ascii"),
        tuple(marks_of(values, words.text.paragraphs)[1].tolist()),
        tuple(
            SpeakerFacts(found.speaker.id, found.speaker.name, found.speaker.role, found.speaker.type, found.statements)
            for found in record.speakers
        ),
        tuple(_statement_facts(statement, words, forms, numbers) for statement in article.statements),
    )


def _statement_facts(
    statement: Statement, words: ArticleWords, forms: GrowingForms, numbers: dict[str, int]
) -> StatementFacts:
    field = words.headline if statement.field == "headline" else words.text
    runs = [run for span in statement.content if (run := field.inside(span))]
    said = [form for run in runs for form in forms.forms(field.codes[run.start : run.stop])]
    return StatementFacts(
        statement.id,
        statement.field,
        KINDS.index(statement.kind),
        ATTRIBUTIONS.index(statement.attribution),
        CUE_CLASSES.index(statement.cue_class),
        tuple(Voice(numbers[speaker.id], speaker.name, speaker.role) for speaker in statement.speakers),
        len(set().union(*runs)),
        words_mark(said),
        tuple((int(field.positions[run.start]), int(field.positions[run.stop - 1]) + 1) for run in runs),
    )


def pack_facts(facts: ArticleFacts) -> bytes:
    """Give the facts as bytes."""
    return json.dumps(facts, separators=(",", ":")).encode("ascii")


def unpack_facts(packed: bytes) -> ArticleFacts:
    """Give the facts that ``pack_facts`` packed."""
    row = json.loads(packed)
    speakers = tuple(SpeakerFacts(*speaker) for speaker in row[-2])
    statements = tuple(_unpacked(statement) for statement in row[-1])
    row[-2:] = speakers, statements
    return ArticleFacts(*row)


def _unpacked(row: list[Any]) -> StatementFacts:
    row[_VOICES] = tuple([Voice(*voice) for voice in row[_VOICES]])
    return StatementFacts(*row)


_VOICES = StatementFacts._fields.index("voices")
