"""Usual words that are names in a text by themselves: Target, where "“Come in,” Target said" stands in it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import compress, count

from indexer.attribution.text.parts import Sentence, Token, word_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import PerWord

_TELLING = TAG_VERBS | {"according", "According"}


def sole_names(sentences: Iterable[Sentence], usual: Container[str]) -> set[str]:
    """Give the usual words, in small letters, that stand with a capital as who speaks in the midst of a sentence."""
    return {
        sentence.tokens[place].lower.removesuffix("'s")
        for sentence in sentences
        if not _TELLING.isdisjoint(sentence.words)
        for place in compress(count(), map(_IS_CAPITALISED.__getitem__, sentence.words))
        if place > sentence.begin and sentence.tokens[place].lower in usual and _speaks(sentence.tokens, place)
    }


def _speaks(tokens: list[Token], place: int) -> bool:
    """Tell whether who stands at a place says something: ", Target said", "“Yes,” said Target.", "according to"."""
    before = tokens[place - 1]
    if word_at(tokens, place + 1) in TAG_VERBS:
        return is_comma(before)
    is_alone = place > 1 and not word_at(tokens, place + 1)[0].isalpha()
    if before.lower == "to":
        return is_alone and tokens[place - 2].lower == "according"
    return is_alone and before.lower in TAG_VERBS and is_comma(tokens[place - 2])


def is_comma(token: Token) -> bool:
    """Tell whether a token is a comma or a quotation that ends with one, so that a sentence goes on behind it."""
    return token.word == "," if token.quotation is None else token.quotation.last == ","


_IS_CAPITALISED = PerWord(lambda word: word.istitle() and word.isalpha())
