"""The header of a plain-text article: headline, byline, labels and date lines, in any order, before the body."""

from __future__ import annotations

import re

from indexer.parsing.bylines import byline_names, byline_of_line, is_credit_line, is_person_line
from indexer.parsing.datelines import find_dateline
from indexer.parsing.datestrings import WHOLE_DAY, WHOLE_MONTH, WRITTEN_DAY
from indexer.parsing.header_lines import (
    MAX_HEADLINE,
    is_day_of_meeting,
    is_menu,
    is_noise,
    is_office,
    is_prose,
    is_same,
    letters,
    looks_like_headline,
    opens_story,
    outlet_name,
    writers_on_day,
)
from indexer.parsing.header_surroundings import Surroundings
from indexer.parsing.header_values import Header, refuse_listing, set_value, take_page_title
from indexer.parsing.labels import date_of_label, is_only_labelled_dates, label_of, labelled_dates
from indexer.parsing.parsed import DroppedLine, SeenDate

_DATED_LINE = re.compile(r"(?P<before>.{0,60}?)\s*(?:\||—|–|•|·|,|\s-\s)\s*$")
_RELEASE = re.compile(r"for (?:immediate )?release\b", re.I)
_LONGEST_HEADER = 150
_SHORTEST_PIECE = 15
_DIGIT = re.compile(r"\d")
_BESIDE_OUTLET = re.compile(r"(\s[/|–—]\s|$)")
# "Priya Raman, District Attorney", below the name of the office
_OFFICIAL = re.compile(r"(?:[A-Z][\w'’.-]+\s){1,3}[A-Z][\w'’-]+,\s(?:[A-Z][\w'’-]+\s?){1,4}")


def read_header(lines: list[str], outlets: frozenset[str] = frozenset()) -> Header:
    """Read the header lines of a text file; ``outlets`` holds the names of known outlets, in small letters."""
    return _Reader(lines, outlets).read()


class _Reader:
    def __init__(self, lines: list[str], outlets: frozenset[str]) -> None:
        self.lines, self.header, self.around = lines, Header(), Surroundings(lines, outlets)
        self.header.has_menu = any(is_menu(line) for line in lines[:15])

    def read(self) -> Header:
        """Take lines until the first that belongs to the body."""
        take_page_title(self.header, self.lines)
        at = 0
        while at < min(len(self.lines), _LONGEST_HEADER):
            taken = self._take(at)
            if not taken:
                break
            at += taken
        self.header.body_start = at
        refuse_listing(self.header)
        return self.header

    def _take(self, at: int) -> int:
        """Give how many lines from ``at`` belong to the header; 0 where the body begins."""
        line = self.lines[at].strip()
        if not line:
            return 1
        for step in (self._label, self._date_line, self._byline, self._outlet, self._noise, self._headline):
            taken = step(at, line)
            if taken:
                return taken
        if self.header.has_menu and not is_prose(line) and at < 80:
            self.header.dropped.append(DroppedLine(line, "menu"))
            return 1
        if not is_prose(line) and any(_RELEASE.match(below.strip()) for below in self.lines[at + 1 : at + 8]):
            self.header.dropped.append(DroppedLine(line, "header line"))
            return 1
        return self._standfirst(at, line)

    def _label(self, at: int, line: str) -> int:
        found = label_of(line)
        dates = labelled_dates(line) if len(line) <= 120 else ()
        if found and len(dates) < 2:
            name, value = found
            if value and _RELEASE.match(line) and not date_of_label(name, value):
                self.header.headline = self.header.headline or value
                return 1
            if value:
                if is_day_of_meeting(self.lines, at):
                    return 0
                return 1 if set_value(self.header, name, value) else 0
            return self._label_alone(at, name)
        if dates and is_only_labelled_dates(line):
            first = WRITTEN_DAY.match(line)
            if first and first[0].strip() != dates[0].text:
                self.header.dates.append(SeenDate(first[0].strip(" ."), "line"))
            self.header.dates += dates
            self.header.bylines = self.header.bylines or byline_of_line(re.split(r"\s*[|•·–—]\s*", line)[0])
            return 1
        return 0

    def _label_alone(self, at: int, name: str) -> int:
        for step in (1, 2):
            value = self.around.line(at + step)
            if value:
                fits = (
                    len(value) <= MAX_HEADLINE
                    and not label_of(value)
                    and not opens_story(value)
                    and (name != "byline" or bool(byline_names(value)))
                )
                return step + 1 if fits and set_value(self.header, name, value) else 0
        return 0

    def _date_line(self, at: int, line: str) -> int:
        if len(line) > 120 or not _DIGIT.search(line):
            return 0
        if WHOLE_DAY.fullmatch(line) or WHOLE_MONTH.fullmatch(line):
            self.header.dates.append(SeenDate(line.strip(" ."), "line"))
            return 1
        match = WRITTEN_DAY.search(line)
        if not match:
            return 0
        before, after = line[: match.start()], line[match.end() :].strip()
        if not before.strip() and re.match(r"(?:media )?contacts?\b|for immediate release", after, re.I):
            self.header.dates.append(SeenDate(match[0], "line"))
            return 1
        writers = writers_on_day(line)
        if writers:
            self.header.dates.append(SeenDate(match[0], "line"))
            self.header.bylines = self.header.bylines or writers
            return 1
        lead = _DATED_LINE.fullmatch(before)
        if lead and not after and len(lead["before"].split()) <= 5 and not is_prose(line):
            self.header.dates.append(SeenDate(match[0], "line"))
            self._name_beside_date(lead["before"].strip())
            return 1
        return 0

    def _name_beside_date(self, name: str) -> None:
        if self.around.is_outlet(name):
            self.header.outlet = self.header.outlet or name
        elif byline_of_line(name):
            self.header.bylines = self.header.bylines or byline_of_line(name)
        elif find_dateline(name + " (X) — ") and not is_person_line(name):
            self.header.place = self.header.place or name

    def _byline(self, at: int, line: str) -> int:
        names = byline_of_line(line)
        if names:
            self.header.bylines = self.header.bylines or names
            return 1
        if (self.header.bylines or self.header.headline) and is_credit_line(line):
            self.header.dropped.append(DroppedLine(line, "header line"))
            return 1
        if not self.header.headline or self.header.bylines or not is_person_line(line):
            return 0
        if not self.around.is_outlet(line) and not is_noise(line) and self.around.header_follows(at):
            self.header.bylines = byline_names(line)
            return 1
        return 0

    def _outlet(self, at: int, line: str) -> int:
        header, around = self.header, self.around
        name, _, section = (part.strip() for part in _BESIDE_OUTLET.split(line, maxsplit=1))
        if header.headline and not around.is_known(name) and self._repeats(line, header.headline):
            return 0
        if around.is_outlet(name) and (around.is_known(name) or around.header_follows(at) or header.headline):
            header.outlet = header.outlet or outlet_name(name)
            header.section = header.section or section or None
            return 1
        following = around.following(at) if header.headline is None and is_office(line) else None
        if following is not None and not (line.isupper() and is_prose(following)):
            header.outlet = header.outlet or outlet_name(line)
            return 1
        return 0

    def _noise(self, at: int, line: str) -> int:
        repeated = bool(self.header.headline and self._repeats(line, self.header.headline))
        official = self.header.outlet and not self.header.headline and _OFFICIAL.fullmatch(line)
        if repeated or official or is_noise(line):
            self.header.dropped.append(DroppedLine(line, "repeated headline" if repeated else "header line"))
            return 1
        return 0

    def _repeats(self, line: str, headline: str) -> bool:
        """The headline again, or on a page a line of it, where it is set in several."""
        piece = letters(line)
        if len(piece) <= _SHORTEST_PIECE or not self.header.has_menu:
            return is_same(line, headline)
        return piece in letters(headline)

    def _headline(self, at: int, line: str) -> int:
        header = self.header
        if header.headline or not looks_like_headline(line) or not self.around.stands_as_headline(at):
            return 0
        taken = 1
        below = self.around.line(at + taken)
        while self.around.goes_on_in_capitals(line, below):
            line, taken = f"{line} {below}", taken + 1
            below = self.around.line(at + taken)
        header.headline, header.headline_guessed = line, True
        return taken

    def _standfirst(self, at: int, line: str) -> int:
        """A line between headline and byline that is neither: it stays as the text's first paragraph."""
        follows = self.around.following(at)
        if not self.header.headline or self.header.kept or follows is None or len(line) > 250 or opens_story(line):
            return 0
        if not byline_of_line(follows) and not (label_of(follows) or ("", ""))[1]:
            return 0
        self.header.kept.append(line)
        return 1
