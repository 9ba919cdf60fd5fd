"""Random tests try the same examples on every machine, so that a change is judged by the change alone.

``HYPOTHESIS_PROFILE=wide make test`` looks further, with new examples at each run.
"""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import settings

from indexer.articles import read_articles
from indexer.files import find_files, read_bytes
from indexer.outcomes import ReadingSettings
from indexer.outlets import load_outlets
from indexer.printings import merge
from search.backends.whoosh.live import LiveReader
from search.backends.whoosh.writer import WhooshWriter
from search.builds import BuildReport
from search.documents import Article
from search.service import SearchService
from tests.corpus_facts import CORPUS

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("wide", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # As of a run in the background: programs that the tests start would not hear an interrupt either.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> SearchService:
    """The sample archive, indexed."""
    settings = ReadingSettings(outlets=load_outlets([CORPUS]))
    printed: dict[str, list[Article]] = {}
    for source in find_files([CORPUS]):
        for article in read_articles(source, read_bytes(source), settings):
            printed.setdefault(article.id, []).append(article)
    folder = tmp_path_factory.mktemp("sample")
    with WhooshWriter(folder, fresh=True) as writer:
        for articles in printed.values():
            writer.add(merge(articles) if len(articles) > 1 else articles[0])
        writer.publish(BuildReport(), "")
    reader = LiveReader(folder, verify=False)
    return SearchService(reader.current, reader.check)
