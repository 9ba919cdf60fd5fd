"""The loop over the corpus: what is read, what is left, what is settled, and a report that accounts for every file."""

from __future__ import annotations

import os
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.files import SourcePath, digest_of, find_files
from indexer.parsing.parsed import Unreachable
from indexer.pipeline import build
from indexer.plan import Plan, Refused
from indexer.printings import merge
from search.backends.memory import MemoryIndex
from search.builds import IndexStatus, SkippedPart
from search.documents import Article
from search.query.nodes import Everything
from tests.builders import article

PAGE = """<!doctype html><html><head><title>{headline} | The Ledger</title>
<link rel="canonical" href="https://www.ledger.example/2024/05/14/bond/">
<meta property="article:published_time" content="2024-05-14T09:00:00-05:00">
<meta property="article:modified_time" content="{modified}"></head>
<body><article><h1>{headline}</h1><p>{text}</p><p>The council meets again on Thursday at the Grange Hall, and the
public may speak for three minutes each, the clerk of the county wrote in a notice on the door.</p></article></body>
</html>"""


class Archive:
    """A folder of files and the index of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.index = folder, MemoryIndex()

    def put(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def page(self, name: str, headline: str, text: str, modified: str = "2024-05-14T09:00:00-05:00") -> None:
        self.put(name, PAGE.format(headline=headline, text=text, modified=modified))

    def build(self, fresh: bool = False, **changes: object) -> IndexStatus | None:
        previous = None if fresh else self.index.searcher.status().report
        if fresh:
            self.index = MemoryIndex()
        plan = replace(Plan(jobs=1), **changes)  # type: ignore[arg-type]
        with self.index.writer() as writer:
            return build(find_files([self.folder]), writer, plan, previous)

    def articles(self) -> dict[str, Article]:
        found = self.index.searcher.search(Everything(), "articles", "newest", 0, 100).hits
        return {hit.article_id: self.index.articles[hit.article_id] for hit in found}

    def texts(self) -> set[str]:
        return {one.text for one in self.articles().values()}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path)
    for number in range(12):
        made.put(f"story-{number:02}.txt", f"HARROW — Story {number} was told by the river.")
    return made


def test_a_build_accounts_for_every_file(archive: Archive) -> None:
    archive.put("empty.txt", "")
    archive.put("scan.pdf", "%PDF-1.4 nothing to read here")
    status = archive.build()
    assert status is not None
    report = status.report
    assert (report.found, report.read, report.unchanged) == (14, 12, 0)
    assert [file.path for file in report.skipped] == ["empty.txt", "scan.pdf"]
    assert all(file.reason for file in report.skipped)
    assert (report.articles, report.undated, report.without_speakers) == (12, 12, 12)


def test_an_update_reads_only_what_changed(archive: Archive) -> None:
    archive.build()
    archive.put("story-03.txt", "HARROW — Another story was told instead.")
    archive.put("story-99.txt", "HARROW — A new story was told.")
    (archive.folder / "story-00.txt").unlink()
    status = archive.build()
    assert status is not None
    assert (status.report.read, status.report.unchanged, status.report.removed) == (2, 10, 1)
    assert "HARROW — Another story was told instead." in archive.texts()
    assert "HARROW — Story 3 was told by the river." not in archive.texts()
    assert "HARROW — Story 0 was told by the river." not in archive.texts()
    assert status.articles == 12


def test_an_update_of_nothing_publishes_nothing(archive: Archive) -> None:
    archive.put("empty.txt", "")
    archive.build()
    assert archive.build() is None


def test_an_update_gives_what_a_rebuild_gives(archive: Archive) -> None:
    archive.build()
    for number in (1, 4, 7):
        archive.put(f"story-{number:02}.txt", f"HARROW — “Told again,” said Ann Poe, {number} years old.")
    updated = archive.build()
    after_update = archive.articles()
    rebuilt = archive.build(fresh=True)
    assert after_update == archive.articles()
    assert updated is not None
    assert rebuilt is not None
    assert updated.corpus_digest == rebuilt.corpus_digest


def test_the_same_ids_from_files_in_another_place_and_order(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory
) -> None:
    archive.build()
    elsewhere = Archive(tmp_path_factory.mktemp("elsewhere"))
    names = sorted(path.name for path in archive.folder.iterdir())
    random.Random(1).shuffle(names)
    for name in names:
        elsewhere.put(name, (archive.folder / name).read_text(encoding="utf-8"))
    elsewhere.build(jobs=2)
    assert elsewhere.articles().keys() == archive.articles().keys()


def test_a_vanished_archive_is_not_dropped_without_a_word(archive: Archive) -> None:
    archive.build()
    for number in range(3):
        (archive.folder / f"story-{number:02}.txt").unlink()
    with pytest.raises(Refused, match="3 of the 12 files"):
        archive.build()
    assert len(archive.articles()) == 12
    archive.build(allow_removals=True)
    assert len(archive.articles()) == 9


@pytest.mark.skipif(os.geteuid() == 0, reason="a superuser can read every file")
def test_files_that_cannot_be_opened_keep_what_was_read_before(archive: Archive) -> None:
    archive.build()
    (archive.folder / "story-03.txt").chmod(0)
    status = archive.build()
    assert status is not None
    assert (status.articles, len(status.report.skipped)) == (12, 1)
    assert "what was read before is kept" in status.report.skipped[0].reason
    for path in archive.folder.iterdir():
        path.chmod(0)
    with pytest.raises(Refused, match="cannot be read"):
        archive.build()


def test_what_cannot_be_opened_now_is_kept_as_it_was(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.build()

    def closed(source: SourcePath, max_bytes: int) -> str:
        if source.path == "story-03.txt":
            raise Unreachable("cannot be read: Input/output error")
        return digest_of(source, max_bytes)

    monkeypatch.setattr("indexer.pipeline.digest_of", closed)
    status = archive.build()
    assert status is not None
    assert (status.articles, status.report.found, status.report.unchanged) == (12, 12, 11)
    assert [(file.path, file.reason) for file in status.report.skipped] == [
        ("story-03.txt", "cannot be read: Input/output error; what was read before is kept")
    ]
    monkeypatch.undo()
    again = archive.build()
    assert again is not None
    assert again.report.skipped == ()
    assert archive.build() is None


def test_strict_publishes_nothing_if_a_file_was_skipped(archive: Archive) -> None:
    archive.put("empty.txt", "")
    with pytest.raises(Refused, match=r"empty\.txt"):
        archive.build(strict=True)
    assert archive.articles() == {}


def test_files_named_alone_drop_nothing(archive: Archive) -> None:
    archive.build()
    archive.put("story-05.txt", "HARROW — Changed by the river.")
    previous = archive.index.searcher.status().report
    with archive.index.writer() as writer:
        only = find_files([archive.folder / "story-05.txt"], archive.folder)
        status = build(only, writer, Plan(jobs=1, whole=False), previous)
    assert status is not None
    assert (status.articles, status.report.found, status.report.unchanged) == (12, 12, 11)
    assert "HARROW — Changed by the river." in archive.texts()


def test_one_address_with_one_text_is_one_article_of_two_files(archive: Archive) -> None:
    archive.page("a/bond.html", "Bond passes", "The water bond passed by 612 votes on Tuesday night in the county.")
    archive.page("b/bond.html", "Bond passes", "The water bond passed by 612 votes on Tuesday night in the county.")
    archive.build()
    (found,) = [one for one in archive.articles().values() if one.url]
    assert [file.path for file in found.files] == ["a/bond.html", "b/bond.html"]
    assert found.versions == ()


def test_one_address_with_two_texts_shows_the_latest_and_keeps_the_other(archive: Archive) -> None:
    first, second = "The water bond passed by 621 votes on Tuesday.", "The water bond passed by 612 votes on Tuesday."
    archive.page("new.html", "Bond passes", second, "2024-05-15T09:00:00-05:00")
    archive.page("old.html", "Bond passes", first)
    archive.build()
    (found,) = [one for one in archive.articles().values() if one.url]
    assert "612" in found.text
    assert [("621" in version.text, version.file) for version in found.versions] == [(True, "old.html")]

    (archive.folder / "new.html").unlink()
    archive.build()
    (found,) = [one for one in archive.articles().values() if one.url]
    assert "621" in found.text
    assert found.versions == ()
    assert [file.path for file in found.files] == ["old.html"]


def test_a_copy_that_comes_later_joins_the_article_that_is_there(archive: Archive) -> None:
    archive.page("old.html", "Bond passes", "The water bond passed by 621 votes on Tuesday.")
    archive.build()
    archive.page(
        "new.html", "Bond passes", "The water bond passed by 612 votes on Tuesday.", "2024-05-16T09:00:00-05:00"
    )
    archive.build()
    after_update = archive.articles()
    archive.build(fresh=True)
    assert after_update == archive.articles()
    (found,) = [one for one in after_update.values() if one.url]
    assert "612" in found.text
    assert len(found.versions) == 1


def test_what_could_not_be_read_to_settle_an_address_is_read_as_soon_as_it_can_be(archive: Archive) -> None:
    archive.page(
        "new.html", "Bond passes", "The water bond passed by 612 votes on Tuesday.", "2024-05-16T09:00:00-05:00"
    )
    archive.page("old.html", "Bond passes", "The water bond passed by 621 votes on Tuesday.")
    archive.build()
    archive.page(
        "new.html", "Bond passes", "The water bond passed by 613 votes on Tuesday.", "2024-05-17T09:00:00-05:00"
    )
    listed, old = find_files([archive.folder]), archive.folder / "old.html"
    printed = old.read_bytes()
    old.unlink()
    with archive.index.writer() as writer:
        build(listed, writer, Plan(jobs=1), archive.index.searcher.status().report)
    old.write_bytes(printed)
    (found,) = [one for one in archive.articles().values() if one.url]
    assert "613" in found.text
    archive.build()

    after_update = archive.articles()
    archive.build(fresh=True)
    assert after_update == archive.articles()
    (found,) = [one for one in after_update.values() if one.url]
    assert [version.file for version in found.versions] == ["old.html"]
    assert archive.build() is None


def test_merging_does_not_depend_on_order() -> None:
    printed = [article(f"Text {number}", key="k", updated=f"2024-05-1{number}") for number in range(3)]
    shown = merge(printed)
    assert shown.text == "Text 2"
    assert merge(printed[::-1]) == shown


def mailbox(*numbers: int) -> str:
    return "".join(
        f"From a@x.example Thu Jun  6 09:00:00 2024\nMessage-ID: <{number}@x>\nSubject: Story {number}\n"
        f"Date: Thu, 06 Jun 2024 09:00:00 -0500\n\nHARROW - Story {number} is told by mail.\n\n"
        for number in numbers
    )


def test_many_articles_of_one_file_have_keys_of_their_own(archive: Archive) -> None:
    archive.put("mail/all.mbox", mailbox(*range(120)))
    status = archive.build()
    assert status is not None
    assert (status.articles, status.report.read) == (132, 13)
    mailed = [one for one in archive.articles().values() if one.files[0].path == "mail/all.mbox"]
    assert {one.key for one in mailed} <= {f"mail/all.mbox#{number}@x" for number in range(120)}


def test_an_update_of_a_file_of_many_changes_only_what_changed(archive: Archive) -> None:
    archive.put("all.mbox", mailbox(1, 2, 3))
    archive.build()
    before = archive.articles()
    archive.put("all.mbox", mailbox(2, 3, 4))
    archive.build()
    after = archive.articles()
    parts = {one.part for one in after.values() if one.part}
    assert parts == {"2@x", "3@x", "4@x"}
    assert {id for id in before if before[id].part in ("2@x", "3@x")} <= after.keys()
    archive.build(fresh=True)
    assert archive.articles() == after


def test_parts_that_were_left_out_are_in_the_report_until_their_file_changes(archive: Archive) -> None:
    archive.put("all.mbox", mailbox(1) + mailbox(2).replace("HARROW - Story 2 is told by mail.", ""))
    status = archive.build()
    assert status is not None
    left_out = (SkippedPart("all.mbox", "2@x", "a mail without a text"),)
    assert status.report.parts == left_out
    assert not status.report.is_complete
    archive.put("story-77.txt", "HARROW — Another was told.")
    status = archive.build()
    assert status is not None
    assert status.report.parts == left_out
    archive.put("all.mbox", mailbox(1, 2))
    status = archive.build()
    assert status is not None
    assert status.report.parts == ()
    assert status.report.is_complete


def test_strict_publishes_nothing_if_a_part_was_left_out(archive: Archive) -> None:
    archive.put("all.mbox", mailbox(1) + mailbox(2).replace("HARROW - Story 2 is told by mail.", ""))
    with pytest.raises(Refused, match=r"all\.mbox!2@x: a mail without a text"):
        archive.build(strict=True)


def test_an_address_in_an_archive_and_in_a_file_is_one_article(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.pipeline.SETTLED_AT_ONCE", 1)
    names = [f"{number}.html" for number in range(3)]
    page = PAGE.replace("bond/", "bond-{n}/")
    text = "The water bond passed by 612 votes on Tuesday night in the county of Ellery."
    pages = {
        name: page.format(n=name[0], headline="Bond passes", modified="2024-05-14T09:00:00-05:00", text=text)
        for name in names
    }
    for name in names:
        archive.put(name, pages[name])
    with zipfile.ZipFile(archive.folder / "all.zip", "w") as packed:
        for name in names:
            packed.writestr(name, pages[name])
    status = archive.build()
    assert status is not None
    assert status.articles == 15
    found = [one for one in archive.articles().values() if one.url]
    assert [[file.path for file in one.files] for one in sorted(found, key=lambda one: one.key)] == [
        [name, "all.zip"] for name in names
    ]
