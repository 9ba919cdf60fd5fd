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

QUOTING = word_set("quoted quotes quoting quote")
# "The meme falsely quotes Bell as saying".
_FALSE = word_set("falsely incorrectly wrongly mistakenly erroneously inaccurately not fake forged doctored hoax meme")
_WRITINGS = word_set("Bible Scripture Scriptures Constitution Koran Quran Torah")
_SUBORDINATING = word_set("while as when because where if though although before after since")
_BEFORE_SUBJECT = _SUBORDINATING | word_set("and but that which")
_APART = PREPOSITIONS | _BEFORE_SUBJECT - {"and"}
_ADDRESSING = word_set("telling asking warning reminding assuring urging advising informing")
_FARTHEST = 12  # tokens: "quoted Ann Hale, head of the state's news agency, as"
_LONGEST_ADDRESSEE = 8  # tokens: "telling an undercover agent, “…”"
_LEAST_MARGIN = 3.0  # log odds: nobody else can be meant


def as_relayed(sentence: Sentence, tag: Tag) -> Tag:
    """Give a tag of "quoted" as one of the "saying" behind it, with who was quoted as its source."""
    tokens, cue = sentence.tokens, tag.cue
    verb = _verb_behind(tokens, cue) if tokens[cue].lower in QUOTING else 0
    if not verb or any(token.lower in _FALSE for token in tokens[sentence.begin : verb]):
        return tag
    source = _relayed_speaker(sentence, cue, verb - 1)
    if source is None or source.name in _WRITINGS:
        return tag
    content = _content(sentence, verb, tag, source)
    relayer = tag.source if tag.source is not source else None
    margin = max(tag.margin, _LEAST_MARGIN)
    return replace(tag, cue=verb, source=source, margin=margin, content=content, relayer=relayer) if content else tag


def _verb_behind(tokens: list[Token], cue: int) -> int:
    """Give the place of the verb of "as saying" behind a cue, or 0."""
    for place in range(cue + 1, min(cue + _FARTHEST, len(tokens) - 1)):
        if tokens[place].quotation is not None or tokens[place].word in ".;:":
            return 0
        if tokens[place].lower == "as":
            verb = tokens[place + 1].lower
            return place + 1 if verb.endswith("ing") and verb in SPEECH_WORDS else 0
    return 0


def _relayed_speaker(sentence: Sentence, cue: int, stop: int) -> Mention | None:
    """Give whoever stands between the cue and "as"; or, if he was quoted, who stands before that.

    Of "quoted Senator Hale of Rill as saying" it is the first; of "quoted Rill Senator Hale" and of "quoted Minister of
    Trade Hale" it is the last.
    """
    tokens = sentence.tokens
    being = cue
    while being > sentence.begin and (tokens[being - 1].lower in AUXILIARIES or tokens[being - 1].lower.endswith("ly")):
        being -= 1
    mentions = [mention for mention in sentence.mentions if not mention.is_possessive]
    if any(token.lower in BEING for token in tokens[being:cue]):
        return next((mention for mention in mentions if mention.stop == being and _is_subject(sentence, mention)), None)
    last = next((mention for mention in mentions if mention.stop == stop and mention.first > cue), None)
    if last is not None and (
        _APART.isdisjoint(token.lower for token in tokens[cue + 1 : last.first])
        or tokens[last.first - 1].word[0].isupper()
    ):
        return last
    return next((mention for mention in mentions if mention.first == cue + 1), None)


def _is_subject(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name begins a clause: not "a friend of Bell was", "a woman who knew Bell was"."""
    before = sentence.tokens[mention.first - 1] if mention.first > sentence.begin else None
    return before is None or not before.word[0].isalnum() or before.lower in _BEFORE_SUBJECT


def _content(sentence: Sentence, verb: int, tag: Tag, source: Mention) -> tuple[TokenSpan, ...]:
    """Give what is said: the quotation before "quoted", or what stands behind the verb."""
    tokens = sentence.tokens
    before = [place for place in sentence.quotes if place < tag.cue]
    if before:
        return ((before[-1], before[-1] + 1),)
    first, last = _behind_addressee(tokens, verb), max((stop for _, stop in tag.content), default=0)
    stop = last if last > first else end_of_words(tokens, first)
    if source.name == "who" or tokens[sentence.begin].lower in _SUBORDINATING:
        stop = next((place for place in range(first, stop) if tokens[place].word == ","), stop)
    return ((first, stop),) if first < stop else ()


def _behind_addressee(tokens: list[Token], verb: int) -> int:
    """Give where the words begin behind "saying" or "telling an agent,"."""
    first = verb + 1
    farthest = first + _LONGEST_ADDRESSEE if tokens[verb].lower in _ADDRESSING else first
    for place in range(first, min(farthest, len(tokens))):
        if tokens[place].quotation is not None and tokens[place - 1].word in ",:":
            return place
    while first < len(tokens) and tokens[first].word in ",:":
        first += 1
    return first
