"""What does not change between two generations: files of segments, linked from one into the next."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from search.backends.whoosh.layout import COLUMNS, WHOOSH
from search.backends.whoosh.manifest import FileSum, Manifest

_CANNOT_LINK = {errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK}


def carry_over(old: Path, new: Path, manifest: Manifest) -> dict[str, FileSum]:
    """Link a generation's segment files, which nothing ever writes to, into the next; give what is known of each."""
    carried = {}
    for name, known in manifest.files.items():
        if name.startswith((f"{WHOOSH}/", f"{COLUMNS}/")):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            _link(old / name, new / name)
            carried[name] = known
    return carried


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        shutil.copy2(old, new)
