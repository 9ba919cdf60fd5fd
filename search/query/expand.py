"""Words with a star or a tilde -> the forms they stand for in an archive; ids of speakers -> who is meant by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from search.deadline import check_time
from search.query.leaves import Forms, Fuzzy, Prefix, SaidBy
from search.query.nodes import And, InField, Not, Or, Query, Statement
from search.sentences import Sentence
from search.slips import is_doubled_elsewhere, one_edit_apart, one_slip_apart

MAX_FORMS, ALL_FORMS = 200, 600
"""Forms that a word with a star or a tilde stands for, and all such words of a search together."""


class Vocabulary(Protocol):
    """The forms that an archive holds."""

    def beginning(self, prefix: str) -> Iterable[str]:
        """Give every form that begins so."""
        ...

    def similar(self, form: str) -> Iterable[str]:
        """Give every form that is at most one edit away, or doubles other letters; others may be among them."""
        ...


Called = Callable[[str], tuple[str, ...]]
"""Gives the ids of everyone whom an id means: an old name is the id of nobody, and still asks for somebody."""


def expand(query: Query, vocabulary: Vocabulary, called: Called = lambda asked: ()) -> tuple[Query, tuple[str, ...]]:
    """Give the tree with ``Forms`` in place of ``Prefix`` and ``Fuzzy``, and warnings of what was cut short.

    Speakers asked for are those that ``called`` gives for their ids; an id that it does not know stays.
    At most ``MAX_FORMS`` forms stand for a word, the shortest, then in order of the alphabet; and for all words of a
    search together at most ``ALL_FORMS``: those that stand for many share what the others leave. Raises OutOfTime.
    """
    found = {node: sorted(sorted(_forms(node, vocabulary)), key=len) for node in dict.fromkeys(_inexact(query))}
    most = _share([len(forms) for forms in found.values()])

    forms = {node: Forms(tuple(stands_for[:most]), str(node)) for node, stands_for in found.items()}
    return _expanded(query, forms, called), tuple(_warnings(found, most))


def _expanded(node: Query, forms: Mapping[Prefix | Fuzzy, Forms], called: Called) -> Query:
    if isinstance(node, Prefix | Fuzzy):
        return forms[node]
    if isinstance(node, SaidBy):
        return SaidBy(tuple(dict.fromkeys(id for asked in node.speakers for id in called(asked) or (asked,))))
    if isinstance(node, And | Or):
        return replace(node, children=tuple(_expanded(child, forms, called) for child in node.children))
    if isinstance(node, Not | InField | Statement):
        return replace(node, child=_expanded(node.child, forms, called))
    return node


def _inexact(node: Query) -> Iterator[Prefix | Fuzzy]:
    """Give the words of a tree that have a star or a tilde."""
    if isinstance(node, Prefix | Fuzzy):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _inexact(child)
    elif isinstance(node, Not | InField | Statement):
        yield from _inexact(node.child)


def _share(sizes: list[int]) -> int:
    """Give how many forms of a word are searched, so that all that are come to ``ALL_FORMS`` at most."""
    left = ALL_FORMS
    for others, size in enumerate(sorted(sizes)):
        share = left // (len(sizes) - others)
        if size > share:
            return min(share, MAX_FORMS)
        left -= min(size, MAX_FORMS)
    return MAX_FORMS


def _warnings(found: Mapping[Prefix | Fuzzy, list[str]], most: int) -> Iterator[str]:
    if most < MAX_FORMS:
        yield Sentence(
            "The words with a star or a tilde stand for {found} words; of each, only the {most} shortest were "
            "searched. Use fewer of them, or type more letters, to search them all.",
            found=sum(map(len, found.values())),
            most=most,
        )
        return
    for node, forms in found.items():
        if len(forms) > most:
            yield Sentence(
                "{word} stands for {found} words; only the {most} shortest were searched. "
                "Type more letters to search them all.",
                word=str(node),
                found=len(forms),
                most=most,
            )


def _forms(node: Prefix | Fuzzy, vocabulary: Vocabulary) -> Iterator[str]:
    check_time()
    if isinstance(node, Prefix):
        yield from vocabulary.beginning(node.form)
        return
    yield from (form for form in vocabulary.similar(node.form) if one_edit_apart(form, node.form))


def near_forms(form: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the forms of a vocabulary that are a slip from this one or double other letters, without it, in order."""
    check_time()
    others = (near for near in vocabulary.similar(form) if near != form)
    return tuple(sorted(near for near in others if one_slip_apart(near, form) or is_doubled_elsewhere(near, form)))
