"""How often one client may ask: a bucket of requests for each address, filled again at a steady rate."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable

import flask

from search.errors import SearchError
from webui import messages
from webui.message import number

_MOST_CLIENTS = 10_000
_FREE = ("static", "wayfinding.health")
"""What is never counted: it costs nothing, and monitors ask often."""


class TooMany(SearchError):
    """A client asked too often."""

    status = 429

    def __init__(self, per_minute: int, seconds: int) -> None:
        """Hold how many ``seconds`` the client has to wait."""
        super().__init__(messages.TOO_MANY(n=number(per_minute), seconds=number(seconds)))
        self.seconds = seconds


class RateLimit:
    """Buckets of ``per_minute`` requests; what each server process counts is its own."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with every bucket full."""
        self.per_minute, self._clock = per_minute, clock
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def take(self, client: str) -> int:
        """Take one request from a client's bucket; give 0, or how many seconds to wait if it is empty."""
        now, rate = self._clock(), self.per_minute / 60
        with self._lock:
            left, since = self._buckets.pop(client, (float(self.per_minute), now))
            left = min(float(self.per_minute), left + (now - since) * rate)
            wait = 0 if left >= 1 else math.ceil((1 - left) / rate)
            self._buckets[client] = (left if wait else left - 1, now)
            while len(self._buckets) > _MOST_CLIENTS:
                del self._buckets[next(iter(self._buckets))]  # who has not asked for longest has a full one again
        return wait


def limit_requests(app: flask.Flask, per_minute: int) -> None:
    """Let each client ask ``per_minute`` times in a minute; 0 for as often as it likes."""
    if not per_minute:
        return
    limit = RateLimit(per_minute)

    @app.before_request
    def check() -> None:
        if flask.request.endpoint in _FREE:
            return
        seconds = limit.take(flask.request.remote_addr or "")
        if seconds:
            raise TooMany(per_minute, seconds)
