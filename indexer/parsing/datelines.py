"""Datelines: "AUSTIN (KXAN) —", "LONDON, Feb 26, 2017 (Reuters) -", "(Dallas, Texas) –"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.parsing.datestrings import MONTH, MONTH_AND_DAY, YEAR
from search.documents import Dateline

_UPPER_WORD = r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.]+|Mc[A-Z]{2,}|[A-Z]\.)(?:-[A-ZÀ-ÖØ-Þ'’]+)*"
_TITLE_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w'’]+\.?|St\.|de|la|of|the|upon)(?:-[A-ZÀ-ÖØ-Þ][\w'’]+)*"
_STATE = r",?\s(?:[A-Z][a-z]+\.?(?:\s[A-Z][a-z]+\.?)?|(?:[A-Z]\.\s?){2,3}|[A-Z]{2})"
_DATE = rf"(?P<date>{MONTH_AND_DAY}(?:,?\s{YEAR})?)"
_AGENCY = r"(?:\((?=[^()]*[A-Za-z]{2})(?P<agency>[^()]{2,40})\)|/(?P<wire>[^/]{2,40})/)"
_DASH = r"(?:\s*(?:—|–|―|--+)\s*|\s+[-_]\s+|(?<=[)/])\s*[-_:]\s*)"
_CITY = rf"{_UPPER_WORD}(?:\s{_UPPER_WORD}){{0,3}}"
_TITLE_CITY = rf"{_TITLE_WORD}(?:\s{_TITLE_WORD}){{0,3}}"

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # AUSTIN (KXAN) —   BUFFALO, N.Y. —   PUTRAJAYA, Nov 22 —   LONDON, Feb 26, 2017 (Reuters) -
        rf"(?P<place>{_CITY})(?P<state>{_STATE})??(?:,?\s+{_DATE})?,?(?:\s*{_AGENCY})?{_DASH}",
        # Austin, Texas (AP) —      Title Case needs an agency or a date with a year
        rf"(?P<place>{_TITLE_CITY})(?P<state>{_STATE})?(?:,?\s+{_DATE})?,?\s*{_AGENCY}{_DASH}",
        rf"(?P<place>{_TITLE_CITY})(?P<state>{_STATE})?,?\s(?P<date>{MONTH}\s\d{{1,2}},\s{YEAR}){_DASH}",
        # (Dallas, Texas) –
        rf"\((?P<place>{_CITY}|{_TITLE_CITY})(?P<state>{_STATE})?\){_DASH}",
    )
)
# Words that open a story in capitals before a dash and name no place.
_NO_PLACE = re.compile(
    r"\b(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|VIDEO|PHOTOS?|LIVE|ADVISORY|ALERT|STATEMENT|CORRECTION|CLARIFICATION|"
    r"ANNOUNCEMENTS?|REPORT|NEWS|PRESS|RELEASE|MEDIA|NOTE|EDITOR|OPINION|ANALYSIS|REVIEW|COLUMN|WHAT|WHO|WHEN|WHERE|WHY|HOW|"
    r"NEW|NOTICE|REMINDER|UPCOMING|TODAY|TOMORROW|TONIGHT|WARNING|FACT|FACTS|LETTERS?|OBITUARY|BRIEFS?|BRIEFLY|CONTACT|"
    r"DATE|TIME|PLACE|LOCATION|DEFENDANTS?|CASE|QUESTION|ANSWER|AND|OR|THE|FOR|IN|ON|OF|TO|A|AN|BY)\b"
)
_STATES_ALONE = re.compile(r"(?:[A-Z]\.\s?)+")
_CALL_SIGN = re.compile(r"\b([KW][A-Z]{2,3})(?:-(?:TV|FM|AM|DT|LP))?\b")
_MAX_PLACE_WORDS = 3
_HEAD = 160
_DASHES = re.compile(r"[—–―_:-]")
_WIRES = frozenset({"ap", "associated press", "the associated press", "reuters", "cnn", "nexstar", "upi", "afp"})


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline at the start of a paragraph: what it says, the date in it as written, and its last character."""

    dateline: Dateline
    date: str | None
    end: int


def find_dateline(paragraph: str) -> FoundDateline | None:
    """Give the dateline that ``paragraph`` begins with, or None."""
    return _dateline_at_head(paragraph[:_HEAD])


@lru_cache(maxsize=1024)
def _dateline_at_head(head: str) -> FoundDateline | None:
    # A header's lines are asked for theirs several times over.
    if not _DASHES.search(head):
        return None
    lead = len(head) - len(head.lstrip())
    for form in _FORMS:
        match = form.match(head, lead)
        if match and _is_place(match):
            found = match.groupdict()
            agency = found.get("agency") or found.get("wire")
            place = _title_case(match["place"]) + _plain_state(found.get("state"))
            return FoundDateline(Dateline(place, agency.strip() if agency else None), found.get("date"), match.end())
    return None


def outlet_of(dateline: Dateline | None) -> str | None:
    """Give the station whose call sign a dateline carries: "KXAN" for "(KXAN)" and "(AP/KXAN)", None for a wire."""
    if dateline is None or not dateline.agency or dateline.agency.casefold() in _WIRES:
        return None
    match = _CALL_SIGN.search(dateline.agency)
    return match[0] if match else None


def _is_place(match: re.Match[str]) -> bool:
    found = match.groupdict()
    place = match["place"]
    vouched = bool(found.get("agency") or found.get("wire") or found.get("state") or found.get("date"))
    if _NO_PLACE.search(place) and not (found.get("agency") and place.isupper() is False):
        return False
    if len(place.split()) > _MAX_PLACE_WORDS and not vouched:
        return False
    return len(re.sub(r"[\W_]", "", place)) >= 3 and not _STATES_ALONE.fullmatch(place)


def _plain_state(state: str | None) -> str:
    return f", {state.strip(', ')}" if state else ""


def _title_case(place: str) -> str:
    if not re.search(r"\b(?:Mc)?[A-ZÀ-ÖØ-Þ]{2,}\b", place):
        return place
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", _title_word, place)


def _title_word(match: re.Match[str]) -> str:
    word = match[0]
    if word.startswith("Mc"):
        return "Mc" + word[2:].capitalize()
    parts = re.split(r"(['’])", word)
    if len(parts) == 3 and len(parts[2]) > 1:  # O'FALLON, D'ALENE
        return parts[0].capitalize() + parts[1] + parts[2].capitalize()
    return word.capitalize()
