"""SearchRequest -> one tree, filters included.

Conditions on a statement that stand in one AND group (``speaker``, ``role``, ``kind``, ``said:`` …, the
parameters included) bind to the same statement; each negation leaves out articles that have any such statement.
"""

from __future__ import annotations

import datetime

from search.analysis import forms
from search.errors import BadParameter, BadQuery
from search.query.leaves import Added, Attributed, CuedBy, DatedAt, OfKind, PrintedIn, Published, SaidAs, SaidBy
from search.query.nodes import And, Everything, Not, Or, Query, Statement, all_of
from search.query.parse import parse_query
from search.query.request import SearchRequest
from search.sentences import Sentence, beginning


def build_query(request: SearchRequest, today: datetime.date | None = None) -> Query:
    """Give the tree that a request asks for.

    Raises BadQuery if its words cannot be understood, or if something is typed and no word is among it.
    """
    asked = parse_query(request.text, today)
    if request.text and asked == Everything():
        raise BadQuery(_no_words(request.text), request.text, 0)
    statement = _statement_filters(request)
    if request.collection == "statements":
        return all_of(_unwrap(asked), *statement, visible(request), *_article_filters(request))
    about = (Statement(all_of(*statement)),) if statement else ()
    return _bind(all_of(asked, *about, *_article_filters(request)), visible(request))


def visible(request: SearchRequest) -> Query:
    """Give the condition on statements that may be shown: by default sure attributions with speech cues."""
    conditions: list[Query] = []
    if not request.possible:
        conditions.append(Attributed(("sure",)))
    if not request.belief:
        conditions.append(CuedBy(("speech",)))
    return all_of(*conditions)


def counted(tree: Query, request: SearchRequest) -> Query:
    """Give the condition on the statements whose speakers and kinds are counted where a tree finds articles.

    A value that is chosen binds to the statement that the search asks for; if it asks for none, to any that is shown.
    """
    parts = tree.children if isinstance(tree, And) else (tree,)
    return next((part.child for part in parts if isinstance(part, Statement)), visible(request))


def _statement_filters(request: SearchRequest) -> list[Query]:
    filters: list[Query] = []
    if request.speakers:
        filters.append(SaidBy(request.speakers))
    if request.role:
        filters.append(SaidAs(_words(request.role, "role")))
    if request.kinds:
        filters.append(OfKind(request.kinds))
    return filters


def _article_filters(request: SearchRequest) -> list[Query]:
    filters: list[Query] = []
    if request.outlets:
        filters.append(PrintedIn(request.outlets))
    if request.place:
        filters.append(DatedAt(_words(request.place, "place")))
    if request.undated == "only":
        filters.append(Published(request.dates, "only"))
    elif not request.dates.is_open:
        filters.append(Published(request.dates, request.undated or "without"))
    if request.added:
        filters.append(Added(request.added))
    return filters


def _words(text: str, parameter: str) -> tuple[str, ...]:
    words = forms(text)
    if not words:
        raise BadParameter(parameter, _no_words(text), text)
    return words


def _no_words(text: str) -> Sentence:
    return Sentence("“{text}” holds no words to look for.", text=beginning(text))


def _unwrap(node: Query) -> Query:
    """Among statements every condition is about the statement itself."""
    if isinstance(node, Statement):
        return _unwrap(node.child)
    if isinstance(node, And):
        return all_of(*map(_unwrap, node.children))
    if isinstance(node, Or):
        return Or(tuple(map(_unwrap, node.children)))
    return Not(_unwrap(node.child)) if isinstance(node, Not) else node


def _bind(node: Query, shown: Query) -> Query:
    """Join the statement conditions of each AND group into one, of statements that may be shown."""
    if isinstance(node, Statement):
        return Statement(all_of(node.child, shown))
    if isinstance(node, And):
        together = [child.child for child in node.children if isinstance(child, Statement)]
        others = [_bind(child, shown) for child in node.children if not isinstance(child, Statement)]
        joined = (Statement(all_of(*together, shown)),) if together else ()
        return all_of(*others, *joined)
    if isinstance(node, Or):
        return Or(tuple(_bind(child, shown) for child in node.children))
    return Not(_bind(node.child, shown)) if isinstance(node, Not) else node
