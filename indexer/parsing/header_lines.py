"""What a single header line of a plain-text article can be: a newspaper's name, a menu, noise, running text."""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.parsing.bylines import byline_of_line
from indexer.parsing.datelines import find_dateline
from indexer.parsing.datestrings import WRITTEN_DAY
from indexer.parsing.labels import label_of

MAX_HEADLINE = 160
_LONGEST_KEPT = 200
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_NO_LETTERS = re.compile(r"\W+")
_NEWSPAPER = re.compile(
    r"(?:The\s)?(?:[A-Z][\w'’&.-]*\s){1,4}(?:Ledger|Weekly|Daily|News|Times|Post|Tribune|Herald|Gazette|Press|Journal|"
    r"Chronicle|Star|Sun|Observer|Sentinel|Record|Register|Courier|Dispatch|Examiner|Independent|Advocate|Reporter|"
    r"Bulletin|Enterprise|Leader|Mirror|Monitor|Inquirer|Statesman|Citizen|Eagle|Globe|Argus|Telegraph|Review)"
)
_OFFICE = re.compile(
    r"(?:Office of (?:the )?[A-Z].*|(?:[A-Z][\w'’&.-]*\s(?:(?:of|the|and|for)\s)*){1,6}(?:Office|Authority|Department|"
    r"Commission|Police|District|Agency|Council|Board|Bureau|Administration|University|College|Foundation|Association|Coalition))"
)
_MENU_WORDS = (
    r"skip to (?:main )?content|scroll to top|toggle navigation|follow us|you are here:?|search for|"
    r"pardon our interruption"
)
_MENU = re.compile(_MENU_WORDS, re.I)
_MENU_BAR = re.compile(r"[^|/•»>.?!]{1,30}(?:\s[|/•»>]\s[^|/•»>.?!]{1,30}){2,}|A-\s+A\s+A\+")
_NOISE = re.compile(
    rf"{_MENU_WORDS}|(?:for )?(?:immediate )?release|press release|news release|media (?:release|advisory)|"
    r"\d+ min(?:ute)?s? read|search|home|menu|share(?: this)?|print|email|news|press|advertisement|subscribe|sign in|"
    r"log ?in|contact us|opinion|\*+|[-–—_=~#]+|.*\(\s*(?:office|cell)\s*\)|click here to .*|©.*",
    re.I,
)
_SECTION = re.compile(
    r"(?:in the|more|latest|top|breaking|related|recent|other|all|featured|local|national|world|business|sports|crime|"
    r"political) news",
    re.I,
)
# Words that headlines have and names of newspapers and offices do not.
_OF_HEADLINES = re.compile(
    r"\b(?:to|with|from|by|at|her|his|its|their|after|before|over|into|as|is|are|has|have|will|not|announces)\b", re.I
)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+", re.I)
_PLACE = re.compile(r"(?:place|where|venue)\s*:", re.I)
_TIME = re.compile(r"time\s*:", re.I)
_LOCATION = re.compile(r"location\s*:", re.I)
_DATE = re.compile(r"[*_#>\s]*date[*_\s]*:", re.I)
_OF_A_STORY = frozenset({"headline", "byline", "outlet", "section"})
_ON = re.compile(r"(?P<before>.{5,80}?)\s+on\s+(?:the\s+)?$", re.I)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Co|Corp|Jr|Sr|St|No|Dr)\.$")
_CONTACT = re.compile(r"\(?\b\d{3}\)?[-./\s]\s?\d{3}[-.]\d{4}\b|[\w.+-]+@[\w-]+\.\w")


def is_prose(line: str) -> bool:
    """Say whether a line reads like running text rather than like a headline or a menu."""
    text = line.strip()
    return len(text) > MAX_HEADLINE or (len(text.split()) >= 9 and is_sentence_end(text)) or opens_story(text)


def is_menu(line: str) -> bool:
    """Say whether a line is one that only a scraped web page has."""
    return bool(_MENU.fullmatch(line.strip()))


def is_noise(line: str) -> bool:
    """Say whether a line belongs to no part of an article: "FOR IMMEDIATE RELEASE", menus, a telephone number."""
    text = line.strip(" :*")
    if _NOISE.fullmatch(text) or _SECTION.fullmatch(text) or _ADDRESS.fullmatch(text):
        return True
    if _MENU_BAR.fullmatch(text) and len(text) <= 120 and not WRITTEN_DAY.search(text):
        return True
    return len(line) <= 90 and bool(_CONTACT.search(line)) and not is_prose(line)


def is_day_of_meeting(lines: list[str], at: int) -> bool:
    """Say whether a line labelled as a date is a meeting's: a place stands beside it, or a time and a location.

    A record of a story, which labels its writer or its headline too, may name a place of its own.
    """
    if not _DATE.match(lines[at]):
        return False
    beside = [near.strip() for near in lines[max(at - 3, 0) : at + 4]]
    if any((label_of(near) or ("", ""))[0] in _OF_A_STORY for near in beside):
        return False
    has_place, has_time, has_location = (any(map(label.match, beside)) for label in (_PLACE, _TIME, _LOCATION))
    return has_place or (has_time and has_location)


def writers_on_day(line: str) -> tuple[str, ...]:
    """Give the names in "By Ruth Amsel on November 18, 2022", where nothing follows."""
    day = WRITTEN_DAY.search(line) if len(line) <= 120 else None
    lead = _ON.fullmatch(line[: day.start()]) if day else None
    return byline_of_line(lead["before"]) if day and lead and not line[day.end() :].strip(" .") else ()


def is_newspaper(line: str) -> bool:
    """Say whether a line has the form of a newspaper's name, in title case or capitals."""
    if len(line) > 60 or _SECTION.fullmatch(line) or _OF_HEADLINES.search(line):
        return False
    return bool(_NEWSPAPER.fullmatch(line.title() if line.isupper() else line))


def is_office(line: str) -> bool:
    """Say whether a line has the form of a public body's name, as at the head of a press release."""
    plain = re.sub(r"(?<=['’])S\b", "s", line.title()) if line.isupper() else line
    return len(line) <= 70 and bool(_OFFICE.fullmatch(plain)) and not _OF_HEADLINES.search(line)


def opens_story(line: str) -> bool:
    """Say whether a line begins with a dateline and goes on."""
    found = find_dateline(line)
    return bool(found and len(line) - found.end > 20)


def looks_like_headline(line: str) -> bool:
    """Say whether a line can be a headline: short, of words, and neither a sentence nor the beginning of a story."""
    return (
        len(line) <= MAX_HEADLINE
        and bool(_TWO_LETTERS.search(line))
        and not is_sentence_end(line, full_stop_only=True)
        and not line.endswith((",", ";", ":"))
        and not opens_story(line)
    )


def is_sentence_end(text: str, full_stop_only: bool = False) -> bool:
    """Say whether a text ends as a sentence does; the full stop of "Inc." or "U.S." is not one."""
    bare = text.rstrip("”\"’')] ")
    if not bare.endswith("." if full_stop_only else (".", "?", "!", ":")):
        return False
    return not (bare.endswith(".") and _ABBREVIATED.search(bare))


def is_same(one: str, other: str) -> bool:
    """Say whether two lines have the same words, apart from case and marks."""
    found = letters(one)
    return found != "" and found == letters(other)


def letters(text: str) -> str:
    """Give what two spellings of a line have in common."""
    return _letters_of_line(text) if len(text) <= _LONGEST_KEPT else _only_letters(text)


@lru_cache(maxsize=1024)
def _letters_of_line(text: str) -> str:
    # The lines of a header are compared with its headline and with each other, many times over.
    return _only_letters(text)


def _only_letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.replace("&", "and")).casefold()


def outlet_name(line: str) -> str:
    """Give an outlet's name in title case where it is printed in capitals."""
    if not line.isupper():
        return line
    return re.sub(r"(?<=['’])S\b|(?<=\s)(?:Of|The|And|For)\b", lambda match: match[0].lower(), line.title())
