"""The sample archive, indexed and served on a free port of this machine, and a browser to look at it."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from werkzeug.serving import make_server

from indexer.files import find_files
from indexer.outcomes import ReadingSettings
from indexer.outlets import load_outlets
from indexer.pipeline import build
from indexer.plan import Plan
from search.backends.opening import open_reader, open_writer
from search.service import SearchService
from search.settings import Settings
from tests.corpus_facts import CORPUS
from webui.app import create_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    """Give the path of an installed Chromium, None if there is none."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def index_sample(folder: Path) -> Settings:
    """Index the sample archive into a folder, and give the settings to open it with."""
    settings = replace(Settings.from_environment({}), index=folder, corpus=CORPUS)
    reading = ReadingSettings(outlets=load_outlets([CORPUS]))
    with open_writer(settings, fresh=True) as writer:
        build(find_files([CORPUS]), writer, Plan(settings=reading))
    return settings


@contextmanager
def serve_sample() -> Iterator[str]:
    """Serve the sample archive; give the address it is at."""
    with tempfile.TemporaryDirectory() as folder:
        settings = index_sample(Path(folder))
        reader = open_reader(settings)
        server = make_server("127.0.0.1", 0, create_app(settings, SearchService(reader.current)), threaded=True)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
