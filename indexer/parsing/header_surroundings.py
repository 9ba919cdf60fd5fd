"""What a line at the head of a plain-text article is by the lines below it and by the outlets that are known."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.parsing.bylines import byline_of_line, is_credit_line, is_person_line
from indexer.parsing.datestrings import WHOLE_DAY, WHOLE_MONTH
from indexer.parsing.header_lines import (
    MAX_HEADLINE,
    is_newspaper,
    is_prose,
    looks_like_headline,
    opens_story,
    writers_on_day,
)
from indexer.parsing.labels import is_only_labelled_dates, label_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines of an article, and the names of known outlets, in small letters."""

    lines: list[str]
    outlets: frozenset[str]

    def line(self, at: int) -> str:
        """Give a line without the blanks about it; "" beyond the last."""
        return self.lines[at].strip() if at < len(self.lines) else ""

    def following(self, at: int) -> str | None:
        """Give the next line below that is not blank."""
        return next((line.strip() for line in self.lines[at + 1 :] if line.strip()), None)

    def is_known(self, name: str) -> bool:
        """Say whether a name is that of a known outlet."""
        return name.casefold() in self.outlets

    def is_outlet(self, line: str) -> bool:
        """Say whether a line is the name of a known outlet, or has the form of a newspaper's."""
        return self.is_known(line) or is_newspaper(line)

    def is_header_line(self, line: str) -> bool:
        """Say whether a line belongs to a header whatever stands about it."""
        return bool(
            label_of(line)
            or byline_of_line(line)
            or WHOLE_DAY.fullmatch(line)
            or WHOLE_MONTH.fullmatch(line)
            or self.is_outlet(line)
            or is_only_labelled_dates(line)
            or writers_on_day(line)
        )

    def header_follows(self, at: int) -> bool:
        """Say whether the next line is of the header, or opens the story."""
        follows = self.following(at)
        return follows is not None and (self.is_header_line(follows) or opens_story(follows))

    def stands_as_headline(self, at: int) -> bool:
        """Say whether a line that looks like a headline stands as one does: apart, or above more of the header."""
        if self.following(at) is None:
            return False
        line, below = self.line(at), self.line(at + 1)
        return (
            not below
            or self.is_header_line(below)
            or self._is_above_deck(at)
            or self._is_above_dated_name(at)
            or line.isupper()
            or (is_prose(below) and len(below) > 2 * len(line))
        )

    def goes_on_in_capitals(self, headline: str, below: str) -> bool:
        """Say whether a headline in capitals goes on in the line below."""
        return (
            headline.isupper()
            and below.isupper()
            and len(headline) + len(below) <= 2 * MAX_HEADLINE
            and looks_like_headline(below)
            and not self.is_header_line(below)
        )

    def _is_above_deck(self, at: int) -> bool:
        """A deck between a headline and its byline, all on lines of their own."""
        deck, byline = self.line(at + 1), self.line(at + 2)
        return bool(deck) and looks_like_headline(deck) and bool(byline_of_line(byline))

    def _is_above_dated_name(self, at: int) -> bool:
        """A writer's name or "Staff report" between a headline and a date, all on lines of their own."""
        name, day = self.line(at + 1), self.line(at + 2)
        return (is_person_line(name) or is_credit_line(name)) and bool(WHOLE_DAY.fullmatch(day))
