"""What was taken out of the archive for good: ``removed.toml`` in the corpus, article id -> why, for the reader.

ysq6uuo4pubnj = "Taken down at the request of a witness."
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from indexer.tables import read_tables

FILE_NAME = "removed.toml"
_ID = re.compile(r"[a-z2-7]{13}")


def load_removed(roots: Iterable[Path]) -> dict[str, str]:
    """Read the ``removed.toml`` of each corpus folder that has one; raises ValueError for a bad one."""
    removed: dict[str, str] = {}
    for table, entries in read_tables(roots, FILE_NAME):
        for id, reason in entries.items():
            if not _ID.fullmatch(id):
                raise ValueError(f"{table}: “{id}” is no id of an article, as its address ends with")
            if not isinstance(reason, str):
                raise ValueError(f"{table}: “{id}” is given no words to say why; an empty text says nothing")
            removed[id] = " ".join(reason.split())
    return removed
