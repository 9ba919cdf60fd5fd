"""Who speaks in a clause of its own: the department in "Hale spoke after the department announced new lanes"."""

from __future__ import annotations

from indexer.attribution.text.lexicon import PREPOSITIONS
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_SUBORDINATE = word_set("after before when because since while as until once although though if whether that")
_BEFORE_BODIES = PREPOSITIONS | {"before"}
_FRONTED = word_set("as when while after because since once")
_JOINING = word_set("and but or then")
_SPEAKERS = frozenset({"name", "pronoun"})


def subject_within(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give who does what a cue says in its own clause, for a source that stands in another.

    The department in "Hale spoke after the department announced", Hale in "As Bell left, Hale asked"; the case in
    "The case against Hale, who denies it, states", Hale in "Hale, in testimony before Congress, says".
    """
    if source is None or source.stop > cue:
        return source
    nearest = source
    if not sentence.tokens[cue].lower.endswith("ing"):
        nearest = _behind_fronted(sentence, cue, source) or _behind_after(sentence, cue, source)
    return _before_relative(sentence, cue, nearest) or _before_adjunct(sentence, cue, nearest) or nearest


def _behind_fronted(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Give who stands behind the comma that ends the clause of a source: "As Bell spoke, Hale came and asked"."""
    tokens = sentence.tokens
    if source.first != sentence.begin + 1 or tokens[sentence.begin].lower not in _FRONTED:
        return None
    commas = [at for at in range(source.stop, cue) if tokens[at].word == ","]
    if len(commas) != 1 or not has_verb(tokens[source.stop : commas[0]]):
        return None
    behind = (m for m in sentence.mentions if commas[0] < m.first < cue and m.kind in _SPEAKERS)
    subject = next(behind, None)
    is_first = subject is not None and not has_verb(tokens[commas[0] + 1 : subject.first]) and not subject.is_possessive
    return subject if is_first and subject is not source else None


def _behind_after(sentence: Sentence, cue: int, source: Mention) -> Mention:
    """Give the name, or the noun with what tells more of it, between "after" and a cue."""
    tokens = sentence.tokens
    is_passive = cue + 1 < len(tokens) and tokens[cue + 1].lower == "by"
    for subject in reversed(sentence.mentions):
        if subject.stop > cue or subject.first <= source.stop or tokens[subject.first - 1].lower not in _SUBORDINATE:
            continue
        if subject.is_possessive or is_passive or (subject.stop < cue and subject.kind != "noun"):
            return source
        between = tokens[subject.stop : cue]
        is_one_clause = all(token.quotation is None and token.word[0].isalpha() for token in between)
        is_own = is_one_clause and not has_verb(between) and all(token.lower not in _JOINING for token in between)
        is_told_of = not between or between[0].lower.endswith("ing")
        return subject if is_own and is_told_of and (subject.kind in _SPEAKERS or between) else source
    return source


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
