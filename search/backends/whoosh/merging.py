"""Which segments are merged when: few segments, and an update that costs about what it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whoosh.codec.whoosh3 import W3Segment
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

_RATIO = 4
"""A segment joins what is new unless it is more than so many times as large: sizes grow, so segments stay few."""
_DEAD = 1 / 3
"""A segment with more than this share of deleted articles is written anew without them."""


def merge_small(writer: SegmentWriter, segments: Sequence[W3Segment], check: Callable[[str], None]) -> list[W3Segment]:
    """Merge small and hollow segments into the one that is being written; give those that stay as they are.

    Each that is merged is first given, by name, to ``check``.
    """
    kept = []
    for segment in sorted(segments, key=lambda segment: (segment.doc_count(), segment.segment_id())):
        live, every = segment.doc_count(), segment.doc_count_all()
        if not live:
            continue
        if (writer.docnum > 0 and live <= _RATIO * writer.docnum) or every - live > _DEAD * every:
            check(segment.segment_id())
            reader = SegmentReader(writer.storage, writer.schema, segment)
            try:
                writer.add_reader(reader)
            finally:
                reader.close()
        else:
            kept.append(segment)
    return kept
