"""The language a text is written in, told from its words and never from what a page claims."""

from __future__ import annotations

from functools import cache
from typing import Protocol

_SAMPLE = 300
_SHORTEST = 40


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of ``text``, or None where there is too little of it."""
    sample = text[:_SAMPLE].strip()
    return _identifier().classify(sample)[0] if len(sample) >= _SHORTEST else None


@cache
def _identifier() -> _Identifier:
    # Loading the model takes a tenth of a second: done once a process, on first use.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE)  # type: ignore[no-untyped-call]
    return identifier
