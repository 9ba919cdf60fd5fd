"""Who speaks in a headline: "Adler: Raids make city less safe", "Raids make city less safe: Adler", "…, mayor says".

A text whose first paragraph is short is read as if that were its headline, as many saved texts begin with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.phrases.nominals import may_mean_person
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.lexicon import BARE_PLURALS, DETERMINERS
from indexer.attribution.text.parts import Mention, Sentence
from indexer.attribution.text.verbs import has_verb
from search.documents import Span

_FEWEST_WORDS = 3
_MOST_WORDS = 24  # of a text's first paragraph that may be its headline
_LONGEST_ROLE = 3  # words: "county police chief"
_FEWEST_MENTIONS = 2  # of the speaker in the whole article; a name that stands in the headline alone is a topic


@dataclass(frozen=True, slots=True)
class HeadlineColon:
    """A headline's content, its source, and the colon between them."""

    source: Mention
    colon: Span
    content: Span


def read_colon(sentences: list[Sentence]) -> HeadlineColon | None:
    """Read a headline, given as its sentences, as source, colon and content.

    The source is somebody whom the story names again, or people without a name: "Police: Man shot twice".
    """
    tokens = [token for sentence in sentences for token in sentence.tokens]
    colons = [place for place, token in enumerate(tokens) if token.word == ":"]
    if len(colons) != 1 or not 0 < colons[0] < len(tokens) - 1:
        return None
    colon = Span(tokens[colons[0]].start, tokens[colons[0]].end)
    mentions = [mention for sentence in sentences for mention in sentence.mentions]
    for mention in mentions:
        if not _can_speak(mention) or (mention.kind == "name" and tokens[0].lower == "the"):  # "The Latest: …"
            continue
        if mention.start == tokens[0].start and mention.end == tokens[colons[0] - 1].end:
            rest = tokens[colons[0] + 1 :]
        elif mention.end == tokens[-1].end and mention.start == tokens[colons[0] + 1].start:
            rest = tokens[: colons[0]]
        else:
            continue
        if (
            mention.kind == "name"
            and rest[0].lower.endswith("ing")
            and not has_verb(token for token in rest[1:] if token.lower != "to")
        ):
            return None  # "Rill Library: Using Maps at Home"
        words = sum(token.word[0].isalnum() for token in rest)
        if words < _FEWEST_WORDS and not any(token.quotation is not None for token in rest):
            return None
        return HeadlineColon(mention, colon, Span(rest[0].start, rest[-1].end))
    return None


def may_be_headline(sentences: list[Sentence]) -> bool:
    """Tell whether a text's first paragraph, given as its sentences, is short enough to be its headline."""
    words = (token.word for sentence in sentences for token in sentence.tokens)
    return sum(word[0].isalnum() for word in words) <= _MOST_WORDS


def _can_speak(mention: Mention) -> bool:
    entity = mention.entity
    if mention.kind == "noun":
        return mention.name in BARE_PLURALS or is_role_noun(mention.name)
    return entity is not None and not mention.is_possessive and entity.mentions >= _FEWEST_MENTIONS


def source_at_end(sentence: Sentence) -> Mention | None:
    """Give who says it where a headline ends and no article stands: "Dam will hold, mayor says"."""
    tokens = sentence.tokens
    verb = len(tokens) - 1
    if verb < 2 or tokens[verb].lower not in VERBS_OF_SAYING or not may_mean_person([tokens[verb - 1].lower]):
        return None
    first = verb
    while first > max(1, verb - _LONGEST_ROLE) and tokens[first - 1].word.islower():
        first -= 1
    before = tokens[first - 1]
    if first == verb or tokens[first].lower in DETERMINERS or (before.word != "," and before.quotation is None):
        return None
    return sentence.mention("noun", first, verb, tokens[verb - 1].lower)
