"""What acronyms stand for, as articles print it: "Immigration and Customs Enforcement (ICE)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BRACKET = re.compile(r"[(\[]\s*(?:the\s+)?([A-Z][A-Za-z&.-]{1,9})\s*[)\]]")
_WORD = re.compile(r"[\w’'.&-]*[\w.]")
_SMALL = frozenset(["of", "and", "for", "the", "on", "in", "to", "at", "de", "&", "with"])
_REACH = 120  # characters before the bracket


def is_acronym(name: str) -> bool:
    """Say whether a name is two to seven capitals (FBI, U.N., TxDOT is none)."""
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()


def spelled(acronym: str) -> str:
    """Give an acronym without its dots."""
    return acronym.replace(".", "")


def expansions(text: str) -> Iterator[tuple[str, str]]:
    """Give each acronym that stands in brackets behind its full name, and that name; each pair once."""
    seen = set()
    for bracket in _BRACKET.finditer(text):
        if is_acronym(bracket[1]):
            pair = spelled(bracket[1]), _full_name(text[max(0, bracket.start() - _REACH) : bracket.start()], bracket[1])
            if pair[1] and pair not in seen:
                seen.add(pair)
                yield pair


def _full_name(before: str, acronym: str) -> str:
    """Read backwards from the bracket: each capital of the acronym begins a word, small words stand between."""
    if not before.endswith((" ", "\n", "\xa0")) or before.rstrip()[-1:] in '.,;:!?)”"':
        return ""
    line = before.rstrip().rpartition("\n")[2]
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
