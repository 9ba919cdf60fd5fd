"""Ctrl-C ends every program quietly, and with its own exit code, while it is still loading."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from search.interrupts import ended_by_interrupts

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("program", "library", "status"),
    [
        ("indexer status", "click", 6),
        ("indexer rebuild corpus", "click", 6),
        ("search bond", "click", 130),
        ("webui", "flask", 130),
    ],
)
def test_an_interrupt_while_a_program_loads_ends_it_without_a_word(
    tmp_path: Path, program: str, library: str, status: int
) -> None:
    (tmp_path / f"{library}.py").write_text("import time\nprint('loading', flush=True)\ntime.sleep(120)\n")
    process = subprocess.Popen(
        [sys.executable, "-m", *program.split()],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "ONTHERECORD_INDEX": str(tmp_path / "index")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "loading\n"
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=120) == ("", "")
    assert process.returncode == status
    assert not (tmp_path / "index").exists()


def test_an_interrupt_is_an_error_again_once_all_is_loaded() -> None:
    with ended_by_interrupts(6):
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_interrupts_that_are_ignored_stay_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ended_by_interrupts(6):
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
