"""Clients that are slow to ask keep no thread from those that ask."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import closing
from selectors import DefaultSelector
from time import monotonic, sleep
from typing import Any

import pytest
from gunicorn.config import Config  # type: ignore[import-untyped]
from gunicorn.workers.gthread import TConn  # type: ignore[import-untyped]

from webui import patience
from webui.patience import PatientWorker

QUESTION = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


class _Pool:
    """Threads that never come to it."""

    def __init__(self) -> None:
        self.given: list[TConn] = []

    def submit(self, _: object, connection: TConn) -> Future[Any]:
        self.given.append(connection)
        return Future()


@pytest.fixture
def worker() -> Iterator[PatientWorker]:
    one = PatientWorker(1, 1, [], None, 30, Config(), logging.getLogger("patience"))
    one.tpool, one.poller = _Pool(), DefaultSelector()
    yield one
    one.tmp.close()
    one.poller.close()


@pytest.fixture
def client() -> Iterator[socket.socket]:
    with socket.socket() as one:
        one.settimeout(30)
        yield one


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as one:
        yield one


@pytest.fixture
def taken(listener: socket.socket, client: socket.socket) -> Iterator[TConn]:
    client.connect(listener.getsockname())
    connection = TConn(Config(), *listener.accept(), listener.getsockname())
    connection.sock.setblocking(True)
    with closing(connection):
        yield connection


def test_who_asks_at_once_has_a_thread_at_once(worker: PatientWorker, client: socket.socket, taken: TConn) -> None:
    client.sendall(QUESTION)
    _wait_until(lambda: patience._is_readable(taken.sock))
    worker.enqueue_req(taken)
    assert worker.tpool.given == [taken]


def test_who_says_nothing_has_a_thread_once_something_comes(
    worker: PatientWorker, client: socket.socket, taken: TConn
) -> None:
    worker.enqueue_req(taken)
    worker.wait_for_and_dispatch_events(0)
    assert worker.tpool.given == []
    client.sendall(b"G")
    worker.wait_for_and_dispatch_events(30)
    assert worker.tpool.given == [taken]
    assert not worker.pending_conns


def test_who_hangs_up_unheard_is_let_go_by_a_thread(worker: PatientWorker, client: socket.socket, taken: TConn) -> None:
    worker.enqueue_req(taken)
    client.close()
    worker.wait_for_and_dispatch_events(30)
    assert worker.tpool.given == [taken]
    assert worker.handle(taken) is False


@pytest.mark.parametrize("ends", [False, True])
def test_who_says_nothing_for_too_long_or_when_the_process_ends_is_let_go(
    worker: PatientWorker, client: socket.socket, taken: TConn, monkeypatch: pytest.MonkeyPatch, ends: bool
) -> None:
    worker.nr_conns = 1
    if not ends:
        monkeypatch.setattr(patience, "PATIENCE", 0.0)
    worker.enqueue_req(taken)
    worker.alive = not ends
    worker.murder_pending()
    assert client.recv(1) == b""
    assert (worker.nr_conns, len(worker.pending_conns)) == (0, 0)


def test_who_may_yet_ask_is_kept(worker: PatientWorker, client: socket.socket, taken: TConn) -> None:
    worker.enqueue_req(taken)
    worker.murder_pending()
    assert list(worker.pending_conns) == [taken]


@pytest.mark.parametrize(("ends", "waited"), [(False, patience.PATIENCE), (True, patience._LAST)])
def test_half_a_request_holds_a_thread_for_a_while_only(
    worker: PatientWorker, client: socket.socket, taken: TConn, ends: bool, waited: float
) -> None:
    thread = threading.Thread(target=worker.handle, args=(taken,), daemon=True)
    client.sendall(QUESTION[:-2])
    taken.data_ready = True
    thread.start()
    _wait_until(lambda: bool(worker._asking))
    worker.murder_pending()
    assert thread.is_alive()
    worker.alive = not ends
    worker._asking[taken] = monotonic() - waited
    worker.murder_pending()
    thread.join(30)
    assert not thread.is_alive()
    assert worker._asking == {}


def test_an_answer_takes_as_long_as_it_takes(
    worker: PatientWorker, client: socket.socket, taken: TConn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(_: object, start: Callable[..., object]) -> Iterable[bytes]:
        worker.murder_pending()
        start("200 OK", [("Content-Length", "4")])
        worker.murder_pending()
        return [b"here"]

    monkeypatch.setattr(patience, "PATIENCE", 0.0)
    worker.wsgi = answer
    client.sendall(QUESTION)
    worker.handle(taken)
    taken.close()
    assert b"".join(iter(lambda: client.recv(4096), b"")).endswith(b"\r\n\r\nhere")


def _wait_until(is_so: Callable[[], bool]) -> None:
    until = monotonic() + 30
    while not is_so():
        assert monotonic() < until
        sleep(0.001)
