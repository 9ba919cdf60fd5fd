"""Offices that are printed in short: "the DA" is the district attorney, and "Lt. Gov." a lieutenant governor."""

from __future__ import annotations

_IN_FULL = {
    "da": "district attorney",
    "ada": "assistant district attorney",
    "dda": "deputy district attorney",
    "asa": "assistant state's attorney",
    "ag": "attorney general",
    "ceo": "chief executive",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
}
_IN_FULL |= {".".join(letters): office for letters, office in _IN_FULL.items()}  # "d.a" of "D.A."
_IN_FULL |= {
    "asst": "assistant",
    "atty": "attorney",
    "capt": "captain",
    "dep": "deputy",
    "det": "detective",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "supt": "superintendent",
}


def with_offices_in_full(role: str) -> str:
    """Give a role in small letters, with each such office's name in full behind it: "da district attorney"."""
    words = role.lower().split()
    if any(word.rstrip(".,") in _IN_FULL for word in words):
        words = [known for word in words for known in (word, _IN_FULL.get(word.rstrip(".,"))) if known]
    return " ".join(words)


def office_in_full(words: list[str]) -> list[str]:
    """Give a noun phrase in small letters that ends in such an office with its name in full; any other as it is."""
    return [*words[:-1], *_IN_FULL.get(words[-1], words[-1]).split()] if words else words
