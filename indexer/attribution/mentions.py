"""Who could be speaking in a sentence: names with their titles, pronouns, noun phrases."""

from __future__ import annotations

from collections.abc import Container
from itertools import compress, count

from indexer.attribution.lexicon import BARE_PLURALS, DETERMINERS, PARTIES, PRONOUNS
from indexer.attribution.name_runs import Runs
from indexer.attribution.name_words import is_like_name
from indexer.attribution.names import Names
from indexer.attribution.noun_phrases import NounPhrases
from indexer.attribution.parts import Mention, Sentence
from indexer.attribution.words import PerWord

_FIRST = DETERMINERS.union(BARE_PLURALS, PRONOUNS)


def find_mentions(
    text: str,
    sentence: Sentence,
    usual: Container[str],
    surnames: frozenset[str] = frozenset(),
    in_capitals: bool = False,
) -> list[Mention]:
    """Find the mentions of a sentence, in order, and note them in its tokens.

    ``usual``: words usually printed in small letters, which are no name where a sentence begins. ``surnames``: titles
    that are somebody's last name in this text, as in Howard Dean. ``in_capitals``: most words of the sentence are
    printed with a capital, as headlines are.
    """
    tokens = sentence.tokens
    found: list[Mention] = []
    starts = [*compress(count(), map(_MAY_BEGIN.__getitem__, sentence.words))]
    if not starts:
        return found
    runs = Runs(sentence, usual, in_capitals, surnames)
    names = Names(text, sentence, runs, surnames, found)
    phrases = NounPhrases(text, sentence, runs, names, found)
    read = sentence.begin  # up to where
    for place in starts:
        if place >= read:
            read = _read(sentence, place, runs, names, phrases)
    for mention in found:
        for token in tokens[mention.first : mention.stop]:
            token.mention = mention
    sentence.mentions = found
    return found


def _may_begin(word: str) -> bool:
    """Tell whether a mention may begin with a word, as with few."""
    return word[0].isupper() or is_like_name(word) or word.lower().replace("’", "'").split("'", 1)[0] in _FIRST


_MAY_BEGIN = PerWord(_may_begin)


def _read(sentence: Sentence, place: int, runs: Runs, names: Names, phrases: NounPhrases) -> int:
    """Read the mention that begins at a place, if one does, and give where to read on."""
    token = sentence.tokens[place]
    lower = token.lower
    pronoun = lower.split("'", 1)[0] if "'" in lower else lower
    if pronoun in PRONOUNS and token.word != "US":
        names.found.append(sentence.mention("pronoun", place, place + 1, pronoun))
        return place + 1
    if token.word[0].isupper() or runs.goes_on(place):
        is_plural = lower in BARE_PLURALS and token.word not in PARTIES and not runs.goes_on(place + 1)
        if not is_plural and runs.may_begin(place):
            return names.read(place)
    if lower in DETERMINERS or lower in BARE_PLURALS:
        return phrases.read(place)
    return place + 1
