"""Clients that ask a site for pages, each over a connection that it keeps: all that a process of clients needs."""

from __future__ import annotations

import http.client
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

HOST = "127.0.0.1"
PATIENCE = 60
"""Seconds until a server that does not answer is given up."""


def prepare(*_: object) -> None:
    """Have a process begun, so that its beginning is not measured."""


def ask_in_threads(port: int, asked: Sequence[str], clients: int) -> list[float | None]:
    """Give each request's milliseconds, None for one that failed."""
    with ThreadPoolExecutor(clients) as pool:
        shares = pool.map(lambda first: _times(port, asked[first::clients]), range(clients))
        return [one for share in shares for one in share]


def _times(port: int, asked: Sequence[str]) -> list[float | None]:
    with closing(Client(port)) as client:
        return client.times(asked)


class Client:
    """A connection that is kept."""

    def __init__(self, port: int) -> None:
        """Speak to a port of this machine, when first asked to."""
        self._connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)

    def get(self, path: str) -> bool:
        """Ask for a page, and say whether it came whole."""
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        return bool(answer.read()) and answer.status == http.client.OK

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def times(self, asked: Sequence[str]) -> list[float | None]:
        """Give each request's milliseconds, None for one that failed."""
        times: list[float | None] = []
        for path in asked:
            began = time.perf_counter()
            try:
                came = self.get(path)
            except (OSError, http.client.HTTPException):
                self._connection.close()
                came = False
            times.append(1000 * (time.perf_counter() - began) if came else None)
        return times
