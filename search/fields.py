"""The fields of both kinds of document, article and statement, and the version of what is stored."""

from __future__ import annotations

SCHEMA_VERSION = 3
"""Raised whenever an index written before cannot answer as one written now."""

ARTICLE_FIELDS = ("headline", "text", "byline", "outlet", "place", "published", "speaker", "role", "kind")
"""What articles can be searched and filtered by; speaker, role and kind through their statements."""

STATEMENT_FIELDS = ("content", "speaker", "role", "kind", "attribution", "cue")
"""What a statement has of its own; everything else is its article's."""
