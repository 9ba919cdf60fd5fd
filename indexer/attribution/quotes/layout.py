"""Quotations whose source the lines beside them leave no doubt of: "Bell said." below “…,”, a statement announced."""

from __future__ import annotations

from indexer.attribution.quotes.quote_candidates import Candidate, may_speak
from indexer.attribution.text.announcements import ENDS, SPOKEN
from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set

_BEFORE_SUBJECT = word_set(", today yesterday monday tuesday wednesday thursday friday saturday sunday")
_MAKING = word_set(
    "made makes issued issues released releases gave gives offered offers delivered posted sent wrote had"
)
_ISSUING = word_set("issues releases")
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
    """Give who makes a statement that stands below a line, which has no words of it itself; None if nobody does.

    The line says that it is "following"; a headline need not: "SEN. HALE ISSUES STATEMENT ON FLOODS".
    """
    words = [token.lower for token in line.tokens]
    if line.quotes:
        return None
    if "following" in words:
        place = words.index("following")
    elif is_headline(line):
        place = next((place for place, word in enumerate(words) if word in _ISSUING), len(words))
    else:
        return None
    behind = words[place + 1 : place + 1 + _AFTER_FOLLOWING]
    if SPOKEN.isdisjoint(behind) or not _OTHERS.isdisjoint(behind):
        return None  # "the following letter from Roy" is not his who shows it
    for mention in line.mentions:
        is_first = mention.first == line.begin or words[mention.first - 1] in _BEFORE_SUBJECT
        if may_speak(mention) and not mention.is_possessive and is_first and mention.stop <= place:
            return mention if not _MAKING.isdisjoint(words[mention.stop : place + 1]) else None
    return None


def is_headline(line: Sentence) -> bool:
    """Tell whether a line is a headline by itself: it begins the text, and no mark ends it."""
    return line.paragraph == 0 and line.words[-1] not in ENDS


def only_announces(line: Sentence, cue: int) -> bool:
    """Tell whether the word at a place only says that somebody makes the statement that stands below its line."""
    word = line.tokens[cue].lower
    return (word in SPOKEN or word in _MAKING) and announcing_subject(line) is not None


def announced_before(sentences: list[Sentence], lead: Sentence) -> Mention | None:
    """Give who makes "the following statement" in a sentence before the last one of a paragraph, which tells more.

    Nobody, if that last one is of another person: "Roy issued the following statement. Mayor Hale was blunt:".
    """
    if lead.quotes:
        return None
    for sentence in reversed(sentences[: lead.index]):
        if sentence.paragraph != lead.paragraph:
            break
        announcer = announcing_subject(sentence)
        if announcer is not None:
            return None if any(is_another_person(mention, announcer) for mention in lead.mentions) else announcer
    return None


def is_another_person(mention: Mention, announcer: Mention) -> bool:
    """Tell whether a mention names a person who is not the announcer."""
    entity = mention.entity
    return entity is not None and entity.type == "person" and entity is not announcer.entity
