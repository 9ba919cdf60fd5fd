"""Connections are shared by the server processes: the next one goes to whoever has fewest."""

from __future__ import annotations

import logging
import multiprocessing
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from selectors import DefaultSelector
from typing import Any

import pytest
from gunicorn.workers.gthread import TConn  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from search.settings import Settings
from webui.server import Server
from webui.sharing import HEAD_START, Connections, SharingWorker


def test_who_has_fewest() -> None:
    connections = Connections(2)
    first, second = connections.take_seat(), connections.take_seat()
    assert first != second
    connections.tell(first, 3)
    assert connections.least() == 3  # the second has not begun, so nothing is left to it
    connections.tell(second, 1)
    assert connections.least() == 1
    connections.leave(second)
    assert connections.least() == 3


@given(st.lists(st.booleans(), max_size=30))
def test_nobody_sits_on_anothers_seat(comings: list[bool]) -> None:
    connections, taken = Connections(2), list[int]()
    for comes in comings:
        if comes:
            seat = connections.take_seat()
            assert seat not in taken or len(taken) >= 4
            taken.append(seat)
        elif taken:
            connections.leave(taken.pop(0))


def test_those_without_a_seat_count_for_nothing() -> None:
    connections = Connections(1)
    seats = [connections.take_seat() for _ in range(4)]
    assert seats[2] == seats[3] not in seats[:2]
    for seat, count in zip(seats, (5, 7, 1, 0), strict=True):
        connections.tell(seat, count)
    assert connections.least() == 5


def test_what_one_process_tells_the_others_see() -> None:
    connections = Connections(2)
    here, there = connections.take_seat(), connections.take_seat()
    connections.tell(here, 9)
    child = multiprocessing.get_context("fork").Process(target=connections.tell, args=(there, 4))
    child.start()
    child.join()
    assert connections.least() == 4


class _Pool:
    """A pool that never begins: connections are taken and kept."""

    def __init__(self) -> None:
        self.kept: list[TConn] = []

    def submit(self, _: object, connection: TConn) -> Future[Any]:
        self.kept.append(connection)
        return Future()


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as one:
        one.setblocking(False)
        yield one


@pytest.fixture
def workers() -> Iterator[tuple[SharingWorker, SharingWorker]]:
    server = Server(Settings.from_environment({}))
    assert server.cfg.worker_class is SharingWorker
    log = logging.getLogger("sharing")
    found = [SharingWorker(age, 1, [], server, 30, server.cfg, log) for age in (1, 2)]
    for one in found:
        one.tpool, one.poller = _Pool(), DefaultSelector()
        one.notify()
    yield found[0], found[1]
    for one in found:
        one.tmp.close()
        one.poller.close()
        for connection in (*one.tpool.kept, *one.pending_conns):
            connection.close()


def _ask(listener: socket.socket, asked: ExitStack) -> None:
    asked.enter_context(socket.create_connection(listener.getsockname()))


def test_a_connection_is_left_to_who_has_fewer(
    workers: tuple[SharingWorker, SharingWorker], listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    eager, slow = workers
    waited: list[float] = []

    def others_wake(seconds: float) -> None:
        waited.append(seconds)
        slow.accept(listener)
        slow.notify()

    monkeypatch.setattr("webui.sharing.time.sleep", others_wake)
    with ExitStack() as asked:
        for _ in range(16):
            _ask(listener, asked)
            eager.accept(listener)
            eager.notify()
        assert (eager.nr_conns, slow.nr_conns) == (8, 8)
        assert waited == [HEAD_START] * 8


def test_a_connection_that_nobody_else_takes_is_taken(
    workers: tuple[SharingWorker, SharingWorker], listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    eager, stopped = workers
    monkeypatch.setattr("webui.sharing.time.sleep", lambda _: None)
    with ExitStack() as asked:
        for _ in range(5):
            _ask(listener, asked)
            eager.accept(listener)
            eager.notify()
    assert (eager.nr_conns, stopped.nr_conns) == (5, 0)


def test_a_process_that_ended_is_waited_for_no_more(workers: tuple[SharingWorker, SharingWorker]) -> None:
    first, second = workers
    server = first.app
    server.connections.tell(first.seat, 2)
    assert server.connections.least() == 0
    server.cfg.child_exit(None, second)
    assert server.connections.least() == 2


def test_nothing_is_left_to_a_process_that_is_about_to_end(workers: tuple[SharingWorker, SharingWorker]) -> None:
    first, ending = workers
    server = first.app
    server.connections.tell(first.seat, 2)
    ending.alive = False
    ending.notify()
    assert server.connections.least() == 2
