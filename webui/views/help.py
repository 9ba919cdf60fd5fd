"""The help page: learn by trying. Every example is a search of this archive; every limit is the one that holds."""

from __future__ import annotations

from dataclasses import dataclass

from search.query.dates import DateRange
from search.query.expand import MAX_FORMS
from search.query.parse import MAX_CHARACTERS, MAX_NEAR, MAX_WORDS, MIN_PREFIX
from search.query.request import MAX_DEPTH, MAX_PER_PAGE, SearchRequest
from webui.links import Links
from webui.message import number


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

    def find(typed: str, finds: str) -> Example:
        return Example(typed, finds, links.search(SearchRequest(text=typed)))

    def dated(typed: str, finds: str) -> Example:
        return Example(typed, finds, links.search(SearchRequest(dates=DateRange(typed, typed))))

    name, year = known.last_name, known.year
    return Help(
        sections=(
            Section(
                "words",
                "Words",
                (
                    find("school board", "both words, in any form and any order: schools, boards"),
                    find("police OR sheriff", "either word"),
                    find("fire -department", "fire, but not department; NOT department is the same"),
                    find("(storm OR flood) damage", "brackets group"),
                    find("elect*", f"words that begin with elect; at least {MIN_PREFIX} letters before the star"),
                    find(f"{name}~", "one letter may be another, missing or too many"),
                ),
                "Capitals and accents do not matter in words typed small.",
            ),
            Section(
                "exact",
                "Exact words",
                (
                    find('"city council"', "these words, in this order, as printed"),
                    find('"we will not"', "no word is too small to be searched"),
                    find('"school bus"~5', f"both words within five of each other; {MAX_NEAR} at most"),
                ),
            ),
            Section(
                "caps",
                "Capitals mean capitals",
                (
                    find("ICE", "the agency, not frozen water"),
                    find("ice", "both"),
                    find("US", "the country, not “us”; U.S. is the same"),
                ),
                "OR and NOT in capitals are operators; in quotation marks they are words.",
            ),
            Section(
                "fields",
                "Who, where, what",
                (
                    find("said:water", "inside a statement, by anybody"),
                    find(f"speaker:{_quoted(name)} water", "in a story where somebody of that name speaks"),
                    find(f"role:{_quoted(known.role)}", "where somebody speaks who is printed with that role"),
                    find(f"speaker:{_quoted(name)} said:water", "where the same statement is theirs and says it"),
                    find("headline:water", "in the headline"),
                    find(f"outlet:{_quoted(known.outlet)}", "printed by an outlet of that name"),
                    find(f"place:{_quoted(known.place)}", "datelined there"),
                    find(f"byline:{_quoted(known.byline)}", "written by somebody of that name"),
                    find(f"date:{year}-03..{year}-05", f"1 March to 31 May {year}"),
                ),
            ),
            Section(
                "dates",
                "Dates",
                (
                    dated(year, f"1 January to 31 December {year}"),
                    dated(f"{year}-02", f"February {year}"),
                    dated(f"{year}-02-10", "one day"),
                ),
                "In the From and To fields, also “10 Feb 2017” or “last month”, which the link then writes out. Both "
                "ends are included. A story known to the month or the year is found by any range that touches it. A "
                "story without a date is found by every search without dates; with dates it is left out, and counted.",
            ),
        ),
        limits=(
            f"A query has at most {number(MAX_CHARACTERS)} characters and {number(MAX_WORDS)} words.",
            f"A word with a star or a tilde stands for at most {number(MAX_FORMS)} words.",
            f"A page has at most {number(MAX_PER_PAGE)} hits, and a search can be read {number(MAX_DEPTH)} hits deep.",
        ),
    )


def _quoted(words: str) -> str:
    return f'"{words}"' if " " in words else words
