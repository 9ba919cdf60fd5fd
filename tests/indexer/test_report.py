"""The report of a build in words: files and parts of files, each with its reason."""

from __future__ import annotations

from indexer.report import report_lines, skipped_lines
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


def test_long_lists_are_cut_short() -> None:
    report = BuildReport(parts=tuple(SkippedPart("all.zip", f"{number}.jpg", "an image") for number in range(25)))
    assert list(skipped_lines(report))[-1].startswith("  … and 5 more")


def test_excerpts_are_counted() -> None:
    report = BuildReport(found=2, read=2, articles=9, excerpts=7)
    status = IndexStatus("one", "2026-01-14T09:00:00+00:00", 1, 9, 0, 0, 0, None, None, 0, "digest", report)
    assert "7 of which the files hold only an excerpt" in list(report_lines(status))
    assert status_to_wire(status)["report"]["excerpts"] == 7
