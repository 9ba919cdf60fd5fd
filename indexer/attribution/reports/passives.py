"""Who speaks where others only did something to him: Bell in "Bell was joined by Hale and joked", not Hale."""

from __future__ import annotations

from indexer.attribution.text.lexicon import IRREGULAR_PASTS
from indexer.attribution.text.parts import Mention, Sentence, Token, kind_at
from indexer.attribution.text.words import word_set

BEING = word_set("was were is are been being got gets")
_GOING_ON = word_set("then later also and")
_IRREGULAR = IRREGULAR_PASTS | word_set("met seen shown driven drawn taken given beaten known")
_FARTHEST_BY = 6  # tokens behind the verb: "joined on stage again by"


def acted_on(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give the subject of a passive verb that goes on with "and" and the cue, for whom it was done by."""
    tokens = sentence.tokens
    if source is None or not source.first or tokens[source.first - 1].lower != "by":
        return source
    between = tokens[source.stop : cue]
    if not between or between[0].lower != "and" or not all(token.lower in _GOING_ON for token in between):
        return source
    being = _being_before(tokens, source.first - 1)
    subjects = (mention for mention in sentence.mentions if mention.stop == being and not mention.is_possessive)
    return next(subjects, source)


def _being_before(tokens: list[Token], by: int) -> int | None:
    """Give where "was" stands before a participle and "by": "was joined on stage by"."""
    for place in range(by - 1, max(by - 1 - _FARTHEST_BY, 1), -1):
        word = tokens[place].lower
        if tokens[place].quotation is not None or word in _GOING_ON:
            return None
        if word.endswith("ed") or word in _IRREGULAR:
            being = place - 1 - kind_at(tokens, place - 1).endswith("ly")
            return being if kind_at(tokens, being) in BEING else None
    return None
