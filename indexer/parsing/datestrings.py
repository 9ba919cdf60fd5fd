"""Patterns of written dates. They only cut strings out; what a string means is read in ``indexer.dating``."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
YEAR = r"(?:1[6-9]|20)\d\d"
TIME = r"(?:\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?\s?m\b\.?|noon\b|midnight\b)"
ZONE = r"(?:\(?(?:(?:[ECMP]|AK|H)[SD]?T|UTC|GMT|BST|Z)\b\)?|[+-]\d\d:?\d\d)"
CLOCK = rf"{TIME}(?:\s?{ZONE})?"

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ISO = rf"{YEAR}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?{ZONE})?)?"
_WORDS = rf"(?:{MONTH}\s+{_DAY},?\s+{YEAR}|{_DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]+{YEAR})"
_NUMBERS = rf"(?:\d{{1,2}}[/.]\d{{1,2}}[/.](?:{YEAR}|\d\d)|{YEAR}[/.]\d{{1,2}}[/.]\d{{1,2}})\b"
_LINK = r"(?:\s*(?:,|\bat\b|@|\||/|-|–|—|·|•)\s*|\s+)"
_DAY_DATE = rf"(?:{WEEKDAY},?\s+)?(?:{_WORDS}|{_NUMBERS})(?:\s*\(?{WEEKDAY}\)?)?"

DAY = (
    rf"(?:{_ISO}|(?:{CLOCK}{_LINK}(?:on\s+)?)?{_DAY_DATE}(?:{_LINK}{CLOCK})?|"
    rf"{CLOCK}{_LINK}{YEAR}-\d\d-\d\d)"
)
MONTH_OF_YEAR = rf"(?:{MONTH},?\s+(?:of\s+)?{YEAR}|{YEAR}-\d\d)(?![-\d])"
MONTH_AND_DAY = rf"(?:{MONTH}\s+{_DAY}|{_DAY}\s+{MONTH})"

WRITTEN_DAY = re.compile(rf"(?<![\w/-])(?:{DAY})(?![\w-])", re.IGNORECASE)
WHOLE_DAY = re.compile(rf"\s*(?:{DAY})\s*\.?\s*", re.IGNORECASE)
WHOLE_MONTH = re.compile(rf"\s*(?:{MONTH_OF_YEAR})\s*\.?\s*", re.IGNORECASE)


def cut_date(text: str) -> str | None:
    """Give the first date, of the finest precision there is, that is written in a short ``text`` such as a label's."""
    match = WRITTEN_DAY.search(text) or _MONTH.search(text) or _YEAR.search(text)
    return match[0].strip() if match else None


_MONTH = re.compile(rf"(?<![\w/-])(?:{MONTH_OF_YEAR})(?!\w)", re.IGNORECASE)
_YEAR = re.compile(rf"(?<![\w/-])(?:{YEAR})(?![\w-])")
