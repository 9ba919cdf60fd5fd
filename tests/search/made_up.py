"""A made-up archive and made-up searches of it, seeded: what engines are held against each other with.

The archive has what the language can ask for: forms of one word, capitals, accents, initials, numbers, paragraphs,
statements of every kind, people in several roles, dates of every precision and none, and copies.
"""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.documents import Article, Cue, Span, Speaker, Statement
from search.ids import slug, statement_id
from search.query.dates import DateRange
from search.query.request import COLLECTIONS, COPIES, SORTS, SearchRequest
from tests.builders import article

_PARTS = ("bar", "lo", "min", "ter", "su", "kel", "dro", "fan", "pi", "gur", "hov", "ret")
_ROOTS = tuple("".join(parts) for parts in itertools.islice(itertools.product(_PARTS, repeat=2), 120))
_ENDINGS = ("", "", "", "s", "ed", "ing", "er")
_ODD = ("ICE", "ice", "U.S.", "us", "The", "the", "of", "O’Neil", "King's", "café", "well-known", "9th", "1,200", "$84")
WORDS = tuple(dict.fromkeys((*_ODD, *(root + ending for root in _ROOTS for ending in _ENDINGS))))
_WEIGHTS = tuple(itertools.accumulate(1 / (rank + 3) for rank in range(len(WORDS))))
_NAMES = tuple(
    f"{first} {last}" for first in ("Ada", "Ben", "Cora", "José") for last in ("Pell", "Okabe", "Lund", "Roy")
)
_ROLES = ("Mayor", "Sheriff", "Fire Chief", "Council member", None)
OUTLETS = ("The Ledger", "Channel 6 News", "Valley Weekly", None)
PLACES = ("Harrow", "Port Ellery", "Quill Lake", None)
_FIRST = datetime.date(2015, 1, 1)


def archive(count: int, seed: str) -> Iterator[Article]:
    """Give so many articles."""
    chance, earlier = random.Random(seed), list[Article]()
    for number in range(count):
        made = _article(number, chance)
        if earlier and chance.random() < 0.08:
            made = _copy(made, chance.choice(earlier[-50:]))
        earlier.append(made)
        yield made


def requests(count: int, seed: str) -> Iterator[SearchRequest]:
    """Give so many searches; all that the language and the parameters know occurs."""
    chance = random.Random(seed)
    return (_request(chance) for _ in range(count))


def _some(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(WORDS, cum_weights=_WEIGHTS, k=chance.randint(least, most)))


def _article(number: int, chance: random.Random) -> Article:
    text = "\n\n".join(_some(chance, 8, 30) for _ in range(chance.randint(1, 5)))
    day = (_FIRST + datetime.timedelta(days=chance.randrange(8 * 365))).isoformat()
    published = chance.choice((day, day, day, day, day[:7], day[:4], None))
    made = article(
        text,
        _some(chance, 2, 6),
        f"{number}.txt",
        headline_derived=chance.random() < 0.1,
        outlet=chance.choice(OUTLETS),
        place=chance.choice(PLACES),
        published=published,
        bylines=(chance.choice(_NAMES),) if chance.random() < 0.7 else (),
    )
    said = (_statement(made, nth, chance) for nth in range(chance.randint(0, 4)))
    return replace(made, statements=tuple({one.id: one for one in said}.values()))


def _statement(of: Article, nth: int, chance: random.Random) -> Statement:
    ends = sorted(chance.sample(range(len(of.text) + 1), chance.choice((2, 2, 4))))
    spans = tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True))
    name, role = chance.choice(_NAMES), chance.choice(_ROLES)
    speaker = Speaker(slug(name), name, role) if chance.random() < 0.85 else None
    together = _several(chance) if speaker and chance.random() < 0.1 else ()
    words = " … ".join(of.text[span.start : span.end] for span in spans)
    return Statement(
        id=statement_id(of.id, words, nth),
        article_id=of.id,
        kind=chance.choice(("direct", "mixed", "indirect")),
        attribution=chance.choice(("sure", "sure", "possible")) if speaker else "none",
        content=spans,
        text=words,
        field="text",
        speaker=None if together else speaker,
        together=together,
        cue=Cue("hopes", spans[0], "belief") if chance.random() < 0.2 else Cue("said", spans[0], "speech"),
    )


def _several(chance: random.Random) -> tuple[Speaker, ...]:
    names = chance.sample(_NAMES, chance.choice((1, 2, 2, 3)))
    return tuple(Speaker(slug(name), name, chance.choice(_ROLES)) for name in names)


def _copy(own: Article, other: Article) -> Article:
    said = (
        replace(one, id=statement_id(own.id, one.text, nth), article_id=own.id)
        for nth, one in enumerate(other.statements)
    )
    return replace(own, text=other.text, headline=other.headline, statements=tuple(said))


def _request(chance: random.Random) -> SearchRequest:
    def sometimes(share: float) -> bool:
        return chance.random() < share

    since, until = sorted(chance.choices(("2015", "2016-03", "2017-02-10", "2018", "2019-06", "2021-12-31"), k=2))
    dates = chance.choice((DateRange(since, until), DateRange(since, None), DateRange(None, until)))
    return SearchRequest(
        text=_query(chance, 2) if sometimes(0.95) else "",
        collection=chance.choice(COLLECTIONS),
        speakers=_slugs(_NAMES, chance) if sometimes(0.2) else (),
        role=chance.choice(("mayor", "chief", "council member")) if sometimes(0.1) else "",
        outlets=_slugs([outlet for outlet in OUTLETS if outlet], chance) if sometimes(0.15) else (),
        place=chance.choice(("harrow", "port", "quill lake")) if sometimes(0.1) else "",
        dates=dates if sometimes(0.2) else DateRange(),
        undated=chance.choice(("with", "only")) if sometimes(0.1) else None,
        kinds=chance.choice((("direct",), ("direct", "mixed"))) if sometimes(0.1) else (),
        possible=sometimes(0.3),
        belief=sometimes(0.3),
        copies=chance.choice(COPIES),
        sort=chance.choice((*SORTS, "relevance")),
    )


def _slugs(names: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    return tuple(sorted({slug(name) for name in chance.choices(names, k=chance.randint(1, 2))}))


def _query(chance: random.Random, depth: int) -> str:
    """Give a query: items side by side, alternatives, brackets and minuses."""
    if depth and chance.random() < 0.25:
        return f"{_query(chance, depth - 1)} OR {_query(chance, depth - 1)}"
    items = []
    for _ in range(chance.choice((1, 1, 2, 2, 3))):
        item = f"({_query(chance, depth - 1)})" if depth and chance.random() < 0.2 else _item(chance)
        items.append(chance.choice(("-", "NOT ")) + item if chance.random() < 0.15 else item)
    return chance.choice((" ", " ", " AND ")).join(items)


def _item(chance: random.Random) -> str:
    word = chance.choices(WORDS, cum_weights=_WEIGHTS)[0]
    name = chance.choice(_NAMES)
    return chance.choices(
        (
            lambda: word,
            lambda: f'"{_some(chance, 2, 2)}"',
            lambda: f'"{_some(chance, 2, 3)}"~{chance.randint(1, 20)}',
            lambda: f"{chance.choice(_ROOTS)[: chance.randint(3, 5)]}*",
            lambda: f"{_misspelt(chance.choice(_ROOTS), chance)}~",
            lambda: f"headline:{word}",
            lambda: f"said:({word} {_some(chance, 1, 1)})",
            lambda: f'said:"{_some(chance, 2, 2)}"~8',
            lambda: f"said:{word} speaker:{name.split()[1]}",
            lambda: f'speaker:"{name}"',
            lambda: f"role:{chance.choice(('mayor', 'sheriff', 'chief'))}",
            lambda: f"outlet:{chance.choice(('ledger', 'channel', 'weekly', 'news'))}",
            lambda: f"byline:{name.split()[0]}",
            lambda: f"place:{chance.choice(('harrow', 'ellery', 'lake'))}",
            lambda: f"date:{chance.choice(('2016', '2017-02', '2016..2018-06', '..2017', '2020-01-01..'))}",
        ),
        weights=(30, 8, 6, 8, 6, 6, 6, 3, 5, 4, 3, 3, 3, 3, 6),
    )[0]()


def _misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(("", "x", word[at] * 2)) + word[at + 1 :]
