"""What acronyms stand for, as articles print it: "Immigration and Customs Enforcement (ICE)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEHIND = re.compile(
    r"\s[(\[]\s*(?:the\s+)?([A-Z][A-Za-z&.-]{1,9})\s*[)\]]"
    r"|,\s(?:or|(?:also\s)?known\sas)\s(?:the\s)?([A-Z][A-Z&.]{0,8}[A-Z])(?![\w-])"
)
"""An acronym behind its full name: in brackets, or after a comma, ", or DPS, "."""
_WORD = re.compile(r"[\w’'.&-]*[\w.]")
_SMALL = frozenset(["of", "and", "for", "the", "on", "in", "to", "at", "de", "&", "with"])
_REACH = 120  # characters before the acronym


def is_acronym(name: str) -> bool:
    """Say whether a name is two to seven capitals (FBI, U.N., TxDOT is none)."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def spelled(acronym: str) -> str:
    """Give an acronym without its dots."""
    return acronym.replace(".", "")


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Give each acronym that stands behind its full name, and that name; each pair once."""
    seen = set()
    for behind in _BEHIND.finditer(text):
        acronym = behind[1] or behind[2]
        if is_acronym(acronym):
            pair = spelled(acronym), _full_name(text[max(0, behind.start() - _REACH) : behind.start()], acronym)
            if pair[1] and pair not in seen:
                seen.add(pair)
                yield pair


def initials_of(name: str, acronym: str) -> tuple[str, str] | None:
    """Give an acronym and what it stands for, if its letters begin words of a name: DOJ, Department of Justice."""
    if not is_acronym(acronym) or is_acronym(name):
        return None
    first_letters = iter([word[0].upper() for word in name.split()])
    has_all = all(letter in first_letters for letter in spelled(acronym))
    return (spelled(acronym), _full_name(name, acronym) or name) if has_all else None


def _full_name(before: str, acronym: str) -> str:
    """Read backwards from the acronym: each of its capitals begins a word, small words stand between."""
    if before[-1:] in '.,;:!?)”"' or before[-1:].isspace():
        return ""
    line = before.rpartition("\n")[2]
    words = list(_WORD.finditer(line))
    letters = spelled(acronym)
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at > 0 and words[at].group().lower() in _SMALL and not words[at].group()[0].isupper():
            at -= 1
        if at < 0 or words[at].group()[0] != letter:
            return ""
    name = " ".join(re.sub(r"['’]s$", "", line[words[at].start() :]).split())
    return name if len(words) - at > 1 and not set(name) & set("()[]") else ""
