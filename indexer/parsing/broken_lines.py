"""Sentences that a page saved as text has broken at its links and its words in bold: their pieces put together."""

from __future__ import annotations

import re

from indexer.parsing.bylines import byline_of_line, is_person_line
from indexer.parsing.header_lines import is_noise, is_sentence_end
from indexer.parsing.labels import label_of
from indexer.parsing.paragraphs import column_width

_FEWEST_WORDS = 9
_LONG = 40
_MARKS = (",", ";", ".", ")", "’", "”")
_ADDRESS = re.compile(r"\S+(?:://|@|\.\w+/)|www\.")
_OFFICE = re.compile(r".*\b(?:Attorney|Sheriff|Chief|Mayor|Governor|Judge|Justice|Senator|President|Director)")
_UNFINISHED = re.compile(
    r"The|.*(?<!;)\s(?:the|a|an|of|by|to|and|or|with|for|in|at|from|on|that|who|as|his|her|their|our|its|said|says|is|was)"
)


def mend_lines(lines: list[str]) -> list[str]:
    """Give the lines with the pieces of each broken sentence on one; those of a hard-wrapped file as they are."""
    if not any(map(_goes_on, lines)) or column_width(lines) is not None:
        return lines
    mended: list[str] = []
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and _runs_on(lines, stop, stop - at > 1):
            stop += 1
        whole = _joined(lines[at:stop])
        if stop - at > 1 and is_sentence_end(whole) and len(whole.split()) >= _FEWEST_WORDS:
            mended.append(whole)
        else:
            mended += lines[at:stop]
        at = stop
    return mended


def _goes_on(line: str) -> bool:
    """Say whether a line begins as no sentence does."""
    text = line.strip()
    return text[:1].islower() or text.startswith(_MARKS)


def _runs_on(lines: list[str], at: int, is_among: bool) -> bool:
    """Say whether a line goes on the one before it; ``is_among``: that one goes on another itself."""
    before, line = lines[at - 1].strip(), lines[at].strip()
    if not before or not line or _ADDRESS.match(line) or is_sentence_end(before):
        return False
    if _goes_on(line):
        is_headline = before.isupper() and " " in before
        return not is_headline and not any(
            label_of(one) or byline_of_line(one) or is_noise(one) for one in (before, line)
        )
    if _OFFICE.fullmatch(before) and is_person_line(line):
        return at + 1 < len(lines) and _goes_on(lines[at + 1])  # "County Sheriff", "Ann Roy", "said today …"
    return bool(_UNFINISHED.fullmatch(before)) and (is_among or len(before) > _LONG or before == "The")


def _joined(pieces: list[str]) -> str:
    whole = pieces[0].strip()
    for piece in pieces[1:]:
        text = piece.strip()
        whole += text if text.startswith(_MARKS) else f" {text}"
    return whole
