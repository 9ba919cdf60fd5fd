"""Who speaks in a clause of its own: the department in "Hale spoke after the department announced new lanes"."""

from __future__ import annotations

from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.words import word_set

_SUBORDINATE = word_set("after before when because since while as until once although though if whether that")
_SPEAKERS = frozenset({"name", "pronoun"})


def subject_within(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give the name between "after" and a cue, for a source that stands before the clause."""
    tokens = sentence.tokens
    if source is None or source.stop > cue or tokens[cue].lower.endswith("ing"):
        return source
    subject = tokens[cue - 1].mention if cue else None
    if subject is None or subject is source or subject.kind not in _SPEAKERS or subject.is_possessive:
        return source
    if subject.stop != cue or subject.first <= source.stop:
        return source
    is_passive = cue + 1 < len(tokens) and tokens[cue + 1].lower == "by"
    return subject if tokens[subject.first - 1].lower in _SUBORDINATE and not is_passive else source
