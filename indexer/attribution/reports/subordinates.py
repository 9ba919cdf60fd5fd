"""Who speaks in a clause of its own: the department in "Hale spoke after the department announced new lanes"."""

from __future__ import annotations

from indexer.attribution.text.lexicon import PREPOSITIONS
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_SUBORDINATE = word_set("after before when because since while as until once although though if whether that")
_BEFORE_BODIES = PREPOSITIONS | {"before"}
_SPEAKERS = frozenset({"name", "pronoun"})


def subject_within(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give the name between "after" and a cue, for a source that stands before the clause.

    For one within a clause that ends before the cue, what is before it: the case, in "The case against Hale, who
    denies it, states"; Hale, in "Hale, in testimony before Congress, says".
    """
    if source is None or source.stop > cue:
        return source
    nearest = source if sentence.tokens[cue].lower.endswith("ing") else _behind_after(sentence, cue, source)
    return _before_relative(sentence, cue, nearest) or _before_adjunct(sentence, cue, nearest) or nearest


def _behind_after(sentence: Sentence, cue: int, source: Mention) -> Mention:
    tokens = sentence.tokens
    subject = tokens[cue - 1].mention if cue else None
    if subject is None or subject is source or subject.kind not in _SPEAKERS or subject.is_possessive:
        return source
    if subject.stop != cue or subject.first <= source.stop:
        return source
    is_passive = cue + 1 < len(tokens) and tokens[cue + 1].lower == "by"
    return subject if tokens[subject.first - 1].lower in _SUBORDINATE and not is_passive else source


def _before_relative(sentence: Sentence, cue: int, who: Mention) -> Mention | None:
    """Give the noun whose preposition stands before the name that a clause between commas is about."""
    tokens = sentence.tokens
    commas = [at for at in range(who.first - 1, cue) if tokens[at].word == ","] if who.name == "who" else []
    if not commas or commas != [who.first - 1, cue - 1]:
        return None
    named = tokens[who.first - 2].mention
    if named is None or named.kind != "name" or tokens[named.first - 1].lower not in PREPOSITIONS:
        return None
    return next((m for m in sentence.mentions if m.kind == "noun" and m.stop == named.first - 1), None)


def _before_adjunct(sentence: Sentence, cue: int, body: Mention) -> Mention | None:
    """Give the person before ", in testimony before Congress said", where the words behind the comma have no verb."""
    tokens = sentence.tokens
    if body.kind != "name" or (body.entity is not None and body.entity.type == "person"):
        return None
    if body.stop < cue - 1 or tokens[body.first - 1].lower not in _BEFORE_BODIES:
        return None
    comma = next((at for at in range(body.first - 1, sentence.begin, -1) if tokens[at].word == ","), 0)
    if not comma or tokens[comma + 1].lower not in PREPOSITIONS or has_verb(tokens[comma + 1 : body.first]):
        return None
    speaker = tokens[comma - 1].mention
    is_person = speaker is not None and speaker.entity is not None and speaker.entity.type == "person"
    if speaker is None or not is_person or speaker.is_possessive or tokens[speaker.first - 1].lower in PREPOSITIONS:
        return None
    return speaker
