"""The leaves of the query tree: words, and conditions on articles and statements. They only print themselves.

Leaves about words match an article's headline and text, or, where statements are what is looked for, the words of one
statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.documents import Attribution, CueClass, Kind
from search.query.dates import DateRange

Undated = Literal["without", "with", "only"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any form; only in capitals if it was typed so."""

    form: str
    capital: bool = False

    def __str__(self) -> str:
        if not self.capital:
            return self.form
        # "#OR" is a word; printed bare it would be an operator.
        return f"{self.form.upper()}." if self.form in ("or", "and", "not") else self.form.upper()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other, verbatim and in order, or all within ``near`` words of each other, in any form."""

    words: tuple[Word, ...]
    near: int | None = None

    def __str__(self) -> str:
        return f'"{" ".join(map(str, self.words))}"' + (f"~{self.near}" if self.near is not None else "")


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word whose form begins so."""

    form: str

    def __str__(self) -> str:
        return f"{self.form}*"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Any word whose form is at most one letter away: one changed, added or left out."""

    form: str

    def __str__(self) -> str:
        return f"{self.form}~"


@dataclass(frozen=True, slots=True)
class Forms:
    """Any of these forms: what a ``Prefix`` or ``Fuzzy``, ``typed`` so, stands for in one archive."""

    forms: tuple[str, ...]
    typed: str

    def __hash__(self) -> int:
        return hash(self.typed)  # of the forms there may be hundreds

    def __str__(self) -> str:
        return self.typed


@dataclass(frozen=True, slots=True)
class SaidBy:
    """The statement's speaker is one of these ids; "john-smith" means everyone of that name."""

    speakers: tuple[str, ...]

    def __str__(self) -> str:
        return _any_of("speaker", self.speakers)


@dataclass(frozen=True, slots=True)
class SpeakerNamed:
    """The name of the statement's speaker holds all these words."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return _quoted("speaker", self.words)


@dataclass(frozen=True, slots=True)
class SaidAs:
    """The role of the statement's speaker, as printed, holds all these words."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return _quoted("role", self.words)


@dataclass(frozen=True, slots=True)
class OfKind:
    """The statement is of one of these kinds."""

    kinds: tuple[Kind, ...]

    def __str__(self) -> str:
        return _any_of("kind", self.kinds)


@dataclass(frozen=True, slots=True)
class Attributed:
    """The statement's attribution is one of these."""

    attributions: tuple[Attribution, ...]

    def __str__(self) -> str:
        return _any_of("attribution", self.attributions)


@dataclass(frozen=True, slots=True)
class CuedBy:
    """The statement's cue is of one of these classes."""

    cue_classes: tuple[CueClass, ...]

    def __str__(self) -> str:
        return _any_of("cue", self.cue_classes)


@dataclass(frozen=True, slots=True)
class Published:
    """The article was published on a day in the range, or may have been: its own interval overlaps it."""

    dates: DateRange
    undated: Undated = "without"

    def __str__(self) -> str:
        return f"date:{self.dates}" + ("" if self.undated == "without" else f" undated:{self.undated}")


@dataclass(frozen=True, slots=True)
class PrintedIn:
    """The article's outlet is one of these ids."""

    outlets: tuple[str, ...]

    def __str__(self) -> str:
        return _any_of("outlet", self.outlets)


@dataclass(frozen=True, slots=True)
class OutletNamed:
    """The name of the article's outlet holds all these words."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return _quoted("outlet", self.words)


@dataclass(frozen=True, slots=True)
class DatedAt:
    """The place of the article's dateline holds all these words."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return _quoted("place", self.words)


@dataclass(frozen=True, slots=True)
class Added:
    """The article entered the archive on that day or in that month or year, or later; or after that generation."""

    since: str

    @property
    def bound(self) -> str:
        """What the names of the generations meant are greater than: they begin with the time, in UTC."""
        return self.since if "T" in self.since else self.since.replace("-", "")

    def __str__(self) -> str:
        return f"added:{self.since}"


ABOUT_A_STATEMENT = (SaidBy, SpeakerNamed, SaidAs, OfKind, Attributed, CuedBy)


def _any_of(field: str, values: tuple[str, ...]) -> str:
    terms = [f"{field}:{value}" for value in values]
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _quoted(field: str, words: tuple[str, ...]) -> str:
    return f"{field}:{words[0]}" if len(words) == 1 else f'{field}:"{" ".join(words)}"'
