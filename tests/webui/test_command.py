"""The command that serves the archive: it takes its settings from the environment, and says so."""

from __future__ import annotations

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


def test_without_an_index_it_ends_and_says_how_to_make_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ONTHERECORD_INDEX", str(tmp_path / "none"))
    assert main() == 4
    assert "python -m indexer rebuild" in capsys.readouterr().err
