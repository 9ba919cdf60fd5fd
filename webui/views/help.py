"""The help page: learn by trying. Every example is a search of this archive; every limit is the one that holds."""

from __future__ import annotations

from dataclasses import dataclass

from search.query.dates import DateRange
from search.query.expand import ALL_FORMS, MAX_FORMS
from search.query.parse import MAX_CHARACTERS, MAX_NEAR, MAX_WORDS, MIN_PREFIX
from search.query.request import MAX_DEPTH, MAX_PER_PAGE, SearchRequest
from webui.links import Links
from webui.message import Message, number
from webui.written_dates import write_month


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type, what it finds, and the search."""

    typed: str
    finds: str
    url: str


@dataclass(frozen=True, slots=True)
class Section:
    """Examples of one kind."""

    id: str
    name: str
    examples: tuple[Example, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """All that the page shows."""

    sections: tuple[Section, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive holds that examples can be made of."""

    last_name: str = "smith"
    role: str = "mayor"
    place: str = "austin"
    outlet: str = "ledger"
    byline: str = "smith"
    year: str = "2017"


def help_page(known: Known, links: Links) -> Help:
    """Give the view of the help page, with examples made of what is ``known`` of the archive."""
    examples = _Examples(links)
    sections = (
        _words(known, examples),
        _exact(examples),
        _capitals(examples),
        _fields(known, examples),
        _dates(known, examples),
    )
    return Help(sections, _limits())


@dataclass(frozen=True, slots=True)
class _Examples:
    """Examples of what can be typed, each with the search that it leads to."""

    links: Links

    def find(self, typed: str, finds: Message, **values: object) -> Example:
        """Give words for the search field."""
        return Example(typed, finds(**values), self.links.search(SearchRequest(text=typed)))

    def dated(self, typed: str, finds: str) -> Example:
        """Give a date for both the From and the To field."""
        return Example(typed, finds, self.links.search(SearchRequest(dates=DateRange(typed, typed))))


def _words(known: Known, examples: _Examples) -> Section:
    find = examples.find
    return Section(
        "words",
        Message("Words")(),
        (
            find("school board", Message("both words, in any form and any order: schools, boards")),
            find("police OR sheriff", Message("either word")),
            find("fire -department", Message("fire, but not department; NOT department is the same")),
            find("(storm OR flood) damage", Message("brackets group")),
            find(
                "elect*",
                Message("words that begin with elect; at least {n} letters before the star"),
                n=MIN_PREFIX,
            ),
            find(f"{known.last_name}~", Message("one letter may be another, missing or too many")),
        ),
        Message("Capitals and accents do not matter in words typed small.")(),
    )


def _exact(examples: _Examples) -> Section:
    find = examples.find
    return Section(
        "exact",
        Message("Exact words")(),
        (
            find('"city council"', Message("these words, in this order, as printed")),
            find('"we will not"', Message("no word is too small to be searched")),
            find('"school bus"~5', Message("both words within five of each other; {n} at most"), n=MAX_NEAR),
        ),
    )


def _capitals(examples: _Examples) -> Section:
    find = examples.find
    return Section(
        "caps",
        Message("Capitals mean capitals")(),
        (
            find("ICE", Message("the agency, not frozen water")),
            find("ice", Message("both")),
            find("US", Message("the country, not “us”; U.S. is the same")),
        ),
        Message("OR and NOT in capitals are operators; in quotation marks they are words.")(),
    )


def _fields(known: Known, examples: _Examples) -> Section:
    find, year = examples.find, known.year
    return Section(
        "fields",
        Message("Who, where, what")(),
        (
            find("said:water", Message("inside a statement, by anybody")),
            find(f"speaker:{_quoted(known.last_name)} water", Message("in a story where somebody of that name speaks")),
            find(f"role:{_quoted(known.role)}", Message("where somebody speaks who is printed with that role")),
            find(
                f"speaker:{_quoted(known.last_name)} said:water",
                Message("where the same statement is theirs and says it"),
            ),
            find("headline:water", Message("in the headline")),
            find(f"outlet:{_quoted(known.outlet)}", Message("printed by an outlet of that name")),
            find(f"place:{_quoted(known.place)}", Message("datelined there")),
            find(f"byline:{_quoted(known.byline)}", Message("written by somebody of that name")),
            find(f"date:{year}-03..{year}-05", Message("1 March to 31 May {year}"), year=year),
        ),
    )


def _dates(known: Known, examples: _Examples) -> Section:
    dated, year = examples.dated, known.year
    return Section(
        "dates",
        Message("Dates")(),
        (
            dated(year, Message("1 January to 31 December {year}")(year=year)),
            dated(f"{year}-02", write_month(f"{year}-02")),
            dated(f"{year}-02-10", Message("one day")()),
        ),
        Message(
            "In the From and To fields, also “10 Feb 2017” or “last month”, which the link then writes out. "
            "Both ends are included. A story known to the month or the year is found by any range that touches "
            "it. A story without a date is found by every search without dates; with dates it is left out, and "
            "counted."
        )(),
    )


def _limits() -> tuple[str, ...]:
    return (
        Message("A query has at most {characters} characters and {words} words.")(
            characters=number(MAX_CHARACTERS), words=number(MAX_WORDS)
        ),
        Message("A word with a star or a tilde stands for at most {n} words, all of a search for at most {all}.")(
            n=number(MAX_FORMS), all=number(ALL_FORMS)
        ),
        Message("A page has at most {most} hits, and a search can be read {deep} hits deep.")(
            most=number(MAX_PER_PAGE), deep=number(MAX_DEPTH)
        ),
    )


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words
