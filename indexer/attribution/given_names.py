"""First names and whose they are, by the US Census counts that come with the package ``names``."""

from __future__ import annotations

from functools import cache
from typing import Literal

import names

Gender = Literal["f", "m"]
_ONE_SEX = 0.85  # of the bearers; below it a name says nothing about who bears it
_NICKNAMES: dict[Gender, tuple[str, ...]] = {
    "m": ("barack", "bernie", "mitt", "newt", "reince", "rudy", "beto", "deshawn", "mohammed", "muhammad", "mohamed",
          "ahmed", "tucker", "augustin", "jeb"),
    "f": ("hillary", "kellyanne", "melania", "ivanka", "condoleezza", "nikki", "huma", "rakeyia", "agnes", "siobhan",
          "aisha", "fatima", "priya"),
}  # fmt: skip


@cache
def given_names() -> dict[str, Gender | None]:
    """Give every first name in lower case, with the gender of at least 85 of 100 of its bearers, else None."""
    counts: dict[str, dict[Gender, float]] = {}
    genders: tuple[tuple[Gender, str], ...] = (("m", "first:male"), ("f", "first:female"))
    for gender, file in genders:
        with open(names.FILES[file], encoding="ascii") as lines:
            for line in lines:
                name, share, *_ = line.split()
                counts.setdefault(name.lower(), {})[gender] = float(share) + 0.0005
    table: dict[str, Gender | None] = {}
    for name, shares in counts.items():
        gender = max(shares, key=lambda key: shares[key])
        table[name] = gender if shares[gender] / sum(shares.values()) >= _ONE_SEX else None
    for gender, more in _NICKNAMES.items():
        table.update(dict.fromkeys(more, gender))
    return table


def is_given_name(word: str) -> bool:
    """Tell whether a word, in any case, is a first name or begins with one and a hyphen."""
    lower = word.lower()
    return lower in given_names() or lower.split("-")[0] in given_names()


def gender_of(name: str) -> Gender | None:
    """Tell the likely gender of a first name."""
    lower = name.lower()
    table = given_names()
    return table.get(lower) or table.get(lower.split("-")[0])
