"""Full names of organisations known by their initials: ICE, Immigration and Customs Enforcement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from indexer.attribution.lexicon import NEVER_NAMES, ORGANISATION_WORDS

_RUN = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|and|for|the|on|in|&)\s+){0,2}[A-Z][\w’'-]*)+")
_EXPLICIT = re.compile(r"\s*[(\[]\s*(?:the\s+)?([A-Z][A-Za-z&]{1,7})\s*[)\]]")
_WORD = re.compile(r"[A-Z][\w’'-]*")
_INITIAL = re.compile(r"([A-Z])[\w’'-]*")
_LONGEST_RUN = 14
_MOST_ACRONYMS = 60
_SHORTEST_BY_INITIALS = 3  # two letters fit too many names


def _is_organisation(name: str) -> bool:
    words = name.split()
    return not NEVER_NAMES.intersection(words) and any(word in ORGANISATION_WORDS or word == "of" for word in words)


@lru_cache(maxsize=1 << 13)
def is_acronym(name: str) -> bool:
    """Tell whether a name is made of two to seven capitals (FBI, U.N, ECWA)."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def full_names(text: str, acronyms: Iterable[str]) -> dict[str, str]:
    """Give each acronym's full name where the text prints one, with the acronym in brackets or by its initials."""
    wanted = {acronym.replace(".", ""): acronym for acronym in sorted(acronyms)[:_MOST_ACRONYMS]}
    explicit: dict[str, str] = {}
    initials: dict[str, str] = {}
    if not wanted:
        return {}
    shortest = min(map(len, wanted))
    for run in _RUN.finditer(text):
        letters = "".join(_INITIAL.findall(run[0])[-_LONGEST_RUN:])
        if len(letters) < shortest or not any(short in letters for short in wanted):
            continue
        words = list(_WORD.finditer(text, run.start(), run.end()))[-_LONGEST_RUN:]
        bracket = _EXPLICIT.match(text, run.end())
        for short, acronym in wanted.items():
            at = letters.rfind(short)
            if at < 0:
                continue
            name = " ".join(text[words[at].start() : words[at + len(short) - 1].end()].split())
            if bracket and bracket.group(1) == short:
                explicit.setdefault(acronym, " ".join(text[words[at].start() : run.end()].split()))
            elif len(short) >= _SHORTEST_BY_INITIALS and _is_organisation(name):
                initials.setdefault(acronym, name)
    return initials | explicit
