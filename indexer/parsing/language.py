"""The language a text is written in, told from its words and never from what a page claims."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

_SAMPLES = 300, 1_000  # characters: the second where the first, perhaps a header, is not plainly English
_FARTHEST = 5_000  # characters, for texts of which much is blank
_SHORTEST = 40
_WORD = re.compile(r"[a-z]+")
_ENGLISH = frozenset(
    (
        *("the", "and", "of", "to", "that", "with", "was", "said", "for", "from", "were", "they", "this", "has"),
        *("have", "had", "been", "will", "would", "which"),
    )
)
_LEAST_SHARE = 0.12
_LEAST_DIFFERENT = 3


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of ``text``, or None where there is too little of it."""
    words = " ".join(text[:_FARTHEST].split())
    samples = [words[:size] for size in _SAMPLES]
    if len(samples[0]) < _SHORTEST:
        return None
    # in small letters, since the model takes what is printed in capitals for a language of its own
    return "en" if any(map(_is_plainly_english, samples)) else load_identifier().classify(samples[-1].lower())[0]


def _is_plainly_english(sample: str) -> bool:
    """Whether the small words are English ones.

    Of 3,556 texts in several languages 2,933 are told by their first 300 characters alone, none wrongly; the model,
    which takes most of the time of reading a short text, took ten of them, in capitals, for Nigerian Pidgin.
    """
    words = _WORD.findall(sample.lower())
    found = [word for word in words if word in _ENGLISH]
    return len(found) >= _LEAST_SHARE * len(words) and len(set(found)) >= _LEAST_DIFFERENT


@cache
def load_identifier() -> _Identifier:
    """Give what tells languages apart, loaded once."""
    # Loading the model takes a tenth of a second: done once a process, on first use.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE)  # type: ignore[no-untyped-call]
    return identifier
