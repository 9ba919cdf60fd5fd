"""Companies called by the beginning of their names: Meridian, of which "Meridian Homes LLC" has told before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence

from indexer.attribution.given_names import is_given_name
from indexer.attribution.parts import Mention, Sentence
from indexer.attribution.words import word_set

# What companies' names end in. A town's school, hospital, bank or paper is not called as the town is.
_COMPANY_WORDS = word_set(
    "Inc Inc. Corp Corp. Corporation Company Co Co. LLC LLP Ltd Ltd. Group Holdings Partners Enterprises Industries"
    " Systems Solutions Airlines Airways Foods Homes Technologies Technology Pharmaceuticals Logistics Realty"
    " Properties Motors Packing Mobility Health Media Labs Brands Builders Construction Contractors Capital Robotics"
    " Software Networks Materials Minerals Midstream Renewables Ventures"
)
_PLACE_PREPOSITIONS = word_set("in at near across outside around toward through from of to")
_LONGEST_SHORT = 2  # words


def names_of_short(names: Sequence[Mention], sentences: Sequence[Sentence], usual: Container[str]) -> dict[str, str]:
    """Give, by the short names of companies, their full ones, each printed before and the only one to begin so.

    ``usual``: words that are no names by themselves.
    """
    first: dict[str, int] = {}
    for mention in names:
        first[mention.name] = min(mention.start, first.get(mention.name, mention.start))
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in first:
        words = name.split()
        if len(words) > 1 and not _COMPANY_WORDS.isdisjoint(words[1:]):
            for count in range(1, min(len(words) - 1, _LONGEST_SHORT) + 1):
                full[" ".join(words[:count])].add(name)
    found = {
        short: next(iter(wholes))
        for short, wholes in full.items()
        if short in first and len(wholes) == 1 and first[next(iter(wholes))] < first[short] and _is_own(short, usual)
    }
    return {short: name for short, name in found.items() if not _may_be_else(short, names, sentences)}


def _is_own(short: str, usual: Container[str]) -> bool:
    """Tell whether a name is nobody's first name, and says more than usual words do."""
    words = short.split()
    return not is_given_name(words[0]) and any(word.lower() not in usual for word in words)


def _may_be_else(short: str, names: Sequence[Mention], sentences: Sequence[Sentence]) -> bool:
    """Tell whether a name is also a place's or a person's: "in Meridian", "Mayor Meridian", "Ann Meridian"."""
    for mention in names:
        if mention.name.endswith(" " + short):
            return True
        if mention.name != short:
            continue
        tokens = sentences[mention.sentence].tokens
        before = tokens[mention.first - 1].lower if mention.first else ""
        if mention.title is not None or mention.role is not None or before in _PLACE_PREPOSITIONS:
            return True
    return False
