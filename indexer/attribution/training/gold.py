"""Annotated articles to learn from: statements with the spans of their source, cue and content."""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from pathlib import Path

from indexer.attribution.entities.analysis import Analysis, analyse
from indexer.attribution.text.lexicon import NAME_SUFFIXES, TITLES
from indexer.attribution.text.parts import Mention, Sentence
from search.documents import Span

_LONGEST_CUE = 80  # letters; longer ones are slips


@dataclass(frozen=True, slots=True, eq=False)
class GoldStatement:
    """A statement as annotated; ``speaker`` is the name behind the source where it is known."""

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article's text, its statements in the order of the file, and passages that nobody annotated."""

    text: str
    statements: tuple[GoldStatement, ...]
    discarded: tuple[Span, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class AnalysedGold:
    """A gold article and what our own analysis sees in it."""

    gold: GoldArticle
    analysis: Analysis


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a file of annotated articles, one JSON object a line, perhaps compressed by xz."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in lines]


def analyse_gold(articles: list[GoldArticle], usual: frozenset[str]) -> list[AnalysedGold]:
    """Take every gold article apart."""
    return [AnalysedGold(article, analyse(article.text, usual)) for article in articles]


def overlap(start: int, end: int, span: Span | None) -> int:
    """Count the characters that a run of text and a span share."""
    return max(0, min(end, span.end) - max(start, span.start)) if span is not None else 0


def is_source(mention: Mention, statement: GoldStatement) -> bool:
    """Tell whether a mention lies in the source of a statement."""
    return overlap(mention.start, mention.end, statement.source) > 0


def same_person(name: str | None, other: str | None) -> bool:
    """Tell whether two names in one article can be the same: equal, or one is the other's last name."""
    first, second = _core(name), _core(other)
    if not first or not second:
        return False
    return first == second or (
        first[-1] == second[-1] and (len(first) == 1 or len(second) == 1 or first[0] == second[0])
    )


def sentence_at(sentences: list[Sentence], offset: int) -> Sentence | None:
    """Give the sentence in which an offset lies."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].tokens[0].start <= offset:
            low = middle + 1
        else:
            high = middle
    return sentences[low - 1] if low else None


def _core(name: str | None) -> list[str]:
    words = (name or "").replace(".", " ").replace(",", " ").split()
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words.pop()
    while len(words) > 1 and words[0] in TITLES:
        words.pop(0)
    return [word.lower() for word in words]


def _article(data: dict[str, object]) -> GoldArticle:
    statements = data["statements"]
    discarded = data.get("discard") or []
    assert isinstance(statements, list)
    assert isinstance(discarded, list)
    return GoldArticle(
        str(data["text"]),
        tuple(
            GoldStatement(
                tuple(Span(*span) for span in item["content_spans"]),
                Span(*item["source_span"]) if item["source_span"] else None,
                _cue(item["cue_span"]),
                item["speaker"],
            )
            for item in statements
        ),
        tuple(Span(*span) for span in discarded),
        str(data.get("id", "")),
    )


def _cue(span: list[int] | None) -> Span | None:
    return Span(*span) if span and span[1] - span[0] < _LONGEST_CUE else None
