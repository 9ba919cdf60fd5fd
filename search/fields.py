"""The version of what an index stores."""

from __future__ import annotations

SCHEMA_VERSION = 5
"""Raised whenever an index written before cannot answer as one written now."""
