"""The JSON that programs get, as JSON Schema. Tests hold it against real answers, key by key."""

from webui.schemas.archive import ARCHIVE
from webui.schemas.articles import ARTICLES
from webui.schemas.found import FOUND
from webui.schemas.parts import TEXT, Schema, list_of, ref

SCHEMAS: dict[str, Schema] = FOUND | ARTICLES | ARCHIVE

__all__ = ["SCHEMAS", "TEXT", "Schema", "list_of", "ref"]
