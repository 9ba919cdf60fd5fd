"""Keys of names as columns: by these it is found whose evidence hangs together (``search.speakers.kin``)."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Ints
from search.backends.whoosh.packing import Packing
from search.documents import SpeakerType
from search.speakers.kin import acronym_key, expansion_keys, speaker_keys

SPEAKERS, EXPANSIONS = "kin.speakers", "kin.expansions"
NO_KEY = 0
_MOST_KEYS = 4


def key_numbers(keys: Iterable[str]) -> Ints:
    """Give keys as numbers above 0. That two get the same one is next to impossible, and would do no harm."""
    digests = (hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest() for key in keys)
    return np.array([int.from_bytes(digest, "little") + 1 for digest in digests], np.int64)


def write_keys(
    packing: Packing,
    speakers: Collection[tuple[str, str, str | None, SpeakerType]],
    expansions: Iterable[tuple[str, str]],
) -> None:
    """Write the keys of a segment's speakers, as the tables have them, a row each; and of its acronyms.

    Of these each row has the number of the expansion, the acronym's key, the full name's, and another.
    """
    rows = np.full((len(speakers), _MOST_KEYS), NO_KEY, np.int64)
    for number, (_, name, _, type) in enumerate(speakers):
        keys = key_numbers(speaker_keys(name, type))
        rows[number, : len(keys)] = keys
    packing.save(SPEAKERS, rows)
    found = [NOTHING.reshape(0, 4)]
    for number, (acronym, name) in enumerate(expansions):
        keys = key_numbers([acronym_key(acronym), *expansion_keys(name)])
        found.append(np.array([(number, keys[0], keys[1], key) for key in keys[1:]], np.int64))
    packing.save(EXPANSIONS, np.concatenate(found))
