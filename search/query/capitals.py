"""A tree in which capitals mean nothing, for words that nobody wrote in capitals."""

from __future__ import annotations

from dataclasses import replace

from search.query.leaves import Phrase, Word
from search.query.nodes import And, InField, Not, Or, Query, Statement


def fold_capitals(node: Query) -> Query:
    """Give the tree with capitals meaning nothing."""
    if isinstance(node, Word):
        return replace(node, capital=False)
    if isinstance(node, Phrase):
        return replace(node, words=tuple(replace(word, capital=False) for word in node.words))
    if isinstance(node, And | Or):
        return replace(node, children=tuple(map(fold_capitals, node.children)))
    if isinstance(node, Not | InField | Statement):
        return replace(node, child=fold_capitals(node.child))
    return node
