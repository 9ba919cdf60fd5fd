"""Firms whose names are read in pieces: "Rill and Moss said" of Rill and Moss Inc, "Rosie's Rope Works Inc"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.attribution.text.lexicon import COMPANY_FORMS
from indexer.attribution.text.parts import Mention, Sentence


def join_firms(names: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """Join the pieces of firms' names, and give the names without the pieces that others have taken in."""
    joint = {_without_forms(mention.name): mention.name for mention in names if _is_of_two(mention.name)}
    taken: set[int] = set()
    for piece, mention in pairwise(names):
        if piece.sentence != mention.sentence or mention.first - piece.stop > 1 or id(piece) in taken:
            continue
        sentence = sentences[piece.sentence]
        if mention.first == piece.stop:
            if not (piece.name.endswith(("'s", "’s")) and _ends_as_firm(mention.name)):
                continue
            name = f"{piece.name} {mention.name}"
        else:
            printed = " ".join(sentence.words[piece.first : mention.stop])
            whole = joint.get(printed)
            if whole is None:
                continue
            name = whole
        sentence.drop(piece)
        sentence.extend(mention, piece.first, mention.stop)
        mention.name, mention.shape, mention.is_possessive = name, "organisation", False
        taken.add(id(piece))
    return [mention for mention in names if id(mention) not in taken] if taken else [*names]


def _is_of_two(name: str) -> bool:
    """Tell whether a firm is called after two: "Rill and Moss Inc"."""
    return " and " in name and _ends_as_firm(name)


def _ends_as_firm(name: str) -> bool:
    return name.rpartition(" ")[2] in COMPANY_FORMS


def _without_forms(name: str) -> str:
    words = name.split()
    while words and words[-1] in COMPANY_FORMS:
        words.pop()
    return " ".join(words)
