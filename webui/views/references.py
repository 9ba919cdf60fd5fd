"""An article as a reference for programs that keep them: RIS, BibTeX and CSL-JSON."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from search.documents import Article, Statement
from search.ids import slug
from webui import messages
from webui.views.saying import quoted_with_cue
from webui.views.voices import who_as_what
from webui.wording import evidence

_BODIES = frozenset(
    [
        "agency",
        "associated",
        "board",
        "bureau",
        "correspondents",
        "desk",
        "editorial",
        "editors",
        "media",
        "network",
        "news",
        "newsroom",
        "office",
        "press",
        "radio",
        "report",
        "reporters",
        "reports",
        "reuters",
        "service",
        "services",
        "staff",
        "team",
        "times",
        "tribune",
        "tv",
        "wire",
        "writers",
    ]
)
_SUFFIX = re.compile(r"(?:jr|sr)\.?|ii|iii|iv", re.I)
_LONGEST_NAME = 5
_BIBTEX_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_{}"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Author:
    """A byline's name in parts; a body, or a name that cannot be parted for sure, is all ``family``."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """The name as lists of references write it: "Quist, Paula"."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))


@dataclass(frozen=True, slots=True)
class Reference:
    """What every form of a reference tells. ``date`` holds as many of year, month and day as are known."""

    id: str
    title: str
    authors: tuple[Author, ...]
    outlet: str
    section: str
    language: str
    date: tuple[int, ...]
    note: str
    url: str
    original_url: str
    archive: str
    accessed: datetime.date


def reference_to(article: Article, url: str, archive: str, accessed: datetime.date) -> Reference:
    """Give the reference to an article at its permanent address. A headline that the file lacks is in brackets."""
    return Reference(
        id=article.id,
        title=f"[{article.headline}]" if article.headline_derived else article.headline,
        authors=tuple(author_of(byline) for byline in article.bylines),
        outlet=article.outlet or "",
        section=article.section or "",
        language=article.language or "",
        date=_known(article),
        note=messages.DATE_RESTS_ON(evidence=evidence(article.dated_by, article.precision)),
        url=url,
        original_url=article.url or "",
        archive=archive,
        accessed=accessed,
    )


def with_statement(reference: Reference, statement: Statement, url: str) -> Reference:
    """Give the reference to a statement: to its article, at the passage, with who said it, as what, and the words."""
    kind = messages.KINDS_IN_A_SENTENCE[statement.kind]()
    said = messages.SAID_IN_A_NOTE(who=who_as_what(statement), kind=kind, said=quoted_with_cue(statement))
    stop = "" if said.endswith((".", "!", "?", "…", "”")) else "."
    return replace(reference, id=statement.id, url=url, note=f"{said}{stop} {reference.note}")


def author_of(byline: str) -> Author:
    """Give a byline's name in parts: "Paula van der Quist Jr." -> van der Quist, Paula, Jr."""
    words = byline.replace(",", " ").split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    is_body = any(word.lower().strip(".") in _BODIES or any(map(str.isdigit, word)) for word in words)
    is_name = 1 < len(words) <= _LONGEST_NAME and words[0][:1].isupper() and words[-1][:1].isupper()
    if is_body or not is_name:
        return Author(byline.strip())
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return Author(" ".join(words[at:]), " ".join(words[:at]), suffix)


def to_ris(reference: Reference) -> str:
    """Write a reference as RIS: a newspaper article, lines ended by CR LF."""
    year, month, day = _parts(reference.date)
    lines = [
        ("TY", "NEWS"),
        ("ID", reference.id),
        ("TI", reference.title),
        *(("AU", author.inverted) for author in reference.authors),
        ("T2", reference.outlet),
        ("SE", reference.section),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("LA", reference.language),
        ("N1", reference.note),
        ("UR", reference.url),
        ("LK", reference.original_url),
        ("DB", reference.archive),
        ("Y2", reference.accessed.strftime("%Y/%m/%d/")),
    ]
    told = [f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value.strip()]
    return "".join(f"{line}\r\n" for line in (*told, "ER  - "))


def to_bibtex(reference: Reference) -> str:
    """Write a reference as BibTeX."""
    year, month, day = _parts(reference.date)
    fields = {
        "title": f"{{{_bibtex(reference.title)}}}",
        "author": " and ".join(_bibtex_author(author) for author in reference.authors),
        "journal": _bibtex(reference.outlet),
        "year": year,
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": str(int(day)) if day else "",
        "language": _bibtex(reference.language),
        "note": _bibtex(reference.note),
        "url": _in_braces(reference.url),
        "urldate": reference.accessed.isoformat(),
    }
    first = reference.authors[0].family if reference.authors else reference.outlet
    key = f"{re.sub(r'[^a-z]', '', slug(first)) or 'story'}{year}-{re.sub(r'[^0-9a-z]', '', reference.id.lower())}"
    told = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value != ""
    ]
    return f"@article{{{key},\n{''.join(told)}}}\n"


def to_csl(reference: Reference) -> list[dict[str, Any]]:
    """Write a reference as CSL-JSON: a list of one newspaper article."""
    item: dict[str, Any] = {
        "id": reference.id,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [_csl_author(author) for author in reference.authors],
        "container-title": reference.outlet,
        "section": reference.section,
        "issued": _csl_date(reference.date),
        "language": reference.language,
        "note": reference.note,
        "URL": reference.url,
        "archive": reference.archive,
        "accessed": _csl_date((reference.accessed.year, reference.accessed.month, reference.accessed.day)),
    }
    return [{name: value for name, value in item.items() if value}]


def _known(article: Article) -> tuple[int, ...]:
    published = article.published_day or article.published
    if not published:
        return ()
    length = {"year": 4, "month": 7}.get(article.precision or "", 10)
    return tuple(int(part) for part in published[:length].split("-"))


def _parts(date: Sequence[int]) -> tuple[str, str, str]:
    year, month, day = (*date, 0, 0, 0)[:3]
    return f"{year:04d}" if year else "", f"{month:02d}" if month else "", f"{day:02d}" if day else ""


def _bibtex(text: str) -> str:
    return "".join(_BIBTEX_SPECIAL.get(char, char) for char in " ".join(text.split()))


def _in_braces(url: str) -> str:
    """An address stands as it is, but for what would end the braces around it."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _bibtex_author(author: Author) -> str:
    if not author.given:
        return f"{{{_bibtex(author.family)}}}"
    return ", ".join(_bibtex(part) for part in (author.family, author.suffix, author.given) if part)


def _csl_author(author: Author) -> Mapping[str, str]:
    if not author.given:
        return {"literal": author.family}
    name = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {part: value for part, value in name.items() if value}


def _csl_date(date: tuple[int, ...]) -> Mapping[str, Any]:
    return {"date-parts": [list(date)]} if date else {}


def highwire(reference: Reference) -> Iterator[tuple[str, str]]:
    """Give the ``citation_…`` tags that scholarly search engines and browsers' add-ons read from a page."""
    yield "citation_title", reference.title
    for author in reference.authors:
        yield "citation_author", author.inverted
    if reference.date:
        yield "citation_publication_date", "/".join(part for part in _parts(reference.date) if part)
    if reference.outlet:
        yield "citation_journal_title", reference.outlet
    if reference.language:
        yield "citation_language", reference.language
    yield "citation_public_url", reference.url
