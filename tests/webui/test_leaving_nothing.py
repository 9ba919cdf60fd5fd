"""What an answer is made of is gone when it is sent: nothing of it waits for Python's garbage collection.

What holds itself by a detour waits: each collection would look at a page's hits until one looks at everything, and the
next page would be made in other memory than what is still in the processor's caches.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from search.backends.opening import open_reader
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport
from search.documents import SourceFile
from search.service import SearchService
from search.settings import Settings
from tests.webui.conftest import sample
from webui.app import create_app


@contextmanager
def caught() -> Iterator[list[object]]:
    """Give what only a collection of garbage finds, of all that is left behind meanwhile."""
    found: list[object] = []
    gc.collect()
    gc.disable()
    try:
        yield found
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        found += gc.garbage
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=water",
        "/search?q=water&speaker=maren-tolliver&from=2020",
        "/search?q=water&in=statements&lang=es",
        "/search?q=headline%3Apipes+OR+wat%2A",
        "/search?q=wather",
        "/search?from=never",
        "/search.json?q=water",
        "/article/{letter}?q=water",
        "/speaker/maren-tolliver",
        "/compare?speaker=augustin-pell&speaker=maren-tolliver",
        "/about",
        "/speakers",
        "/help",
        "/",
    ],
)
def test_nothing_of_an_answer_waits_for_a_collection(tmp_path: Path, address: str) -> None:
    articles = sample()
    with WhooshWriter(tmp_path, fresh=True) as writer:
        for one in articles:
            writer.add(one)
            writer.note_file(SourceFile(one.key, "0" * 64), (one.id,))
        writer.publish(BuildReport(), "digest")
    settings = Settings.from_environment({"ONTHERECORD_INDEX": str(tmp_path)})
    reader = open_reader(settings)
    app = create_app(settings, SearchService(reader.current, reader.check))
    path = address.format(letter=articles[0].id)

    def ask() -> int:
        body, status, _ = run_wsgi_app(app, EnvironBuilder(path).get_environ())
        return len(b"".join(body)) and int(status[:3])

    assert ask() == (400 if path.endswith("never") else 200)  # the first time, much is made that stays
    with caught() as garbage:
        ask()
    ours = {type(one).__qualname__ for one in garbage if type(one).__module__.partition(".")[0] in ("search", "webui")}
    assert not ours
