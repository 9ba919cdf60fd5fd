"""Files that have moved since the last build: their articles are not taken for new ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Files = Mapping[str, tuple[str, tuple[str, ...]]]
"""The files of a corpus: path -> (digest, ids of its articles)."""


def moved_articles(before: Files, after: Files) -> dict[str, str]:
    """Give each id that an article has because its file has another path now, with the id it had before.

    A file has moved if its path is new, and one with the same bytes is no longer where it was. Of those that were not
    read to their end, which have no digest, nobody can tell.
    """
    gone = {digest: ids for path, (digest, ids) in before.items() if digest and path not in after}
    found: dict[str, str] = {}
    for path, (digest, ids) in after.items():
        known: Sequence[str] = gone.get(digest, ()) if path not in before else ()
        if len(known) == len(ids):
            found |= {new: old for new, old in zip(ids, known, strict=True) if new != old}
    return found
