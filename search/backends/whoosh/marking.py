"""Where the hits of a page hold what was looked for, in characters: from what the index knows, for all hits at once.

``marks.find_marked`` says what a mark is; no text is read for it here but for few that are found to be unusual.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from search.backends.whoosh.characters import characters_at
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.standing import Found, Standing
from search.deadline import check_time
from search.documents import Span, Statement, StatementField
from search.marks import Mark, Marked, Marks
from search.matching import word_leaves
from search.occurrences import WordLeaf
from search.query.leaves import Phrase
from search.query.nodes import Query

_BOTH: tuple[StatementField, ...] = ("headline", "text")
_FIELDS: dict[str, tuple[StatementField, ...]] = {"any": _BOTH, "statement": _BOTH, "headline": ("headline",)}


class Shown(NamedTuple):
    """A hit of a page: its article's number and words, and the statements that were asked for in it.

    ``is_one`` says that a statement was found, not the article.
    """

    article: int
    headline: str
    text: str
    asked: tuple[Statement, ...]
    is_one: bool


def mark_all(evaluator: Evaluator, tree: Query, page: Sequence[Shown]) -> list[Marked]:
    """Give the hits of a page in one segment with what matches in them. Raises OutOfTime."""
    leaves = list(word_leaves(tree))
    headline, text = (_marks(evaluator, field, leaves, page) for field in _BOTH)
    return [
        Marked(shown.headline, shown.text, Marks(headline[at], text[at]), shown.asked) for at, shown in enumerate(page)
    ]


def _marks(
    evaluator: Evaluator, field: StatementField, leaves: Sequence[tuple[WordLeaf, str]], page: Sequence[Shown]
) -> list[list[Mark]]:
    """Give the marks of one field of each hit, in order."""
    marks: list[list[Mark]] = [[] for _ in page]
    standing = Standing(evaluator, field, [shown.article for shown in page])
    found: list[tuple[int, str, Found]] = []
    is_in_order = len(leaves) < 2
    for number, (leaf, scope) in enumerate(leaves):
        if field not in _FIELDS.get(scope, ()):
            continue
        check_time()
        is_in_order &= not (isinstance(leaf, Phrase) and leaf.near is not None)
        found += [(number, scope, one) for one in standing.find(leaf)]
    if not found:
        return marks
    starts, ends = characters_at(evaluator.segment.token_places, field, page, standing)
    for number, scope, (at, begin, end, is_one) in found:
        runs: Sequence[int] = range(begin, end)
        if scope == "statement" or (scope == "any" and page[at].is_one):
            spans = [span for statement in page[at].asked if statement.field == field for span in statement.content]
            if not is_one:
                runs = [run for run in runs if _is_inside(starts[run], ends[run], spans)]
            elif not _is_inside(starts[begin], ends[end - 1], spans):
                continue
        # Made so, a tuple with names takes a third of the time that a call of its class does.
        marks[at] += [_make(Mark, (starts[run], ends[run], number)) for run in runs]
    return marks if is_in_order else [sorted(set(one)) for one in marks]


_make = tuple.__new__


def _is_inside(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Say whether characters lie wholly within one of some spans."""
    return any(span.start <= start and end <= span.end for span in spans)
