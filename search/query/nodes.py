"""The query tree: what was asked, in terms that no engine knows. Nodes only print themselves.

``leaves`` has those that nothing stands below. Leaves about a statement (``SaidBy`` to ``CuedBy``) stand below a
``Statement`` node, which holds when some one statement of the article satisfies all that stands below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.query.leaves import (
    ABOUT_A_STATEMENT,
    Added,
    Attributed,
    CuedBy,
    DatedAt,
    Forms,
    Fuzzy,
    OfKind,
    OutletNamed,
    Phrase,
    Prefix,
    PrintedIn,
    Published,
    SaidAs,
    SaidBy,
    SpeakerNamed,
    Word,
)

TextField = Literal["headline", "byline"]


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches every document."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class InField:
    """What stands below, in one field of the article only."""

    field: TextField
    child: Query

    def __str__(self) -> str:
        return f"{self.field}:{_inside(self.child)}"


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
        said = (f"said:{_inside(all_of(*words))}",) if words else ()
        return " ".join((*map(str, about), *said))


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


def _inside(node: Query) -> str:
    """Write what stands in a field: a minus only in brackets, for no query has one after the colon."""
    return f"({node})" if isinstance(node, Not) else _wrapped(node)


def _wrapped(node: Query) -> str:
    text = str(node)
    compound = (isinstance(node, And | Or) and len(node.children) != 1) or isinstance(node, Published)
    if isinstance(node, Statement):
        about, words = _conditions(node.child)
        compound = len(about) + bool(words) > 1
    return f"({text})" if compound else text
