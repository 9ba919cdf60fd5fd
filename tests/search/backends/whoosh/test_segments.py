"""What a segment holds on the disk: the same however it came about, and the same in Whoosh's files as in columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from whoosh.index import open_dir

from benchmarks.synthetic import articles
from search.analysis import stem
from search.backends.whoosh import words
from search.backends.whoosh.forms import LiveForms
from search.backends.whoosh.layout import COLUMNS, SHARED, WHOOSH, WORD_FIELDS
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.schema import INDEX_NAME
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport
from search.documents import Article
from search.ids import article_id
from search.reading import read
from tests.builders import article
from tests.search.backends.whoosh.archives import current, opened, stories

MADE = tuple(articles(60))


def publish(index: Path, added: Iterable[Article] = (), removed: Iterable[Article] = (), fresh: bool = False) -> None:
    with WhooshWriter(index, fresh) as writer:
        for story in added:
            writer.add(story)
        for story in removed:
            writer.remove(story.id)
        writer.publish(BuildReport(), "digest")


def columns(index: Path) -> dict[str, bytes]:
    (path,) = (current(index) / COLUMNS).iterdir()
    packed = Packed.open(path)
    return {name: bytes(packed.raw(name)) for name in packed.names()}


@pytest.mark.parametrize("run", [1, 100, 5_000])
@pytest.mark.parametrize("batch", [1, 300, 5_000])
def test_words_that_had_to_wait_on_the_disk_come_back_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: int, batch: int
) -> None:
    publish(tmp_path / "whole", MADE, fresh=True)
    monkeypatch.setattr(words, "_RUN", run)
    monkeypatch.setattr(words, "_BATCH", batch)
    publish(tmp_path / "parts", MADE, fresh=True)

    assert columns(tmp_path / "parts") == columns(tmp_path / "whole")
    assert {path.suffix for path in (current(tmp_path / "parts") / WHOOSH).iterdir()} == {
        ".toc",
        ".trm",
        ".pst",
        ".col",
    }


def test_a_merged_segment_is_the_one_that_is_written_at_once(tmp_path: Path) -> None:
    publish(tmp_path / "whole", (*MADE[40:], *MADE[5:30], *MADE[30:40]), fresh=True)
    publish(tmp_path / "merged", MADE[:30], fresh=True)
    # Few are added to many: a second segment. Then so many that all are merged, without those removed.
    publish(tmp_path / "merged", MADE[30:37], MADE[:5])
    publish(tmp_path / "merged", (*MADE[40:],), ())
    publish(tmp_path / "merged", MADE[37:40])

    assert len([*(current(tmp_path / "merged") / COLUMNS).iterdir()]) == 2
    assert terms(tmp_path / "merged") == terms(tmp_path / "whole")


def terms(index: Path) -> dict[tuple[str, str], dict[str, list[int]]]:
    """Read every posting list with Whoosh's own reader: field and stem -> by live article's id, the positions."""
    found: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)
    with open_dir(str(current(index) / WHOOSH), INDEX_NAME).reader() as whole:
        # Segment by segment: the lexicon that Whoosh makes of several loses some stems.
        for reader, _ in whole.leaf_readers():
            for field in WORD_FIELDS:
                for term in reader.lexicon(field):
                    matcher = reader.postings(field, term)
                    while matcher.is_active():
                        id = reader.stored_fields(matcher.id())["id"]
                        positions = matcher.value_as("positions")
                        assert matcher.weight() == len(positions)
                        found[field, term.decode()][id] = positions
                        matcher.next()
    return dict(found)


def test_whoosh_itself_reads_every_word_where_it_stands(tmp_path: Path) -> None:
    publish(tmp_path, (*MADE, *MADE[:3]), MADE[10:12], fresh=True)

    expected: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(dict)
    for story in (*MADE[:10], *MADE[12:]):
        reading = read(story)
        for field in WORD_FIELDS:
            for token in getattr(reading, field):
                expected[field, stem(token.form)].setdefault(story.id, []).append(token.position)
    assert terms(tmp_path) == expected


def test_the_index_of_record_finds_an_article_by_its_id(tmp_path: Path) -> None:
    publish(tmp_path, MADE[:5], fresh=True)

    with open_dir(str(current(tmp_path) / WHOOSH), INDEX_NAME).searcher() as searcher:
        assert searcher.document(id=MADE[3].id)["id"] == MADE[3].id
        assert searcher.document(id="none") is None


def vocabulary(index: Path) -> LiveForms:
    return LiveForms(Packed.open(current(index) / SHARED))


def test_the_vocabulary_is_that_of_the_articles_that_live(tmp_path: Path) -> None:
    publish(tmp_path / "rebuilt", MADE[7:], fresh=True)
    publish(tmp_path / "updated", MADE, fresh=True)
    publish(tmp_path / "updated", removed=MADE[:7])

    rebuilt, updated = (vocabulary(tmp_path / name) for name in ("rebuilt", "updated"))
    assert [*updated.beginning("")] == [*rebuilt.beginning("")]
    publish(tmp_path / "whole", MADE, fresh=True)
    assert len([*vocabulary(tmp_path / "whole").beginning("")]) > len([*updated.beginning("")])


def test_an_article_far_behind_the_last_one_that_quotes_somebody(tmp_path: Path) -> None:
    spoken = stories([1])
    silent = [article("The mill is shut.", f"Mill {number}", f"mill{number}.txt") for number in range(300)]
    publish(tmp_path, spoken + silent, fresh=True)

    found = opened(tmp_path)
    for story in [*spoken, silent[-1]]:
        again = found.article(story.id)
        assert again is not None
        assert again.headline == story.headline


def test_the_last_of_an_id_that_was_not_withdrawn_since_counts(tmp_path: Path) -> None:
    def story(key: str, headline: str) -> Article:
        return article(headline, headline, key)

    with WhooshWriter(tmp_path, True) as writer:
        for added in (story("one", "older"), story("other", "older"), story("same", "same"), story("one", "newer")):
            writer.add(added)
        for key in ("other", "nobody"):
            writer.remove(article_id(key))
        writer.add(story("twice", "older"))
        writer.remove(article_id("twice"))
        writer.add(story("twice", "newest"))
        writer.publish(BuildReport(), "digest")

    searcher = opened(tmp_path)
    found = {key: searcher.printed(article_id(key)) for key in ("one", "other", "same", "twice")}
    headlines = {key: printed.headline if printed else None for key, printed in found.items()}
    assert headlines == {"one": "newer", "other": None, "same": "same", "twice": "newest"}
    assert searcher.status().articles == 3
