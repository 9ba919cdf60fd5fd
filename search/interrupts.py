"""Interrupts (Ctrl-C) that come while a program is still loading its parts: they end it without a word."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_by_interrupts(status: int) -> Iterator[None]:
    """Let an interrupt end the program at once with an exit status; afterwards it is a KeyboardInterrupt again.

    What imports are at is nobody's business, and there is nothing yet to put in order. Interrupts that are ignored,
    as by ``nohup``, stay so.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: os._exit(status))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
