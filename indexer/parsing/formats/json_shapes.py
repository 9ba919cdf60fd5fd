"""The shapes that a value of JSON has in exports: a string, a moment, people or a text, in objects and lists or not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from indexer.parsing.bylines import byline_names
from indexer.parsing.formats.markup import one_line

Node = Mapping[str, Any]

NAMES = ("name", "fullname", "displayname", "authorname", "title", "original", "label")
_MOMENTS = ("iso8601", "utc", "$date", "value", "date", "$numberlong", "timestamp")
_FIRST_YEAR, _LAST_YEAR = 1690, 2100
_NO_WORDS = frozenset(  # the types of elements that are not of the text
    (
        *("image", "video", "gallery", "oembed", "oembed_response", "raw_html", "custom_embed", "interstitial_link"),
        *("link_list", "divider", "social_media", "reference", "code", "table", "graphic", "audio", "story", "ad"),
    )
)


def folded(node: Mapping[Any, Any]) -> dict[str, Any]:
    """Give a JSON object with its keys as they are looked up: "First_Publish-Date" is "firstpublishdate"."""
    found: dict[str, Any] = {}
    for key, value in node.items():
        found.setdefault(re.sub(r"(?<=.)[_\s-]", "", str(key)).casefold(), value)
    return found


def string_in(value: Any, names: tuple[str, ...], depth: int = 0) -> str | None:
    """Give the string of a value: itself, one of the ``names`` of an object, the first of a list."""
    if isinstance(value, str):
        return one_line(value) or None
    if depth > 3:
        return None
    if isinstance(value, dict):
        fields = folded(value)
        return next((found for name in names if (found := string_in(fields.get(name), names, depth + 1))), None)
    if isinstance(value, list):
        return next((found for item in value[:10] if (found := string_in(item, names, depth + 1))), None)
    return None


def people_in(value: Any, depth: int = 0) -> Iterator[str]:
    """Give the people that a value names: a line of them, or objects with their names, whole or in parts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth <= 3:
        for item in value[:30]:
            yield from people_in(item, depth + 1)
    elif isinstance(value, dict) and depth <= 3:
        fields = folded(value)
        given = fields.get("firstname") or fields.get("givenname") or fields.get("first")
        family = fields.get("lastname") or fields.get("familyname") or fields.get("last")
        whole = f"{given} {family}" if isinstance(given, str) and isinstance(family, str) else None
        name = next((fields[name] for name in NAMES if isinstance(fields.get(name), str)), None)
        if name and byline_names(one_line(name)):
            yield name
        elif whole:
            yield whole
        else:
            yield from people_in(fields.get("by") or fields.get("person"), depth + 1)


def text_in(value: Any, depth: int = 0) -> str:
    """Give the text of a value: a string; its forms ({"rendered": …}); its paragraphs; Arc's elements of content."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if depth > 6:
        return ""
    if isinstance(value, dict):
        fields = folded(value)
        names = ("rendered", "html", "value", "content", "text", "body", "contentelements", "paragraphs", "items")
        return next((found for name in names if (found := text_in(fields.get(name), depth + 1))), "")
    if isinstance(value, list):
        pieces = [_element(item, depth) for item in value]
        return "\n\n".join(piece for piece in pieces if piece)
    return ""


def moment_in(value: Any, depth: int = 0) -> str | None:
    """Give a value's date as it is written; a number (seconds or milliseconds of the epoch, 20170210, 1987) in ISO."""
    if isinstance(value, dict) and depth <= 3:
        fields = folded(value)
        return next((found for name in _MOMENTS if (found := moment_in(fields.get(name), depth + 1))), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        words = one_line(value[:200])
        if not re.fullmatch(r"\d{9,16}(?:\.\d+)?", words):
            return words if re.search(r"\d", words) and len(words) <= 80 else None
        value = float(words)
    return _moment_of_number(value)


def _element(item: Any, depth: int) -> str:
    """One paragraph of a list, marked up as one, unless it is a picture, an embed or a link to another story."""
    if isinstance(item, dict) and str(item.get("type", "")).casefold() in _NO_WORDS:
        return ""
    words = text_in(item, depth + 1)
    return words if re.search(r"<(?:p|div|ul|ol|h\d|blockquote)\b", words, re.I) else f"<p>{words}</p>" if words else ""


def _moment_of_number(value: int | float) -> str | None:
    try:
        number = int(value)
    except (ValueError, OverflowError):
        return None
    digits = len(str(abs(number)))
    if digits == 4:
        return str(number) if _FIRST_YEAR <= number <= _LAST_YEAR else None
    if digits == 8 and re.match(r"(?:1[6-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$", str(number)):
        return str(number)
    if digits == 14:
        clock = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", str(number))
        return "{}-{}-{}T{}:{}:{}".format(*clock.groups()) if clock else None
    of_a_second = {9: 1, 10: 1, 12: 1e3, 13: 1e3, 15: 1e6, 16: 1e6}.get(digits)
    if of_a_second is None:
        return None
    moment = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=number / of_a_second)
    return moment.isoformat(timespec="seconds")
