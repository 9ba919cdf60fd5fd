"""Who could be speaking in a sentence: names with their titles, pronouns, noun phrases."""

from __future__ import annotations

from collections.abc import Container
from itertools import compress, count

from indexer.attribution.mentions.headlines import source_at_end
from indexer.attribution.mentions.lone_words import SOMEBODY
from indexer.attribution.mentions.name_runs import Runs
from indexer.attribution.mentions.name_words import is_like_name
from indexer.attribution.mentions.names import Names
from indexer.attribution.mentions.noun_phrases import NounPhrases
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import BARE_PLURALS, DETERMINERS, PARTIES, PRONOUNS
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.tokens import lowered
from indexer.attribution.text.words import PerWord

_PHRASE_BEGINNINGS = DETERMINERS | BARE_PLURALS | SOMEBODY
_LONGEST_NAME = 8  # tokens, with a title
_NOTHING, _PRONOUN, _PHRASE, _NAME = range(4)  # what may begin with a word: a name, and if it is none, a phrase


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
    told = [*map(_BEGINNINGS.__getitem__, sentence.words)]
    last = source_at_end(sentence) if sentence.words[-1] in VERBS_OF_SAYING else None
    if not any(told) and last is None:
        return found
    runs = Runs(sentence, usual, in_capitals, surnames)
    names = Names(text, sentence, runs, surnames, found)
    phrases = NounPhrases(text, sentence, runs, names, found)
    read = sentence.begin  # up to where
    for place in compress(count(), told):
        if place < read:
            continue
        if told[place] == _PRONOUN:
            found.append(sentence.mention("pronoun", place, place + 1, _pronoun(tokens[place].lower)))
        elif told[place] == _NAME and _may_be_name(sentence, place, runs):
            read = names.read(place)
        elif tokens[place].lower in _PHRASE_BEGINNINGS and not _is_of_two(sentence, place):
            read = phrases.read(place)
    if last is not None and (not found or found[-1].stop <= last.first):
        found.append(last)
    for mention in found:
        for token in tokens[mention.first : mention.stop]:
            token.mention = mention
    sentence.mentions = found
    return found


def _beginning(word: str) -> int:
    """Tell what may begin with a word."""
    lower = lowered(word)
    if _pronoun(lower) in PRONOUNS and word != "US":
        return _PRONOUN
    if word[0].isupper() or is_like_name(word):
        return _NAME
    return _PHRASE if lower in _PHRASE_BEGINNINGS else _NOTHING


_BEGINNINGS = PerWord(_beginning)


def _pronoun(lower: str) -> str:
    """Give what stands before a word's apostrophe: the she of she's."""
    return lower.partition("'")[0]


def _is_of_two(sentence: Sentence, place: int) -> bool:
    """Tell whether a sentence begins with "both" before two names, of which it is no part: "Both Hale and Roy said"."""
    tokens = sentence.tokens
    if tokens[place].word != "Both" or place > sentence.begin or place + 1 == len(tokens):
        return False
    if not tokens[place + 1].word[0].isupper():
        return False
    return any(token.lower == "and" for token in tokens[place + 2 : place + _LONGEST_NAME])


def _may_be_name(sentence: Sentence, place: int, runs: Runs) -> bool:
    """Tell whether a name may begin at a place, and not a noun phrase: "Officials said"."""
    token = sentence.tokens[place]
    if not (runs.goes_on[place] or token.word[0].isupper()):
        return False
    if token.lower in BARE_PLURALS and token.word not in PARTIES and not runs.goes_on[place + 1]:
        return runs.is_of_several(place + 1)
    return runs.may_begin(place)
