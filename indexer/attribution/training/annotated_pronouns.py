"""Whom "he" and "she" mean in the annotated articles: labels written by readers, put over those of a program.

The speakers of the articles' pronouns were found by a program that is often wrong or silent. ``pronoun_labels.tsv``
holds what readers of the text found: the article, where the pronoun begins and ends, and the name of the one meant as
the article prints it; ``-`` where the article does not name that person, ``?`` where even a reader cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.attribution.training.gold import GoldArticle, GoldStatement
from search.documents import Span

LABELS_FILE = Path(__file__).with_name("pronoun_labels.tsv")
_NAMELESS = "-"
_UNCLEAR = "?"


@dataclass(frozen=True, slots=True, order=True)
class PronounPlace:
    """Where a pronoun that is a source stands: the article's id and the pronoun's offsets in its text."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PronounLabel:
    """Whom a pronoun means: a name, or None where no name is given or (``clear`` is false) nobody can tell."""

    name: str | None
    clear: bool = True


def read_pronoun_labels(path: Path = LABELS_FILE) -> dict[PronounPlace, PronounLabel]:
    """Read the labels of pronouns; lines that begin with # say what the file is."""
    labels = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        try:
            article, start, end, label = line.split("\t")
            place = PronounPlace(article, int(start), int(end))
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: not an article, two offsets and a name: {line}") from error
        if place in labels:
            raise ValueError(f"{path.name}, line {number}: this pronoun has a label already: {line}")
        labels[place] = PronounLabel(None if label in (_NAMELESS, _UNCLEAR) else label, label != _UNCLEAR)
    return labels


def with_pronouns_put_right(
    articles: Iterable[GoldArticle], labels: Mapping[PronounPlace, PronounLabel] | None = None
) -> list[GoldArticle]:
    """Give the articles with the speakers of labelled pronouns replaced; without labels, with those of our file."""
    known = read_pronoun_labels() if labels is None else labels
    return [
        replace(article, statements=tuple(_put_right(article.id, statement, known) for statement in article.statements))
        for article in articles
    ]


def label_of(article: str, source: Span | None, labels: Mapping[PronounPlace, PronounLabel]) -> PronounLabel | None:
    """Give the label of a statement's source, or None where no reader has looked at it."""
    return labels.get(PronounPlace(article, source.start, source.end)) if source is not None else None


def _put_right(article: str, statement: GoldStatement, labels: Mapping[PronounPlace, PronounLabel]) -> GoldStatement:
    label = label_of(article, statement.source, labels)
    return statement if label is None else replace(statement, speaker=label.name)
