"""The style sheet as it is served: without what only its writers read."""

from __future__ import annotations

import re

_STRING = re.compile(r'("[^"]*")')
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_AROUND = re.compile(r"\s*([{};,])\s*")


def minified(css: str) -> str:
    """Give a style sheet without comments, line ends and the spaces that mean nothing; strings stay as they are."""
    parts = _STRING.split(_COMMENT.sub("", css))
    parts[::2] = [_squeezed(part) for part in parts[::2]]
    return "".join(parts).strip()


def _squeezed(text: str) -> str:
    spaced = _AROUND.sub(r"\1", re.sub(r"\s+", " ", text))
    return spaced.replace(": ", ":").replace(";}", "}")
