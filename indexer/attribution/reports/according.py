"""Sentences that begin with their source: "According to the sheriff's office, Tyler Boggs, 34, of Dayton, ran"."""

from __future__ import annotations

from indexer.attribution.reports.content_ends import end_of_words
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.parts import Mention, Sentence, TokenSpan, word_at
from indexer.attribution.text.verbs import has_verb

_LONGEST_LIST = 6  # tokens up to its "and": "According to Hale, Ann Roy and Bell, it leaks"


def opening_source(sentence: Sentence, cue: int) -> tuple[Mention, TokenSpan] | None:
    """Give who stands between "According to" and a comma, and the clause behind it; None of other sentences.

    Whoever that clause is about is no source, however much is told of him between commas.
    """
    tokens = sentence.tokens
    if cue != sentence.begin or tokens[cue].lower != "according" or word_at(tokens, cue + 1) != "to":
        return None
    source = next((mention for mention in sentence.mentions if mention.first == cue + 2), None)
    if source is None or source.is_possessive or word_at(tokens, source.stop) != ",":
        return None
    first = source.stop + 1
    stop = end_of_words(tokens, first)
    return (source, (first, stop)) if _is_clause(sentence, first, stop) else None


def _is_clause(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell whether somebody who is told of more, and does something, stands at a place: "Tyler Boggs, 34, ran"."""
    tokens = sentence.tokens
    subject = next((mention for mention in sentence.mentions if mention.first == first), None)
    if subject is None or subject.is_possessive or not is_given_name(tokens[first].word):
        return False
    if any(token.lower == "and" for token in tokens[subject.stop : subject.stop + _LONGEST_LIST]):
        return False  # one more of a list
    return has_verb(tokens[subject.stop : stop])
