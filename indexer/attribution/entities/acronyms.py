"""Full names of organisations known by their initials: ICE, Immigration and Customs Enforcement."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from indexer.attribution.text.lexicon import NEVER_NAMES, ORGANISATION_WORDS

_RUN = re.compile(r"[A-Z][\w’'-]*+(?:\s++(?:(?:of|and|for|the|on|in|&)\s++){0,2}+[A-Z][\w’'-]*+)++")
_BRACKETED = re.compile(r"[(\[]\s*(?:the\s+)?([A-Z][A-Za-z&]{1,7})\s*[)\]]")
_EXPLICIT = re.compile(r"\s*(?:<[A-Z][A-Z.]{0,9}>\s*)?" + _BRACKETED.pattern)  # "Rill Lead Co <RLL> (RLC)"
_AND_MORE = re.compile(r"\s+and\s+[A-Z][\w’'-]*")
_PART = re.compile(r"[A-Za-z][\w’']*")
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
    if wanted and min(map(len, wanted)) < _SHORTEST_BY_INITIALS:
        bracketed = set(_BRACKETED.findall(text))
        wanted = {s: acronym for s, acronym in wanted.items() if len(s) >= _SHORTEST_BY_INITIALS or s in bracketed}
    explicit: dict[str, str] = {}
    initials: dict[str, str] = {}
    if not wanted:
        return {}
    shortest = min(map(len, wanted))
    for run in _RUN.finditer(text):
        printed = run[0]
        bracket = None
        if " of " in printed or "-" in printed:
            bracket = _EXPLICIT.match(text, run.end())
            for acronym, name in _by_every_word(text, run, bracket[1] if bracket else "", wanted):
                (explicit if bracket else initials).setdefault(acronym, name)
        if len(printed.split()) < shortest:
            continue
        letters = "".join(_INITIAL.findall(printed)[-_LONGEST_RUN:])
        if not any(map(letters.__contains__, wanted)):
            continue
        words = list(_WORD.finditer(text, run.start(), run.end()))[-_LONGEST_RUN:]
        bracket = bracket or _EXPLICIT.match(text, run.end())
        for short, acronym in wanted.items():
            at = letters.rfind(short)
            if at < 0:
                continue
            name = " ".join(text[words[at].start() : words[at + len(short) - 1].end()].split())
            if bracket and bracket.group(1) == short:
                whole = " ".join(text[words[at].start() : run.end()].split())
                explicit.setdefault(acronym, whole.removesuffix("'s").removesuffix("’s"))  # "the Bank's (RB) plan"
            elif len(short) >= _SHORTEST_BY_INITIALS and _is_organisation(name):
                rest = text[words[at + len(short) - 1].end() : run.end()]  # "and Prevention", which CDC leaves out
                initials.setdefault(acronym, " ".join([name, *rest.split()]) if _AND_MORE.fullmatch(rest) else name)
    return initials | explicit


def _by_every_word(text: str, run: re.Match[str], short: str, wanted: dict[str, str]) -> list[tuple[str, str]]:
    """Give the acronyms that take in "of" or the parts of a word: DOJ, TCEMC for Tri-County Electric Membership Co.

    ``short``: the acronym in brackets after a run of words, which is the only one that may stand for them.
    """
    parts = list(_PART.finditer(text, run.start(), run.end()))
    found = []
    for acronym in [short] if short in wanted else [] if short else wanted:
        start = _start_of(acronym, text, parts)
        name = " ".join(text[start : run.end()].split()) if start >= 0 else ""
        if name and (short or (len(acronym) >= _SHORTEST_BY_INITIALS and _is_organisation(name))):
            found.append((wanted[acronym], name))
    return found


def _start_of(acronym: str, text: str, parts: list[re.Match[str]]) -> int:
    """Give where the words begin whose initials, read from the end, make an acronym; -1 if they do not."""
    left = len(acronym) - 1
    for part in reversed(parts):
        word = part[0]
        if word[0].upper() == acronym[left].upper():
            left -= 1
            if left < 0:
                return part.start() if word[0].isupper() else -1
        elif word[0].isupper() and text[part.start() - 1] != "-":
            return -1
    return -1
