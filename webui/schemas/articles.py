"""Articles, the statements in them, and references to them."""

from __future__ import annotations

from search.documents import ATTRIBUTIONS, CUE_CLASSES, KINDS
from search.wire import WIRE_VERSION
from webui.schemas.parts import (
    ADDRESS,
    ADDRESS_OR_NULL,
    COUNT,
    DATE_OR_NULL,
    DAY_OR_NULL,
    FIRST_SEEN,
    FLAG,
    NAMED,
    PRECISION,
    PUBLISHED,
    SHARE,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    list_of,
    or_null,
    ref,
    thing,
)

_PLACED = thing(text=TEXT, start=COUNT, end=COUNT)
_COPY = {
    "id": TEXT,
    "url": ADDRESS,
    "headline": TEXT,
    "outlet": TEXT_OR_NULL,
    "published": DATE_OR_NULL,
    "published_day": DAY_OR_NULL,
    "precision": PRECISION,
}
_CHANGES = list_of(thing(text=TEXT, in_={"enum": ["same", "here", "there"]}))

ARTICLES: dict[str, Schema] = {
    "Statement": thing(
        ("permalink", "why", "link"),
        id=TEXT,
        in_={"enum": ["text", "headline"]},
        kind={"enum": list(KINDS)},
        attribution={"enum": list(ATTRIBUTIONS)},
        speaker=or_null(NAMED),
        speakers=list_of(NAMED),
        source=or_null(_PLACED),
        cue=or_null(thing(text=TEXT, start=COUNT, end=COUNT, class_={"enum": list(CUE_CLASSES)})),
        content=list_of(thing(start=COUNT, end=COUNT)),
        text=TEXT,
        confidence=SHARE,
        permalink=ADDRESS,
        why=TEXT,
        link=TEXT_OR_NULL,
    ),
    "Article": thing(
        wire={"const": WIRE_VERSION},
        file=TEXT,
        part=TEXT_OR_NULL,
        id=TEXT,
        permalink=ADDRESS,
        url=ADDRESS_OR_NULL,
        outlet=TEXT_OR_NULL,
        headline=TEXT,
        headline_derived=FLAG,
        is_excerpt=FLAG,
        bylines=list_of(TEXT),
        section=TEXT_OR_NULL,
        language=TEXT_OR_NULL,
        dateline=or_null(thing(place=TEXT_OR_NULL, agency=TEXT_OR_NULL)),
        **PUBLISHED,
        date_confidence=SHARE,
        date_candidates=list_of(thing(value=TEXT, evidence=TEXT, text=TEXT)),
        updated=TEXT_OR_NULL,
        text=TEXT,
        statements=list_of(ref("Statement")),
        files=list_of(TEXT),
        versions=list_of(thing(file=TEXT, headline=TEXT, updated=TEXT_OR_NULL, text=TEXT)),
        copies_total=COUNT,
        copies=list_of(thing(**_COPY)),
        reused=list_of(
            thing(
                paragraph=COUNT,
                start=COUNT,
                end=COUNT,
                total=COUNT,
                in_=list_of(thing(**_COPY, paragraph=COUNT, verbatim=FLAG, changes=_CHANGES)),
            )
        ),
        first_seen=or_null(FIRST_SEEN),
        index=ref("Index"),
    ),
    "Reference": thing(
        ("author", "container-title", "section", "issued", "language"),
        id=TEXT,
        type={"const": "article-newspaper"},
        title=TEXT,
        note=TEXT,
        URL=ADDRESS,
        archive=TEXT,
        accessed={"type": "object"},
        author=list_of({"type": "object"}),
        **{"container-title": TEXT},
        section=TEXT,
        issued={"type": "object"},
        language=TEXT,
    ),
}
