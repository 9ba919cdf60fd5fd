"""First names and whose they are, by the counts of the US Census of 1990, whose tables are in the public domain.

``given_names.json`` holds the names of its two tables of first names: those of which at least 85 of 100 bearers are
men, those of which as many are women, and those that say nothing about who bears them. ``more_given_names.json`` holds
names that the tables lack, since they came up later or with people from elsewhere: our own list of what is commonly
known to be nearly always a man's name or nearly always a woman's, or, under "both", either's, in one language or in
two (Haruna is a woman in Japan and a man in Nigeria). All are written without accents.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from indexer.attribution.text.words import word_set
from search.folding import without_accents

Gender = Literal["f", "m"]
_TABLES = Path(__file__).with_name("given_names.json")
_MORE = Path(__file__).with_name("more_given_names.json")
# Names in the tables that print, nearly always, as a word.
_WORDS = word_set("aide an angle brain desire else hang in lean loan man many my numbers season see so soon tiny un")
_CALLED = word_set("bubba buck doc dutch red sig skip")  # what men are called, and words as well
_SECOND_PARTS: dict[str, Gender] = {  # of names from Korea and China, written with a hyphen
    **dict.fromkeys(("chul", "ho", "hoon", "hwan", "jun", "joon", "seok", "sik", "sok", "suk", "woo"), "m"),
    **dict.fromkeys(("ah", "hee", "hwa", "ja", "ling", "mi", "na", "ran", "sook"), "f"),
}
_FIRST_PARTS = word_set(  # of names from Korea, which say nothing of whose they are: Dae-jung
    "bo byung chang chul dae dong doo eun gi ha hae ho hyo hyuk hyun in jae jang jeong ji jin jong joo joon ju jun jung"
    " ki kwang kyu kyung mi min moo myung nam sang seo seok seong seung soo soon su suk sun sung tae won woo yeon yong"
    " yoo young yu yun"
)


@cache
def given_names() -> dict[str, Gender | None]:
    """Give every first name in lower case, with the gender of at least 85 of 100 of its bearers, else None."""
    genders: tuple[tuple[str, Gender | None], ...] = (("male", "m"), ("female", "f"), ("both", None))
    table: dict[str, Gender | None] = {}
    for file in (_TABLES, _MORE):
        tables = json.loads(file.read_text(encoding="ascii"))
        for key, gender in genders:
            table.update(dict.fromkeys(tables.get(key, "").split(), gender))
    return {name: gender for name, gender in table.items() if name not in _WORDS}


@lru_cache(maxsize=1 << 15)
def is_given_name(word: str) -> bool:
    """Tell whether a word, in any case, is a first name or begins with one and a hyphen."""
    plain = without_accents(word.lower())
    if plain in given_names():
        return True
    first, hyphen, _ = plain.partition("-")
    return first in given_names() or (hyphen != "" and first in _FIRST_PARTS)


@lru_cache(maxsize=1 << 15)
def gender_of(name: str) -> Gender | None:
    """Tell the likely gender of a first name; of one of two parts the second decides: Jean-Pierre, Hyun-woo."""
    plain = without_accents(name.lower())
    if plain in _CALLED:
        return "m"
    parts = plain.split("-")
    table = given_names()
    if len(parts) == 1:
        return table.get(plain)
    second = _SECOND_PARTS.get(parts[-1])
    if parts[0] in _FIRST_PARTS:
        return table.get(plain) or second
    return table.get(plain) or second or table.get(parts[-1]) or table.get(parts[0])


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
