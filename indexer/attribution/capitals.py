"""Usual words that stand in capitals beside a name: "Neither Clinton", "Hillary Clinton Goes" in a headline."""

from __future__ import annotations

from indexer.attribution.given_names import is_given_name
from indexer.attribution.lexicon import NEVER_NAMES, ORGANISATION_WORDS, TITLES
from indexer.attribution.parts import Mention
from indexer.attribution.skeleton import Skeleton


def has_headline_capitals(skeleton: Skeleton) -> bool:
    """Tell whether the first of several paragraphs is a headline with most words in capitals."""
    words = [
        token.word
        for sentence in skeleton.sentences
        if sentence.paragraph == 0
        for token in sentence.tokens
        if token.quotation is None and token.word[0].isalpha() and len(token.word) > 3
    ]
    return len(words) > 3 and skeleton.paragraphs > 1 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def trim_name(mention: Mention, skeleton: Skeleton, usual: frozenset[str], has_headline: bool) -> None:
    """Drop usual words from the ends of a name; ``has_headline``: the first paragraph is one in capitals."""
    words = mention.name.split()
    in_headline = has_headline and mention.paragraph == 0
    if len(words) < 2 or mention.shape == "organisation":
        return
    if in_headline:
        while len(words) > 1 and _is_usual(words[-1], usual):
            words.pop()
    is_initial = mention.first == skeleton.sentences[mention.sentence].begin
    if (is_initial or in_headline) and len(words) > 1 and _is_usual(words[0], usual):
        words.pop(0)
    name = " ".join(words)
    if name != mention.name:
        mention.name = name
        if len(words) == 1 and mention.title is None:
            mention.shape = "unknown"


def _is_usual(word: str, usual: frozenset[str]) -> bool:
    return (
        word.lower() in usual and not is_given_name(word) and word not in ORGANISATION_WORDS and word not in TITLES
    ) or word in NEVER_NAMES
