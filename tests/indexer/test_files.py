"""The files of a corpus: which, in what order, under what path."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.files import digest, find_files, read_bytes
from indexer.parsing import Unreadable


def write(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")


def paths(*roots: Path, base: Path | None = None) -> list[str]:
    return [source.path for source in find_files(roots, base)]


def test_files_are_sorted_and_relative_to_their_root(tmp_path: Path):
    write(tmp_path, "b.txt", "a/z.txt", "a/b/c.html", "Z.txt")

    assert paths(tmp_path) == ["Z.txt", "a/b/c.html", "a/z.txt", "b.txt"]


def test_unknown_formats_are_listed_so_that_the_report_can_account_for_them(tmp_path: Path):
    write(tmp_path, "photo.jpg", "notes", "table.csv")

    assert paths(tmp_path) == ["notes", "photo.jpg", "table.csv"]


def test_the_archives_own_papers_are_left_out(tmp_path: Path):
    write(
        tmp_path, ".hidden", ".git/x.txt", "README.md", "outlets.toml", "facts/ledger.toml", "story.txt", "a/readme.txt"
    )

    assert paths(tmp_path) == ["a/readme.txt", "story.txt"]


def test_a_folder_of_stories_called_facts_is_read(tmp_path: Path):
    write(tmp_path, "facts/story.txt")

    assert paths(tmp_path) == ["facts/story.txt"]


def test_a_name_that_is_not_utf8_is_spelt_out_and_its_file_read(tmp_path: Path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A story.")

    (found,) = find_files([tmp_path])
    assert found.path == "caf\\xe9.txt"
    assert read_bytes(found) == b"A story."


def test_links_are_named_and_never_followed(tmp_path: Path):
    corpus, outside = tmp_path / "corpus", tmp_path / "outside"
    write(corpus, "story.txt")
    write(outside, "secret.txt")
    (corpus / "leak.txt").symlink_to(outside / "secret.txt")
    (corpus / "leak").symlink_to(outside)
    (corpus / "broken.txt").symlink_to(outside / "nothing.txt")
    (corpus / "dead.txt").symlink_to(corpus / "nothing.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "again.txt").symlink_to(corpus / "story.txt")

    refused = {source.path: source.refused for source in find_files([corpus])}
    inside, outside_it = "a link; what it leads to is read where it stands", "a link out of the corpus"
    assert refused == {
        "again.txt": inside,
        "broken.txt": outside_it,
        "dead.txt": "a link that leads nowhere",
        "leak": outside_it,
        "leak.txt": outside_it,
        "loop": inside,
        "story.txt": None,
    }
    with pytest.raises(Unreadable, match="a link out of the corpus"):
        read_bytes(find_files([corpus])[1])


def test_what_is_no_plain_file_is_named_and_not_opened(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")

    for root in (tmp_path, tmp_path / "pipe.txt"):
        (source,) = find_files([root])
        assert (source.path, source.refused) == ("pipe.txt", "not a plain file")


def test_paths_are_nfc_whatever_the_disk_says(tmp_path: Path):
    write(tmp_path, unicodedata.normalize("NFD", "café.txt"))

    assert paths(tmp_path) == [unicodedata.normalize("NFC", "café.txt")]


def test_a_single_file_is_relative_to_its_folder_or_to_the_base(tmp_path: Path):
    write(tmp_path, "a/b/story.txt")

    assert paths(tmp_path / "a/b/story.txt") == ["story.txt"]
    assert paths(tmp_path / "a/b/story.txt", base=tmp_path) == ["a/b/story.txt"]


def test_a_file_outside_the_base_is_refused(tmp_path: Path):
    write(tmp_path, "a/story.txt", "b/story.txt")

    with pytest.raises(ValueError, match="does not lie in"):
        find_files([tmp_path / "a/story.txt"], tmp_path / "b")


def test_equal_paths_under_two_roots_are_refused(tmp_path: Path):
    write(tmp_path, "a/story.txt", "b/story.txt")

    with pytest.raises(ValueError, match=r"story.txt is in both .*a and .*b"):
        find_files([tmp_path / "a", tmp_path / "b"])


def test_the_same_file_named_twice_is_one_file(tmp_path: Path):
    write(tmp_path, "story.txt")

    assert paths(tmp_path, tmp_path, tmp_path / "story.txt") == ["story.txt"]


def test_a_file_that_two_roots_hold_counts_under_the_first(tmp_path: Path):
    write(tmp_path, "a/story.txt", "other.txt")

    assert paths(tmp_path, tmp_path / "a") == ["a/story.txt", "other.txt"]


def test_a_root_that_does_not_exist_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="does not exist"):
        find_files([tmp_path / "nothing"])


def test_a_file_over_the_cap_is_refused_with_a_reason(tmp_path: Path):
    write(tmp_path, "story.txt")
    (source,) = find_files([tmp_path])

    assert read_bytes(source, max_bytes=9) == b"story.txt"
    with pytest.raises(Unreadable, match="larger than"):
        read_bytes(source, max_bytes=8)


def test_a_file_that_is_gone_is_refused_with_a_reason(tmp_path: Path):
    write(tmp_path, "story.txt")
    (source,) = find_files([tmp_path])
    source.absolute.unlink()

    with pytest.raises(Unreadable, match="cannot be read"):
        read_bytes(source)


def test_the_digest_is_sha_256():
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_links_in_a_circle_lead_nowhere(tmp_path: Path):
    (tmp_path / "one.txt").symlink_to(tmp_path / "other.txt")
    (tmp_path / "other.txt").symlink_to(tmp_path / "one.txt")

    assert {source.refused for source in find_files([tmp_path])} == {"a link that leads nowhere"}


def test_of_two_names_that_are_one_in_nfc_the_second_is_told(tmp_path: Path):
    write(tmp_path, *(unicodedata.normalize(form, "café.txt") for form in ("NFC", "NFD")), "café.txt (2)")

    refused = {source.path: source.refused for source in find_files([tmp_path])}
    assert refused == {
        "café.txt": None,
        "café.txt (2)": None,
        "café.txt (3)": "has the name of another file, in other characters",
    }


def test_what_nothing_can_be_asked_of_is_listed_for_its_reader_to_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path, "closed/story.txt", "facts/one.toml", "story.txt")
    lstat, iterdir = Path.is_symlink, Path.iterdir

    def is_symlink(path: Path) -> bool:
        if path.parent.name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return lstat(path)

    def refused(folder: Path) -> Iterator[Path]:
        if folder.name == "facts":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "is_symlink", is_symlink)
    monkeypatch.setattr(Path, "iterdir", refused)
    assert paths(tmp_path) == ["closed/story.txt", "story.txt"]
