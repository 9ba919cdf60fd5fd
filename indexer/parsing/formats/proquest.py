"""Text that ProQuest gives out: blocks of labelled lines, parted by rules of underscores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.parsing.datestrings import cut_date
from indexer.parsing.formats.records import Record, article_of, names_in, web_address
from indexer.parsing.paragraphs import join_paragraphs, split_lines
from indexer.parsing.parsed import LeftOut, SeenDate, Unreadable
from indexer.parsing.sources import Found, Source

_RULE = re.compile(r"^_{40,}\s*$", re.M)
_MARKS = (rb"^Full text:", rb"^(?:ProQuest document ID|Document URL|Publication title|Publication date):")
_LABEL = re.compile(
    r"(?P<name>Title|Author|Publication title|Publication date|Publication year|Publication info|Section|Full text|"
    r"Abstract|Links|Location|Subject|People|Company ?/ ?organization|Identifier ?/ ?keyword|First page|Pages|Volume|"
    r"Issue|Place of publication|Country of publication|Publisher|Publication subject|ISSN|Source type|"
    r"Language of publication|Language|Document type|ProQuest document ID|Document URL|Copyright|Last updated|Database|"
    r"Column|Dateline|Correspondence author|Number of pages|Source|Credit)\s*:\s*(?P<value>.*)"
)


def is_proquest(head: bytes, suffix: str) -> bool:
    """Say whether a file has ProQuest's labels; the text and one of the others."""
    return b"Full text:" in head and all(re.search(mark, head, re.M) for mark in _MARKS)


def read_proquest(source: Source) -> Iterator[Found]:
    """Read the articles. When the database changed its record is no date of theirs."""
    for number, block in enumerate(_RULE.split(source.text().replace("\r\n", "\n").replace("\r", "\n")), 1):
        if not re.search(r"^(?:Full text|Title|ProQuest document ID):", block, re.M):
            continue
        fields = _fields(split_lines(block))
        try:
            yield article_of(_record(fields))
        except Unreadable as error:
            yield LeftOut(" ".join(fields.get("ProQuest document ID", [])) or f"document {number}", error.reason)


def _fields(lines: list[str]) -> dict[str, list[str]]:
    """Each label's lines; a text may have anything in it but one of the labels that stand below texts."""
    fields: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        match = _LABEL.fullmatch(line.rstrip())
        # "Source: the county" is a line that an article may well have.
        if match and match["name"] not in fields and not (name == "Full text" and match["name"] in _OF_TEXTS):
            name = match["name"]
            fields[name] = [match["value"]]
        elif name:
            fields[name].append(line)
    return fields


_OF_TEXTS = frozenset({"Source", "Credit", "Location", "Section", "Company", "People", "Links", "Author", "Column"})


def _record(fields: dict[str, list[str]]) -> Record:
    def value(name: str) -> str:
        return " ".join(" ".join(fields.get(name, [])).split())

    date = cut_date(value("Publication date"))
    changed = cut_date(value("Last updated"))
    outlet = re.split(r"\s*[;:(]", value("Publication title"))[0]
    return Record(
        headline=value("Title").removesuffix(".") or None,
        text=join_paragraphs(fields.get("Full text") or fields.get("Abstract") or []).split("\n\n"),
        id=value("ProQuest document ID") or None,
        is_one_of_many=True,
        bylines=tuple(_upright(name) for name in re.split(r"\s*;\s*", value("Author")) if name),
        outlet=outlet.strip() or None,
        section=value("Section") or None,
        dateline=value("Dateline") or None,
        url=None if "proquest." in value("Document URL") else web_address(value("Document URL")),
        dates=[
            *([SeenDate(date, "database")] if date else ()),
            *([SeenDate(changed, "label", "bound")] if changed else ()),
        ],
        is_excerpt="Full text" not in fields,
    )


def _upright(name: str) -> str:
    """ "Quist, Paula" -> "Paula Quist"."""
    family, comma, given = name.partition(", ")
    names = names_in([f"{given} {family}" if comma and len(given.split()) <= 3 else name])
    return names[0] if names else name
