"""What processes take, as Linux tells it: memory of their own and mapped, and CPU time; None on other systems."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of memory: what is the processes' own, and files mapped; what several share is counted once."""

    processes: int
    own: int
    mapped: int


def family(process: int) -> list[int]:
    """Give a process and all that it started, and they."""
    found = [process]
    for one in found:
        try:
            found += map(int, (_PROC / f"{one}/task/{one}/children").read_text().split())
        except OSError:
            continue
    return found


def memory(processes: Sequence[int]) -> Memory | None:
    """Give what processes take together."""
    try:
        rows = [_row(_PROC / f"{one}/smaps_rollup") for one in processes]
        return Memory(len(rows), sum(row["Pss_Anon"] for row in rows), sum(row["Pss_File"] for row in rows))
    except (OSError, KeyError):
        return None


def cpu_seconds(processes: Sequence[int]) -> float | None:
    """Give the CPU time that processes have used, together."""
    try:
        # Behind the name, which stands in brackets and may hold anything, the times are the 12th and 13th values.
        stats = [(_PROC / f"{one}/stat").read_text().rpartition(")")[2].split() for one in processes]
    except OSError:
        return None
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def peak(process: int | None = None) -> int | None:
    """Give the most memory that a process, by default this one, ever took: what the system counts begins anew in it."""
    try:
        return _row(_PROC / f"{process or 'self'}/status")["VmHWM"]
    except (OSError, KeyError):
        return None


def _row(path: Path) -> dict[str, int]:
    """Give the values in kB of a table of the system's, in bytes."""
    lines = (line.split() for line in path.read_text().splitlines())
    return {words[0].removesuffix(":"): 1024 * int(words[1]) for words in lines if words[-1] == "kB"}
