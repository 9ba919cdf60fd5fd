"""The site behind a production server: one process that listens, and workers forked before the first request."""

from __future__ import annotations

import gc
import socket
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from search.backends.opening import open_reader
from search.errors import NoIndex
from search.service import SearchService
from search.settings import Settings
from webui.app import create_app
from webui.sharing import Connections, SharingWorker
from webui.templating import compile_templates

NO_INDEX, USAGE, INTERRUPTED = 4, 2, 130
_THREADS = 4
_TIMEOUT = 30
"""Seconds after which a worker process that shows no life is killed and replaced: one that is stopped or deadlocked.

It ends no request. With threads it is the process that shows life, whatever its requests do: one that takes minutes
has its thread to itself until it is done, and the others answer meanwhile. What bounds a request is what it may ask
for. Workers without threads could be killed in the middle of a slow request, but then each connection that a browser
opens ahead and leaves idle would hold a whole worker as long.
"""
_LONGEST_LINE, _MOST_HEADERS = 8190, 60


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, told by our settings alone: no file of its own, no arguments."""

    def __init__(self, settings: Settings) -> None:
        """Make the site, which all processes share, for the archive that the settings name."""
        self.settings = settings
        self.connections = Connections(settings.workers)
        self._reader = open_reader(settings, verify=True)
        self._site = create_app(settings, SearchService(self._reader.current, self._reader.check))
        compile_templates(self._site)
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what the settings say."""
        address = f"{self.settings.host}:{self.settings.port}"
        options: dict[str, Any] = {
            "bind": address,
            "workers": self.settings.workers,
            "worker_class": SharingWorker,
            "threads": _THREADS,
            "timeout": _TIMEOUT,
            "graceful_timeout": 5,
            "limit_request_line": _LONGEST_LINE,
            "limit_request_fields": _MOST_HEADERS,
            "accesslog": None,
            "loglevel": "warning",
            "proc_name": "on-the-record",
            "control_socket_disable": True,
            "when_ready": self._say_where,
            "child_exit": self._free_seat,
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Open the index, in each worker: one that is open is not to be shared between processes."""
        self._reader.current()
        # What is open now stays: without this, each full collection looks at all of it, in the middle of a request.
        gc.collect()
        gc.freeze()
        return self._site

    def _free_seat(self, _server: Any, worker: SharingWorker) -> None:
        self.connections.leave(worker.seat)

    def _say_where(self, _server: Any) -> None:
        print(f"{self.settings.title}: http://{self.settings.host}:{self.settings.port}", flush=True)


def main(arguments: Sequence[str] = ()) -> int:
    """Serve the archive until stopped; give the exit status: 2 for a wrong setting, 4 where there is no index.

    2 also where the address cannot be listened on; 130, if it is interrupted before it serves.

    ``arguments``: those of the command line, which takes none but ``--help``. Raises SystemExit for any other.
    """
    _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
    except ValueError as error:
        print(error, file=sys.stderr)
        return USAGE
    refusal = _refusal(settings.host, settings.port)
    if refusal:
        print(refusal, file=sys.stderr)
        return USAGE
    try:
        open_reader(settings).current()
        Server(settings).run()
    except NoIndex as error:
        print(error.message, file=sys.stderr)
        return NO_INDEX
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _refusal(host: str, port: int) -> str | None:
    """Say why an address cannot be listened on, None if it can: gunicorn tells it in five lines, over and over."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as own:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            own.bind((host, port))
    except OSError as error:
        return (
            f"The site cannot listen on {host}:{port}: {error.strerror}. "
            "ONTHERECORD_HOST and ONTHERECORD_PORT say where (docs/settings.md)."
        )
    return None


def _parser() -> ArgumentParser:
    return ArgumentParser(
        prog="python -m webui",
        description="Serve the archive's site.",
        epilog="Index, address and port are set in the environment: ONTHERECORD_PORT=8080, say (docs/settings.md).",
    )
