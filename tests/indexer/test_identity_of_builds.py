"""Who is who in an index: an update gives what a rebuild gives, in both engines, also when only the table changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.files import find_files
from indexer.pipeline import build
from indexer.plan import Plan
from indexer.speakers import load_speakers
from search.backends.base import Searcher, Writer
from search.backends.memory import MemoryIndex
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.writer import WhooshWriter
from search.builds import IndexStatus
from search.query.leaves import SaidBy
from search.query.nodes import Everything, Statement

STORIES = {
    "kxan/2017-02-10.txt": "AUSTIN (KXAN) — Crime fell, said Interim Police Chief Brian Manley. “It did,” he said.",
    "kxan/2017-06-10.txt": "AUSTIN (KXAN) — “We need more officers,” Chief Manley said. “We do.”",
    "kxan/2017-07-01.txt": "AUSTIN (KXAN) — The Capital Area Water Board (CAWB) said in a statement that it knew.",
    "kxan/2017-07-02.txt": "AUSTIN (KXAN) — CAWB said that the wells were low. “Very,” said Bob Kessler, a baker.",
    "weekly/2019-01-01.txt": "HARROW — Harrow Mayor John Smith said the bridge would open. “Soon,” he said.",
    "weekly/2019-01-08.txt": "HARROW — “It opened,” said Robert Kessler, a judge.",
    "star/2019-02-01.txt": "PORT — Travis County Sheriff John Smith said the road was closed. “It is,” he said.",
}


class Index:
    """The two engines over one corpus, built alike."""

    def __init__(self, folder: Path, engine: str) -> None:
        self.corpus, self.engine = folder / "corpus", engine
        self.memory, self.index = MemoryIndex(), folder / "index"

    def put(self, name: str, text: str) -> None:
        path = self.corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def writer(self, fresh: bool) -> Writer:
        if self.engine == "whoosh":
            return WhooshWriter(self.index, fresh)
        if fresh:
            self.memory = MemoryIndex()
        return self.memory.writer()

    def searcher(self) -> Searcher:
        return LiveReader(self.index).current() if self.engine == "whoosh" else self.memory.searcher

    def build(self, fresh: bool = False) -> IndexStatus | None:
        previous = None if fresh else self.searcher().status().report
        plan = Plan(jobs=1, speakers=load_speakers([self.corpus]))
        with self.writer(fresh) as writer:
            return build(find_files([self.corpus]), writer, plan, previous)

    def who(self) -> dict[str, object]:
        """Give all that is known of speakers: the directory, and who says what in each article and why."""
        searcher = self.searcher()
        hits = searcher.search(Everything(), "articles", "oldest", 0, 100).hits
        articles = (searcher.article(hit.article_id) for hit in hits)
        said = {
            article.files[0].path: [
                (statement.text, statement.speaker and statement.speaker.id, statement.link)
                for statement in article.statements
            ]
            for article in articles
            if article
        }
        return {"speakers": searcher.speakers("", 0, 100).entries, "said": said}


@pytest.fixture(params=["memory", "whoosh"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    made = Index(tmp_path, request.param)
    for name, text in STORIES.items():
        made.put(name, text)
    made.build(fresh=True)
    return made


def ids(index: Index) -> set[str]:
    return {entry.id for entry in index.searcher().speakers("", 0, 100).entries}


def test_names_roles_and_acronyms_are_joined_across_articles(index: Index) -> None:
    assert {"brian-manley", "capital-area-water-board", "john-smith.harrow-mayor"} <= ids(index)
    searcher = index.searcher()
    for asked, articles in (("manley", 2), ("cawb", 2), ("capital-area-water-board", 2), ("john-smith", 2)):
        assert searcher.count(Statement(SaidBy((asked,))), "articles") == articles, asked
    (hit,) = (
        hit
        for hit in searcher.search(Statement(SaidBy(("manley",))), "articles", "newest", 0, 9).hits
        if hit.published_day == "2017-06-10"
    )
    article = searcher.article(hit.article_id)
    assert article
    assert article.statements[0].link.startswith("Chief Manley ← Interim Police Chief Brian Manley in ")


def test_an_update_of_one_file_gives_what_a_rebuild_gives(index: Index) -> None:
    index.put("kxan/2017-02-10.txt", "AUSTIN (KXAN) — Crime fell, said Police Chief Ann Manley. “It did,” she said.")
    (index.corpus / "star/2019-02-01.txt").unlink()
    index.put("kxan/2017-07-01.txt", "AUSTIN (KXAN) — The Canal Board (CB) said in a statement that it knew.")
    plan = Plan(jobs=1, allow_removals=True)
    with index.writer(False) as writer:
        build(find_files([index.corpus]), writer, plan, index.searcher().status().report)
    updated = index.who()
    index.build(fresh=True)
    assert updated == index.who()
    assert "ann-manley" in ids(index)
    assert "cawb" in ids(index)


def test_a_table_that_changes_alone_is_applied_by_an_update(index: Index) -> None:
    assert {"bob-kessler", "robert-kessler"} <= ids(index)
    before = index.who()
    index.put("speakers.toml", '[robert-kessler]\nalso = ["Bob Kessler"]\n\n[nobody-here]\nname = "Nobody"\n')
    status = index.build()
    assert status
    assert [note.partition("line ")[2] for note in status.report.speaker_notes] == [
        "4 [nobody-here]: nobody in the archive is “nobody-here”"
    ]
    assert "bob-kessler" not in ids(index)
    assert index.searcher().count(Statement(SaidBy(("bob-kessler",))), "articles") == 2
    assert index.build() is None
    (index.corpus / "speakers.toml").unlink()
    assert index.build()
    assert index.who() == before


def test_a_split_by_files_looks_at_the_paths_of_the_corpus(index: Index) -> None:
    index.put("speakers.toml", '["john-smith.elder"]\npath = "weekly/**"\n')
    index.build()
    assert {id for id in ids(index) if id.startswith("john-smith")} == {
        "john-smith.elder",
        "john-smith.travis-county-sheriff",
    }
