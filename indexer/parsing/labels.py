"""Labelled lines of plain-text articles: "Published: May 5, 2011", "Byline: Ruth Amsel", "Posted on June 1, 2026"."""

from __future__ import annotations

import re

from indexer.parsing.datestrings import DAY, cut_date
from indexer.parsing.parsed import DateRole, SeenDate

_FIELDS = {
    "headline": "headline|title|hed|head",
    "published": "date|published|publish date|published on|published at|pubdate|pub date|publication date|"
    "date published|date of publication|posted|posted on|first published|first posted|created|issued|issue|"
    "issue date|edition date|release date|printed|print date|dated|written|"
    "for immediate release|for release|immediate release|published online|aired",
    "updated": "updated|last updated|updated on|modified|last modified|date modified|revised|corrected",
    "bound": "load-date|load date|loaded|archived|retrieved|captured|accessed|copyright|date loaded",
    "byline": "byline|by|author|authors|writer|reporter|reporters|story by|written by|reported by",
    "section": "section|category|department|desk",
    "outlet": "source|publication|publication title|outlet|newspaper|paper|publisher|station|from|organization|"
    "organisation",
    "url": "url|link|permalink|canonical|canonical url|original url|web address",
    "dateline": "dateline|location",
    "skip": "language|keywords|tags|topics|length|word count|words|edition|page|pages|slug|id|story id|article id|"
    "document id|case|contact|media contact|for more information|photo|photos|photo by|phone|email|e-mail|fax|tel|"
    "cell|office|subject|type|publication-type|document type|to|cc|filed under|related",
}


_JOINTS = str.maketrans("", "", " \t\xa0_-")


def _joined(label: str) -> str:
    """ "Publication date", "publication-date" and "PublicationDate" are one label."""
    return label.casefold().translate(_JOINTS)


_LABELS = [label for labels in _FIELDS.values() for label in labels.split("|")]
_FIELD_OF = {_joined(label): field for field, labels in _FIELDS.items() for label in labels.split("|")}
_ALL = "|".join(re.escape(label).replace(r"\ ", r"[\s_-]?") for label in sorted(_LABELS, key=len, reverse=True))
_WITH_VALUE = re.compile(rf"\s*[*_#>]*\s*(?P<label>{_ALL})\s*[*_]*\s*(?::|=(?!=))\s*[*_]*\s*(?P<value>.*\S)\s*$", re.I)
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_LONGEST_ALONE = 60
_HEADLINE_WORDS = frozenset(("from", "to"))
"""Labels that without their colon are a line of a headline that is set in several."""
_DATE_LABELS = [*_FIELDS["published"].split("|"), *_FIELDS["updated"].split("|")]
_DATE_WORDS = "|".join(re.escape(label).replace(r"\ ", r"\s") for label in sorted(_DATE_LABELS, key=len, reverse=True))
_LABELLED_DATE = re.compile(rf"\b(?P<label>{_DATE_WORDS})(?:\s+(?:on|at))?\s*[:=]?\s*(?P<date>{DAY})", re.I)
_ROLES: dict[str, DateRole] = {"published": "published", "updated": "updated", "bound": "bound"}


def label_of(line: str) -> tuple[str, str] | None:
    """Give the field and the value of a labelled line; the value is empty for a label alone on its line."""
    match = _WITH_VALUE.match(line) if ":" in line or "=" in line else None
    if match:
        return _field(match["label"]), match["value"]
    bare = line.strip()
    if len(bare) > _LONGEST_ALONE or bare.casefold() in _HEADLINE_WORDS:
        return None
    alone = _FIELD_OF.get(_joined(bare.removesuffix(":")))
    return (alone, "") if alone else None


def labelled_dates(line: str, evidence: str = "label") -> tuple[SeenDate, ...]:
    """Give the dates with a label of their own in a short line: "Posted: … / 10:35 PM PST Updated: …"."""
    found: list[SeenDate] = []
    if not _DIGIT.search(line):
        return ()
    for match in _LABELLED_DATE.finditer(line):
        found.append(SeenDate(match["date"].strip(), evidence, _ROLES[_field(match["label"])]))
    return tuple(found)


def date_of_label(field: str, value: str) -> SeenDate | None:
    """Give the date that a date label's ``value`` holds, or None."""
    cut = cut_date(value)
    return SeenDate(cut, "label", _ROLES[field]) if cut and field in _ROLES else None


def is_only_labelled_dates(line: str) -> bool:
    """Say whether nothing but labels and their dates stands in ``line``."""
    if not _DIGIT.search(line):
        return False
    rest = _LABELLED_DATE.sub("", line)
    return rest != line and len(_WORD.findall(rest)) <= 3


def _field(label: str) -> str:
    return _FIELD_OF[_joined(label)]
