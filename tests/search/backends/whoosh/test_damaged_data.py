"""Damage that only an answer meets: whatever byte of whatever file is wrong, there is an answer, or the refusal."""

from __future__ import annotations

import logging
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.backends.whoosh.layout import COLUMNS, LEDGER, PACKED
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.manifest import files_below
from search.backends.whoosh.packed import Packed
from search.cli import cli
from search.errors import IndexDamaged, SearchError
from search.query.params import from_params
from search.service import SearchService
from search.settings import Settings
from tests.search.backends.whoosh.archives import build, current
from webui.app import create_app

ASKED = (
    "q=levee+river",
    "q=%22the+levee+and%22+brid*&sort=newest",
    "q=number~+-said:(number+is)&in=articles",
    "q=number&in=statements&speaker=ann-poe&sort=oldest",
    "speaker=ann-poe&kind=direct&copies=show&from=2019",
)

PLACES = (0.0, 0.5, 0.9, 1.0)
"""Where a file, or a column of one, is damaged."""
ROOM = 4 << 30
"""Bytes that wrong lengths may ask for on top, so that the machine is not asked for all it has."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    index = tmp_path_factory.mktemp("whole") / "index"
    build(index, range(12))
    return index


@pytest.fixture
def unverified(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Take every file for one that is too large to be checked before it is read."""
    monkeypatch.setattr("search.backends.whoosh.manifest.SMALL", -1)
    monkeypatch.setattr("search.backends.whoosh.live._AGAIN", 0.0)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + ROOM, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def read_parts(folder: Path) -> Iterator[tuple[Path, str, int, int]]:
    """Give all that an answer may read: files, the columns of packed ones, and what ends those; where each begins
    and ends.
    """
    for path in (folder / name for name in files_below(folder)):
        size = path.stat().st_size
        if path.suffix == PACKED:
            packed, last = Packed.open(path), 0
            for name in packed.names():
                begin, last = packed.place(name)
                yield path, name, begin, last
            yield path, "directory", last, size
        elif path.parent.name == LEDGER:
            yield path, path.name, 128 if path.suffix == ".npy" else 0, size


def overwrite(folder: Path, column: str) -> None:
    """Make nonsense of a column of the first segment."""
    path = next(folder.glob(f"{COLUMNS}/*"))
    first, end = Packed.open(path).place(column)
    whole = bytearray(path.read_bytes())
    whole[first:end] = b"\xff" * (end - first)
    path.write_bytes(whole)


def check_or_open(reader: LiveReader) -> None:
    """Look for damage: what could not even be opened has nothing to be checked."""
    reader.check()
    reader.current()


def ask(service: SearchService) -> int:
    """Ask all; give how many were refused. Any error that is none of ours must be found to be damage."""
    refused = 0
    for asked in ASKED:
        pairs = [tuple(pair.split("=")) for pair in asked.replace("+", " ").replace("%22", '"').split("&")]
        try:
            page = service.page(from_params(pairs))  # type: ignore[arg-type]
            for hit in page.hits[:1]:
                service.opened(hit.article_id, page.request)
        except IndexDamaged:
            refused += 1
        except SearchError:
            continue
        except Exception:
            with pytest.raises(IndexDamaged):
                service.check()
            refused += 1
    return refused


@pytest.mark.parametrize("first", [0, 2])
def test_whatever_byte_is_wrong_there_is_an_answer_or_the_refusal(
    tmp_path: Path, archive: Path, unverified: None, first: int
) -> None:
    index = tmp_path / "index"
    shutil.copytree(archive, index)
    refused = []
    parts = [part for part in read_parts(current(index)) if part[2] < part[3]]
    for number, (path, name, begin, end) in enumerate(parts, start=first):
        whole = path.read_bytes()
        broken = bytearray(whole)
        broken[begin + int((end - begin - 1) * PLACES[number % len(PLACES)])] ^= 0xFF
        path.write_bytes(broken)
        reader = LiveReader(index)
        service = SearchService(reader.current, reader.check)
        if ask(service):
            refused.append(name)
        with pytest.raises(IndexDamaged, match="python -m indexer rebuild"):
            check_or_open(reader)
        with pytest.raises(IndexDamaged):
            service.page(from_params([]))
        path.write_bytes(whole)
    assert len(parts) > 100
    assert len(refused) > 10
    reader = LiveReader(index)
    assert ask(SearchService(reader.current, reader.check)) == 0
    reader.check()


def test_the_site_says_so_in_each_of_its_faces(
    tmp_path: Path, archive: Path, unverified: None, caplog: pytest.LogCaptureFixture
) -> None:
    index = tmp_path / "index"
    shutil.copytree(archive, index)
    overwrite(current(index), "cards")
    reader = LiveReader(index)
    settings = Settings.from_environment({"ONTHERECORD_INDEX": str(index)})
    site = create_app(settings, SearchService(reader.current, reader.check)).test_client()
    caplog.set_level(logging.ERROR)
    for address in ("/search?q=levee", "/search.json?q=levee", "/search.atom?q=levee", "/search.feed.json", "/"):
        answer = site.get(address)
        assert answer.status_code == 503, address
        assert "is damaged" in answer.get_data(as_text=True)
        assert str(tmp_path) not in answer.get_data(as_text=True)
        assert answer.headers["Retry-After"] == "30"
        assert answer.headers["Cache-Control"] == "no-store"
    assert caplog.text.count("its checksum differs") == 1
    assert "Traceback" not in caplog.text


def test_the_terminal_says_so(tmp_path: Path, archive: Path, unverified: None) -> None:
    index = tmp_path / "index"
    shutil.copytree(archive, index)
    overwrite(current(index), "cards")
    with pytest.raises(IndexDamaged, match="python -m indexer rebuild"):
        cli.main(["levee", "--index", str(index)], standalone_mode=False)


def test_what_was_whole_a_moment_ago_is_not_read_again(tmp_path: Path, archive: Path) -> None:
    index = tmp_path / "index"
    shutil.copytree(archive, index)
    reader = LiveReader(index)
    reader.check()
    reader.current()
    reader.check()
    overwrite(current(index), "cards")
    reader.check()  # it was whole a moment ago
