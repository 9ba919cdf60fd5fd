"""A generation is checked by one of the server processes, and by each of them if it is not whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from search.backends.whoosh.checked_once import CheckedOnce


def test_what_was_found_whole_is_not_checked_again_until_there_is_another() -> None:
    once, checked = CheckedOnce(), []
    for name in ("first", "first", "second", "first"):
        once.check(name, lambda name=name: bool(checked.append(name)) is False)  # type: ignore[misc]
    assert checked == ["first", "second", "first"]


def test_what_is_not_whole_is_found_so_by_everyone() -> None:
    once, checked = CheckedOnce(), []
    for _ in range(2):
        once.check("first", lambda: bool(checked.append("first")))
    assert checked == ["first", "first"]


PROGRAM = """
import os, signal, sys, time
from search.backends.whoosh.checked_once import CheckedOnce

once = CheckedOnce()

def check():
    print("checks", flush=True)
    if {dies}:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.2)
    return {whole}

for {dies} in {processes}:
    if not os.fork():
        once.check("first", check)
        os._exit(0)
    if {dies}:
        os.wait()
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
"""


@pytest.mark.parametrize(
    ("processes", "whole", "checks"),
    [("(0, 0, 0)", True, 1), ("(0, 0, 0)", False, 3), ("(1, 0, 0)", True, 2)],
    ids=["whole", "damaged", "one is killed"],
)
def test_processes_take_each_others_word(processes: str, whole: bool, checks: int) -> None:
    program = PROGRAM.format(processes=processes, whole=whole, dies="dies")
    root = Path(__file__).parents[4]
    told = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, timeout=120)
    assert told.stderr == ""
    assert told.stdout.split() == ["checks"] * checks
