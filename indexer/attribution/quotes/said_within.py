"""Quotations within what another tells: "“I ran,” Hale told officers, according to the affidavit" is Hale's as well."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.attribution.reports.reports import Report
from indexer.attribution.text.cue_words import NOUNS_OR_VERBS, VERBS_OF_SAYING
from indexer.attribution.text.lexicon import SUBJECT_PRONOUNS
from indexer.attribution.text.parts import STOP, Mention, Quotation, Sentence, TokenSpan, kind_at, word_at
from indexer.attribution.text.words import word_set

_NAMES = word_set("called named titled")  # called “The Old Mill”
_SAID = frozenset(verb for verb in VERBS_OF_SAYING - NOUNS_OR_VERBS - _NAMES if not verb.endswith("ing"))
_MARKS = word_set(", :")
_SPEAKING = SUBJECT_PRONOUNS - word_set("it you i we")
_SUBORDINATE = word_set("after as when because since while before where if until")
_LONGEST_ADDRESSEE = 4  # tokens and marks between the verb and a quotation
_OPENING = word_set("— – ― -- - (")
_CLOSING = word_set("— – ― -- - ) .") | {STOP}
_SUCH_AS = word_set("including like as them from notably")  # "among them"
_FEWEST_SET_OFF = 3  # words, which nicknames do not have
_CLEAR = 4.0  # the margin and the likelihood of a cue beside its source and its quotation


def said_within(quotation: Quotation, sentence: Sentence, reports: Sequence[Report]) -> Report | None:
    """Give the report of a whole quotation that is somebody's within another report's content; None of most."""
    if not (quotation.is_capital or quotation.place == sentence.begin):
        return None
    place = quotation.place
    for report in reports:
        run = _run(report, place)
        if run is None:
            continue
        for mention in sentence.mentions:
            is_other = mention is not report.source and mention is not report.relayer
            cue = _cue(sentence, mention, place, run) if is_other else None
            if cue is not None:
                return Report(sentence, cue, _CLEAR, mention, _CLEAR, ((place, place + 1),))
    return None


def said_set_off(quotation: Quotation, sentence: Sentence) -> Report | None:
    """Give the report of sentences set off behind a name: "others, like Ann Hale — “It leaks” — and Bell"."""
    tokens, place = sentence.tokens, quotation.place
    if not quotation.is_capital or len(quotation.words) < _FEWEST_SET_OFF or place < 2:
        return None
    if tokens[place - 1].word not in _OPENING or kind_at(tokens, place + 1) not in _CLOSING:
        return None
    for mention in sentence.mentions:
        if mention.stop == place - 1 and mention.kind == "name" and not mention.is_possessive:
            is_person = mention.entity is not None and mention.entity.type == "person"
            is_one_of = not _SUCH_AS.isdisjoint(
                token.lower for token in tokens[max(0, mention.first - 2) : mention.first]
            )
            return (
                Report(sentence, place - 1, _CLEAR, mention, _CLEAR, ((place, place + 1),))
                if is_person and is_one_of
                else None
            )
    return None


def _run(report: Report, place: int) -> TokenSpan | None:
    """Give the run of a report's content about a quotation; where that is all, what parts it from the cue as well."""
    for first, stop in report.content:
        if first <= place < stop:
            if stop - first > 1:
                return first, stop
            return (place, report.cue) if place < report.cue else (report.cue + 1, stop)
    return None


def _cue(sentence: Sentence, mention: Mention, place: int, run: TokenSpan) -> int | None:
    """Give the place of the verb by which somebody says the quotation at a place, all within a run of tokens."""
    first, stop = run
    if not first <= mention.first or mention.stop > stop or mention.is_possessive:
        return None
    if mention.kind == "pronoun" and mention.name not in _SPEAKING:
        return None
    tokens = sentence.tokens
    if place < mention.first:
        if mention.first == place + 2 and tokens[place + 1].lower in _SAID:
            return place + 1  # "“I ran,” said Hale"
        behind = mention.stop + word_at(tokens, mention.stop).endswith("ly")
        is_said = mention.first == place + 1 and behind < stop and tokens[behind].lower in _SAID
        return behind if is_said else None
    cue = mention.stop + word_at(tokens, mention.stop).endswith("ly")
    if mention.first > first and tokens[mention.first - 1].lower in _SUBORDINATE:
        return None  # "Bell said after Hale asked, “…”"
    if not cue < place <= cue + _LONGEST_ADDRESSEE or tokens[cue].lower not in _SAID:
        return None
    between = tokens[cue + 1 : place]
    if any(token.quotation is not None or token.lower in _SAID for token in between):
        return None
    is_told = any(other.first == cue + 1 and other.stop == place for other in sentence.mentions)
    return cue if len(between) < 2 or is_told or kind_at(tokens, place - 1) in _MARKS else None
