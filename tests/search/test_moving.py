"""Whose place in the archive an article has: that of the file it stood in before."""

from __future__ import annotations

from search.moving import moved_articles


def test_a_file_that_has_moved_brings_its_articles_along() -> None:
    assert moved_articles({"a": ("1", ("x", "y")), "b": ("2", ())}, {"c": ("1", ("z", "y"))}) == {"z": "x"}
    assert moved_articles({"a": ("1", ("x",))}, {"a": ("1", ("x",)), "c": ("1", ("z",))}) == {}


def test_files_that_were_not_read_to_their_end_are_not_taken_for_each_other() -> None:
    assert moved_articles({"a": ("", ("x",))}, {"c": ("", ("z",))}) == {}
