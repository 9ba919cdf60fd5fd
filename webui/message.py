"""What a message is: words of the site as they stand in English, told in the reader's language when it is called.

A message is no string, so that none can reach a page untold.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.numbers import get_group_symbol

from search.sentences import Sentence
from webui.languages import current_language, locale_of, translated, translated_for


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence or a label, with {placeholders} for its parts."""

    english: str

    def __str__(self) -> str:
        raise TypeError(f"the message “{self.english}” was not called")

    def __call__(self, **values: object) -> str:
        """Give it in the reader's language, filled."""
        words = self.words()
        return words.format(**values) if values else words

    def words(self) -> str:
        """Give it in the reader's language, its placeholders in their places."""
        return translated(self.english)


@dataclass(frozen=True, slots=True)
class Plural:
    """A message that depends on a count: its form for one, and for several; {n} is the count."""

    one: str
    several: str

    def __str__(self) -> str:
        raise TypeError(f"the message “{self.several}” was not called")

    def __call__(self, count: int, **values: object) -> str:
        """Give the form that fits a count, the number in its place."""
        return self.words(count).format(n=number(count), **values)

    def words(self, count: int) -> str:
        """Give the form that fits a count in the reader's language, its placeholders in their places."""
        return translated_for(self.one, self.several, count)


def parts(words: str) -> Iterator[tuple[str, str | None]]:
    """Give a message's words in order: runs of its own words, each with the name of the placeholder after it."""
    for literal, name, _, _ in string.Formatter().parse(words):
        yield literal, name


def retold(text: str) -> str:
    """Give a sentence of the search in the reader's language; any other text as it stands."""
    if not isinstance(text, Sentence):
        return text
    return translated(text.words).format(**{name: _filling(value) for name, value in text.values.items()})


def _filling(value: str | int) -> str:
    return number(value) if isinstance(value, int) else retold(value)


def number(value: int) -> str:
    """Write a number as the reader's language does: 1,942."""
    return _number(value, current_language())


@lru_cache(4_096)
def _number(value: int, language: str) -> str:
    # As Babel writes whole numbers of these languages, which takes it twenty times as long.
    return f"{value:,}".replace(",", _between_thousands(language))


@cache
def _between_thousands(language: str) -> str:
    return str(get_group_symbol(locale_of(language)))
