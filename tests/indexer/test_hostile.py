"""Hostile files through the real pipeline: each is read rightly or skipped with a reason; none hangs or is lost."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from indexer.files import find_files
from indexer.outcomes import Limits
from indexer.pipeline import build
from indexer.plan import Plan
from search.backends.memory import MemoryIndex
from search.builds import BuildReport
from search.documents import Article
from tests.indexer.hostile import MARK, SEED, hostile_files, small_hostile_files

SECONDS = 120.0
FAULTS = ("took longer than", "while reading", "ended its reader")


@dataclass(frozen=True, slots=True)
class Built:
    """The report of a build of them all, each file's articles, and the files that the index knows."""

    report: BuildReport
    articles: dict[str, list[Article]]
    known: set[str]
    names: list[str]
    readable: list[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("hostile")
    names: list[str] = []
    readable: list[str] = []
    for file in hostile_files():
        (folder / file.name).write_bytes(file.data)
        names.append(file.name)
        readable += [file.name] if file.is_readable else []
    index = MemoryIndex()
    with index.writer() as writer:
        status = build(find_files([folder]), writer, Plan(jobs=2, limits=Limits(seconds=SECONDS)))
        known = set(writer.files())
    assert status is not None
    articles: dict[str, list[Article]] = {}
    for article in index.articles.values():
        for held in article.files:
            articles.setdefault(held.path, []).append(article)
    return Built(status.report, articles, known, names, readable)


def test_the_files_are_always_the_same() -> None:
    once, again, other = ([(file.name, file.data) for file in small_hostile_files(seed)] for seed in (SEED, SEED, 1))
    assert once == again != other


def test_every_file_is_accounted_for(built: Built) -> None:
    report, names = built.report, set(built.names)
    skipped = {file.path: file.reason for file in report.skipped}
    assert len(names) == len(built.names) >= 200
    assert built.known == names
    assert report.found == report.read + len(skipped) == len(names)
    assert names == skipped.keys() | built.articles.keys()
    assert not skipped.keys() & built.articles.keys()
    assert all(skipped.values())
    assert all(part.reason for part in report.parts)


def test_nothing_hangs_and_no_reader_breaks(built: Built) -> None:
    told = [(file.path, file.reason) for file in built.report.skipped]
    told += [(part.path, part.reason) for part in built.report.parts]
    assert [(path, reason) for path, reason in told if any(fault in reason for fault in FAULTS)] == []


def test_what_can_be_read_is_read(built: Built) -> None:
    assert len(built.readable) >= 80
    assert [
        name for name in built.readable if not any(MARK in article.text for article in built.articles.get(name, []))
    ] == []


def test_no_text_has_what_no_text_may_have(built: Built) -> None:
    for article in (one for found in built.articles.values() for one in found):
        for words in (article.headline, article.text, *article.bylines, article.outlet or "", article.section or ""):
            words.encode("utf-8")
            assert "\0" not in words
            assert "\x1b" not in words
