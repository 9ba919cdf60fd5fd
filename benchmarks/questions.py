"""The questions that every engine is asked: ten categories, drawn from the archive, the same every time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from benchmarks.synthetic import articles
from search.analysis import tokenize
from search.documents import Article
from search.hits import speakers_of

Category = Literal[
    "common word",
    "rare word",
    "all of three",
    "any of three",
    "phrase",
    "word and dates",
    "word and speaker",
    "newest first",
    "star",
    "one letter off",
]
PREFIX = 2_000
"""Articles from which questions are drawn: the first ones, which archives of every size hold."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for in headlines and texts: all ``words``, or any of them; as a phrase, or narrowed.

    ``days`` are ISO dates, both included; a ``speaker`` is a name in full.
    """

    category: Category
    words: tuple[str, ...]
    how: Literal["all", "any", "phrase", "star", "fuzzy"] = "all"
    days: tuple[str, str] | None = None
    speaker: str | None = None
    newest: bool = False


def questions(of_each: int) -> tuple[Question, ...]:
    """Give so many questions of each category."""
    chance = random.Random("questions")
    drawn, counts = _drawn()
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    common = ranked[:60]
    middling = [word for word in ranked if PREFIX // 100 <= counts[word] <= PREFIX // 10]
    rare = [word for word in ranked if 2 <= counts[word] <= 5 and len(word) > 4]
    pick = chance.choice

    def years() -> tuple[str, str]:
        first = chance.randint(2010, 2022)
        return f"{first}-03-01", f"{first + 2}-02-28"

    def speaker() -> str:
        return pick([one.name for one in speakers_of(pick(drawn))])

    kinds: dict[Category, Callable[[], Question]] = {
        "common word": lambda: Question("common word", (pick(common),)),
        "rare word": lambda: Question("rare word", (pick(rare),)),
        "all of three": lambda: Question("all of three", (*chance.sample(common, 2), pick(middling))),
        "any of three": lambda: Question("any of three", tuple(chance.sample(middling, 3)), "any"),
        "phrase": lambda: Question("phrase", _run(pick(drawn), chance), "phrase"),
        "word and dates": lambda: Question("word and dates", (pick(middling),), days=years()),
        "word and speaker": lambda: Question("word and speaker", (pick(common),), speaker=speaker()),
        "newest first": lambda: Question("newest first", (pick(common),), newest=True),
        "star": lambda: Question("star", (_prefix(ranked, chance),), "star"),
        "one letter off": lambda: Question(
            "one letter off", (pick([word for word in rare if len(word) > 5]),), "fuzzy"
        ),
    }
    return tuple(make() for make in kinds.values() for _ in range(of_each))


@cache
def _drawn() -> tuple[tuple[Article, ...], Counter[str]]:
    """Give the articles from which questions are drawn, and in how many of them each word stands."""
    drawn = tuple(islice(articles(PREFIX), PREFIX))
    counts: Counter[str] = Counter()
    for article in drawn:
        # In order: of words that are equally common, the one that was counted first comes first.
        counts.update(sorted({token.form for token in tokenize(article.text)}))
    return drawn, counts


def _run(article: Article, chance: random.Random) -> tuple[str, ...]:
    """Give two words that stand next to each other."""
    tokens = tokenize(article.text.split("\n")[0])
    at = chance.randrange(len(tokens) - 1)
    return tuple(token.form for token in tokens[at : at + 2])


def _prefix(words: Sequence[str], chance: random.Random) -> str:
    """Give the beginning of a word that stands for some words of the archive, but not for more than are searched."""
    known = sorted(words)
    while True:
        prefix = chance.choice(known)[:4]
        if len(prefix) == 4 and 3 <= sum(word.startswith(prefix) for word in known) <= 60:
            return prefix
