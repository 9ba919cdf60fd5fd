"""Names and numbers that the writing and the reading side of the index share."""

from __future__ import annotations

from pathlib import Path

import numpy as np

WORD_FIELDS = ("headline", "text", "byline")
"""The fields of an article that have postings."""
STATEMENT_FIELDS = ("headline", "text")
"""The fields that statements stand in."""

PACKED = ".pack"
"""What the name of a packed file ends in."""
WHOOSH, COLUMNS, SHARED, FILES, LEDGER = "whoosh", "columns", f"shared{PACKED}", "files.json", "ledger"
"""In a generation: Whoosh's own files, each segment's columns, what all segments share, the corpus files, and when each
article was first seen."""


def columns_of(generation: Path, segment: str) -> Path:
    """Give the file of a segment's columns."""
    return generation / COLUMNS / f"{segment}{PACKED}"


PLACE = np.dtype([("position", "<u4"), ("mark", "<u2")])
"""A place in a posting: a word's position, then twice its form's number among its stem's, plus 1 if in capitals."""
NUMBERS = 1 << 15
"""Forms that a stem can have: a form's number leaves one bit of sixteen for capitals. No English stem has so many."""
