"""Last names with a slip of the pen: "Wines said" where the text knows a Leslie Wimes, and nobody called Wines."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.text.cue_words import BELIEF_WORDS, NOUNS_OR_VERBS, VERBS_OF_SAYING
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lands import is_land_or_people
from indexer.attribution.text.parts import Mention, Sentence, last_name, word_at
from search.slips import one_slip_apart

_SAYING = (VERBS_OF_SAYING | BELIEF_WORDS) - NOUNS_OR_VERBS
_FEWEST_LETTERS = 5  # shorter names are one letter from too many others


def mend_misprints(names: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Give a last name that nobody in the text has the spelling of the only full name that is one slip from it.

    It must speak somewhere, and have no title: "Judge Hansen" beside Tom Hanson is somebody else.
    """
    full = {last_name(mention.name) for mention in names if " " in mention.name and mention.shape != "organisation"}
    if not full:
        return
    words = {word for mention in names if " " in mention.name for word in mention.name.split()}
    titled = {mention.name for mention in names if mention.title is not None}
    mended: dict[str, str] = {}
    for mention in names:
        name = mention.name
        if name in mended or name in words or name in titled or not _may_be_misprint(mention):
            continue
        near = [other for other in full if _is_slip(name, other)]
        if len(near) == 1 and _speaks(mention, sentences[mention.sentence]):
            mended[name] = near[0]
    for mention in names:
        mention.name = mended.get(mention.name, mention.name)


def _may_be_misprint(mention: Mention) -> bool:
    name = mention.name
    if " " in name or len(name) < _FEWEST_LETTERS or mention.shape == "organisation" or name.isupper():
        return False
    return not is_given_name(name) and not is_land_or_people(name)


def _is_slip(name: str, other: str) -> bool:
    """Tell whether a name is another's with a slip; "the Hales" are no misprint of Hale."""
    if len(other) < _FEWEST_LETTERS or name[0] != other[0] or name + "s" == other or other + "s" == name:
        return False
    return name.lower() != other.lower() and one_slip_apart(name.lower(), other.lower())


def _speaks(mention: Mention, sentence: Sentence) -> bool:
    tokens = sentence.tokens
    before = tokens[mention.first - 1].lower if mention.first else ""
    return before in _SAYING or word_at(tokens, mention.stop) in _SAYING
