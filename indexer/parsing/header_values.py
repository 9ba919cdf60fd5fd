"""What the header of a plain-text article says, gathered line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from indexer.parsing.bylines import byline_names
from indexer.parsing.datestrings import cut_date
from indexer.parsing.header_lines import is_same, letters, opens_story, outlet_name
from indexer.parsing.labels import date_of_label
from indexer.parsing.parsed import DroppedLine, SeenDate

_TITLE_PART = re.compile(r"\s+[-–—|•>»]\s+")
_LONGEST_VALUE = 300
_LONGEST_DATE = 100
_SHORTEST_TITLE = 6
# On a scraped page the line that is said again is the headline, however long.
_LONGEST_TITLE = 700


@dataclass(slots=True)
class Header:
    """What the header of a text file says, and the number of the line on which its body begins."""

    headline: str | None = None
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    url: str | None = None
    place: str | None = None
    dates: list[SeenDate] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    dropped: list[DroppedLine] = field(default_factory=list)
    body_start: int = 0
    has_menu: bool = False
    headline_guessed: bool = False


def set_value(header: Header, name: str, value: str) -> bool:
    """Take a labelled value into the header; say whether it was one that fits its label."""
    if name in ("published", "updated", "bound"):
        date = date_of_label(name, value) if len(value) <= _LONGEST_DATE and not opens_story(value) else None
        if date:
            header.dates.append(date)
        return bool(date)
    if len(value) > _LONGEST_VALUE:
        return False
    if name == "byline":
        header.bylines = header.bylines or byline_names(value)
    elif name == "headline":
        if header.headline and not header.headline_guessed:
            return is_same(value, header.headline)
        header.headline, header.headline_guessed = value, False
    elif name == "outlet":
        _set_outlet(header, value)
    elif name == "section":
        header.section = header.section or value
    elif name == "url":
        header.url = header.url or value
    elif name == "dateline":
        header.place = header.place or value
    return True


def _set_outlet(header: Header, value: str) -> None:
    """ "Fenwick Valley Weekly, annual keepsake number, 2021": the name, and perhaps when it was printed."""
    date = cut_date(value)
    if date:
        header.dates.append(SeenDate(date, "label"))
    name = re.split(r"[,;]", value.replace(date or "\0", ""))[0].strip(" -–—|(")
    header.outlet = header.outlet or outlet_name(name) or None


def take_page_title(header: Header, lines: list[str]) -> None:
    """A scraped page begins with its title, "Headline - Site"; the headline is what is repeated below."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    longest = _LONGEST_TITLE if header.has_menu else _LONGEST_VALUE
    if first is None or len(lines[first]) > longest:
        return
    title = lines[first].strip()
    window = 60 if header.has_menu else 8
    ends = [match.start() for match in _TITLE_PART.finditer(title)]
    if not ends and not header.has_menu:
        return
    # Shorter lines, and much longer ones, cannot be the title, or a part of it, again.
    most = min(longest, 2 * len(title))
    below = {letters(line) for line in lines[first + 1 : first + window] if _SHORTEST_TITLE < len(line) <= most}
    whole = [title[:end] for end in (*reversed(ends), len(title))]
    repeated = [part for part in reversed(whole) if len(part) > _SHORTEST_TITLE + 2 and letters(part) in below]
    if not header.has_menu and not any(len(part) < len(title) for part in repeated):
        return
    if not repeated and not ends:
        return
    header.has_menu = True
    header.headline = max(repeated, key=len) if repeated else title[: ends[-1]]
    header.dropped.append(DroppedLine(title, "page title"))
    lines[first] = ""


def refuse_listing(header: Header) -> None:
    """Three dates of their own lines are a list of stories, not the date of one."""
    if len({date.text for date in header.dates if date.evidence == "line"}) >= 3:
        header.dates = [date for date in header.dates if date.evidence != "line"]
