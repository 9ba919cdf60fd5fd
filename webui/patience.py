"""Clients that are slow to ask: they hold no thread before they begin, and none for long before they have asked.

A server process has few threads. gunicorn gives one to each new connection, for five seconds if nothing comes; and to a
request for as long as it takes to come: eight that began and never ended held all threads of two processes for good.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker  # type: ignore[import-untyped]

PATIENCE = 10.0
"""Seconds for which a new connection may say nothing, and in which a request must be here once it has begun."""
_LAST = 1.0
"""Seconds for the same request where the process is about to end: its thread would keep it from ending."""


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """gunicorn's process with threads, which are for those that ask."""

    def __init__(self, *arguments: Any) -> None:
        """Begin with nobody asking."""
        super().__init__(*arguments)
        self._asking: dict[TConn, float] = {}

    def enqueue_req(self, conn: TConn) -> None:
        """Give a connection to a thread, or, if it is new and says nothing, wait for it without one."""
        if conn.initialized or conn.data_ready or _is_readable(conn.sock):
            conn.data_ready = True
            super().enqueue_req(conn)
            return
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + PATIENCE
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def handle(self, conn: TConn) -> Any:
        """Read a request and answer it, in a thread."""
        self._asking[conn] = time.monotonic()
        try:
            return super().handle(conn)
        finally:
            self._asking.pop(conn, None)

    def handle_request(self, req: Any, conn: TConn) -> Any:
        """Answer a request, all of whose head is here: that may take as long as it takes."""
        self._asking.pop(conn, None)
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """Close the connections that said nothing for too long, at once where this process ends; end what is too slow.

        Done once a second at least.
        """
        if not self.alive:
            for conn in self.pending_conns:
                conn.timeout = 0.0
        super().murder_pending()
        begun = time.monotonic() - (PATIENCE if self.alive else _LAST)
        for conn, since in list(self._asking.items()):
            if since <= begun:
                with suppress(OSError):  # it has ended meanwhile
                    conn.sock.shutdown(socket.SHUT_RDWR)


def _is_readable(connected: socket.socket) -> bool:
    """Say whether there is something to read: a request's beginning, or that the client is gone."""
    try:
        connected.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True
