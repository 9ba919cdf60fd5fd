"""What every engine's writer does: adds, replaces, removes, remembers files, and publishes all or nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from search.backends.base import Writer
from search.builds import BuildReport
from search.documents import Article, SourceFile
from search.ids import article_id
from search.query.leaves import Word
from search.query.nodes import Everything
from tests.builders import article, speaker
from tests.search.contract.comparing import assert_same_archive
from tests.search.contract.engines import Engine, MemoryEngine, publish

OLD = article("An old story of the levee.", key="a", published="2019", says=[("Ann Poe", "the levee")])
NEW = article("A new story of the bridge.", key="a", published="2020", says=[("Bo Lee", "the bridge")])
OTHER = article("Another story of the levee.", key="b")


def found(engine: Engine, word: str) -> list[str]:
    hits = engine.searcher().search(Word(word), "articles", "newest", 0, 10).hits
    return [hit.article_id for hit in hits]


def total(engine: Engine) -> int:
    return engine.searcher().count(Everything(), "articles")


def test_an_empty_archive_can_be_published_and_asked(engine: Engine) -> None:
    status = publish(engine, ())
    assert (status.articles, status.first_day, total(engine)) == (0, None, 0)
    assert engine.searcher().speakers("", 0, 10).total == 0


def test_the_same_id_twice_in_one_build_is_one_article(engine: Engine) -> None:
    publish(engine, [OLD, OTHER, NEW])
    assert total(engine) == 2
    assert found(engine, "levee") == [OTHER.id]
    assert found(engine, "bridge") == [NEW.id]
    assert [entry.name for entry in engine.searcher().speakers("", 0, 9).entries] == ["Bo Lee"]


def test_an_article_added_again_later_replaces_the_first(engine: Engine) -> None:
    publish(engine, [OLD, OTHER])
    publish(engine, [NEW])
    assert total(engine) == 2
    assert found(engine, "bridge") == [NEW.id]
    assert engine.searcher().article(NEW.id) == NEW
    assert engine.searcher().count(Everything(), "statements") == 1


def test_what_is_removed_is_gone_whether_it_was_there_before_or_new(engine: Engine) -> None:
    publish(engine, [OLD, OTHER])
    with engine.writer() as writer:
        writer.remove(OLD.id)
        writer.add(third := article("A third story.", key="c"))
        writer.remove(third.id)
        writer.remove("unknown")
        writer.publish(BuildReport(), "digest")
    assert total(engine) == 1
    assert found(engine, "levee") == [OTHER.id]
    assert engine.searcher().article(OLD.id) is None


def test_what_is_removed_and_added_again_is_there_once(engine: Engine) -> None:
    publish(engine, [OLD])
    with engine.writer() as writer:
        writer.remove(OLD.id)
        writer.add(OLD)
        writer.remove(OLD.id)
        writer.add(NEW)
        writer.publish(BuildReport(), "digest")
    assert total(engine) == 1
    assert found(engine, "bridge") == [NEW.id]


def test_the_words_of_what_is_gone_stand_for_nothing(engine: Engine) -> None:
    publish(engine, [OLD, OTHER])
    publish(engine, [NEW], removed=[OTHER.id])
    reference = MemoryEngine()
    publish(reference, [NEW])
    assert_same_archive(reference.searcher(), engine.searcher())


def test_a_writer_gives_articles_as_they_were_before_the_build(engine: Engine) -> None:
    adler = article("“No,” said Adler.", key="c", says=[(speaker("Adler"), "No,")])
    publish(engine, [adler])
    with engine.writer() as writer:
        writer.remove(adler.id)
        assert writer.article(adler.id) == adler
        assert writer.article("unknown") is None


def test_a_writer_remembers_files(engine: Engine) -> None:
    with engine.writer() as writer:
        writer.note_file(SourceFile("a.txt", "1"), ("x", "y"))
        writer.note_file(SourceFile("b.txt", "2"), ())
        writer.publish(BuildReport(), "digest")
    with engine.writer() as writer:
        assert writer.files() == {"a.txt": ("1", ("x", "y")), "b.txt": ("2", ())}
        writer.forget_file("b.txt")
        writer.note_file(SourceFile("a.txt", "3"), ("x",))
        writer.publish(BuildReport(), "digest")
    with engine.writer() as writer:
        assert writer.files() == {"a.txt": ("3", ("x",))}
    with engine.writer(fresh=True) as writer:
        assert writer.files() == {}


def fail_halfway(writer: Writer) -> None:
    writer.remove(OLD.id)
    writer.add(OTHER)
    raise KeyError("a mistake")


def test_what_is_not_published_is_as_if_it_had_not_been(engine: Engine) -> None:
    publish(engine, [OLD])
    before = engine.searcher().status()
    with engine.writer() as writer:
        writer.add(OTHER)
    with engine.writer() as writer:
        writer.add(OTHER)
        writer.discard()
    with pytest.raises(KeyError), engine.writer() as writer:
        fail_halfway(writer)
    assert engine.searcher().status() == before
    assert found(engine, "levee") == [OLD.id]


def test_a_fresh_build_begins_with_nothing(engine: Engine) -> None:
    publish(engine, [OLD])
    publish(engine, [OTHER], fresh=True)
    assert found(engine, "levee") == [OTHER.id]
    assert engine.searcher().article(OLD.id) is None


def test_a_status_counts_what_is_live(engine: Engine) -> None:
    undated = article("“So,” he said.", key="c", says=[(None, "So,")])
    publish(engine, [OLD, OTHER, undated])
    status = publish(engine, [NEW], removed=[OTHER.id])
    assert (status.articles, status.statements, status.speakers, status.undated) == (2, 2, 1, 1)
    assert (status.first_day, status.last_day, status.corpus_digest) == ("2020-01-01", "2020-12-31", "digest")
    assert (status.report.articles, status.report.without_speakers, status.report.dated_by) == (2, 1, {"label": 1})
    assert engine.searcher().status() == status


def test_excerpts_are_told_apart_and_counted(engine: Engine) -> None:
    status = publish(engine, [OLD, article("The bond passed …", key="feed", is_excerpt=True)])
    assert status.report.excerpts == 1
    searcher = engine.searcher()
    excerpt = searcher.article(article_id("feed"))
    whole = searcher.article(OLD.id)
    assert excerpt is not None
    assert whole is not None
    assert (excerpt.is_excerpt, whole.is_excerpt) == (True, False)


def many(numbers: Iterable[int]) -> list[Article]:
    names = ("Ann Poe", "Bo Lee", "Poe", "Cy Ray")
    return [
        article(
            f"Story {number} of the levee{'s' * (number % 2)}. “It is number {number},” said {names[number % 4]}.",
            headline=f"Levee {number % 5}",
            key=f"{number}.txt",
            published=f"20{number % 7 + 10}-0{number % 9 + 1}",
            says=[(names[number % 4], f"It is number {number},")],
        )
        for number in numbers
    ]


def test_many_updates_give_exactly_what_one_build_in_any_order_gives(engine: Engine) -> None:
    for start in range(0, 60, 10):
        publish(engine, many(range(start, start + 14)), removed=[many([start + 3])[0].id])
    kept = [number for number in range(64) if number % 10 != 3 or number > 60]
    reference = MemoryEngine()
    publish(reference, many(reversed(kept)))
    assert_same_archive(reference.searcher(), engine.searcher())
    for sort in ("relevance", "newest", "oldest"):
        expected = reference.searcher().search(Word("levee"), "articles", sort, 0, 100)
        assert engine.searcher().search(Word("levee"), "articles", sort, 0, 100) == expected


def test_a_searcher_in_use_keeps_its_generation(engine: Engine) -> None:
    publish(engine, [OLD])
    searcher = engine.searcher()
    for _ in range(3):
        publish(engine, [OTHER], fresh=True)
    assert searcher.article(OLD.id) == OLD
    assert searcher.count(Word("levee"), "articles") == 1
    assert searcher.search(Word("old"), "articles", "newest", 0, 10).hits[0].article_id == OLD.id
    assert engine.searcher().article(OLD.id) is None
    assert searcher.generation != engine.searcher().generation
