"""Who speaks behind a verb of saying that follows what is said: "The road is shut, said bus driver Ann Roy"."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.text.lexicon import AUXILIARIES
from indexer.attribution.text.parts import Mention, Sentence, TokenSpan, word_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_LEAST_MARGIN = 3.0  # log odds: next to nobody else can be meant
_RELATIVES = word_set("who whose whom which")


def with_speaker_behind(sentence: Sentence, tag: Tag) -> Tag:
    """Give a tag with the person behind its cue as source, where the words before the cue end with a comma."""
    tokens, cue = sentence.tokens, tag.cue
    if cue < sentence.begin + 2 or tokens[cue].lower not in TAG_VERBS or tokens[cue - 1].word != ",":
        return tag
    source = next((mention for mention in sentence.mentions if mention.first == cue + 1), None)
    if source is None or source.is_possessive or source.entity is None or source.entity.type != "person":
        return tag
    if (source is tag.source and not _covers(tag, source)) or not _is_told_before(sentence, cue, source):
        return tag
    content = (_before(sentence, tag), *_behind(sentence, tag, source))
    return replace(tag, source=source, margin=max(tag.margin, _LEAST_MARGIN), content=content)


def _covers(tag: Tag, source: Mention) -> bool:
    """Tell whether the source was taken for what is said."""
    return any(first <= source.first < stop for first, stop in tag.content)


def _is_told_before(sentence: Sentence, cue: int, source: Mention) -> bool:
    """Tell whether a clause stands before the cue, or goes on behind the source: "The road, said Ann Roy, is shut"."""
    tokens, stop = sentence.tokens, source.stop
    if has_verb(tokens[sentence.begin : cue]):
        return not has_verb(tokens[stop : stop + 1])  # not "He left, said Roy had lied"
    return word_at(tokens, stop) == "," and word_at(tokens, stop + 1) in AUXILIARIES


def _before(sentence: Sentence, tag: Tag) -> TokenSpan:
    return next((run for run in tag.content if run[1] < tag.cue), (sentence.begin, tag.cue - 1))


def _behind(sentence: Sentence, tag: Tag, source: Mention) -> list[TokenSpan]:
    """Give what of the content stands behind the source, if it does not tell more of who speaks."""
    begin = source.stop + (word_at(sentence.tokens, source.stop) == ",")
    runs = ((max(first, begin), stop) for first, stop in tag.content if stop > tag.cue)
    return [run for run in runs if run[0] < run[1] and sentence.tokens[run[0]].lower not in _RELATIVES]
