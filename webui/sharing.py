"""Server processes that share connections: the next one goes to whoever has fewest.

All of them listen at one address, and who wakes first takes a connection and keeps it until it is closed. Left to
themselves, two processes shared sixteen connections that came at once by fifteen and one: one core had all the work.
"""

from __future__ import annotations

import socket
import time
from mmap import mmap
from typing import Any

from webui.patience import PatientWorker

HEAD_START = 0.01
"""Seconds that a process leaves a new connection to those that have fewer. They wake at the same moment."""
_FREE, _TAKES_NONE = -1, 2**31 - 1


class Connections:
    """How many connections each process has, in memory that all of them share. Each has a seat, and tells its own."""

    def __init__(self, processes: int) -> None:
        """Have seats for twice as many: while processes are being replaced, there are old ones and new ones."""
        seats = 2 * processes
        # Whoever comes when no seat is free takes the last one, at which nobody looks.
        self._counts = memoryview(mmap(-1, 4 * (seats + 1))).cast("i")
        self._seats = range(seats)
        for seat in self._seats:
            self.leave(seat)

    def take_seat(self) -> int:
        """Take a seat for a process that is about to begin."""
        seat = next((seat for seat in self._seats if self._counts[seat] == _FREE), len(self._seats))
        self._counts[seat] = _TAKES_NONE
        return seat

    def leave(self, seat: int) -> None:
        """Give back the seat of a process that has ended."""
        self._counts[seat] = _FREE

    def tell(self, seat: int, count: int) -> None:
        """Tell how many connections a process has."""
        self._counts[seat] = count

    def take_no_more(self, seat: int) -> None:
        """Tell that a process is about to end, so that nothing is left to it."""
        self._counts[seat] = _TAKES_NONE

    def least(self) -> int:
        """Give how many the process has that has fewest."""
        return min((count for seat in self._seats if (count := self._counts[seat]) != _FREE), default=0)


class SharingWorker(PatientWorker):
    """A server process, which leaves new connections to those that have fewer. Its app counts them."""

    def __init__(self, *arguments: Any) -> None:
        """Take a seat: this is still the process that begins all others."""
        super().__init__(*arguments)
        self.seat: int = self.app.connections.take_seat()

    def notify(self) -> None:
        """Show life, and how many connections there are: done whenever something happened."""
        super().notify()
        if self.alive:
            self.app.connections.tell(self.seat, self.nr_conns)
        else:
            self.app.connections.take_no_more(self.seat)

    def accept(self, listener: socket.socket) -> None:
        """Take a new connection, if none of those that have fewer does."""
        if self.nr_conns > self.app.connections.least():
            time.sleep(HEAD_START)
        super().accept(listener)
