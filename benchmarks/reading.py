"""How many files of the sample archive are read, dated and attributed in a second of CPU."""

from __future__ import annotations

import time
from pathlib import Path

from indexer.articles import ReadingSettings
from indexer.batches import Limits, read_one
from indexer.files import find_files
from indexer.outlets import load_outlets

CORPUS = Path(__file__).parent.parent / "corpus"
_KINDS = {"plain text": ".txt", "saved pages": ".html"}


def reading_rates() -> dict[str, float]:
    """Give, by kind of file, files per second of CPU."""
    settings = ReadingSettings(outlets=load_outlets([CORPUS]))
    sources = find_files([CORPUS])
    read_one(sources[0], settings, Limits())
    rates = {}
    for kind, suffix in _KINDS.items():
        chosen = [source for source in sources if source.path.endswith(suffix)]
        began = time.process_time()
        for source in chosen:
            read_one(source, settings, Limits())
        rates[kind] = len(chosen) / (time.process_time() - began)
    return rates
