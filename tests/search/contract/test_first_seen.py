"""When articles entered the archive: kept for good, whatever is rebuilt, removed, renamed or added again."""

from __future__ import annotations

import pytest

from search.builds import BuildReport
from search.documents import SourceFile
from search.ids import article_id
from search.query.leaves import Added
from search.query.nodes import Everything
from search.query.request import Collection
from tests.builders import article
from tests.search.contract.engines import Engine, publish

OLD, NEW, LATE = (
    article(f"Story {key} of the levee. “No,” said Ann Poe.", key=key, published=published, says=[("Ann Poe", "No,")])
    for key, published in (("old", "2019"), ("new", "2020"), ("late", "1987"))
)


def order(engine: Engine, collection: Collection = "articles") -> list[str]:
    hits = engine.searcher().search(Everything(), collection, "added", 0, 10).hits
    return [hit.article_id for hit in hits]


def added(engine: Engine, since: str, collection: Collection = "articles") -> int:
    return engine.searcher().count(Added(since), collection)


def test_what_came_last_comes_first_however_old_its_story_is(engine: Engine) -> None:
    publish(engine, [OLD, NEW])
    assert order(engine) == [NEW.id, OLD.id]
    publish(engine, [LATE])
    assert order(engine) == [LATE.id, NEW.id, OLD.id]
    assert order(engine, "statements") == [LATE.id, NEW.id, OLD.id]
    assert engine.searcher().search(Everything(), "articles", "added", 1, 1).hits[0].article_id == NEW.id


@pytest.mark.parametrize("collection", ["articles", "statements"])
def test_what_was_added_since_a_generation_or_a_day_is_found(engine: Engine, collection: Collection) -> None:
    first = publish(engine, [OLD, NEW]).generation
    second = publish(engine, [LATE]).generation
    assert (added(engine, first, collection), added(engine, second, collection)) == (1, 0)
    assert added(engine, "20000101T000000Z-0000", collection) == 3
    day = f"{first[:4]}-{first[4:6]}-{first[6:8]}"
    assert [added(engine, since, collection) for since in (day, day[:7], day[:4], "2199")] == [3, 3, 3, 0]


def test_who_was_known_stays_known(engine: Engine) -> None:
    first = publish(engine, [OLD, NEW])
    publish(engine, [OLD, NEW, LATE], fresh=True)
    assert order(engine) == [LATE.id, NEW.id, OLD.id]
    publish(engine, [article("It reads otherwise now.", key="old", published="2021")])
    publish(engine, [], removed=[OLD.id, LATE.id])
    assert engine.searcher().first_seen([OLD.id, LATE.id, "nobody"]) == {}
    publish(engine, [OLD, LATE], fresh=True)
    searcher = engine.searcher()
    seen = searcher.first_seen([OLD.id, LATE.id, NEW.id, "nobody"])
    assert set(seen) == {OLD.id, LATE.id}
    assert seen[OLD.id].generation == first.generation
    assert seen[OLD.id].at == first.built_at
    assert first.generation < seen[LATE.id].generation < searcher.generation


def test_every_hit_was_seen_and_nothing_is_found_in_nothing(engine: Engine) -> None:
    publish(engine, [])
    assert (order(engine), added(engine, "2000")) == ([], 0)
    publish(engine, [OLD])
    assert set(engine.searcher().first_seen([OLD.id])) == {OLD.id}


def publish_files(engine: Engine, files: dict[str, tuple[str, list[str]]], fresh: bool) -> str:
    """Publish a corpus, by path the digest and the articles' keys of each file; give the generation."""
    with engine.writer(fresh) as writer:
        for path, (_, ids) in writer.files().items():
            if path not in files:
                writer.forget_file(path)
            for id in ids:
                writer.remove(id)
        for path, (digest, keys) in files.items():
            for key in keys:
                writer.add(article(f"The story {digest}.", key=key))
            writer.note_file(SourceFile(path, digest), tuple(map(article_id, keys)))
        return writer.publish(BuildReport(), "digest").generation


def generations(engine: Engine, *keys: str) -> list[str]:
    seen = engine.searcher().first_seen([article_id(key) for key in keys])
    return [seen[article_id(key)].generation for key in keys]


@pytest.mark.parametrize("fresh", [False, True])
def test_a_file_that_was_renamed_is_no_news(engine: Engine, fresh: bool) -> None:
    first = publish_files(engine, {"a.txt": ("1", ["a"]), "mail": ("2", ["m#1", "m#2"])}, True)
    second = publish_files(engine, {"b.txt": ("1", ["b"]), "box": ("2", ["n#1", "n#2"]), "c.txt": ("3", ["c"])}, fresh)
    assert generations(engine, "b", "n#1", "n#2", "c") == [first, first, first, second]
    publish_files(engine, {"d.txt": ("1", ["d"])}, fresh)
    assert generations(engine, "d") == [first]


@pytest.mark.parametrize("fresh", [False, True])
def test_a_copy_beside_a_file_and_a_file_that_changed_as_it_moved_are_news(engine: Engine, fresh: bool) -> None:
    first = publish_files(engine, {"a.txt": ("1", ["a"]), "m": ("2", ["m#1"])}, True)
    second = publish_files(engine, {"a.txt": ("1", ["a"]), "copy.txt": ("1", ["copy"]), "n": ("2+", ["n#1"])}, fresh)
    assert generations(engine, "a", "copy", "n#1") == [first, second, second]
    publish_files(engine, {"a.txt": ("1", ["a"]), "o": ("2+", ["o#1", "o#2"])}, fresh)
    assert generations(engine, "o#1")[0] > second
