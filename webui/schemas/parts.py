"""What schemas are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
FLAG: Schema = {"type": "boolean"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
ADDRESS_OR_NULL: Schema = {"type": ["string", "null"]}
DAY_OR_NULL: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
DATE_OR_NULL: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.+)?)?)?$"}
PRECISION: Schema = {"enum": ["year", "month", "day", "minute", None]}
TYPE: Schema = {"enum": ["person", "organisation", "group"]}


def ref(name: str) -> Schema:
    """Refer to a schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """Give the schema of a value that may be unknown."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Schema) -> Schema:
    """Give the schema of a list."""
    return {"type": "array", "items": schema}


def thing(_optional: Iterable[str] = (), **properties: Schema) -> Schema:
    """Give the schema of an object with all these keys; a key that is a word of Python ends with a line."""
    named = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "required": [name for name in named if name not in _optional], "properties": named}


FIRST_SEEN = thing(generation=TEXT, at={"type": "string", "format": "date-time"})
NAMED = thing(id=TEXT, name=TEXT, role=TEXT_OR_NULL, type=TYPE)
WHEN = {"published": DATE_OR_NULL, "published_day": DAY_OR_NULL, "precision": PRECISION}
PUBLISHED = {**WHEN, "dated_by": TEXT_OR_NULL}
