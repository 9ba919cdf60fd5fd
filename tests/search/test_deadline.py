"""A deadline stops what is done for it, holds for its own thread and block, and leaves what has none alone."""

from __future__ import annotations

import threading

import pytest

from search.deadline import check_time, is_over, time_limit
from search.errors import OutOfTime


def test_without_a_deadline_nothing_is_stopped() -> None:
    check_time()
    assert not is_over()


def test_time_that_is_over_stops_and_is_remembered() -> None:
    with time_limit(0) as deadline:
        assert not deadline.is_missed
        with pytest.raises(OutOfTime):
            check_time()
        assert is_over()
    assert deadline.is_missed
    check_time()


def test_time_that_is_left_stops_nothing() -> None:
    with time_limit(3600) as deadline:
        check_time()
    assert not deadline.is_missed


def test_an_inner_deadline_ends_with_its_block() -> None:
    with time_limit(3600):
        with time_limit(0), pytest.raises(OutOfTime):
            check_time()
        check_time()


def test_another_thread_has_its_own_time() -> None:
    seen = []
    with time_limit(0):
        thread = threading.Thread(target=lambda: seen.append(is_over()))
        thread.start()
        thread.join()
    assert seen == [False]
