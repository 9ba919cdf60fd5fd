"""Bylines: "By Paula Quist and Tom Aske | The Ellery Ledger" -> the people's names."""

from __future__ import annotations

import re
import unicodedata

_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|de|da|del|della|der|den|van|von|la|le|bin|ibn|al|y|dos|du)"
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}"
_LEAD = r"(?:story|written|reported|reporting|words|text|compiled)?\s*by\b[:\s]+"
_LED = re.compile(rf"{_LEAD}.+$", re.I)
_ONE_NAME = re.compile(_NAME)
_SIGNATURE = re.compile(rf"\s*[—–-]+\s*(?P<name>{_NAME}),\s*(?P<where>[^.?!]{{3,60}})")
_CREDIT_BESIDE = re.compile(r",?\s*(?:staff (?:writer|reporter)|reporter|editor)$", re.I)
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?:\s+[A-ZÀ-Þ][\w'’.-]*){1,3}")
_STAFF = re.compile(r"(?:[\w'’.]+\s+){0,4}staff(?:\s+(?:writers?|reports?|reporters?))?", re.I)
_SPLIT = re.compile(
    r"\s*(?:,|;|&|\band\b|\bwith\b(?:\s+(?:additional )?reporting by\b)?|\bund\b|\bet\b|"
    r"\by\b(?=\s+[A-Z]\w+\s+[A-Z]))\s*",
    re.I,
)
_CREDIT = re.compile(
    r"(?:^|\s)(?:(?:senior|chief|staff|special|contributing|managing|associate|assistant|executive|digital|political|crime|"
    r"investigative|freelance|multimedia|features?|news|sports|city|county)\s+)*(?:writers?|reporters?|correspondents?|editors?|"
    r"columnist|producer|anchor|photographer|contributor|journalist|special to .*|bureau chief|staff)\s*$",
    re.I,
)
# "Amsel, Ruth", as catalogues have it
_TURNED = re.compile(r"(?P<last>[A-ZÀ-Þ][\w'’-]+),\s(?P<first>[A-ZÀ-Þ][\w'’-]+(?:\s[A-Z]\.?)?)")
# "RUTH AMSEL Fenwick Valley Weekly": after a name in capitals, what is not is where that person works
_SHOUTED_NAME = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*\s){1,3}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)\s(?:The\s)?[A-Z][a-z]{2,}\b.*"
)
_CREDIT_LINE = re.compile(
    r"special to .{2,60}|(?:photos?|photographs|pictures) by .{2,80}|staff reports?|"
    r"(?:by )?(?:for )?(?:the )?(?:[\w'’&.-]+\s){0,5}staff(?: writers?| reports?| reporters?)?",
    re.I,
)
_NOT_NAMES = re.compile(
    r"@|https?:|www\.|\d{2}|^(?:from )?staff reports?$|^(?:admin(?:istrator)?|web\s?master|editor|editors|newsroom|"
    r"none|null|unknown|guest|root|posted|updated|published|share|print|email|facebook|twitter)$",
    re.I,
)


def byline_names(value: str) -> tuple[str, ...]:
    """Give the names in the ``value`` of a byline, without "By", titles of work, addresses and the outlet."""
    value = re.sub(r"\s+", " ", unicodedata.normalize("NFC", value)).strip()
    value = upright(value)
    value = re.sub(r"^(?:(?:story|written|reported|compiled|posted|published)\s+)?by\b[:\s]+", "", value, flags=re.I)
    value = re.split(r"\s*(?:\||•|·|—|–|\s-\s|\s/\s|\()\s*", value, maxsplit=1)[0]
    found: list[str] = []
    for piece in _SPLIT.split(value):
        is_staff = _STAFF.fullmatch(piece.strip()) and not found
        piece = _SHOUTED_NAME.sub(r"\g<name>", piece)
        name = piece.strip() if is_staff else _CREDIT.sub("", piece).strip(" ,;:-–—|")
        name = name if re.search(r"\b(?:[JS]r|[A-Z])\.$", name) else name.rstrip(".")
        if name and not _NOT_NAMES.search(name) and len(name) <= 60 and not _is_organisation(name, bool(found)):
            found.append(name)
    return tuple(dict.fromkeys(found))


def byline_of_line(line: str) -> tuple[str, ...]:
    """Give the names of a line that is nothing but a byline ("By Ruth Amsel, Staff Writer"), else nothing."""
    text = line.strip()
    if len(text) > 120 or (text.endswith((".", "?", "!", ":")) and not re.search(r"\b(?:Jr|Sr)\.$", text)):
        return ()
    if not _LED.match(text):
        return ()
    names = byline_names(text)
    if not names or not all(_ONE_NAME.fullmatch(name) or _STAFF.fullmatch(name) for name in names):
        return ()
    return names


def upright(name: str) -> str:
    """Give "Amsel, Ruth" as "Ruth Amsel", and any other text as it is."""
    match = _TURNED.fullmatch(name.strip())
    if not match or _CREDIT.search(match["first"]) or _ORGANISATION.search(name) or match["first"].isupper():
        return name
    return f"{match['first']} {match['last']}"


def is_credit_line(line: str) -> bool:
    """Say whether a line tells no more than what a writer is, or who took the pictures: "Staff Writer"."""
    text = line.strip(" .|*")
    return len(text) <= 90 and bool(
        _CREDIT_LINE.fullmatch(text) or (_CREDIT.fullmatch(text) and len(text.split()) <= 5)
    )


def byline_of_signature(line: str) -> tuple[str, ...]:
    """Give the name of a line that signs a story at its end: "— Marcus Dole, Channel 6 News"."""
    match = _SIGNATURE.fullmatch(line)
    if not match or not (_ORGANISATION.search(match["where"]) or _CREDIT.search(match["where"])):
        return ()
    return byline_names(match["name"])


def is_person_line(line: str) -> bool:
    """Say whether a line is two to four capitalised words and nothing else, as a name without "By" is."""
    text = _CREDIT_BESIDE.sub("", line.strip())
    return bool(_PERSON.fullmatch(text)) and not text.isupper()


_ORGANISATION = re.compile(
    r"\b(?:Ledger|Weekly|Daily|News|Times|Post|Tribune|Herald|Gazette|Press|Journal|Chronicle|Star|Sun|Observer|Reuters|"
    r"Associated|Network|Media|Magazine|Service|Agency|Bureau|TV|Radio)\b"
)


def _is_organisation(name: str, after_a_name: bool) -> bool:
    """ "Paula Quist, The Ellery Ledger": after a name, an organisation is where that person works."""
    return after_a_name and bool(
        _ORGANISATION.search(name) or name.startswith("The ") or re.search(r"\b[KW][A-Z]{3}\b", name)
    )
