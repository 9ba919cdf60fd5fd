"""What an index says of itself, as plain values."""

from __future__ import annotations

from typing import Any

from search.builds import IndexStatus
from search.wire.parts import WIRE_VERSION


def status_to_wire(status: IndexStatus) -> dict[str, Any]:
    """Give what an index says of itself, with the report of its last build."""
    report = status.report
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "generation": status.generation,
        "built_at": status.built_at,
        "schema_version": status.schema_version,
        "articles": status.articles,
        "statements": status.statements,
        "speakers": status.speakers,
        "undated": status.undated,
        "first_day": status.first_day,
        "last_day": status.last_day,
        "size": status.size,
        "corpus_digest": status.corpus_digest,
        "report": {
            "found": report.found,
            "read": report.read,
            "unchanged": report.unchanged,
            "removed": report.removed,
            "skipped": [{"path": file.path, "reason": file.reason} for file in report.skipped],
            "parts": [
                {"path": part.path, "part": part.part, "reason": part.reason, "count": part.count}
                for part in report.parts
            ],
            "undated": report.undated,
            "without_speakers": report.without_speakers,
            "speaker_notes": list(report.speaker_notes),
            "taken_out": dict(report.taken_out or {}),
            "excerpts": report.excerpts,
            "dated_by": dict(report.dated_by or {}),
            "seconds": report.seconds,
        },
    }
