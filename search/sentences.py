"""Sentences for readers that can be told in other languages: a string that knows its words and what fills them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LONGEST_TOLD = 60  # characters


class Sentence(str):
    """An English sentence, made of words with {placeholders} and of what stands in them.

    It is a string for everybody who reads English. Who translates looks up ``words`` and fills in ``values``, of which
    those that are sentences themselves are translated too. Whole numbers are written with their thousands apart.
    """

    words: str
    values: Mapping[str, str | int]

    def __new__(cls, words: str, /, **values: str | int) -> Sentence:
        """Fill the words."""
        filled = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        sentence = super().__new__(cls, words.format(**filled))
        sentence.words, sentence.values = words, values
        return sentence


def counted(count: int, things: str) -> str:
    """Write a count of things: "1 file", "1,200 files"; ``things`` are named in the plural, with an s."""
    return f"{count:,} {things.removesuffix('s') if count == 1 else things}"


def beginning(text: str) -> str:
    """Give what a reader wrote, or the first 60 characters of it, to be told what is wrong with it."""
    return text if len(text) <= _LONGEST_TOLD else text[: _LONGEST_TOLD - 1] + "…"


def all_of(values: Sequence[str]) -> str:
    """Write a list: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(values[:-1]), *values[-1:])))


def any_of(values: Sequence[str]) -> str:
    """Write alternatives: "a", "a or b", "a or b or c"; words of an address are the same in every language."""
    text = values[0]
    for value in values[1:]:
        text = Sentence("{first} or {second}", first=text, second=value)
    return text
