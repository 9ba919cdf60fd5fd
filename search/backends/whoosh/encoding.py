"""Articles as bytes and back, in parts: what a hit shows, the text, each statement, and the rest.

The parts are JSON rows in the order of the dataclasses' fields. In Whoosh, which compresses what it stores, they are
stored as one; in the columns each by itself, so that a page of hits reads what it shows and no more.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from search.documents import (
    Article,
    Cue,
    DateCandidate,
    Dateline,
    Source,
    SourceFile,
    Span,
    Speaker,
    Statement,
    Version,
)
from search.hits import Card, card_of, with_archive_ids
from search.identity import Identified

_LEVEL = 4
"""zlib's level: a third of the time of the default for two in a hundred more bytes."""
_AS_IT_IS = 0
"""The level of the whole: Whoosh compresses it with the facts, and what is compressed twice takes more bytes."""
_BETWEEN = " … "
"""What stands between the spans of a statement's text."""
_BYLINES = Card._fields.index("bylines")
NOBODY: Mapping[str, Identified] = MappingProxyType({})


class Parts(NamedTuple):
    """An article's bytes."""

    card: bytes
    text: bytes
    rest: bytes
    statements: tuple[bytes, ...]


def pack_article(article: Article) -> bytes:
    """Give an article as bytes."""
    card, dateline = card_of(article), article.dateline
    shown = [*card[:-1], [_speaker_row(speaker) for speaker in card.speakers]]
    rest = [
        article.key,
        [[file.path, file.digest] for file in article.files],
        article.part,
        article.language,
        [dateline.place, dateline.agency] if dateline else None,
        article.date_confidence,
        [[candidate.value, candidate.evidence, candidate.text] for candidate in article.date_candidates],
        article.updated,
        [[version.file, version.headline, version.updated, version.text] for version in article.versions],
    ]
    rows = [_json(_statement_row(statement, article)) for statement in article.statements]
    parts = [_json(shown), article.text.encode("utf-8", "surrogatepass"), zlib.compress(_json(rest), _LEVEL), *rows]
    sizes = struct.pack(f"<{len(parts) + 1}I", len(parts), *map(len, parts))
    return zlib.compress(b"".join((sizes, *parts)), _AS_IT_IS)


def parts_of(packed: bytes) -> Parts:
    """Give the parts of an article that ``pack_article`` packed."""
    whole = zlib.decompress(packed)
    (count,) = struct.unpack_from("<I", whole)
    at, parts = 4 + 4 * count, []
    for size in struct.unpack_from(f"<{count}I", whole, 4):
        parts.append(whole[at : at + size])
        at += size
    card, text, rest, *statements = parts
    return Parts(card, text, rest, tuple(statements))


def read_text(text: bytes) -> str:
    """Give a text."""
    return text.decode("utf-8", "surrogatepass")


def read_cards(
    cards: Sequence[bytes], heard: Sequence[Mapping[str, Sequence[int]]], id_of: Callable[[int], str] = str
) -> list[Card]:
    """Give what hits show of their articles, the speakers those of the archive: each once, as first named.

    ``heard`` has, for each article, the numbers of its speakers in the archive by their own ids; ``id_of`` gives their
    ids there.
    """
    # One reading of ten rows takes half the time of ten.
    rows = json.loads((b"[%b]" % b",".join(cards)).decode("ascii"))
    return [_card(row, known, id_of) for row, known in zip(rows, heard, strict=True)]


def _card(row: list[Any], heard: Mapping[str, Sequence[int]], id_of: Callable[[int], str]) -> Card:
    speakers: dict[str, Speaker] = {}
    for own, name, role, kind in row[-1]:
        id = id_of(heard[own][0]) if own in heard else own
        if id not in speakers:
            speakers[id] = _speaker(id, name, role, kind)
    row[_BYLINES], row[-1] = tuple(row[_BYLINES]), tuple(speakers.values())
    return tuple.__new__(Card, row)


_speaker = lru_cache(maxsize=4096)(Speaker)


def read_article(parts: Parts, identified: Mapping[str, Identified] = NOBODY) -> Article:
    """Give the article that ``pack_article`` packed.

    Its speakers get the ids that the archive knows them by; ``identified`` has these, and why, by the article's own.
    """
    (card,), text = read_cards([parts.card], [{}]), read_text(parts.text)
    key, files, part, language, dateline, confidence, candidates, updated, versions = json.loads(
        zlib.decompress(parts.rest)
    )
    return Article(
        id=card.id,
        key=key,
        files=tuple(SourceFile(*file) for file in files),
        headline=card.headline,
        text=text,
        headline_derived=card.headline_derived,
        part=part,
        url=card.url,
        outlet=card.outlet,
        section=card.section,
        language=language,
        bylines=card.bylines,
        dateline=Dateline(*dateline) if dateline else None,
        published=card.published,
        published_day=card.published_day,
        precision=card.precision,
        dated_by=card.dated_by,
        date_confidence=confidence,
        date_candidates=tuple(DateCandidate(*candidate) for candidate in candidates),
        updated=updated,
        statements=tuple(read_statement(row, card.id, card.headline, text, identified) for row in parts.statements),
        versions=tuple(Version(*version) for version in versions),
        is_excerpt=card.is_excerpt,
    )


_encode = json.JSONEncoder(separators=(",", ":")).encode


def _json(row: list[Any]) -> bytes:
    return _encode(row).encode("ascii")


def _statement_row(statement: Statement, article: Article) -> list[Any]:
    speaker, source, cue = statement.speaker, statement.source, statement.cue
    own = statement.text != _joined(
        statement.content, article.headline if statement.field == "headline" else article.text
    )
    return [
        statement.id,
        statement.kind,
        statement.attribution,
        [number for span in statement.content for number in (span.start, span.end)],
        statement.text if own else None,
        statement.field,
        _speaker_row(speaker) if speaker else None,
        [source.text, source.span.start, source.span.end] if source else None,
        [cue.text, cue.span.start, cue.span.end, cue.cue_class] if cue else None,
        statement.confidence,
        statement.why,
        [_speaker_row(one) for one in statement.together],
    ]


def _speaker_row(speaker: Speaker) -> list[str | None]:
    return [speaker.id, speaker.name, speaker.role, speaker.type]


def _joined(content: Sequence[Span], text: str) -> str:
    """Give what a statement's text is but for few: its spans."""
    return _BETWEEN.join([text[span.start : span.end] for span in content])


def read_statement(
    row: bytes, article_id: str, headline: str, text: str, identified: Mapping[str, Identified] = NOBODY
) -> Statement:
    """Give a statement of an article, its speaker the archive's."""
    id, kind, attribution, numbers, own, field, speaker, source, cue, confidence, why, together = json.loads(row)
    who = identified.get(speaker[0]) if speaker else None
    content = tuple([Span(start, end) for start, end in zip(numbers[::2], numbers[1::2], strict=True)])
    statement = Statement(
        id=id,
        article_id=article_id,
        kind=kind,
        attribution=attribution,
        content=content,
        text=own if own is not None else _joined(content, headline if field == "headline" else text),
        field=field,
        speaker=Speaker(who.id if who else speaker[0], *speaker[1:]) if speaker else None,
        source=Source(source[0], Span(source[1], source[2])) if source else None,
        cue=Cue(cue[0], Span(cue[1], cue[2]), cue[3]) if cue else None,
        confidence=confidence,
        why=why,
        link=who.why if who else "",
        together=tuple([Speaker(*one) for one in together]),
    )
    return with_archive_ids(statement, identified) if together else statement
