"""The name behind a source's words: "The driver, Len Pruitt, said", "Agnes Roy, who runs it, said"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.cue_words import VERBS_OF_SAYING
from indexer.attribution.parts import STOP, Mention, Sentence, kind_at

_AFTER = frozenset({",", ".", ";", "?", "!", STOP, "<quotation>"})
_LONGEST_POSSESSED = 4  # tokens
_FARTHEST_NAMED = 6


def settle_source(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give the mention that names the speaker where the words chosen as source are only its neighbours."""
    if source is None:
        return None
    if source.kind == "name":
        return _of_possessor(sentence, cue, source)
    return _before_who(sentence, cue, source) or _in_apposition(sentence, source) or source


def _in_apposition(sentence: Sentence, source: Mention) -> Mention | None:
    """Find the name of "One of them, Ed Nowak, said" and of "a judge from Corbin named Frances Ito said"."""
    tokens = sentence.tokens
    stop = source.stop
    for mention in sentence.mentions:
        if mention.first == stop + 1 and tokens[stop].lower == "of":
            stop = mention.stop
        elif mention.first == stop + 1 and tokens[stop].word == ",":
            return mention if _is_person(mention) and kind_at(tokens, mention.stop) in _AFTER else None
        elif stop < mention.first <= stop + _FARTHEST_NAMED and tokens[mention.first - 1].lower == "named":
            return mention if _is_person(mention) else None
    return None


def _before_who(sentence: Sentence, cue: int, source: Mention) -> Mention | None:
    """Find the name of "Agnes Roy, who runs it, said", where "it" stands nearest to the cue."""
    tokens = sentence.tokens
    if cue < 1 or tokens[cue - 1].word != "," or source.stop > cue:
        return None
    for mention in reversed(sentence.mentions):
        if mention.stop + 1 < source.first and _is_person(mention):
            has_who = tokens[mention.stop].word == "," and tokens[mention.stop + 1].lower in ("who", "whose")
            is_whole = all(token.word != "," for token in tokens[mention.stop + 1 : cue - 1])
            return mention if has_who and is_whole else None
    return None


def _of_possessor(sentence: Sentence, cue: int, source: Mention) -> Mention:
    """Give "White's sister" for "White's", who does not speak in "White's sister explained"."""
    if not source.is_possessive or not source.stop < cue <= source.stop + _LONGEST_POSSESSED:
        return source
    tokens = sentence.tokens
    if tokens[cue].lower not in VERBS_OF_SAYING or not all(t.word[0].isalpha() for t in tokens[source.stop : cue]):
        return source
    return replace(source, kind="noun", stop=cue, end=tokens[cue - 1].end, name=tokens[cue - 1].lower, entity=None)


def _is_person(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.type == "person" and not mention.is_possessive
