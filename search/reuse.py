"""Where else an article was printed: its copies, and the paragraphs that other articles took over, or it from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from search.analysis import tokenize
from search.backends.base import Searcher
from search.copies import paragraph_marks
from search.deadline import check_time
from search.documents import Article, Span
from search.hits import card_of, copy_of
from search.ordering import day_numbers, sort_key
from search.results import Change, Copy, Reuse, ReusedParagraph
from search.snippets import paragraph_at

COPIES_SHOWN, REUSES_SHOWN = 100, 5
HOUSE_LINE = 50
"""A paragraph that more articles print is a line of the house, such as who to call; it is not marked."""
_LIKE = 0.75
"""Share of the words that two paragraphs have in common, in the same order, to be one that was taken over."""
_LONGEST = 600
"""Words of a paragraph that is compared word by word."""
_WORD = re.compile(r"\S+")
_PARAGRAPH = re.compile(r"[^\n]+")


def copies_of(searcher: Searcher, id: str) -> tuple[Copy, ...]:
    """Give the other articles that print the same story, earliest first."""
    articles = (searcher.article(other) for other in searcher.copies(id)[:COPIES_SHOWN])
    return tuple(copy_of(card_of(article)) for article in articles if article)


def reused_paragraphs(searcher: Searcher, article: Article) -> Iterator[ReusedParagraph]:
    """Give the paragraphs of an article that other articles, not its copies, print as well. Raises OutOfTime."""
    beside = {article.id, *searcher.copies(article.id)}
    known: dict[str, _Other | None] = {}
    tokens = tokenize(article.text)
    for first, marks in paragraph_marks(tokens):
        check_time()
        others = [id for id in searcher.sharing(marks) if id not in beside]
        if not others or len(others) > HOUSE_LINE:
            continue
        span = _paragraph_around(article.text, tokens[first].start)
        found = []
        for id in others:
            if id not in known:
                known[id] = _Other.of(searcher.article(id))
            other = known[id]
            reuse = other and _reuse(article.text[span.start : span.end], other, marks)
            if other and reuse:
                found.append((sort_key("oldest", 0.0, *day_numbers(other.article), id), reuse))
        if found:
            found.sort(key=lambda one: one[0])
            number = paragraph_at(article.text, span.start)
            yield ReusedParagraph(number, span, tuple(reuse for _, reuse in found[:REUSES_SHOWN]), len(found))


@dataclass(frozen=True, slots=True)
class _Other:
    """Another article, and where each of its paragraphs begins, with the marks that it is found by."""

    article: Article
    paragraphs: tuple[tuple[int, tuple[int, ...]], ...]

    @classmethod
    def of(cls, article: Article | None) -> _Other | None:
        if article is None:
            return None
        tokens = tokenize(article.text)
        return cls(article, tuple((tokens[first].start, marks) for first, marks in paragraph_marks(tokens)))


def _reuse(paragraph: str, other: _Other, marks: tuple[int, ...]) -> Reuse | None:
    """Give the paragraph of another article that is like this one, and how they differ."""
    text = other.article.text
    for start, theirs in other.paragraphs:
        if set(marks) & set(theirs):
            span = _paragraph_around(text, start)
            changes = word_changes(paragraph, text[span.start : span.end])
            if changes is not None:
                return Reuse(copy_of(card_of(other.article)), paragraph_at(text, span.start), changes)
    return None


def word_changes(here: str, there: str) -> tuple[Change, ...] | None:
    """Give one paragraph beside another, word by word; None if they are not alike.

    What both have comes as it stands here.
    """
    ours, theirs = list(_WORD.finditer(here)), list(_WORD.finditer(there))
    if max(len(ours), len(theirs)) > _LONGEST:
        return None
    matcher = SequenceMatcher(None, [one.group() for one in ours], [one.group() for one in theirs], autojunk=False)
    if matcher.ratio() < _LIKE:
        return None
    changes = []
    for kind, i, j, k, end in matcher.get_opcodes():
        if j > i:
            text = here[ours[i].start() : ours[j - 1].end()]
            changes.append(Change(text, "same" if kind == "equal" else "here"))
        if kind != "equal" and end > k:
            changes.append(Change(there[theirs[k].start() : theirs[end - 1].end()], "there"))
    return tuple(changes)


def _paragraph_around(text: str, at: int) -> Span:
    match = _PARAGRAPH.match(text, text.rfind("\n", 0, at) + 1)
    assert match is not None, "a word stands in a paragraph"
    return Span(match.start(), match.end())
