"""Quotations heard on a recording: "Hale can be heard telling officers, “I did it.”"."""

from __future__ import annotations

from indexer.attribution.phrases.predicates import predicate_of
from indexer.attribution.reports.fronted import PARTICIPLES
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.lexicon import SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Mention, Quotation, Sentence, Token
from indexer.attribution.text.words import word_set

_SPEAKING = PARTICIPLES | word_set(
    "yelling shouting screaming whispering muttering mumbling crying repeating replying responding answering begging"
    " pleading chanting singing exclaiming ordering demanding instructing apologizing"
)
_HEARD = word_set("heard seen caught recorded filmed captured overheard")
_BE = word_set("is are was were be been being")
_BETWEEN = _BE | word_set("can could may might later then also clearly")
_LONGEST_ADDRESSEE = 5  # tokens and marks between the verb and a quotation
_LONGEST_BETWEEN = 7  # tokens between "heard" and the verb: "heard on the body camera video telling"
_CLEAR = 4.0  # the margin and the likelihood of what is said so


def overheard(quotation: Quotation, sentence: Sentence) -> Report | None:
    """Give the report of a whole quotation that somebody is heard, or seen, to say; None of most."""
    if not quotation.is_capital:
        return None
    place = quotation.place
    cue = _cue(sentence.tokens, place)
    heard = _heard(sentence.tokens, cue) if cue else 0
    if not heard:
        return None
    subject = _subject(sentence, heard)
    return Report(sentence, cue, _CLEAR, subject, _CLEAR, ((place, place + 1),)) if subject is not None else None


def is_hearing(report: Report) -> bool:
    """Tell whether a report only says that somebody is heard to say the words quoted in it."""
    tokens = report.sentence.tokens
    for place in report.sentence.quotes:
        quotation = tokens[place].quotation
        found = overheard(quotation, report.sentence) if quotation is not None and report.covers(place) else None
        if found is not None and _heard(tokens, found.cue) <= report.cue <= found.cue:
            return True
    return False


def _cue(tokens: list[Token], place: int) -> int:
    """Give the place of the verb before a quotation, across whom it is said to, or 0."""
    for at in range(place - 1, max(0, place - 2 - _LONGEST_ADDRESSEE), -1):
        if tokens[at].lower in _SPEAKING:
            return at
        if tokens[at].quotation is not None:
            return 0
    return 0


def _heard(tokens: list[Token], cue: int) -> int:
    """Give the place of the verb by which somebody hears or sees who speaks, or 0."""
    for at in range(cue - 1, max(0, cue - 1 - _LONGEST_BETWEEN), -1):
        if tokens[at].lower in _HEARD and tokens[at - 1].lower in _BE:
            return at
        if tokens[at].quotation is not None:
            return 0
    return 0


def _subject(sentence: Sentence, heard: int) -> Mention | None:
    """Give who is heard: who stands before "can be heard", or before what is said of him between commas."""
    tokens = sentence.tokens
    verb = heard
    while verb > 1 and not tokens[verb].mention and tokens[verb - 1].lower in _BETWEEN:
        verb -= 1
    subject: Mention | None = None
    for mention in sentence.mentions:
        if mention.stop > verb:
            break
        if mention.is_possessive or (mention.kind == "pronoun" and mention.name not in SUBJECT_PRONOUNS):
            continue
        is_named = subject is not None and mention.kind == "name" and mention.first == subject.stop + 1
        if is_named or mention.stop == verb or predicate_of(tokens, mention.first) == verb:
            subject = mention  # the last: "On the tape, the suspect, Ed Hale, is heard"
    return subject
