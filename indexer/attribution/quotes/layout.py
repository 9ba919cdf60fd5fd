"""Quotations whose source the lines beside them leave no doubt of: "Bell said." below “…,”, a statement announced."""

from __future__ import annotations

from indexer.attribution.quotes.quote_candidates import Candidate, may_speak
from indexer.attribution.text.announcements import SPOKEN
from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set

_BEFORE_SUBJECT = word_set(", today yesterday monday tuesday wednesday thursday friday saturday sunday")
_MAKING = word_set(
    "made makes issued issues released releases gave gives offered offers delivered posted sent wrote had"
)
_ISSUING = word_set("issues releases")
_ENDS = frozenset(".?!:")
_OTHERS = word_set("by from")
_LONGEST_TAG = 14  # tokens
_AFTER_FOLLOWING = 3  # tokens: "the following joint statement"


def is_plain(choice: Candidate, quotation: Quotation, sentences: list[Sentence]) -> bool:
    """Tell whether the lines before or after a quotation leave no doubt that the chosen one says it."""
    return is_cut_off(choice, quotation, sentences) or _is_announced(choice, quotation, sentences)


def is_cut_off(choice: Candidate, quotation: Quotation, sentences: list[Sentence]) -> bool:
    """Tell whether the "Bell said." of a quotation that ends with a comma, or its "said Bell.", is a paragraph."""
    place = quotation.sentence + 1
    if choice.how != "cue" or place >= len(sentences):
        return False
    begins = sentences[place].words[0]
    if quotation.last != "," and not (begins in TAG_VERBS and quotation.closed):
        return False
    if sentences[place - 1].has_words:
        return False  # “…,” Roy said.
    tag = sentences[place]
    is_next = tag.paragraph == quotation.paragraph + 1 == choice.source.paragraph
    return is_next and not tag.quotes and len(tag.tokens) <= _LONGEST_TAG


def _is_announced(choice: Candidate, quotation: Quotation, sentences: list[Sentence]) -> bool:
    place = quotation.sentence - 1
    if place < 0 or sentences[place].paragraph < quotation.paragraph - 1:
        return False
    return announcing_subject(sentences[place]) is choice.source


def announcing_subject(line: Sentence) -> Mention | None:
    """Give who makes "the following statement" in a line that has no words of it; None if nobody does.

    In a headline nothing need follow: "SEN. HALE ISSUES STATEMENT ON FLOODS".
    """
    words = [token.lower for token in line.tokens]
    if line.quotes:
        return None
    if "following" in words:
        following = words.index("following")
    elif line.paragraph == 0 and words[-1] not in _ENDS:
        following = next((place for place, word in enumerate(words) if word in _ISSUING), len(words))
    else:
        return None
    behind = words[following + 1 : following + 1 + _AFTER_FOLLOWING]
    if SPOKEN.isdisjoint(behind) or not _OTHERS.isdisjoint(behind):
        return None  # "the following letter from Roy" is not his who shows it
    for mention in line.mentions:
        is_first = mention.first == line.begin or words[mention.first - 1] in _BEFORE_SUBJECT
        if may_speak(mention) and not mention.is_possessive and is_first and mention.stop <= following:
            return mention if not _MAKING.isdisjoint(words[mention.stop : following + 1]) else None
    return None


def only_announces(line: Sentence, cue: int) -> bool:
    """Tell whether the word at a place only says that somebody makes the statement that stands below its line."""
    word = line.tokens[cue].lower
    return (word in SPOKEN or word in _MAKING) and announcing_subject(line) is not None


def announced_before(sentences: list[Sentence], lead: Sentence) -> Mention | None:
    """Give who makes "the following statement" in a sentence before the last one of a paragraph, which tells more."""
    for sentence in reversed(sentences[: lead.index]):
        if sentence.paragraph != lead.paragraph or lead.quotes:
            break
        announcer = announcing_subject(sentence)
        if announcer is not None:
            return announcer
    return None
