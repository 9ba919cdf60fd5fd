"""Who speaks behind a verb of saying and what is said: "The road is shut, said driver Ann Roy", "said Rill Inc"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.reports.content_ends import end_of_words
from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.text.lexicon import AUXILIARIES
from indexer.attribution.text.parts import Mention, Sentence, Token, TokenSpan, word_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_LEAST_MARGIN = 3.0  # log odds: next to nobody else can be meant
_ANNOUNCING = word_set("announced announces")
_SOON = word_set("today monday tuesday wednesday thursday friday saturday sunday yesterday this in at on")
_FEWEST_ANNOUNCED = 3  # tokens before the comma: "The road reopens,"
_RELATIVES = word_set("who whose whom which")


def with_speaker_behind(sentence: Sentence, tag: Tag) -> Tag:
    """Give a tag with the person behind its cue as source, where the words before the cue end with a comma."""
    tokens, cue = sentence.tokens, tag.cue
    if cue < sentence.begin + 2 or tokens[cue].lower not in TAG_VERBS or tokens[cue - 1].word != ",":
        return tag
    source = _person_behind(sentence, cue + 1) or _named_at_end(sentence, tag)
    if source is None:
        return tag
    if (source is tag.source and not _covers(tag, source)) or not _is_told_before(sentence, cue, source):
        return tag
    content = (_before(sentence, tag), *_behind(sentence, tag, source))
    return replace(tag, source=source, margin=max(tag.margin, _LEAST_MARGIN), content=content)


def announcement(sentence: Sentence) -> tuple[int, Mention] | None:
    """Give the place of "announced" and who does in "The road will reopen, announced Mayor Ann Roe."; None of most."""
    if _ANNOUNCING.isdisjoint(sentence.words):
        return None
    tokens = sentence.tokens
    for cue in range(sentence.begin + _FEWEST_ANNOUNCED, len(tokens) - 1):
        if tokens[cue].lower not in _ANNOUNCING or tokens[cue - 1].word != ",":
            continue
        source = next((mention for mention in sentence.mentions if mention.first == cue + 1), None)
        if source is None or source.kind != "name" or source.is_possessive:
            return None
        told = tokens[sentence.begin : cue - 1]
        is_clause = has_verb(told) and not any(token.quotation is not None for token in told)
        behind = tokens[source.stop : source.stop + 1]
        is_closed = all(token.word in ",.;" or token.lower in _SOON for token in behind)
        return (cue, source) if is_clause and is_closed else None
    return None


def _person_behind(sentence: Sentence, first: int) -> Mention | None:
    """Give the person whose role or name begins at a place."""
    source = next((mention for mention in sentence.mentions if mention.first == first), None)
    if source is None or source.is_possessive or source.entity is None or source.entity.type != "person":
        return None
    return source


def _named_at_end(sentence: Sentence, tag: Tag) -> Mention | None:
    """Give the name with which the words behind a cue end, which were taken for what is said but are no clause."""
    first = tag.cue + 1
    stop = end_of_words(sentence.tokens, first)
    words = sentence.tokens[first:stop]
    if not words or stop < len(sentence.tokens) - 1 or has_verb(words):
        return None
    names = (m for m in sentence.mentions if m.kind == "name" and first <= m.first and m.stop == stop)
    return next((name for name in names if _covers(tag, name)), None)


def _covers(tag: Tag, source: Mention) -> bool:
    """Tell whether the source was taken for what is said."""
    return any(first <= source.first < stop for first, stop in tag.content)


def _is_told_before(sentence: Sentence, cue: int, source: Mention) -> bool:
    """Tell whether a clause stands before the cue, or goes on behind the source: "The road, said Ann Roy, is shut"."""
    tokens, stop = sentence.tokens, source.stop
    if _has_clause(tokens[sentence.begin : cue]):
        return not has_verb(tokens[stop : stop + 1])  # not "He left, said Roy had lied"
    return word_at(tokens, stop) == "," and word_at(tokens, stop + 1) in AUXILIARIES


def _has_clause(words: list[Token]) -> bool:
    """Tell whether words say something whole; not "Roy, who voted no," of which what she said is told next."""
    begin = 0
    for place, word in enumerate(words):
        if word.word == ",":
            part = words[begin:place]
            if has_verb(part) and not any(token.lower in _RELATIVES for token in part):
                return True
            begin = place + 1
    return False


def _before(sentence: Sentence, tag: Tag) -> TokenSpan:
    return next((run for run in tag.content if run[1] < tag.cue), (sentence.begin, tag.cue - 1))


def _behind(sentence: Sentence, tag: Tag, source: Mention) -> list[TokenSpan]:
    """Give what of the content stands behind the source, if it does not tell more of who speaks."""
    begin = source.stop + (word_at(sentence.tokens, source.stop) == ",")
    runs = ((max(first, begin), stop) for first, stop in tag.content if stop > tag.cue)
    return [run for run in runs if run[0] < run[1] and sentence.tokens[run[0]].lower not in _RELATIVES]
