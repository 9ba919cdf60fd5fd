"""Statements drawn at random from a folder of articles, to be judged by eye.

    python -m tests.evaluation.draw FOLDER [--seed 1] [--files 200] [--count 50] [--possible]

Files are drawn first and read; from all their statements that are shown by default (or, with --possible, from those
that are only shown on request because nobody is sure who made them) the asked-for number is drawn. Each is printed with
what stands around it: the content in brackets, the cue and the source as they were found, and the speaker.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.articles import read_articles
from indexer.files import find_files, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.parsing import Unreadable
from search.documents import Article, Statement

_AROUND = 260


def draw(folder: Path, seed: int, files: int, count: int, is_possible: bool) -> list[tuple[Article, Statement]]:
    """Draw statements, each with its article; the same ones for the same seed and files."""
    chance = random.Random(seed)
    sources = sorted(find_files([folder]), key=lambda source: source.path)
    chosen = chance.sample(sources, min(files, len(sources)))
    found: list[tuple[Article, Statement]] = []
    for source in chosen:
        try:
            articles = read_articles(source, read_bytes(source), ReadingSettings())
        except Unreadable:
            continue
        found += [(article, said) for article in articles for said in article.statements if _is_of(said, is_possible)]
    return chance.sample(found, min(count, len(found)))


def _is_of(statement: Statement, is_possible: bool) -> bool:
    if statement.cue_class != "speech" or not statement.speakers:
        return False
    return statement.attribution == ("possible" if is_possible else "sure")


def lines(number: int, article: Article, statement: Statement) -> Iterator[str]:
    """Print a statement as it stands in its article."""
    text = article.headline if statement.field == "headline" else article.text
    spans = statement.content
    start, end = max(0, spans[0].start - _AROUND), min(len(text), spans[-1].end + _AROUND)
    shown, at = "", start
    for span in spans:
        shown += f"{text[at : span.start]}[[{text[span.start : span.end]}]]"
        at = span.end
    shown += text[at:end]
    cue, source = statement.cue, statement.source
    who = " + ".join(f"{one.name} ({one.role or '-'}; {one.type})" for one in statement.speakers) or "-"
    yield f"{number}. {article.files[0].path} · {statement.field} · {statement.kind} · {statement.confidence:.2f}"
    yield f"   {who} · source “{source.text if source else '-'}” · cue “{cue.text if cue else '-'}”"
    yield f"   {' '.join(shown.split())}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what was drawn."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.draw", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--possible", action="store_true")
    asked = parser.parse_args(arguments)
    drawn = draw(asked.folder, asked.seed, asked.files, asked.count, asked.possible)
    for number, (article, statement) in enumerate(drawn, start=1):
        print("\n".join(lines(number, article, statement)), end="\n\n")


if __name__ == "__main__":
    main()
