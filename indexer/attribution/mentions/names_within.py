"""Somebody whose full name is printed within a noun phrase alone: "Ann Hale’s campaign raised", and later "Hale"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from indexer.attribution.mentions.name_shapes import shape_of
from indexer.attribution.phrases.capitals import title_of
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lands import is_land_or_people, is_state
from indexer.attribution.text.parts import Mention, Sentence, last_name


def name_within(names: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Give the first mention of a last name by itself the full name that noun phrases have of it, if they have but one.

    Nothing is given where the text has a full name of that last name elsewhere, unless it comes only after both: his
    wife, who is told of later.
    """
    full: defaultdict[str, dict[str, int]] = defaultdict(dict)  # where each first stands, by last name
    for sentence in sentences:
        for mention in sentence.mentions:
            name = _full_name(mention, sentence.words) if mention.kind == "noun" else None
            if name is not None:
                full[last_name(name)].setdefault(name, mention.start)
    if not full:
        return
    known: dict[str, int] = {}  # from where on the text has a full name, by last name
    for mention in names:
        if " " in mention.name:
            known[last_name(mention.name)] = min(known.get(last_name(mention.name), mention.start), mention.start)
    for mention in names:
        found = full.get(mention.name, {})
        if len(found) != 1 or mention.shape == "organisation":
            continue
        ((name, start),) = found.items()
        is_first = mention.name not in known or start < mention.start < known[mention.name]
        if is_first:
            known[mention.name] = -1  # only the first one
            mention.name, mention.shape = name, "person"


def _full_name(mention: Mention, words: list[str]) -> str | None:
    """Give the first and the last name that stand right before the noun with which a phrase ends."""
    own = [word for word in words[mention.first : mention.stop - 1] if word != "." and len(word) > 1]  # no initials
    if len(own) < 2:
        return None
    first, last = own[-2], own[-1].removesuffix("'s").removesuffix("’s")
    if not first[0].isupper() or not is_given_name(first) or is_state(first) or title_of(first) is not None:
        return None
    if not last[:1].isupper() or is_land_or_people(last) or shape_of((first, last), None) != "person":
        return None
    return f"{first} {last}"
