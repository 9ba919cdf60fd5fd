"""Articles on their way from the process that read them to the one that indexes them, packed as values without names.

A frozen dataclass with slots is otherwise taken apart, and put together again, field by field in Python, which took a
tenth of what it takes to index an article.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from search.builds import SkippedPart
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


def _made_of_values(made: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    values = attrgetter(*(field.name for field in fields(made)))
    return lambda one: (made, values(one))


_TAKEN_APART: dict[type, Callable[[Any], tuple[type[Any], tuple[Any, ...]]]] = {
    made: _made_of_values(made)
    for made in (
        *(Article, SourceFile, Version, DateCandidate, Dateline),
        *(Statement, Span, Source, Cue, Speaker, SkippedPart),
    )
}
"""How what articles are made of is taken apart. Each has two fields or more."""


def pack(values: tuple[Any, ...]) -> bytes:
    """Give values as bytes, articles among them."""
    packed = io.BytesIO()
    packer = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = _TAKEN_APART
    packer.dump(values)
    return packed.getvalue()


def unpack(packed: bytes) -> tuple[Any, ...]:
    """Give the values that ``pack`` packed."""
    values: tuple[Any, ...] = pickle.loads(packed)  # noqa: S301 (nobody else writes to a reader's pipe)
    return values
