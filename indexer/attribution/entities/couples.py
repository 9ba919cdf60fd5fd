"""Two persons who share a last name that is printed once: "Erik and Ruth Lund" names Erik Lund as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.parts import Mention, Sentence, last_name, word_at


def name_couples(names: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Give the first of two persons the last name of both, unless the text has a last name like that first name."""
    last_names: set[str] | None = None
    for first, second in pairwise(names):
        tokens = sentences[first.sentence].tokens
        if first.sentence != second.sentence or second.first != first.stop + 1 or word_at(tokens, first.stop) != "and":
            continue
        if not _is_first_name(first) or not _is_full_name(second):
            continue
        if last_names is None:  # "Clinton and Tim Kaine" beside Hillary Clinton
            last_names = {last_name(one.name) for one in names if " " in one.name or one.title}
        if first.name not in last_names:
            first.name, first.shape = f"{first.name} {last_name(second.name)}", "person"


def _is_first_name(mention: Mention) -> bool:
    return " " not in mention.name and mention.title is None and is_given_name(mention.name) and not mention.role


def _is_full_name(mention: Mention) -> bool:
    words = mention.name.split()
    return len(words) == 2 and mention.title is None and mention.shape != "organisation" and is_given_name(words[0])
