"""Which segments are merged when: few segments, and an update that costs about what it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from whoosh.codec.whoosh3 import W3Segment

from search.backends.whoosh.segment_writer import ArticleWriter

_RATIO = 4
"""A segment joins what is new unless it is more than so many times as large: sizes grow, so segments stay few."""
_DEAD = 1 / 3
"""A segment with more than this share of deleted articles is written anew without them."""


def merge_small(
    writer: ArticleWriter, segments: Sequence[W3Segment], merge: Callable[[W3Segment], None]
) -> list[W3Segment]:
    """Merge small and hollow segments into the one that is being written; give those that stay as they are."""
    kept = []
    for segment in sorted(segments, key=lambda segment: (segment.doc_count(), segment.segment_id())):
        live, every = segment.doc_count(), segment.doc_count_all()
        if not live:
            continue
        if (writer.docnum > 0 and live <= _RATIO * writer.docnum) or every - live > _DEAD * every:
            merge(segment)
        else:
            kept.append(segment)
    return kept
