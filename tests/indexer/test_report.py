"""The report of a build in words: files and parts of files, each with its reason."""

from __future__ import annotations

from indexer.report import skipped_lines
from search.results import BuildReport, SkippedFile, SkippedPart


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
