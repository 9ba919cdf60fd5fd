"""Who speaks behind the verb, where the tagger takes them for the words: "The mill shut, said its manager Rill Inc"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.reports.content_ends import end_of_words
from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.verbs import SAYING, has_verb


def turned(sentence: Sentence, tag: Tag) -> Tag:
    """Make the name that alone follows ", said" a tag's source where it was the content, which stands before it."""
    tokens = sentence.tokens
    if not tag.content or tag.content[-1][0] <= tag.cue or tokens[tag.cue].lower not in SAYING:
        return tag
    if tag.cue < 2 or tokens[tag.cue - 1].word != "," or not has_verb(tokens[sentence.begin : tag.cue - 1]):
        return tag
    speaker = _named_behind(sentence, tag.cue + 1)
    if speaker is None or speaker is tag.source:
        return tag
    return replace(tag, source=speaker, content=((sentence.begin, tag.cue - 1),))


def _named_behind(sentence: Sentence, first: int) -> Mention | None:
    """Give the name with which the words from a place on end, if they are no clause and nothing follows them."""
    stop = end_of_words(sentence.tokens, first)
    words = sentence.tokens[first:stop]
    if not words or stop < len(sentence.tokens) - 1 or has_verb(words):
        return None
    return next((m for m in sentence.mentions if m.kind == "name" and first <= m.first and m.stop == stop), None)
