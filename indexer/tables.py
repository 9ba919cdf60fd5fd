"""The archive's own tables: TOML files that lie in its folders, beside the articles."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def read_tables(roots: Iterable[Path], name: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Give the table of this name in each folder that has one, and where it lies; raises ValueError for a bad one."""
    for root in roots:
        table = root / name
        if not table.is_file():
            continue
        try:
            yield table, tomllib.loads(table.read_text(encoding="utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"{table}: {error}") from error
