"""Whose words somebody relays: Bell's in "The Beacon quoted Bell as saying that", "Bell was quoted as saying"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.reports.content_ends import end_of_words
from indexer.attribution.reports.passives import BEING
from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.text.cue_words import SPEECH_WORDS
from indexer.attribution.text.lexicon import AUXILIARIES, PREPOSITIONS
from indexer.attribution.text.parts import Mention, Sentence, Token, TokenSpan
from indexer.attribution.text.words import word_set

_RELAYING = word_set("quoted quotes quoting quote described describes cited cites recorded")
_FARTHEST = 12  # tokens: "quoted Ann Hale, head of the state's news agency, as"
_LEAST_MARGIN = 3.0  # log odds: nobody else can be meant


def as_relayed(sentence: Sentence, tag: Tag) -> Tag:
    """Give a tag of "quoted" as one of the "saying" behind it, with who was quoted as its source."""
    tokens, cue = sentence.tokens, tag.cue
    if tokens[cue].lower not in _RELAYING:
        return tag
    verb = _verb_behind(tokens, cue)
    if not verb:
        return tag
    source = _relayed_speaker(sentence, cue, verb - 1)
    content = _content_behind(tokens, verb, tag)
    if source is None or content is None:
        return tag
    return replace(tag, cue=verb, source=source, margin=max(tag.margin, _LEAST_MARGIN), content=(content,))


def _verb_behind(tokens: list[Token], cue: int) -> int:
    """Give the place of the verb of "as saying" behind a cue, or 0."""
    for place in range(cue + 1, min(cue + _FARTHEST, len(tokens) - 2)):
        if tokens[place].quotation is not None or tokens[place].word in ".;:":
            return 0
        if tokens[place].lower == "as":
            verb = tokens[place + 1].lower
            return place + 1 if verb.endswith("ing") and verb in SPEECH_WORDS else 0
    return 0


def _relayed_speaker(sentence: Sentence, cue: int, stop: int) -> Mention | None:
    """Give whoever stands between the cue and "as"; or, if he was quoted, who stands before that.

    Of "quoted Senator Hale of Rill as saying" it is the first, of "quoted Rill Senator Hale as saying" the last.
    """
    tokens = sentence.tokens
    being = cue
    while being > sentence.begin and (tokens[being - 1].lower in AUXILIARIES or tokens[being - 1].lower.endswith("ly")):
        being -= 1
    is_passive = any(token.lower in BEING for token in tokens[being:cue])
    mentions = [mention for mention in sentence.mentions if not mention.is_possessive]
    if is_passive:
        return next((mention for mention in mentions if mention.stop == being), None)
    last = next((mention for mention in mentions if mention.stop == stop and mention.first > cue), None)
    if last is not None and tokens[last.first - 1].lower not in PREPOSITIONS:
        return last
    return next((mention for mention in mentions if mention.first == cue + 1), None)


def _content_behind(tokens: list[Token], verb: int, tag: Tag) -> TokenSpan | None:
    """Give what is said: to the end of the words that the tagger marked, or of the clause."""
    first = verb + 1
    while first < len(tokens) and tokens[first].word in ",:":
        first += 1
    stop = max((last for _, last in tag.content), default=0)
    stop = stop if stop > first else end_of_words(tokens, first)
    return (first, stop) if first < stop else None
