"""A page nested deeper than parsers go -> the same page with the tags beyond a depth taken out, and its text kept."""

from __future__ import annotations

import re

DEEPEST = 50
"""How deep elements may stand in one another. libxml2 ends a page at 256, and a table within a table is four more."""

# What holds no tags comes first.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)|"
    r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9:-]*)\b(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>",
    re.I | re.S,
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
# These end by themselves where the next begins, and are not counted.
_ENDING = frozenset(("li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"))
_INLINE = frozenset(("a", "b", "big", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "tt", "u"))


def flattened(page: str) -> str:
    """Give a page in which no element stands deeper than DEEPEST; where a block began or ended, a paragraph does."""
    opened: list[tuple[str, bool]] = []
    depth = 0
    pieces: list[str] = []
    at = 0
    for match in _TAG.finditer(page):
        name = (match["name"] or "").lower()
        if not name or name == "p" or name in _VOID:
            continue
        if name in _ENDING:
            keep = depth < DEEPEST
        elif match["slash"]:
            if not opened or opened[-1][0] != name:
                keep = len(opened) <= DEEPEST
            else:
                keep = opened.pop()[1]
                depth -= keep
        else:
            keep = depth < DEEPEST
            depth += keep
            opened.append((name, keep))
        if not keep:
            pieces.append(page[at : match.start()])
            if name not in _INLINE and (not pieces[-1] or not pieces[-1].endswith(_BETWEEN)):
                pieces.append(_BETWEEN)
            at = match.end()
    pieces.append(page[at:])
    return _REPEATED.sub(_BETWEEN, "".join(pieces))


_BETWEEN = "<br><br>"
_REPEATED = re.compile(r"(?:<br><br>\s*){2,}")
