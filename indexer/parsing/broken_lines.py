"""Sentences that a page saved as text has broken at its links and its words in bold: their pieces put together."""

from __future__ import annotations

import re

from indexer.parsing.bylines import byline_of_line, is_person_line
from indexer.parsing.header_lines import is_noise, is_sentence_end
from indexer.parsing.labels import label_of
from indexer.parsing.paragraphs import column_width
from search.speakers.word_sets import word_set

_FEWEST_WORDS = 9
_LONG = 40
_MARKS = (",", ";", ".", ")", "’", "”")
_ADDRESS = re.compile(r"\S+(?:://|@|\.\w+/)|www\.")
_OFFICES = word_set("Attorney Sheriff Chief Mayor Governor Judge Justice Senator President Director")
_UNFINISHED = word_set(
    "the a an of by to and or with for in at from on that who as his her their our its said says is was"
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
    if not before or not line:
        return False
    goes_on = _goes_on(line)
    if not (goes_on or _is_unfinished(before, is_among) or _is_office(before, lines[at : at + 2])):
        return False
    if _ADDRESS.match(line) or is_sentence_end(before):
        return False
    is_headline = before.isupper() and " " in before
    return not goes_on or not (
        is_headline or any(label_of(one) or byline_of_line(one) or is_noise(one) for one in (before, line))
    )


def _is_unfinished(line: str, is_among: bool) -> bool:
    """Say whether a line ends as no sentence does: not "flour; and" of a list, not "Sign in" of a menu."""
    rest, _, last = line.rpartition(" ")
    return line == "The" or (last in _UNFINISHED and rest[-1:] != ";" and (is_among or len(line) > _LONG))


def _is_office(line: str, below: list[str]) -> bool:
    """Say whether a line ends in an office and a name follows that a sentence goes on: "said today …"."""
    if line.rpartition(" ")[2] not in _OFFICES or len(below) < 2:
        return False
    return _goes_on(below[1]) and is_person_line(below[0].strip())


def _joined(pieces: list[str]) -> str:
    whole = pieces[0].strip()
    for piece in pieces[1:]:
        text = piece.strip()
        whole += text if text.startswith(_MARKS) else f" {text}"
    return whole
