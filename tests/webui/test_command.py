"""The command that serves the archive: it takes its settings from the environment, and says so."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from webui.server import main


def test_what_is_no_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--port", "8010"])
    assert ended.value.code == 2
    assert "--port" in capsys.readouterr().err


def test_help_tells_where_settings_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "ONTHERECORD_PORT" in capsys.readouterr().out


def test_an_address_that_is_taken_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("ONTHERECORD_PORT", str(taken.getsockname()[1]))
        assert main() == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert "Address already in use. ONTHERECORD_HOST and ONTHERECORD_PORT say where" in said


def test_without_an_index_it_ends_and_says_how_to_make_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONTHERECORD_INDEX", str(tmp_path / "none"))
    assert main() == 4
    assert "python -m indexer rebuild" in capsys.readouterr().err
