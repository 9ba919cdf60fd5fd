"""A made-up archive of any size: seeded, nested (article i is the same in every size), words spread as in speech."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Iterator
from functools import cache

from search.analysis import stem
from search.documents import Article, Cue, Dateline, Source, SourceFile, Span, Speaker, Statement
from search.ids import article_id, slug, statement_id

WORDS, SPEAKERS, OUTLETS, PLACES = 30_000, 2_000, 6, 40
_FIRST_DAY = datetime.date(2010, 1, 1)
_DAYS = 15 * 365
_SYLLABLES = (
    *("ba", "co", "di", "fu", "ga", "he", "jo", "ku", "la", "me", "ni", "po", "ra", "se", "ti", "vo", "wa", "xi"),
    *("yu", "za", "ber", "con", "din", "fal", "gor", "hem", "jal", "kor", "lin", "mon"),
)
_GIVEN = (
    *("Ada", "Ben", "Cora", "Dov", "Ena", "Fay", "Gus", "Hal", "Ida", "Jon"),
    *("Kit", "Lou", "Mae", "Ned", "Ola", "Pia", "Rex", "Sal", "Tom", "Una"),
)
_ROLES = ("Mayor", "Sheriff", "Council member", "Superintendent", "Fire Chief", None, None)


@cache
def words() -> tuple[str, ...]:
    """Give the vocabulary, most frequent first; the same every time.

    No stemmer changes any of them, so that engines with different ones find the same.
    """
    made = ("".join(parts) for length in (1, 2, 3, 4) for parts in itertools.product(_SYLLABLES, repeat=length))
    return tuple(itertools.islice((word for word in made if stem(word) == word), WORDS))


def articles(count: int, first: int = 0) -> Iterator[Article]:
    """Give ``count`` articles of the archive from one on, each of about 400 words with five statements."""
    vocabulary = words()
    # Zipf's law: the n-th word comes 1/n as often as the first.
    weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(WORDS)))
    for number in range(first, first + count):
        yield _article(number, vocabulary, weights)


def _article(number: int, vocabulary: tuple[str, ...], weights: list[float]) -> Article:
    chance = random.Random(f"article {number}")

    def some(least: int, most: int) -> str:
        return " ".join(chance.choices(vocabulary, cum_weights=weights, k=chance.randint(least, most)))

    id = article_id(f"made/{number}")
    text, statements = "", []
    for _ in range(5):
        text += f"{some(20, 60).capitalize()}. "
        who = min(int(chance.paretovariate(1.1)), SPEAKERS) - 1
        name = f"{_GIVEN[who % len(_GIVEN)]} {vocabulary[100 + who].capitalize()}"
        words_said = some(10, 40)
        start = len(text) + 1
        content = Span(start, start + len(words_said))
        text += f"“{words_said},” said {name}.\n\n"
        source = text.rindex(name)
        statements.append(
            Statement(
                statement_id(id, words_said, 0),
                id,
                "direct",
                "sure",
                (content,),
                words_said,
                speaker=Speaker(slug(name), name, chance.choice(_ROLES)),
                source=Source(name, Span(source, source + len(name))),
                cue=Cue("said", Span(source - 5, source - 1), "speech"),
                confidence=0.95,
            )
        )
    day = (_FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))).isoformat()
    return Article(
        id=id,
        key=f"made/{number}",
        files=(SourceFile(f"made/{number}", f"{number:064x}"),),
        headline=some(6, 10).capitalize(),
        text=text.rstrip(),
        outlet=f"Outlet {chance.randrange(OUTLETS)}",
        dateline=Dateline(f"Place {chance.randrange(PLACES)}"),
        published=day,
        published_day=day,
        precision="day",
        dated_by="json-ld",
        date_confidence=0.95,
        statements=tuple(statements),
    )
