"""The line that ``show`` prints for a file that could not be read; an article's is that of the site (search.wire)."""

from __future__ import annotations

from search.wire import WIRE_VERSION


def error_to_wire(file: str, reason: str) -> dict[str, str | int]:
    """Give the line for a file that could not be read."""
    return {"wire": WIRE_VERSION, "file": file, "error": reason}
