"""What is found but not shown as said: accusations, pleas, deeds, scare quotes, text without full stops."""

from __future__ import annotations

from indexer.attribution.analysis import Analysis
from indexer.attribution.parts import Quotation
from indexer.attribution.reports import Report
from indexer.attribution.verbs import has_verb
from indexer.attribution.words import word_set

# What others say of somebody, or to somebody: "Hale is charged with fraud", "Hale was told that it was shut".
_BY_OTHERS = word_set(
    "accused charged alleged suspected believed indicted convicted arraigned rumored thought said reported told"
    " informed advised notified reminded warned asked urged"
)
_BE = word_set("am is are was were be been being 's 're")
_BETWEEN = word_set("also now further again already later since since then both each not never being been still")
_PLEAS = word_set("plead pleaded pleads pled pleading")
_DEEDS = word_set("reported reports report reporting")  # with a noun for object: "reported the theft to the police"
_NO_VERB = word_set("to it there")
_SCARE_WORDS = 2  # at most; as many words in quotation marks without a verb of saying are seldom anybody's
_FEWEST_ENDS = 0.01  # of sentences for a word; in news there are three to eight for a hundred words
_ENDS = ".!?"
_FEWEST_WORDS = 60


def is_spoken_of(report: Report) -> bool:
    """Tell whether others speak of the source or to it: "Hale is also charged with …", "Hale was told that …"."""
    tokens, source = report.sentence.tokens, report.source
    if source is None or source.first > report.cue or tokens[report.cue].lower not in _BY_OTHERS:
        return False
    place = report.cue - 1
    while place > source.first and (tokens[place].lower in _BETWEEN or tokens[place].lower.endswith("ly")):
        place -= 1
    return tokens[place].lower in _BE


def tells_a_deed(report: Report) -> bool:
    """Tell whether a report's content is nothing that can be quoted: "pleaded guilty", "reported the theft"."""
    cue, content = report.sentence.tokens[report.cue].lower, report.words()
    if any(token.quotation is not None for token in content):
        return False
    return cue in _PLEAS or (cue in _DEEDS and not has_verb(token for token in content if token.lower not in _NO_VERB))


def may_be_scare_quotes(quotations: list[Quotation]) -> bool:
    """Tell whether all that is quoted is a word or two in the midst of a sentence: his “accountant”."""
    if any(quotation.is_capital for quotation in quotations):
        return False
    return sum(len(quotation.words) for quotation in quotations) <= _SCARE_WORDS


def has_no_sentences(analysis: Analysis) -> bool:
    """Tell whether a text has next to no marks that end sentences, so that nobody can tell who goes with what."""
    tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
    if len(tokens) < _FEWEST_WORDS:
        return False
    ends = sum(token.word in _ENDS or token.quotation is not None for token in tokens)
    return ends < _FEWEST_ENDS * len(tokens)
