"""Names as a headline's capitals print them: "SEN. HALE SECURES" is Hale, "RILL SELLS" Rill, "GROUP SELLS" nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from indexer.attribution.phrases.short_names import beginnings_of
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import ORGANISATION_WORDS
from indexer.attribution.text.parts import Mention, Sentence, last_name


def cut_headline_names(names: list[Mention], has_headline: bool) -> None:
    """Make Hale of "SEN. HALE SECURES" in a headline where the text knows a Hale, but no Hale Secures.

    ``has_headline``: the first paragraph is one in capitals: "Profiles Hale" is Hale, if the text knows a Donald Hale.
    """
    printed = [m for m in names if not m.paragraph and " " in m.name and m.shape != "organisation"]
    body = {mention.name for mention in names if mention.paragraph} if printed else set()
    last_names = {last_name(name) for name in body}
    of_full_names = {last_name(name) for name in body if " " in name} if has_headline else set()
    for mention in printed:
        words = mention.name.split()
        if mention.name in body:
            continue
        if is_given_name(words[0]):
            continue
        if words[-1] in last_names:
            if words[-1] in of_full_names and mention.title is None:
                mention.name = words[-1]
            continue
        known = [word for word in words if word in last_names]
        if len(known) == 1 or words[0] in known:  # "SEN. HALE PRESSES BELL" is Hale
            mention.name = known[0]


def spell_headline_names(names: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """Spell what a headline prints in capitals throughout as the story does: "RILL SELLS" is Rill, or Rill Foods Inc.

    Give the names without those that are none, since the story prints them as usual words: the group of "GROUP SELLS".
    """
    shouted = [m for m in names if not m.paragraph and m.name.isupper() and m.name not in ORGANISATION_WORDS]
    if not shouted:
        return [*names]
    spelled: defaultdict[str, set[str]] = defaultdict(set)
    begun: defaultdict[str, set[str]] = defaultdict(set)
    shapes = {mention.name: mention.shape for mention in names if mention.paragraph}
    for name in shapes:
        spelled[name.upper()].add(name)
        for beginning in beginnings_of(name):
            begun[beginning.upper()].add(name)
    dropped: set[int] = set()
    for mention in shouted:
        found = spelled.get(mention.name) or begun.get(mention.name, set())
        if len(found) == 1:
            mention.name = next(iter(found))
            mention.shape = shapes[mention.name]
        elif not found and mention.name.capitalize() in ORGANISATION_WORDS and _is_usual(mention.name, sentences):
            dropped.add(id(mention))
            sentences[mention.sentence].drop(mention)
    return [mention for mention in names if id(mention) not in dropped]


def _is_usual(name: str, sentences: Sequence[Sentence]) -> bool:
    return any(name.lower() in sentence.words for sentence in sentences if sentence.paragraph)
