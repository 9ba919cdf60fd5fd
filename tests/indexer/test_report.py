"""The report of a build in words: files and parts of files, each with its reason."""

from __future__ import annotations

from dataclasses import replace

from indexer.report import report_lines, skipped_lines, unchanged_lines
from search.builds import BuildReport, IndexStatus, SkippedFile, SkippedPart
from search.wire import status_to_wire


def test_files_parts_and_what_was_passed_over_are_told_apart() -> None:
    report = BuildReport(
        skipped=(SkippedFile("scan.pdf", "scanned, no text"),),
        parts=(
            SkippedPart("all.zip", "photo.jpg", "an image (JPEG), not text"),
            SkippedPart("crawl.warc.gz", None, "a record that is no page (image)", 1200),
        ),
    )
    assert list(skipped_lines(report)) == [
        "skipped 1: scanned, no text",
        "  scan.pdf: scanned, no text",
        "left out of files, 1: an image (JPEG), not text",
        "  all.zip!photo.jpg: an image (JPEG), not text",
        "passed over 1,200: a record that is no page (image)",
    ]
    assert not report.is_complete


def test_what_is_only_counted_leaves_a_build_complete() -> None:
    assert BuildReport(parts=(SkippedPart("crawl.warc.gz", None, "a record that is no page (image)", 3),)).is_complete


def test_one_of_a_kind_is_one() -> None:
    report = BuildReport(found=1, read=1, removed=1, taken_out={"x": ""}, seconds=5.0)
    status = IndexStatus("one", "2026-01-14T09:00:00+00:00", 1, 1, 1, 1, 0, None, None, 0, "digest", report)
    lines = list(report_lines(status))
    assert lines[:3] == [
        "1 file: 1 read, 0 unchanged, 0 skipped",
        "1 file is gone and was taken out",
        "1 article, 1 statement, 1 speaker",
    ]
    assert "1 article is taken out for good by removed.toml" in lines
    assert lines[-1] == "generation one, 5.0 s"


def test_where_there_was_nothing_to_do_what_is_skipped_is_told_again() -> None:
    report = BuildReport(skipped=(SkippedFile("scan.pdf", "scanned, no text"),))
    status = IndexStatus("one", "2026-01-14T09:00:00+00:00", 1, 0, 0, 0, 0, None, None, 0, "digest", report)
    assert list(unchanged_lines(status)) == [
        "The index is up to date.",
        "skipped 1: scanned, no text",
        "  scan.pdf: scanned, no text",
    ]
    assert list(unchanged_lines(replace(status, report=BuildReport()))) == ["The index is up to date."]


def test_long_lists_are_cut_short() -> None:
    report = BuildReport(parts=tuple(SkippedPart("all.zip", f"{number}.jpg", "an image") for number in range(25)))
    assert list(skipped_lines(report))[-1].startswith("  … and 5 more")


def test_excerpts_are_counted() -> None:
    report = BuildReport(found=2, read=2, articles=9, excerpts=7)
    status = IndexStatus("one", "2026-01-14T09:00:00+00:00", 1, 9, 0, 0, 0, None, None, 0, "digest", report)
    assert "7 of which the files hold only an excerpt" in list(report_lines(status))
    assert status_to_wire(status)["report"]["excerpts"] == 7
