"""First names and whose they are, by the counts of the US Census of 1990, whose tables are in the public domain.

``given_names.json`` holds the names of its two tables of first names: those of which at least 85 of 100 bearers are
men, those of which as many are women, and those that say nothing about who bears them.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from indexer.attribution.words import word_set

Gender = Literal["f", "m"]
_TABLES = Path(__file__).with_name("given_names.json")
_NICKNAMES: dict[Gender, tuple[str, ...]] = {
    "m": ("barack", "bernie", "mitt", "newt", "reince", "rudy", "beto", "deshawn", "mohammed", "muhammad", "mohamed",
          "ahmed", "tucker", "augustin", "jeb", "walt", "nate", "gabe", "geoff", "zach", "stu", "vinny", "howie"),
    "f": ("hillary", "kellyanne", "melania", "ivanka", "condoleezza", "nikki", "huma", "rakeyia", "agnes", "siobhan",
          "aisha", "fatima", "priya", "cate", "steph"),
}  # fmt: skip
# Names in the tables that print, nearly always, as a word.
_WORDS = word_set("aide an angle brain desire else hang in lean loan man many my numbers season see so soon tiny un")


@cache
def given_names() -> dict[str, Gender | None]:
    """Give every first name in lower case, with the gender of at least 85 of 100 of its bearers, else None."""
    tables = json.loads(_TABLES.read_text(encoding="ascii"))
    genders: tuple[tuple[str, Gender | None], ...] = (("male", "m"), ("female", "f"), ("both", None))
    table = {name: gender for key, gender in genders for name in tables[key].split()}
    for more, known in _NICKNAMES.items():
        table.update(dict.fromkeys(known, more))
    return {name: gender for name, gender in table.items() if name not in _WORDS}


@lru_cache(maxsize=1 << 15)
def is_given_name(word: str) -> bool:
    """Tell whether a word, in any case, is a first name or begins with one and a hyphen."""
    lower = word.lower()
    return lower in given_names() or lower.split("-")[0] in given_names()


def gender_of(name: str) -> Gender | None:
    """Tell the likely gender of a first name."""
    lower = name.lower()
    table = given_names()
    return table.get(lower) or table.get(lower.split("-")[0])


def gender_of_name(name: str) -> Gender | None:
    """Tell the likely gender of a full name by its first name, or its second after an initial."""
    words = name.split()
    if len(words) < 2:
        return None
    for word in words[:-1][:2]:
        gender = gender_of(word)
        if gender is not None:
            return gender
        if len(word.strip(".")) > 1:
            return None
    return None
