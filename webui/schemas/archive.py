"""Speakers, comparisons of them, the index itself, and what is told instead of an answer."""

from __future__ import annotations

from search.wire import WIRE_VERSION
from webui.schemas.parts import (
    ADDRESS,
    ADDRESS_OR_NULL,
    COUNT,
    DAY_OR_NULL,
    NUMBER,
    TEXT,
    TEXT_OR_NULL,
    TYPE,
    Schema,
    list_of,
    ref,
    thing,
)

ARCHIVE: dict[str, Schema] = {
    "Index": thing(generation=TEXT, built_at={"type": "string", "format": "date-time"}),
    "Speaker": thing(
        ("aliases",),
        id=TEXT,
        name=TEXT,
        type=TYPE,
        role=TEXT_OR_NULL,
        statements=COUNT,
        articles=COUNT,
        names=list_of(TEXT),
        aliases=list_of(TEXT),
        roles=list_of(thing(role=TEXT, first=DAY_OR_NULL, last=DAY_OR_NULL, count=COUNT)),
        url=ADDRESS,
        statements_url=ADDRESS,
    ),
    "Speakers": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        total=COUNT,
        page={"type": "integer", "minimum": 1},
        per_page=COUNT,
        next_url=ADDRESS_OR_NULL,
        speakers=list_of(ref("Speaker")),
        index=ref("Index"),
    ),
    "Called": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        id=TEXT,
        speakers=list_of(ref("Speaker")),
        index=ref("Index"),
    ),
    "Comparison": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        query=ref("Query"),
        speakers=list_of(
            thing(
                id=TEXT,
                name=TEXT,
                role=TEXT_OR_NULL,
                total=COUNT,
                months={"type": "object", "additionalProperties": COUNT},
                undated=COUNT,
                statements_url=ADDRESS,
            )
        ),
        index=ref("Index"),
    ),
    "Status": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        generation=TEXT,
        built_at={"type": "string", "format": "date-time"},
        schema_version=COUNT,
        articles=COUNT,
        statements=COUNT,
        speakers=COUNT,
        undated=COUNT,
        first_day=DAY_OR_NULL,
        last_day=DAY_OR_NULL,
        size=COUNT,
        corpus_digest=TEXT,
        report=thing(
            found=COUNT,
            read=COUNT,
            unchanged=COUNT,
            removed=COUNT,
            skipped=list_of(thing(path=TEXT, reason=TEXT)),
            parts=list_of(thing(path=TEXT, part=TEXT_OR_NULL, reason=TEXT, count=COUNT)),
            undated=COUNT,
            without_speakers=COUNT,
            excerpts=COUNT,
            speaker_notes=list_of(TEXT),
            taken_out={"type": "object", "additionalProperties": TEXT},
            dated_by={"type": "object", "additionalProperties": COUNT},
            seconds=NUMBER,
        ),
    ),
    "Health": thing(ok={"const": True}, generation=TEXT, articles=COUNT),
    "Error": thing(
        ok={"const": False},
        error=TEXT,
        errors=list_of(
            thing(
                ("parameter", "value", "suggestion", "position"),
                message=TEXT,
                parameter=TEXT,
                value=TEXT,
                suggestion=TEXT,
                position=COUNT,
            )
        ),
        status={"type": "integer"},
    ),
}
