"""What was taken out of the archive for good: ``removed.toml`` in the corpus, article id -> why, for the reader.

ysq6uuo4pubnj = "Taken down at the request of a witness."
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

FILE_NAME = "removed.toml"
_ID = re.compile(r"[a-z2-7]{13}")


def load_removed(roots: Iterable[Path]) -> dict[str, str]:
    """Read the ``removed.toml`` of each corpus folder that has one; raises ValueError for a bad one."""
    removed: dict[str, str] = {}
    for root in roots:
        table = root / FILE_NAME
        if not table.is_file():
            continue
        try:
            entries = tomllib.loads(table.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"{table}: {error}") from error
        for id, reason in entries.items():
            if not _ID.fullmatch(id):
                raise ValueError(f"{table}: “{id}” is no id of an article, as its address ends with")
            if not isinstance(reason, str):
                raise ValueError(f"{table}: “{id}” is given no words to say why; an empty text says nothing")
            removed[id] = " ".join(reason.split())
    return removed
