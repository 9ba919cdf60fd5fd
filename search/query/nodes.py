"""The query tree: what was asked, in terms that no engine knows. Nodes only print themselves.

Leaves about words match an article's headline and text, or, where statements are what is looked for,
the words of one statement. Leaves about a statement (``SaidBy`` to ``CuedBy``) stand below a ``Statement``
node, which holds when some one statement of the article satisfies all that stands below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.documents import Attribution, CueClass, Kind
from search.query.dates import DateRange

TextField = Literal["headline", "byline"]
Undated = Literal["without", "with", "only"]


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every document."""

    def __str__(self) -> str:
        return ""


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
class InField:
    """What stands below, in one field of the article only."""

    field: TextField
    child: Query

    def __str__(self) -> str:
        return f"{self.field}:{_wrapped(self.child)}"


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    children: tuple[Query, ...]

    def __str__(self) -> str:
        return " ".join(map(_wrapped, self.children))


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them; none of none."""

    children: tuple[Query, ...]

    def __str__(self) -> str:
        return " OR ".join(map(_wrapped, self.children))


@dataclass(frozen=True, slots=True)
class Not:
    """The documents that do not match."""

    child: Query

    def __str__(self) -> str:
        return f"-{_wrapped(self.child)}"


@dataclass(frozen=True, slots=True)
class Statement:
    """Some one statement satisfies all that stands below."""

    child: Query

    def __str__(self) -> str:
        about, words = _conditions(self.child)
        said = (f"said:{_wrapped(all_of(*words))}",) if words else ()
        return " ".join((*map(str, about), *said))


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


Query = (
    Everything
    | Word
    | Phrase
    | Prefix
    | Fuzzy
    | Forms
    | InField
    | And
    | Or
    | Not
    | Statement
    | SaidBy
    | SpeakerNamed
    | SaidAs
    | OfKind
    | Attributed
    | CuedBy
    | Published
    | Added
    | PrintedIn
    | OutletNamed
    | DatedAt
)
ABOUT_A_STATEMENT = (SaidBy, SpeakerNamed, SaidAs, OfKind, Attributed, CuedBy)


def all_of(*children: Query) -> Query:
    """Join conditions that must all hold; nested joins are made flat and ``Everything`` is left out."""
    flat: list[Query] = []
    for child in children:
        flat += child.children if isinstance(child, And) else () if isinstance(child, Everything) else (child,)
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _conditions(node: Query) -> tuple[list[Query], list[Query]]:
    """Give what a statement must be, and what must be said in it."""
    parts = node.children if isinstance(node, And) else (node,)
    about: list[Query] = [part for part in parts if isinstance(part, ABOUT_A_STATEMENT)]
    return about, [part for part in parts if not isinstance(part, ABOUT_A_STATEMENT)]


def _wrapped(node: Query) -> str:
    text = str(node)
    compound = (isinstance(node, And | Or) and len(node.children) != 1) or isinstance(node, Published)
    if isinstance(node, Statement):
        about, words = _conditions(node.child)
        compound = len(about) + bool(words) > 1
    return f"({text})" if compound else text


def _any_of(field: str, values: tuple[str, ...]) -> str:
    terms = [f"{field}:{value}" for value in values]
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _quoted(field: str, words: tuple[str, ...]) -> str:
    return f"{field}:{words[0]}" if len(words) == 1 else f'{field}:"{" ".join(words)}"'
