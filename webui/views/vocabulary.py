"""The words by which a speaker can be known: said far oftener than by all speakers of the archive together."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from search.analysis import stem, tokenize

MOST_WORDS, CANDIDATES = 8, 40
FEWEST_STATEMENTS = 20
"""Statements below which nobody's words say much."""
_SHORTEST, _SELDOM, _OFTEN = 3, 3, 1.5
_FUNCTION_WORDS = """
a about after again all also am an and any are as at be because been before being but by came can come could did do
does doing don done down even every for from get go going got had has have having he her here hers him his how i if
in into is it its just know like made make many may me might more most much must my no not now of off on one only or
other our out over own said same say says see she should since so some still such take than that the their them then
there these they thing things think this those through to too two under until up us very want was we well went were
what when where which while who why will with would year years yes you your
"""
_PASSED_OVER = frozenset(_FUNCTION_WORDS.split())
_CONTRACTED = re.compile(r"['’ʼ](?:t|re|ve|ll|d|m)\Z", re.IGNORECASE)
"""Two function words written as one: “don’t”, “they’ll”."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many statements."""

    count: int
    total: int


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word, in how many of a speaker's statements it stands, and how many times as often as in all."""

    form: str
    count: int
    times: float


def own_words(
    texts: Iterable[str], own_total: int, all_total: int, own: Callable[[str], int], everyones: Callable[[str], int]
) -> list[OwnWord]:
    """Give a speaker's words, the most telling first.

    ``texts`` are some of the statements, to choose candidates from; ``own`` and ``everyones`` count the statements of
    the speaker, and of all, that hold a word in any form.
    """
    if own_total < FEWEST_STATEMENTS:
        return []
    found = []
    for form in _candidates(texts):
        count = own(form)
        times = (count / own_total) / (max(count, everyones(form)) / all_total) if count >= _SELDOM else 0.0
        if times >= _OFTEN:
            found.append(OwnWord(form, count, times))
    found.sort(key=lambda word: (-word.count * math.log(word.times), word.form))
    return sorted(found[:MOST_WORDS], key=lambda word: (-word.times, word.form))


def _candidates(texts: Iterable[str]) -> list[str]:
    """Give the words that stand in the most texts, each in its commonest form."""
    stems: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for text in texts:
        tokens = tokenize(text)
        forms = {token.form for token in tokens if not _CONTRACTED.search(text, token.start, token.end)}
        told = {form for form in forms if len(form) >= _SHORTEST and form.isalpha() and form not in _PASSED_OVER}
        for root in {stem(form) for form in told}:
            stems[root] += 1
        for form in told:
            spelled.setdefault(stem(form), Counter())[form] += 1
    common = sorted((root for root, count in stems.items() if count > 1), key=lambda root: (-stems[root], root))
    return [min(spelled[root], key=lambda form: (-spelled[root][form], form)) for root in common[:CANDIDATES]]
